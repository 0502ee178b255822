import { describe, expect, it } from 'vitest';
import { createVault, hashOfPassword, isPasswordOf } from '../../../src/platform/auth/index.ts';
import { TryLater } from '../../../src/platform/errors/index.ts';

const COST = 10;

describe('what is stored of a password', () => {
  it('knows it, tells two of one password apart, and says what it has cost', async () => {
    const [one, other] = [
      await hashOfPassword('a long sentence', COST),
      await hashOfPassword('a long sentence', COST + 1),
    ];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^scrypt\$10\$8\$3\$/);
    expect(await isPasswordOf(other, 'a long sentence', COST)).toBe(true);
    for (const stored of [one, null, 'scrypt$10$8$3$', ''])
      expect(await isPasswordOf(stored, 'another sentence', COST)).toBe(false);
  });

  it('is asked for by so many at once at most', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 40 }, () => isPasswordOf(null, 'guess', 13)));
    const refused = asked.filter((each) => each.status === 'rejected');
    expect(refused.map(({ reason }) => reason as unknown)).toEqual(Array(8).fill(expect.any(TryLater)));
    expect(await isPasswordOf(null, 'guess', COST)).toBe(false);
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
