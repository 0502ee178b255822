import { expect } from 'vitest';
import {
  ApproveServiceRecordsDocument,
  ApproveSignupsDocument,
  CreateShiftDocument,
  PublishShiftsDocument,
  RecordAttendanceDocument,
  RejectServiceRecordsDocument,
  RejectSignupsDocument,
} from '../../../schema/generated/admin.ts';
import { openShift } from '../../../seeds/scenario/index.ts';
import { ShiftStatus } from '../../../src/domains/volunteering/index.ts';
import {
  ids,
  many,
  numbers,
  over,
  pastShift,
  volunteers,
  waitingRecords,
  waitingSignups,
  type ArrangeList,
  type ListCall,
} from '../../budgets/waiting.ts';
import { asked } from '../../support/mutations.ts';

export const volunteeringLists: Readonly<Record<string, ArrangeList>> = {
  approveSignups: async (world, rows) => [
    await over(waitingSignups(world, rows), (signupIds) =>
      asked(world.hub, ApproveSignupsDocument, world.organiser.accountId, { signupIds }),
    ),
  ],
  rejectSignups: async (world, rows) => [
    await over(waitingSignups(world, rows), (signupIds) =>
      asked(world.hub, RejectSignupsDocument, world.organiser.accountId, { signupIds, reason: '人数已够' }),
    ),
  ],
  approveServiceRecords: async (world, rows) => [
    await over(waitingRecords(world, rows), (recordIds) =>
      asked(world.hub, ApproveServiceRecordsDocument, world.organiser.accountId, { recordIds }),
    ),
  ],
  rejectServiceRecords: async (world, rows) => [
    await over(waitingRecords(world, rows), (recordIds) =>
      asked(world.hub, RejectServiceRecordsDocument, world.organiser.accountId, { recordIds, reason: '未到岗' }),
    ),
  ],
  recordAttendance: async (world, rows) => {
    const offered = await pastShift(world, rows);
    const signups = ids('signup', await volunteers(world, rows, offered));
    const record =
      (said: object): ListCall =>
      () =>
        asked(world.hub, RecordAttendanceDocument, world.organiser.accountId, {
          shiftId: `shift_${offered.shift.id}`,
          rows: signups.map((signupId) => ({ signupId, ...said })),
        });
    const suspended = async (): Promise<number | null> =>
      (
        await world.hub.database.pool.query(
          'select 1 from volunteer_suspension sus join signup sgn on sgn.person_id = sus.person_id where sgn.shift_id = $1 and not sus.undone',
          [offered.shift.id],
        )
      ).rowCount;
    const corrected: ListCall = async () => {
      expect(await suspended()).toBe(rows);
      return record({ excused: true })();
    };
    return [record({ noShow: true }), corrected];
  },
  publishShifts: async (world, rows) => {
    const drafts = await many(rows, () =>
      openShift(world.scenario, world.organiser, {
        school: world.school,
        shift: { status: ShiftStatus.DRAFT, publishedAt: null },
      }),
    );
    return [
      () =>
        asked(world.hub, PublishShiftsDocument, world.organiser.accountId, {
          shiftIds: ids(
            'shift',
            drafts.map(({ shift }) => shift),
          ),
        }),
    ];
  },
  createShift: async (world, rows) => {
    const { activity, shift } = await openShift(world.scenario, world.organiser, { school: world.school });
    const roles = numbers(rows).map((index) => ({ name: `岗位 ${index}`, capacity: 2 }));
    return [
      () =>
        asked(world.hub, CreateShiftDocument, world.organiser.accountId, {
          activityId: `volunteer-activity_${activity.id}`,
          place: '校门口',
          startsAt: shift.startsAt.toISOString(),
          endsAt: shift.endsAt.toISOString(),
          roles,
        }),
    ];
  },
};
