import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOidcVerifier, issuerNamedIn, type OidcVerifier } from '../../../src/platform/auth/index.ts';
import { CredentialInDoubt, NotSignedIn, TryLater } from '../../../src/platform/errors/index.ts';
import {
  AUDIENCE,
  ISSUER,
  startIdentityProvider,
  type IdentityProvider,
  type ProviderKey,
} from '../../support/identity-provider.ts';

const MINUTE = 60_000;

let provider: IdentityProvider;
let key: ProviderKey;
let verifier: OidcVerifier;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  provider = await startIdentityProvider();
  key = await provider.newKey();
  verifier = createOidcVerifier({ issuer: ISSUER, audience: AUDIENCE, jwksUrl: provider.jwksUrl, subjectClaim: 'sub' });
  await verifier.subjectOf(await provider.tokenFor('someone', key));
});
afterEach(async () => {
  vi.useRealTimers();
  await provider.stop();
});

const pass = (milliseconds: number): void => {
  vi.advanceTimersByTime(milliseconds);
};
const subjectBy = async (by: ProviderKey): Promise<string> =>
  (await verifier.subjectOf(await provider.tokenFor('someone', by))).subject;

describe('keys of the identity provider', () => {
  it('that are new are known with the first token that names them, and asked for once by a crowd', async () => {
    const next = await provider.newKey();
    expect(await Promise.all(Array.from({ length: 20 }, () => subjectBy(next)))).toEqual(Array(20).fill('someone'));
    expect(provider.asked).toBe(2);
  });

  it('that nobody has published are refused once the provider was asked, and nobody can make it be asked for ever', async () => {
    const unpublished = await provider.newKey('ES256', false);
    const codes: string[] = [];
    for (let time = 0; time < 30; time += 1) {
      const token = await provider.tokenFor('someone', unpublished, {}, { kid: `made-up-${time}` });
      codes.push(
        await verifier.subjectOf(token).then(
          () => 'IN',
          (error: Error) => error.constructor.name,
        ),
      );
    }
    expect(codes).toEqual([
      ...Array<string>(10).fill(NotSignedIn.name),
      ...Array<string>(20).fill(CredentialInDoubt.name),
    ]);
    expect(provider.asked).toBe(11);
  });

  it('after a rotation: a good token is never refused, though others have made up keys before it', async () => {
    const unpublished = await provider.newKey('ES256', false);
    for (let time = 0; time < 15; time += 1)
      await expect(subjectBy({ ...unpublished, kid: `made-up-${time}` })).rejects.toThrow();
    const next = await provider.newKey();
    provider.withdraw(key);
    await expect(subjectBy(next)).rejects.toThrow(TryLater);
    pass(30_001);
    expect(await subjectBy(next)).toBe('someone');
  });

  it('cannot be had after a rotation: nobody is refused', async () => {
    const next = await provider.newKey();
    for (const answer of ['DOWN', 'GARBAGE', 'HUGE', 'REDIRECT'] as const) {
      provider.answers = answer;
      await expect(subjectBy(next)).rejects.toThrow(CredentialInDoubt);
      expect(await subjectBy(key)).toBe('someone');
      pass(5_001);
    }
    provider.answers = 'WELL';
    expect(await subjectBy(next)).toBe('someone');
  });

  it('that are withdrawn are refused ten minutes later at most', async () => {
    provider.withdraw(key);
    await provider.newKey();
    pass(10 * MINUTE + 1);
    await expect(subjectBy(key)).rejects.toThrow(NotSignedIn);
  });

  it('are good for an hour more where the provider fails, and then nobody can judge', async () => {
    provider.answers = 'DOWN';
    pass(11 * MINUTE);
    expect(await subjectBy(key)).toBe('someone');
    pass(40 * MINUTE);
    expect(await subjectBy(key)).toBe('someone');
    pass(10 * MINUTE);
    // It is the provider's fault then, and nobody's who shows a token.
    const told = await subjectBy(key).catch((error: unknown) => error);
    expect(told).toBeInstanceOf(TryLater);
    expect(told).not.toBeInstanceOf(CredentialInDoubt);
    provider.answers = 'WELL';
    pass(5_000);
    expect(await subjectBy(key)).toBe('someone');
  });
});

describe('keys that are no longer fresh, of a provider that hangs', () => {
  it('are given before it is given up, and asked for beside', async () => {
    provider.answers = 'SLOW';
    pass(11 * MINUTE);
    const givenUp = sleep(2_500, 'the provider was waited for');
    expect(await Promise.race([subjectBy(key), givenUp])).toBe('someone');
    expect(provider.asked).toBe(2);
  });

  it('nor does a clock of the host that was an hour ahead at a failure keep it from being asked again', async () => {
    provider.answers = 'DOWN';
    vi.setSystemTime(Date.now() + 60 * MINUTE);
    pass(11 * MINUTE);
    expect(await subjectBy(key)).toBe('someone');
    vi.setSystemTime(Date.now() - 60 * MINUTE);
    provider.answers = 'WELL';
    pass(6_000);
    const next = await provider.newKey();
    expect(await subjectBy(next)).toBe('someone');
  });
});

describe('the subject', () => {
  it.each(['a\0b', '\ud800', '', 'x'.repeat(256)])('that cannot be stored is nobody: %j', async (subject) => {
    await expect(verifier.subjectOf(await provider.tokenFor(subject, key))).rejects.toThrow(NotSignedIn);
  });

  it('is read from the claim that was configured', async () => {
    const numbered = createOidcVerifier({
      issuer: ISSUER,
      audience: AUDIENCE,
      jwksUrl: provider.jwksUrl,
      subjectClaim: 'employee_number',
    });
    expect(await numbered.subjectOf(await provider.tokenFor('someone', key, { employee_number: 'T7' }))).toEqual({
      issuer: ISSUER,
      subject: 'T7',
    });
    await expect(numbered.subjectOf(await provider.tokenFor('someone', key))).rejects.toThrow(NotSignedIn);
  });
});

describe('the issuer that a token names', () => {
  it.each(['', 'abc', 'a.b.c', 'x'.repeat(100_000), 'hubs_00', 'e30.bm90LWpzb24.x'])('is nobody in %j', (text) => {
    expect(issuerNamedIn(text)).toBeUndefined();
  });
});
