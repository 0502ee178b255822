import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AssignRoleDocument,
  CancelVolunteerActivityDocument,
  EndAssignmentDocument,
  UpdateVolunteerActivityDocument,
} from '../../../schema/generated/admin.ts';
import { openShift, signedUp, type StaffMember } from '../../../seeds/scenario/index.ts';
import { asked } from '../../support/mutations.ts';
import { whileHeld } from '../../people/while-held.ts';
import { Desk } from '../desk.ts';

let desk: Desk;
let admin: StaffMember;
beforeAll(async () => {
  desk = await Desk.open({ at: new Date('2026-11-16T01:00:00.000Z') });
  admin = await desk.scenario.schoolAdmin(desk.school);
});
afterAll(() => desk.close());

const handOver = async (activity: { readonly id: string }, to: StaffMember, by = admin) => {
  const [row] = await desk.rows<{ revision: number }>(
    'select revision from volunteer_activity where id = $1',
    activity.id,
  );
  return (
    await asked(desk.hub, UpdateVolunteerActivityDocument, by.accountId, {
      activityId: `volunteer-activity_${activity.id}`,
      revision: row!.revision,
      organiserId: `staff_${to.staff.id}`,
    })
  ).codes;
};
const inbox = async (who: StaffMember) =>
  (
    await desk.hub.ask<{
      viewer: { inbox: { nodes: { kind: string; body: string; about: { id: string } | null }[] } };
    }>('{ viewer { inbox(first: 20) { nodes { kind body about { id } } } } }', { as: who.accountId })
  ).data!.viewer.inbox.nodes;
const kindsOf = async (who: StaffMember) => (await inbox(who)).map(({ kind }) => kind);

it('whoever is named the organiser hears of it, and is asked what waits there in the place of whoever organised before', async () => {
  const offered = await desk.offer({ shift: { cancelUntil: desk.scenario.at(-1) } as never });
  const volunteer = await desk.newFamily();
  const signup = await signedUp(desk.scenario, offered, volunteer);
  expect((await desk.requestCancellation(volunteer.parent, `signup_${signup.id}`)).codes).toEqual([]);
  expect(await kindsOf(desk.organiser)).toEqual(['volunteering.cancellation-requested']);
  const next = await desk.scenario.teacher(await desk.scenario.schoolClass(desk.school));
  expect(await handOver(offered.activity, next)).toEqual([]);
  expect(await kindsOf(desk.organiser)).toEqual([]);
  expect((await inbox(next)).map(({ kind, about }) => [kind, about?.id]).toSorted()).toEqual([
    ['volunteering.cancellation-requested', `signup_${signup.id}`],
    ['volunteering.organiser-named', `volunteer-activity_${offered.activity.id}`],
  ]);
  expect((await desk.decideCancellation(next, `signup_${signup.id}`, true)).codes).toEqual([]);
});

it('whoever administers an activity that nobody organised reads of it no longer once somebody is named, and of the others until then', async () => {
  const leaver = await desk.scenario.teacher(await desk.scenario.schoolClass(desk.school));
  const [one, other] = await Promise.all(
    ['护学岗', '图书角'].map((title) =>
      openShift(desk.scenario, leaver, { school: desk.school, activity: { title } as never }),
    ),
  );
  expect(
    (
      await asked(desk.hub, EndAssignmentDocument, admin.accountId, {
        assignmentId: `staff-assignment_${leaver.assignment.id}`,
      })
    ).codes,
  ).toEqual([]);
  const gone = async () => (await inbox(admin)).filter(({ kind }) => kind === 'volunteering.organiser-gone');
  expect(await gone()).toMatchObject([{ body: expect.stringMatching(/2项.*(图书角.*护学岗|护学岗.*图书角)/) }]);
  expect(await handOver(one!.activity, desk.organiser)).toEqual([]);
  expect(await gone()).toMatchObject([{ body: expect.stringMatching(/1项.*:图书角。$/) }]);
  expect(await handOver(other!.activity, admin)).toEqual([]);
  expect(await gone()).toEqual([]);
  // Nobody is told what they have done themselves.
  expect(await kindsOf(admin)).not.toContain('volunteering.organiser-named');
});

/** Somebody who organised these, and left. */
async function left(...titles: readonly string[]) {
  const leaver = await desk.scenario.teacher(await desk.scenario.schoolClass(desk.school));
  const offered = await Promise.all(
    titles.map((title) => openShift(desk.scenario, leaver, { school: desk.school, activity: { title } as never })),
  );
  await ends(leaver.assignment.id);
  return { leaver, activities: offered.map(({ activity }) => activity) };
}
const ends = async (assignmentId: string): Promise<void> => {
  expect(
    (
      await asked(desk.hub, EndAssignmentDocument, admin.accountId, {
        assignmentId: `staff-assignment_${assignmentId}`,
      })
    ).codes,
  ).toEqual([]);
};
const goneOf = async (title: string, who = admin): Promise<string[]> =>
  (await inbox(who))
    .filter(({ kind, body }) => kind === 'volunteering.organiser-gone' && body.includes(title))
    .map(({ body }) => body);

it('two of its activities that are handed over at once leave nothing of what is told of whoever left', async () => {
  const second = await desk.scenario.schoolAdmin(desk.school);
  const { activities } = await left('晨读', '合唱');
  expect(await goneOf('晨读')).toHaveLength(1);
  expect(
    await whileHeld(
      desk.hub.database,
      "select 1 from notice where kind = 'volunteering.organiser-gone' for update",
      [],
      [() => handOver(activities[0]!, desk.organiser), () => handOver(activities[1]!, desk.organiser, second)],
    ),
  ).toEqual([[], []]);
  for (const title of ['晨读', '合唱']) for (const who of [admin, second]) expect(await goneOf(title, who)).toEqual([]);
});

it('whoever left and works there again organises what is theirs, of which nobody is told any more; and is told of when they leave anew', async () => {
  const { leaver } = await left('放学护送');
  expect(await goneOf('放学护送')).toHaveLength(1);
  const back = async () => {
    const { codes, payload } = await asked(desk.hub, AssignRoleDocument, admin.accountId, {
      staffId: `staff_${leaver.staff.id}`,
      role: 'LECTURER',
      schoolId: `school_${desk.school.id}`,
    });
    expect(codes).toEqual([]);
    return (payload!['assignment'] as { id: string }).id.replace('staff-assignment_', '');
  };
  const role = await back();
  expect(await goneOf('放学护送')).toEqual([]);
  await ends(role);
  expect(await goneOf('放学护送')).toHaveLength(1);
});

it('what ended by itself is found by the walk: an activity that was called off has nobody to be named for it', async () => {
  const { activities } = await left('美化校园', '图书整理');
  expect(
    (
      await asked(desk.hub, CancelVolunteerActivityDocument, admin.accountId, {
        activityId: `volunteer-activity_${activities[0]!.id}`,
        reason: '不再开展',
      })
    ).codes,
  ).toEqual([]);
  await desk.hub.hub.runJob('people.end-what-rested', {});
  expect(await goneOf('美化校园')).toEqual([]);
  expect(await goneOf('图书整理')).toMatchObject([expect.stringMatching(/1项.*:图书整理。$/)]);
});

it('whoever was named and replaced reads no longer that they organise it', async () => {
  const { activity } = await desk.offer();
  const [one, other] = [
    await desk.scenario.teacher(await desk.scenario.schoolClass(desk.school)),
    await desk.scenario.teacher(await desk.scenario.schoolClass(desk.school)),
  ];
  const named = async () =>
    Promise.all(
      [one, other].map(
        async (who) => (await inbox(who)).filter(({ kind }) => kind === 'volunteering.organiser-named').length,
      ),
    );
  expect(await handOver(activity, one)).toEqual([]);
  expect(await named()).toEqual([1, 0]);
  expect(await handOver(activity, other)).toEqual([]);
  expect(await named()).toEqual([0, 1]);
  expect(await handOver(activity, one)).toEqual([]);
  expect(await named()).toEqual([1, 0]);
});

it('of more activities than it names a notice says so, counts those of one title one by one, and goes by what is left', async () => {
  const { activities } = await left('远足一', '远足二', '远足三', '远足三', '远足四', '远足五', '远足六');
  expect(await goneOf('远足')).toEqual([expect.stringMatching(/共7项.*:远足[^、]*(、远足[^、…]*){4}…。$/)]);
  expect(await handOver(activities[6]!, desk.organiser)).toEqual([]);
  const [six] = await goneOf('远足');
  expect(six).toMatch(/共6项/);
  expect(six!.match(/远足.(×2)?/g)!.toSorted()).toEqual(
    ['远足一', '远足二', '远足三×2', '远足四', '远足五'].toSorted(),
  );
  expect(six).not.toContain('…');
  expect(await handOver(activities[3]!, desk.organiser)).toEqual([]);
  const [five] = await goneOf('远足');
  expect(five).toMatch(/共5项/);
  expect(five).not.toContain('×');
});
