import { createHook } from 'node:async_hooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { comparePassword, createVault, hashOfPassword } from '../../../src/platform/auth/index.ts';

const COST = 10;

describe('what is stored of a password', () => {
  it('knows it, tells two of one password apart, and says what it has cost', async () => {
    const [one, other] = [
      await hashOfPassword('a long sentence', COST),
      await hashOfPassword('a long sentence', COST + 1),
    ];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^scrypt\$10\$8\$3\$/);
    const costs = { usual: COST, inUse: [COST] };
    expect(await comparePassword(one, 'a long sentence', costs)).toEqual({ right: true, renewed: null });
    for (const stored of [one, null, 'scrypt$10$8$3$', ''])
      expect(await comparePassword(stored, 'another sentence', costs)).toEqual({ right: false, renewed: null });
  });

  it('costs as much to compare whatever is found, and is hashed anew where it was right and cheaper than now', async () => {
    const old = await hashOfPassword('a long sentence', COST);
    const costs = { usual: COST + 1, inUse: [COST] };
    let hashes = 0;
    const hook = createHook({ init: (_id, type) => void (type === 'SCRYPTREQUEST' && (hashes += 1)) }).enable();
    onTestFinished(() => void hook.disable());
    const tries: number[] = [];
    for (const stored of [old, await hashOfPassword('a long sentence', COST + 1), null])
      for (const typed of ['a long sentence', 'another sentence']) {
        hashes = 0;
        await comparePassword(stored, typed, costs);
        tries.push(hashes);
      }
    expect(tries).toEqual(Array(6).fill(2));
    const { right, renewed } = await comparePassword(old, 'a long sentence', costs);
    expect([right, renewed]).toEqual([true, expect.stringMatching(/^scrypt\$11\$/)]);
    expect(await comparePassword(renewed, 'a long sentence', costs)).toEqual({ right: true, renewed: null });
  });
});

describe('what is locked', () => {
  const vault = createVault('a-key-of-thirty-two-characters-or-so');
  it('opens for the row that it was locked for, by the same key alone', () => {
    const locked = vault.lock('JBSWY3DPEHPK3PXP', 'row');
    expect(locked).not.toBe(vault.lock('JBSWY3DPEHPK3PXP', 'row'));
    expect(vault.unlock(locked, 'row')).toBe('JBSWY3DPEHPK3PXP');
    for (const wrong of [
      vault.unlock(locked, 'another'),
      createVault('another-key-of-thirty-two-characters').unlock(locked, 'row'),
      vault.unlock(`${locked.slice(0, -2)}AA`, 'row'),
      vault.unlock('', 'row'),
    ])
      expect(wrong).toBeNull();
    expect(vault.markOf('code', 'row')).not.toBe(vault.markOf('code', 'another'));
  });
});
