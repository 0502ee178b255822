import { describe, expect, it } from 'vitest';
import { createSeals, createTokens } from '../../../src/platform/auth/index.ts';
import { testConfig, TEST_SIGNING_KEY } from '../../support/config.ts';

const seals = createSeals(TEST_SIGNING_KEY);
const from = new Date('2026-11-22T00:00:00Z');
const validity = { from, until: new Date('2026-11-22T00:00:30Z') };
const at = (seconds: number): { at: Date } => ({ at: new Date(from.getTime() + seconds * 1000) });
const sealed = await seals.seal('check-in', { shift: 'one' }, validity);

describe('a seal', () => {
  it('is opened by its audience within its validity, half-open', async () => {
    expect(await seals.open('check-in', sealed, at(0))).toMatchObject({ shift: 'one' });
    expect(await seals.open('check-in', sealed, at(29))).toMatchObject({ shift: 'one' });
    expect(await seals.open('check-in', sealed, at(30))).toBeNull();
    expect(await seals.open('check-in', sealed, at(-1))).toBeNull();
  });

  it('allows clocks to differ by as much as is said, on both sides', async () => {
    const toleranceSeconds = 15;
    expect(await seals.open('check-in', sealed, { ...at(44), toleranceSeconds })).not.toBeNull();
    expect(await seals.open('check-in', sealed, { ...at(45), toleranceSeconds })).toBeNull();
    expect(await seals.open('check-in', sealed, { ...at(-15), toleranceSeconds })).not.toBeNull();
    expect(await seals.open('check-in', sealed, { ...at(-16), toleranceSeconds })).toBeNull();
  });

  it('is the same for whoever asks for the same', async () => {
    expect(await seals.seal('check-in', { shift: 'one' }, validity)).toBe(sealed);
  });

  it('says nothing to another audience, under another key, altered, or as anything but a seal', async () => {
    const [header, , signature] = sealed.split('.');
    const forged = Buffer.from(JSON.stringify({ shift: 'two', aud: 'check-in', nbf: 0, exp: 9_999_999_999 })).toString(
      'base64url',
    );
    expect(await seals.open('files', sealed, at(1))).toBeNull();
    expect(await createSeals(`${TEST_SIGNING_KEY}!`).open('check-in', sealed, at(1))).toBeNull();
    for (const text of [`${header}.${forged}.${signature}`, `${sealed}x`, '', 'x', 'a.b.c', 'x'.repeat(5000)]) {
      expect(await seals.open('check-in', text, at(1)), text).toBeNull();
    }
  });

  it('is no access token, and an access token is no seal', async () => {
    const tokens = createTokens(testConfig('postgresql://nobody@127.0.0.1:1/none').token);
    const account = '01890000-0000-7000-8000-000000000000';
    await expect(
      tokens.claimsOf(await seals.seal('home-school-hub', { sub: account, iss: 'home-school-hub' }, validity)),
    ).rejects.toThrow();
    expect(await seals.open('home-school-hub', await tokens.sign(account, 3600), { at: new Date() })).toBeNull();
  });
});
