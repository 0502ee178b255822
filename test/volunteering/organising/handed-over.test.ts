import { afterAll, beforeAll, expect, it } from 'vitest';
import { EndAssignmentDocument, UpdateVolunteerActivityDocument } from '../../../schema/generated/admin.ts';
import { openShift, signedUp, type StaffMember } from '../../../seeds/scenario/index.ts';
import { asked } from '../../support/mutations.ts';
import { Desk } from '../desk.ts';

let desk: Desk;
let admin: StaffMember;
beforeAll(async () => {
  desk = await Desk.open({ at: new Date('2026-11-16T01:00:00.000Z') });
  admin = await desk.scenario.schoolAdmin(desk.school);
});
afterAll(() => desk.close());

const handOver = async (activity: { readonly id: string }, to: StaffMember) => {
  const [row] = await desk.rows<{ revision: number }>(
    'select revision from volunteer_activity where id = $1',
    activity.id,
  );
  return (
    await asked(desk.hub, UpdateVolunteerActivityDocument, admin.accountId, {
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
