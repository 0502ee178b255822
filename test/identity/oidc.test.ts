import { createHmac } from 'node:crypto';
import { exportSPKI } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SchoolRecord } from '../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import {
  AUDIENCE,
  ISSUER,
  startIdentityProvider,
  type IdentityProvider,
  type ProviderKey,
} from '../support/identity-provider.ts';
import { bearer, whoIs } from '../support/signed-in.ts';
import { beginScenario } from '../support/world.ts';
import { staffLinks } from './staff-links.ts';

let provider: IdentityProvider;
let key: ProviderKey;
/** Published from the beginning, so that the hub knows them. */
let rsa: ProviderKey;
let unlisted: ProviderKey;
let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let administrator: StaffMember;
let second: StaffMember;
let teacher: StaffMember;

beforeAll(async () => {
  provider = await startIdentityProvider();
  key = await provider.newKey();
  rsa = await provider.newKey('RS256');
  unlisted = await provider.newKey('ES384');
  hub = await startTestHub({ variables: provider.variables });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  [administrator, second] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
  teacher = await scenario.teacher(await scenario.schoolClass(school));
  await link(teacher, 'teacher');
});
afterAll(async () => {
  await hub.stop();
  await provider.stop();
});
beforeEach(() => {
  provider.answers = 'WELL';
});

const { link } = staffLinks(() => ({ hub, administrator, second }));

const seconds = (more: number): number => Math.floor(Date.now() / 1000) + more;
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const ask = (token: string) =>
  hub.ask('mutation { revokeOtherSessions(input: {}) { revokedCount } }', { headers: bearer(token) });

describe('a token of the identity provider', () => {
  it('speaks for the account that its subject is linked to, in one statement', async () => {
    const token = await provider.tokenFor('teacher', key);
    const { result, statements } = await hub.statementsOf(() =>
      hub.ask('{ viewer { signedIn permissions } }', { headers: bearer(token) }),
    );
    expect(result.data).toMatchObject({ viewer: { signedIn: true } });
    expect(statements).toHaveLength(1);
    expect(await whoIs(hub, token)).toBe(`account_${teacher.accountId}`);
  });

  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('may be signed by %s, with a key that is new', async (algorithm) => {
    const fresh = await startIdentityProvider();
    const other = await fresh.newKey(algorithm);
    const beside = await startTestHub({ database: hub.database, variables: fresh.variables });
    try {
      expect(await whoIs(beside, await fresh.tokenFor('teacher', other))).toBe(`account_${teacher.accountId}`);
    } finally {
      await beside.stop();
      await fresh.stop();
    }
  });

  it.each<[string, () => Promise<string>]>([
    ['of somebody whom nobody has linked', () => provider.tokenFor('stranger', key)],
    ['of nobody', () => provider.tokenFor('', key)],
    ['with a subject that is no text', () => provider.tokenFor('x', key, { sub: 7 as never })],
    ['for another audience', () => provider.tokenFor('teacher', key, { aud: 'another' })],
    ['of another issuer', () => provider.tokenFor('teacher', key, { iss: 'https://elsewhere.example' })],
    ['of an issuer that is nearly ours', () => provider.tokenFor('teacher', key, { iss: `${ISSUER}/` })],
    [
      'that claims the issuer of the hub',
      () => provider.tokenFor(teacher.accountId, key, { iss: 'home-school-hub', aud: 'home-school-hub' }),
    ],
    ['that is over', () => provider.tokenFor('teacher', key, { exp: seconds(-60) })],
    ['that has yet to begin', () => provider.tokenFor('teacher', key, { nbf: seconds(600) })],
    ['without an end', () => provider.tokenFor('teacher', key, { exp: undefined as never })],
    ['of a key that is not published', async () => provider.tokenFor('teacher', await provider.newKey('ES256', false))],
    [
      'of a key that is not published, under the name of one that is',
      async () => provider.tokenFor('teacher', await provider.newKey('ES256', false), {}, { kid: key.kid }),
    ],
    ['that names its key by a path', () => provider.tokenFor('teacher', key, {}, { kid: '../../etc/passwd' })],
    [
      'that brings its own key',
      async () => {
        const own = await provider.newKey('ES256', false);
        return provider.tokenFor(
          'teacher',
          own,
          {},
          { jwk: own.jwk, jku: 'https://elsewhere.example/jwks', x5u: 'https://elsewhere.example/cert' },
        );
      },
    ],
    [
      'with a header that it says is critical',
      () =>
        provider
          .tokenFor('teacher', key, {}, { crit: ['must'], must: true })
          .catch(async () =>
            (await provider.tokenFor('teacher', key)).replace(
              /^[^.]+/,
              encoded({ alg: 'ES256', kid: key.kid, crit: ['must'], must: true }),
            ),
          ),
    ],
    ['of an algorithm that is not on the list', () => provider.tokenFor('teacher', unlisted)],
    [
      'of algorithm none',
      async () =>
        (await provider.tokenFor('teacher', key))
          .replace(/^[^.]+/, encoded({ alg: 'none', kid: key.kid }))
          .replace(/[^.]+$/, ''),
    ],
    [
      'with another payload',
      async () =>
        (await provider.tokenFor('stranger', key))
          .split('.')
          .with(1, encoded({ iss: ISSUER, aud: AUDIENCE, sub: 'teacher', iat: seconds(0), exp: seconds(600) }))
          .join('.'),
    ],
    [
      'signed with a public key as secret',
      async () => {
        const body = `${encoded({ alg: 'HS256', kid: rsa.kid })}.${encoded({ iss: ISSUER, aud: AUDIENCE, sub: 'teacher', iat: seconds(0), exp: seconds(600) })}`;
        return `${body}.${createHmac('sha256', await exportSPKI(rsa.publicKey))
          .update(body)
          .digest('base64url')}`;
      },
    ],
    ['of 5,000 characters', () => provider.tokenFor('teacher', key, { padding: 'x'.repeat(5000) })],
    ['signed by the hub for a subject that is no account', () => hub.hub.tokens.sign('teacher', 60)],
  ])('%s: the same refusal, and nothing is done', async (_what, make) => {
    const { status, errors, data } = await ask(await make());
    expect({ status, errors, data }).toEqual({
      status: 401,
      data: undefined,
      errors: [{ message: '请先登录,或重新登录。', extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('that the hub has signed does not pass for one of the provider', async () => {
    const { createTokens } = await import('../../src/platform/auth/index.ts');
    const forged = await createTokens({
      key: 'a-signing-key-that-only-tests-know-of',
      issuer: ISSUER,
      audience: AUDIENCE,
    }).sign(teacher.accountId, 60);
    expect(await whoIs(hub, forged)).toBe(401);
  });

  it('is refused at the next request after the account is shut', async () => {
    const leaver = await scenario.teacher(await scenario.schoolClass(school));
    await link(leaver, 'leaver');
    const token = await provider.tokenFor('leaver', key);
    expect(await whoIs(hub, token)).toBe(`account_${leaver.accountId}`);
    await hub.database.pool.query(`update account set status = 'DISABLED' where id = $1`, [leaver.accountId]);
    expect(await whoIs(hub, token)).toBe(401);
  });
});

describe('keys of the provider', () => {
  /** A hub and a provider that nobody has asked yet. */
  async function beginning<T>(
    work: (fresh: IdentityProvider, beside: TestHub, first: ProviderKey) => Promise<T>,
  ): Promise<T> {
    const fresh = await startIdentityProvider();
    const first = await fresh.newKey();
    const beside = await startTestHub({ database: hub.database, variables: fresh.variables });
    try {
      return await work(fresh, beside, first);
    } finally {
      await beside.stop();
      await fresh.stop();
    }
  }

  it('are asked for once, and unknown names do not have them asked for again and again', () =>
    beginning(async (fresh, beside, first) => {
      const good = await fresh.tokenFor('teacher', first);
      await Promise.all(Array.from({ length: 10 }, () => whoIs(beside, good)));
      expect(fresh.asked).toBe(1);
      const unknown = await fresh.newKey('ES256', false);
      const answers = await Promise.all(
        Array.from({ length: 20 }, async (_, index) =>
          whoIs(beside, await fresh.tokenFor('teacher', unknown, {}, { kid: `unknown-${index}` })),
        ),
      );
      // Where the provider may not be asked again, nobody can say that there is no such key.
      for (const answer of answers) expect([401, 503]).toContain(answer);
      expect(fresh.asked).toBeLessThanOrEqual(11);
    }));

  it.each(['DOWN', 'GARBAGE', 'EMPTY', 'HUGE', 'SLOW', 'REDIRECT'] as const)(
    'that cannot be had, %s: come again, and no crowd at its door',
    (answers) =>
      beginning(async (fresh, beside, first) => {
        fresh.answers = answers;
        const token = await fresh.tokenFor('teacher', first);
        const begun = performance.now();
        const all = await Promise.all(
          Array.from({ length: 10 }, () => beside.ask('{ viewer { signedIn } }', { headers: bearer(token) })),
        );
        expect(performance.now() - begun).toBeLessThan(5_000);
        for (const { status, errors, data } of all) {
          expect({ status, code: errors?.[0]?.extensions.code, data }).toEqual({
            status: 503,
            code: 'TRY_LATER',
            data: undefined,
          });
        }
        expect(await whoIs(beside, await hub.tokenOf(teacher.accountId))).toBe(`account_${teacher.accountId}`);
        expect(fresh.asked).toBe(1);
      }),
  );
});
