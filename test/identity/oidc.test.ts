import { createHmac } from 'node:crypto';
import { exportSPKI } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ApproveStaffIdentitiesDocument,
  EndAssignmentDocument,
  LinkStaffIdentityDocument,
  StaffIdentitiesDocument,
  StaffIdentitiesToApproveDocument,
  UnlinkStaffIdentityDocument,
} from '../../schema/generated/admin.ts';
import type { SchoolRecord } from '../../seeds/factories/index.ts';
import { aDistrict, aStaffAssignment } from '../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../seeds/scenario/index.ts';
import { District, StaffAssignment, StaffRole } from '../../src/domains/people/index.ts';
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

/** As one administrator links, and the other approves. */
async function link(whom: Pick<StaffMember, 'staff'>, subject: string, as = administrator.accountId) {
  const linked = await linkAlone(whom, subject, as);
  if (linked.link?.status === 'PENDING') await approve([linked.link.id]);
  return linked.link ? { ...linked, link: { ...linked.link, status: 'ACTIVE' } } : linked;
}

async function approve(
  staffIdentityIds: string[],
  as = second.accountId,
  errorPolicy: 'REJECT_EVERYTHING' | 'REJECT_FAILED_ROWS' = 'REJECT_EVERYTHING',
) {
  const { data, errors } = await hub.ask(ApproveStaffIdentitiesDocument, {
    as,
    variables: { input: { staffIdentityIds, errorPolicy } },
  });
  return (
    data?.approveStaffIdentities.userErrors.map(({ code }) => code) ?? errors?.map(({ extensions }) => extensions.code)
  );
}

async function linkAlone({ staff }: Pick<StaffMember, 'staff'>, subject: string, as = administrator.accountId) {
  const { data, errors } = await hub.ask(LinkStaffIdentityDocument, {
    as,
    variables: { input: { staffId: `staff_${staff.id}`, subject } },
  });
  return {
    link: data?.linkStaffIdentity.staffIdentity,
    codes: data?.linkStaffIdentity.userErrors.map((error) => error.code),
    error: errors?.[0]?.extensions.code,
  };
}

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

describe('linking a staff member to the provider', () => {
  it('is shown to the district and to the person, and done twice changes nothing', async () => {
    const newcomer = await scenario.teacher(await scenario.schoolClass(school));
    const first = await link(newcomer, 'newcomer');
    expect(first).toMatchObject({ codes: [], link: { issuer: ISSUER, subject: 'newcomer' } });
    expect((await link(newcomer, 'newcomer')).link).toEqual(first.link);
    const seenBy = async (as: string) =>
      (await hub.ask(StaffIdentitiesDocument, { as, variables: { staff: `staff_${newcomer.staff.id}` } })).data!
        .node as { identities: { nodes: unknown[] } | null } | null;
    expect((await seenBy(administrator.accountId))?.identities?.nodes).toHaveLength(1);
    expect((await seenBy(newcomer.accountId))?.identities?.nodes).toHaveLength(1);
    expect((await seenBy(teacher.accountId))?.identities ?? null).toBeNull();
  });

  it('makes an account where there is none', async () => {
    const newcomer = await scenario.teacher(await scenario.schoolClass(school));
    await hub.database.pool.query('delete from account where id = $1', [newcomer.accountId]);
    expect((await link(newcomer, 'without-account')).codes).toEqual([]);
    const { data } = await hub.ask('{ viewer { staff { id } } }', {
      headers: bearer(await provider.tokenFor('without-account', key)),
    });
    expect(data).toEqual({ viewer: { staff: { id: `staff_${newcomer.staff.id}` } } });
  });

  it('refuses a subject of somebody else, ten at once included', async () => {
    const [one, other] = [
      await scenario.teacher(await scenario.schoolClass(school)),
      await scenario.teacher(await scenario.schoolClass(school)),
    ];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => link(index % 2 === 0 ? one : other, 'wanted-by-two')),
    );
    const winners = new Set(answers.filter((answer) => answer.codes?.length === 0).map((answer) => answer.link!.id));
    expect(winners.size).toBe(1);
    expect(answers.filter((answer) => answer.codes?.[0] === 'SUBJECT_TAKEN')).toHaveLength(5);
  });

  it.each<[string, () => Promise<string>, string]>([
    ['a teacher', () => Promise.resolve(teacher.accountId), 'FORBIDDEN'],
    ['the administrator of a school', async () => (await scenario.schoolAdmin(school)).accountId, 'FORBIDDEN'],
    [
      'the administrator of another district',
      async () => {
        const elsewhere = aDistrict();
        await scenario.write((put) => put(District, elsewhere));
        return (await scenario.staffMember({ role: StaffRole.DISTRICT_ADMIN, district: elsewhere } as never)).accountId;
      },
      'NOT_FOUND',
    ],
  ])('is not for %s, and nothing is written', async (_who, account, code) => {
    expect((await link(teacher, 'stolen', await account())).error).toBe(code);
    expect(await whoIs(hub, await provider.tokenFor('stolen', key))).toBe(401);
  });

  it('is not for whoever administers one of two districts that a person works for', async () => {
    const elsewhere = aDistrict();
    const both = await scenario.teacher(await scenario.schoolClass(school));
    await scenario.write((put) => {
      put(District, elsewhere);
      put(
        StaffAssignment,
        aStaffAssignment({ staff: both.staff, role: StaffRole.DISTRICT_ADMIN, district: elsewhere }),
      );
    });
    expect((await link(both, 'both')).codes).toEqual(['ROLE_ELSEWHERE']);
  });

  it('is taken back from the next request on, but not by oneself', async () => {
    const leaver = await scenario.teacher(await scenario.schoolClass(school));
    const { link: linked } = await link(leaver, 'unlinked');
    const { link: own } = await link(administrator, 'administrator');
    const unlink = (id: string) =>
      hub.ask(UnlinkStaffIdentityDocument, {
        as: administrator.accountId,
        variables: { input: { staffIdentityId: id } },
      });
    expect((await unlink(linked!.id)).data!.unlinkStaffIdentity).toEqual({
      staff: { id: `staff_${leaver.staff.id}`, identities: { nodes: [] } },
      userErrors: [],
    });
    expect(await whoIs(hub, await provider.tokenFor('unlinked', key))).toBe(401);
    expect((await unlink(own!.id)).data!.unlinkStaffIdentity.userErrors.map((error) => error.code)).toEqual([
      'OWN_IDENTITY',
    ]);
    expect(await whoIs(hub, await provider.tokenFor('administrator', key))).toBe(`account_${administrator.accountId}`);
  });
});

describe('linking somebody else takes two', () => {
  const signsIn = async (subject: string) => whoIs(hub, await provider.tokenFor(subject, key));

  it("so that a subject of one's own gives nobody the rights of another before a second administrator has approved it", async () => {
    const puppet = await scenario.schoolAdmin(school);
    const { link: linked } = await linkAlone(puppet, 'second-subject-of-mine');
    expect(linked).toMatchObject({ status: 'PENDING' });
    expect(await signsIn('second-subject-of-mine')).toBe(401);
    expect((await linkAlone(puppet, 'second-subject-of-mine')).link).toEqual(linked);
    expect(await approve([linked!.id], administrator.accountId)).toEqual(['OWN']);
    for (const [as, code] of [
      [puppet.accountId, 'FORBIDDEN'],
      [(await scenario.analyst()).accountId, 'FORBIDDEN'],
    ] as const)
      expect(await approve([linked!.id], as)).toEqual([code]);
    expect(await signsIn('second-subject-of-mine')).toBe(401);
    expect(await approve([linked!.id])).toEqual([]);
    expect(await signsIn('second-subject-of-mine')).toBe(`account_${puppet.accountId}`);
    expect(await approve([linked!.id])).toEqual(['NOT_PENDING']);
  });

  it('of whom neither is the one who is linked; oneself one links alone, for that gives nothing to anybody else', async () => {
    const { link: linked } = await linkAlone(second, 'second-as-well');
    expect(await approve([linked!.id])).toEqual(['OWN']);
    const { link: own } = await linkAlone(second, 'second-themselves', second.accountId);
    expect(own).toMatchObject({ status: 'ACTIVE' });
    expect(await signsIn('second-themselves')).toBe(`account_${second.accountId}`);
  });

  it('of whom one made it and may not any more: with their role the link is gone, and is made anew by somebody else', async () => {
    const [linker, whom] = [await scenario.districtAdmin(), await scenario.schoolAdmin(school)];
    const { link: waits } = await linkAlone(whom, 'made-by-who-left', linker.accountId);
    const { link: good } = await linkAlone(whom, 'approved-before', linker.accountId);
    expect(await approve([good!.id])).toEqual([]);
    await hub.ask(EndAssignmentDocument, {
      as: administrator.accountId,
      variables: { input: { assignmentId: `staff-assignment_${linker.assignment.id}` } },
    });
    expect(await approve([waits!.id])).toEqual(['NOT_FOUND']);
    expect(await signsIn('approved-before')).toBe(`account_${whom.accountId}`);
    const { link: anew } = await linkAlone(whom, 'made-by-who-left');
    expect(await approve([anew!.id])).toEqual([]);
    expect(await signsIn('made-by-who-left')).toBe(`account_${whom.accountId}`);
  });

  it('in one call of a hundred, of which each that may not be is told apart', async () => {
    const staff = await Promise.all(
      Array.from({ length: 99 }, () => scenario.staffMember({ role: 'LECTURER', school })),
    );
    const ids: string[] = [];
    for (const [index, each] of staff.entries()) ids.push((await linkAlone(each, `listed-${index}`)).link!.id);
    const { data } = await hub.ask(StaffIdentitiesToApproveDocument, { as: second.accountId });
    expect(data!.staffIdentities?.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    expect(
      await approve([...ids, `staff-identity_${crypto.randomUUID()}`], second.accountId, 'REJECT_FAILED_ROWS'),
    ).toEqual(['NOT_FOUND']);
    expect(await signsIn('listed-98')).toBe(`account_${staff[98]!.accountId}`);
  });
});
