import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ApproveStaffIdentitiesDocument,
  EndAssignmentDocument,
  LinkStaffIdentityDocument,
  UnlinkStaffIdentityDocument,
} from '../../schema/generated/admin.ts';
import { aStaffAssignment, type SchoolRecord } from '../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../seeds/scenario/index.ts';
import { StaffAssignment } from '../../src/domains/people/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { startIdentityProvider, type IdentityProvider, type ProviderKey } from '../support/identity-provider.ts';
import { asked as send } from '../support/mutations.ts';
import { whileHeld } from '../people/while-held.ts';
import { whoIs } from '../support/signed-in.ts';
import { beginScenario } from '../support/world.ts';

let provider: IdentityProvider;
let key: ProviderKey;
let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let administrator: StaffMember;
let second: StaffMember;

beforeAll(async () => {
  provider = await startIdentityProvider();
  key = await provider.newKey();
  hub = await startTestHub({ variables: provider.variables });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  [administrator, second] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
  await provider.stop();
});

async function linkAlone({ staff }: Pick<StaffMember, 'staff'>, subject: string, as = administrator.accountId) {
  const { payload, codes } = await send(hub, LinkStaffIdentityDocument, as, { staffId: `staff_${staff.id}`, subject });
  return { link: payload?.['staffIdentity'] as { id: string; status: string } | null | undefined, codes };
}

describe('a link that waits for a second administrator', () => {
  it('is told to whoever may approve it, and to nobody else; approved, taken back or made good by who is linked, it waits for nobody', async () => {
    const [third, other] = [await scenario.districtAdmin(), await scenario.teacher(await scenario.schoolClass(school))];
    const all = [administrator, second, third, other];
    const asked = async (link: string): Promise<boolean[]> =>
      Promise.all(
        all.map(async ({ accountId }) => {
          const { data } = await hub.ask(
            '{ viewer { inbox(first: 100, where: { kind: { eq: "identity.link-asked" } }) { nodes { about { id } } } } }',
            { as: accountId },
          );
          return (data!['viewer'].inbox.nodes as { about: { id: string } | null }[]).some(
            ({ about }) => about?.id === link,
          );
        }),
      );
    const link = async (whom: typeof other, subject: string): Promise<string> =>
      (await linkAlone(whom, subject)).link!.id;
    const nobody = [false, false, false, false];
    const one = await link(other, 'told-one');
    expect(await asked(one)).toEqual([false, true, true, false]);
    expect(
      (await send(hub, ApproveStaffIdentitiesDocument, second.accountId, { staffIdentityIds: [one] })).codes,
    ).toEqual([]);
    expect(await asked(one)).toEqual(nobody);
    const two = await link(other, 'told-two');
    await hub.ask(UnlinkStaffIdentityDocument, {
      as: administrator.accountId,
      variables: { input: { staffIdentityId: two } },
    });
    expect(await asked(two)).toEqual(nobody);
    const three = await link(third, 'told-three');
    expect(await asked(three)).toEqual([false, true, false, false]);
    await linkAlone(third, 'told-three', third.accountId);
    expect(await asked(three)).toEqual(nobody);
    const four = await link(other, 'told-four');
    await hub.ask(EndAssignmentDocument, {
      as: administrator.accountId,
      variables: { input: { assignmentId: `staff-assignment_${third.assignment.id}` } },
    });
    expect(await asked(four)).toEqual([false, true, false, false]);
  });

  it('is told to those who may approve it today, not where whoever is linked has worked before', async () => {
    // Ids are in the order of time, so that the district of before has the smaller one.
    const before = await beginScenario(hub);
    const now = await beginScenario(hub);
    const [there, here] = [await before.districtAdmin(), await now.districtAdmin()];
    const also = await now.districtAdmin();
    const member = await now.staffMember({ role: 'LECTURER', school: await now.school() });
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const works = async (validFrom: string, validTo: string | null, of: Scenario) => {
      const school = await of.school();
      await of.write((put) =>
        put(
          StaffAssignment,
          aStaffAssignment({
            staff: member.staff,
            district: of.district,
            role: 'LECTURER',
            school,
            validFrom,
            lastDayGiven: validTo,
          }),
        ),
      );
    };
    const told = async (link: string) =>
      (
        await hub.database.pool.query<{ person_id: string }>(
          "select person_id from notice where kind = 'identity.link-asked' and about_id = $1 and waiting and rests_on is distinct from '{}'",
          [link.replace('staff-identity_', '')],
        )
      ).rows.map(({ person_id }) => person_id);
    const shown = async ({ accountId }: StaffMember) =>
      (await hub.ask('{ viewer { inbox(first: 10) { nodes { about { id } } } } }', { as: accountId })).data!['viewer']
        .inbox.nodes as { about: { id: string } }[];

    await works(day(-400), day(-100), before);
    const { link } = await linkAlone(member, 'worked-elsewhere', here.accountId);
    expect(await told(link!.id)).toEqual([also.person.id]);
    expect([await shown(there), await shown(also)]).toEqual([
      [],
      [expect.objectContaining({ about: { id: link!.id } })],
    ]);
    expect(
      (await send(hub, ApproveStaffIdentitiesDocument, also.accountId, { staffIdentityIds: [link!.id] })).codes,
    ).toEqual([]);
  });

  it.each(['approved', 'taken back'])(
    'is not %s where whoever it names began to work elsewhere while that waited for it',
    async (which) => {
      const member = await scenario.teacher(await scenario.schoolClass(school));
      const { link } = await linkAlone(member, `elsewhere-${which}`);
      const id = link!.id.replace('staff-identity_', '');
      const elsewhere = await beginScenario(hub);
      const there = await elsewhere.school();
      const decide =
        which === 'approved'
          ? () => send(hub, ApproveStaffIdentitiesDocument, second.accountId, { staffIdentityIds: [link!.id] })
          : () => send(hub, UnlinkStaffIdentityDocument, second.accountId, { staffIdentityId: link!.id });
      if (which === 'taken back')
        await hub.database.pool.query(
          `update staff_identity set status = 'ACTIVE', approved_by_id = $2, approved_at = now() where id = $1`,
          [id, second.staff.id],
        );
      const answers = await whileHeld(
        hub.database,
        'select 1 from staff_identity where id = $1 for update',
        [id],
        [decide],
        () =>
          elsewhere.write((put) =>
            put(
              StaffAssignment,
              aStaffAssignment({
                staff: member.staff,
                district: elsewhere.district,
                role: 'LECTURER',
                school: there,
                validFrom: '2020-01-01',
                lastDayGiven: null,
              }),
            ),
          ),
      );
      expect(answers.map(({ codes }) => codes)).toEqual([['ROLE_ELSEWHERE']]);
    },
  );

  it('that waits is good at once where whoever it names makes it themselves, so that two administrators are no dead end for one another', async () => {
    const waiting = await linkAlone(second, 'second-of-two');
    expect(waiting.link).toMatchObject({ status: 'PENDING' });
    expect(await linkAlone(second, 'second-of-two', second.accountId)).toMatchObject({
      link: { id: waiting.link!.id, status: 'ACTIVE' },
      codes: [],
    });
    expect(await whoIs(hub, await provider.tokenFor('second-of-two', key))).toBe(`account_${second.accountId}`);
    // What is good stays as it was made, and what waits for somebody else is not made good by who made it.
    expect(await linkAlone(second, 'second-of-two')).toMatchObject({
      link: { id: waiting.link!.id, status: 'ACTIVE' },
    });
    const other = await scenario.teacher(await scenario.schoolClass(school));
    expect([await linkAlone(other, 'of-another'), await linkAlone(other, 'of-another')]).toMatchObject([
      { link: { status: 'PENDING' } },
      { link: { status: 'PENDING' } },
    ]);
    expect((await linkAlone(second, 'of-another', second.accountId)).codes).toEqual(['SUBJECT_TAKEN']);
  });
});

describe('what became of a link', () => {
  const told = async ({ accountId }: StaffMember, link?: string) =>
    (
      (
        await hub.ask(
          '{ viewer { inbox(first: 50, where: { kind: { eq: "identity.link-settled" } }) { nodes { title about { id } } } } }',
          { as: accountId, headers: { 'accept-language': 'en' } },
        )
      ).data!['viewer'].inbox.nodes as { title: string; about: { id: string } | null }[]
    )
      .filter(({ about }) => link === undefined || about?.id === link)
      .map(({ title }) => title);
  const unlink = async (by: StaffMember, staffIdentityId: string) =>
    expect((await send(hub, UnlinkStaffIdentityDocument, by.accountId, { staffIdentityId })).codes).toEqual([]);

  it('is told to who made it and to who is linked, and to nobody who has done it themselves', async () => {
    const [maker, other] = [await scenario.districtAdmin(), await scenario.teacher(await scenario.schoolClass(school))];
    const link = async (whom: StaffMember, subject: string): Promise<string> =>
      (await linkAlone(whom, subject, maker.accountId)).link!.id;
    const good = await link(other, 'became-good');
    expect(
      (await send(hub, ApproveStaffIdentitiesDocument, second.accountId, { staffIdentityIds: [good] })).codes,
    ).toEqual([]);
    expect([await told(maker), await told(other), await told(second, good)]).toEqual([
      ['A sign-in is good now'],
      ['Your account has a new sign-in'],
      [],
    ]);
    await unlink(maker, good);
    expect(await told(other)).toEqual(['A sign-in of your account was taken back', 'Your account has a new sign-in']);
    await unlink(maker, await link(other, 'taken-back'));
    await unlink(second, await link(other, 'declined'));
    expect(await told(maker)).toEqual(['A sign-in was declined', 'A sign-in is good now']);
    const [leaver, own] = [await scenario.teacher(await scenario.schoolClass(school)), await scenario.districtAdmin()];
    await link(leaver, 'of-a-leaver');
    await send(hub, EndAssignmentDocument, administrator.accountId, {
      assignmentId: `staff-assignment_${leaver.assignment.id}`,
    });
    expect((await told(maker))[0]).toBe('A sign-in is over');
    expect(await told(leaver)).toEqual([]);
    await link(own, 'made-good-alone');
    await linkAlone(own, 'made-good-alone', own.accountId);
    expect((await told(maker))[0]).toBe('A sign-in is good now');
    expect(await told(own)).toEqual([]);
  });
});
