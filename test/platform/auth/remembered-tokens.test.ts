import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTokens, rememberTokens } from '../../../src/platform/auth/index.ts';

const ACCOUNT = '019b76da-a800-7187-889a-6e414c3e3094';
const tokens = createTokens({ key: 'a-signing-key-that-only-tests-know-of', issuer: 'hub', audience: 'hub' });

describe('a token that was verified', () => {
  const verify = vi.fn((token: string) => tokens.claimsOf(token));
  const accountOf = rememberTokens(verify);
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    verify.mockClear();
  });
  afterEach(() => void vi.useRealTimers());

  it('is not verified again', async () => {
    const token = await tokens.sign(ACCOUNT, 60);
    expect([await accountOf(token), await accountOf(token)]).toEqual(
      Array.from({ length: 2 }, () => ({ accountId: ACCOUNT, sessionId: null })),
    );
    expect(verify).toHaveBeenCalledTimes(1);
  });

  it('is refused once it has expired', async () => {
    const token = await tokens.sign(ACCOUNT, 60);
    await accountOf(token);
    vi.setSystemTime(Date.now() + 70_000);
    await expect(accountOf(token)).rejects.toThrow();
  });

  it('does not speak for one that was changed', async () => {
    const token = await tokens.sign(ACCOUNT, 60);
    await accountOf(token);
    await expect(accountOf(`${token.slice(0, -4)}AAAA`)).rejects.toThrow();
    await expect(accountOf(`${token.slice(0, -4)}AAAA`)).rejects.toThrow();
  });
});
