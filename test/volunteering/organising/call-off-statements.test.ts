import { afterAll, beforeAll, expect, it } from 'vitest';
import { CancelVolunteerActivityDocument } from '../../../schema/generated/admin.ts';
import { aShift, aShiftRole, minutesAfter } from '../../../seeds/factories/index.ts';
import type { FamilyGuardian } from '../../../seeds/scenario/index.ts';
import { Shift, ShiftRole } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { asked } from '../../support/mutations.ts';
import { Desk } from '../desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

/** An activity of some shifts of one place each, which is taken, and for which somebody waits. */
async function waitedFor(shifts: number): Promise<string> {
  const { activity, shift } = await desk.offer();
  const [inside, waiting] = (await desk.parents(2)) as [FamilyGuardian, FamilyGuardian];
  for (let index = 1; index <= shifts; index += 1) {
    const startsAt = minutesAfter(shift.startsAt, index * 24 * 60);
    const another = aShift({
      activity,
      startsAt,
      signupOpensAt: shift.signupOpensAt,
      signupClosesAt: minutesAfter(startsAt, -60),
      cancelUntil: minutesAfter(startsAt, -120),
    });
    const role = aShiftRole({ shift: another, capacity: 1 });
    await desk.scenario.write((put) => {
      put(Shift, another);
      put(ShiftRole, role);
    });
    expect((await desk.signUp(inside, { role })).codes).toEqual([]);
    expect((await desk.join(waiting, { role })).codes).toEqual([]);
  }
  return activity.id;
}

it('an activity is called off by as many statements, whatever the number of shifts for which somebody waits', async () => {
  const [few, many] = [await waitedFor(2), await waitedFor(6)];
  const callOff = async (activityId: string) => {
    const { result, statements } = await desk.hub.statementsOf(() =>
      asked(desk.hub, CancelVolunteerActivityDocument, desk.organiser.accountId, {
        activityId: `volunteer-activity_${activityId}`,
        reason: '暴雨',
      }),
    );
    expect(result.codes).toEqual([]);
    return statements.length;
  };
  expect(await callOff(many)).toBe(await callOff(few));
  expect(
    await desk.rows(
      `select wle.status, count(*)::int as entries, (select count(*)::int from notice ntc where ntc.kind = 'volunteering.waitlist-closed') as told
      from waitlist_entry wle group by wle.status`,
    ),
  ).toEqual([{ status: 'CLOSED', entries: 8, told: 8 }]);
});
