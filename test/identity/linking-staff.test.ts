import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  EndAssignmentDocument,
  LinkStaffIdentitiesDocument,
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
  ISSUER,
  startIdentityProvider,
  type IdentityProvider,
  type ProviderKey,
} from '../support/identity-provider.ts';
import { asked } from '../support/mutations.ts';
import { bearer, whoIs } from '../support/signed-in.ts';
import { beginScenario } from '../support/world.ts';
import { staffLinks } from './staff-links.ts';

let provider: IdentityProvider;
let key: ProviderKey;
let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let administrator: StaffMember;
let second: StaffMember;
let teacher: StaffMember;

beforeAll(async () => {
  provider = await startIdentityProvider();
  key = await provider.newKey();
  hub = await startTestHub({ variables: provider.variables });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  [administrator, second] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
  teacher = await scenario.teacher(await scenario.schoolClass(school));
});
afterAll(async () => {
  await hub.stop();
  await provider.stop();
});

const { link, approve, linkAlone } = staffLinks(() => ({ hub, administrator, second }));

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

  it('is done for a list in one call, of which each that may not be is told apart, and nothing of it where all is to be refused', async () => {
    const [one, other, taken] = [
      await scenario.staffMember({ role: 'LECTURER', school }),
      await scenario.staffMember({ role: 'LECTURER', school }),
      await scenario.staffMember({ role: 'LECTURER', school }),
    ];
    await link(taken, 'of-a-list-taken');
    const links = [
      { staffId: `staff_${one.staff.id}`, subject: 'of-a-list-1' },
      { staffId: `staff_${other.staff.id}`, subject: 'of-a-list-taken' },
      { staffId: `staff_${crypto.randomUUID()}`, subject: 'of-a-list-2' },
      { staffId: `staff_${other.staff.id}`, subject: 'of-a-list-1' },
      { staffId: `staff_${administrator.staff.id}`, subject: 'of-a-list-3' },
    ];
    const send = async (errorPolicy: string) => {
      const { payload } = await asked(hub, LinkStaffIdentitiesDocument, administrator.accountId, {
        links,
        errorPolicy,
      });
      const told = payload!['userErrors'] as { code: string; path: string[] }[];
      return {
        linked: payload!['staffIdentities'] as { id: string; subject: string; status: string }[],
        refused: told.map(({ code, path }) => `${code} ${path.join('.')}`),
      };
    };
    const refused = ['SUBJECT_TAKEN links.1.subject', 'NOT_FOUND links.2.staffId', 'TWICE links.3.subject'];
    expect(await send('REJECT_EVERYTHING')).toEqual({ linked: [], refused });
    expect(await whoIs(hub, await provider.tokenFor('of-a-list-3', key))).toBe(401);
    const sent = await send('REJECT_FAILED_ROWS');
    expect(sent).toMatchObject({
      linked: [
        { subject: 'of-a-list-1', status: 'PENDING' },
        { subject: 'of-a-list-3', status: 'ACTIVE' },
      ],
      refused,
    });
    expect(await whoIs(hub, await provider.tokenFor('of-a-list-3', key))).toBe(`account_${administrator.accountId}`);
    expect(await approve([sent.linked[0]!.id])).toEqual([]);
    expect(await whoIs(hub, await provider.tokenFor('of-a-list-1', key))).toBe(`account_${one.accountId}`);
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
    const { payload } = await asked(hub, LinkStaffIdentitiesDocument, administrator.accountId, {
      links: staff.map((each, index) => ({ staffId: `staff_${each.staff.id}`, subject: `listed-${index}` })),
    });
    const ids = (payload!['staffIdentities'] as { id: string }[]).map(({ id }) => id);
    const { data } = await hub.ask(StaffIdentitiesToApproveDocument, { as: second.accountId });
    expect(data!.staffIdentities?.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    expect(
      await approve([...ids, `staff-identity_${crypto.randomUUID()}`], second.accountId, 'REJECT_FAILED_ROWS'),
    ).toEqual(['NOT_FOUND']);
    expect(await signsIn('listed-98')).toBe(`account_${staff[98]!.accountId}`);
  });
});
