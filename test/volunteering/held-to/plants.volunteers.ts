import {
  anEngagement,
  aSuspensionNoShow,
  aVolunteerQualification,
  aVolunteerSuspension,
} from '../../../seeds/factories/index.ts';
import { Engagement, EngagementKind } from '../../../src/domains/timetable/index.ts';
import {
  SuspensionNoShow,
  VolunteerQualification,
  VolunteerSuspension,
} from '../../../src/domains/volunteering/index.ts';
import type { Plant } from '../../checks/plant.ts';
import type { World } from '../../checks/world.ts';

export const volunteersPlants: readonly Plant[] = [
  ...['starts_at', 'ends_at'].map((edge): Plant => ({
    check: 'volunteering.lecture-time',
    how: `at another time than its shift: ${edge}`,
    write: ({ run }, { talk }) =>
      run(`update parent_lecture set ${edge} = ${edge} + interval '1 minute' where id = $1`, talk.lecture.id),
  })),
  {
    check: 'volunteering.suspension-on-absences',
    how: 'an absence of somebody else',
    write: ({ row }, { byRule, noShow }) =>
      row(SuspensionNoShow, aSuspensionNoShow({ suspension: byRule, attendance: noShow })),
  },
  {
    check: 'volunteering.suspension-on-absences',
    how: 'it was corrected',
    async write({ row, run }, { byRule, noShow }) {
      await run(
        'update volunteer_suspension set person_id = (select s.person_id from attendance a join signup s on s.id = a.signup_id where a.id = $2) where id = $1',
        byRule.id,
        noShow.id,
      );
      await row(SuspensionNoShow, aSuspensionNoShow({ suspension: byRule, attendance: noShow }));
      await run('update attendance set no_show_at = null, excused_at = now() where id = $1', noShow.id);
    },
  },
  {
    check: 'volunteering.suspension-of-school',
    how: 'at a school of another district',
    write: ({ run }, { decision, schoolElsewhere }) =>
      run('update volunteer_suspension set school_id = $2 where id = $1', decision.id, schoolElsewhere.id),
  },
  ...(
    [
      [
        'a sign-up',
        'update signup set decided_by_id = $2 where id = $1',
        ({ waitingList: { replacement } }) => replacement.id,
      ],
      [
        'being let go',
        "update signup set cancel_decided_by_id = $2 where stands_in_for_id is null and status = 'CANCELLED' and id = (select signup_id from stand_in where replacement_id = $1)",
        ({ waitingList: { replacement } }) => replacement.id,
      ],
      [
        'a place that is handed over',
        'update stand_in set decided_by_id = $2 where id = $1',
        ({ waitingList: { done } }) => done.id,
      ],
      [
        'having come',
        "update attendance set recorded_by_id = $2, checked_in_by = 'LIST', no_show_at = null, checked_in_at = (select starts_at from shift where shift.id = attendance.shift_id) where id = $1",
        ({ noShow }) => noShow.id,
      ],
      [
        'an excuse',
        'update attendance set recorded_by_id = $2, excused_at = no_show_at, no_show_at = null where id = $1',
        ({ noShow }) => noShow.id,
      ],
    ] satisfies [string, string, (world: World) => string][]
  ).map(([how, decide, id]): Plant => ({
    check: 'volunteering.place-decided-by-another',
    how,
    async write({ run }, world) {
      const decides = world.districtAdmin.staff.id;
      await run(decide, id(world), decides);
      await run(
        `update staff set person_id = sgn.person_id from signup sgn where staff.id = $1
        and (sgn.decided_by_id = $1 or sgn.cancel_decided_by_id = $1 or sgn.id in (select signup_id from attendance where recorded_by_id = $1 union select signup_id from stand_in where decided_by_id = $1))`,
        decides,
      );
    },
  })),
  ...['decided_by_id', 'lifted_by_id'].map((column): Plant => ({
    check: 'volunteering.nobody-decides-on-themself',
    how: `a suspension: ${column}`,
    alsoBreaks: ['volunteering.suspended-are-guardians'],
    write: ({ run }, { schoolAdmin }) =>
      run(
        `update volunteer_suspension set person_id = $2 where ${column} = $1`,
        schoolAdmin.staff.id,
        schoolAdmin.person.id,
      ),
  })),
  {
    check: 'volunteering.nobody-decides-on-themself',
    how: 'a qualification',
    alsoBreaks: ['volunteering.suspended-are-guardians'],
    write: ({ run }, { qualified, schoolAdmin }) =>
      run('update volunteer_qualification set person_id = $2 where id = $1', qualified.id, schoolAdmin.person.id),
  },
  {
    check: 'volunteering.suspended-are-guardians',
    how: 'the suspension of somebody who is no guardian',
    write: ({ row }, { organiser, scenario: { district } }) =>
      row(VolunteerSuspension, aVolunteerSuspension({ person: organiser.person, district })),
  },
  {
    check: 'volunteering.suspended-are-guardians',
    how: 'the qualification of somebody who is no guardian',
    write: ({ row }, { organiser, schoolAdmin, scenario: { district } }) =>
      row(
        VolunteerQualification,
        aVolunteerQualification({ person: organiser.person, district, grantedBy: schoolAdmin.staff }),
      ),
  },
  {
    check: 'volunteering.lecture-of-guardian',
    how: 'the person is not that of the guardian',
    write: ({ run }, { proposal, second }) =>
      run('update parent_lecture set person_id = $2 where id = $1', proposal.id, second.parent.person.id),
  },
  {
    check: 'volunteering.lecture-has-shift',
    how: 'the lecture is cancelled, its shift is not',
    write: ({ run }, { talk }) =>
      run("update parent_lecture set status = 'CANCELLED', reason = '停课' where id = $1", talk.lecture.id),
  },
  {
    check: 'volunteering.lecture-activity-ended',
    how: 'lecture and shift are cancelled, the activity stands',
    alsoBreaks: ['volunteering.cancelled-shift-has-no-signups', 'volunteering.room-follows-shift'],
    write: async ({ run }, { talk }) => {
      await run("update parent_lecture set status = 'CANCELLED', reason = '停课' where id = $1", talk.lecture.id);
      await run(
        "update shift set status = 'CANCELLED', cancelled_at = now(), cancel_reason = '停课' where id = $1",
        talk.shift.id,
      );
    },
  },
  {
    check: 'volunteering.lecture-has-shift',
    how: 'its activity is something else',
    write: ({ run }, { talk }) =>
      run(
        "update volunteer_activity set kind = 'LIBRARY' where id = (select activity_id from shift where id = $1)",
        talk.shift.id,
      ),
  },
  {
    check: 'volunteering.lecture-has-shift',
    how: 'its activity is for another class as well',
    write: ({ run }, { talk, parallelClass }) =>
      run(
        `update audience_target set school_class_id = $2
      where audience_id = (select a.audience_id from shift t join volunteer_activity a on a.id = t.activity_id where t.id = $1)`,
        talk.shift.id,
        parallelClass.id,
      ),
  },
  {
    check: 'volunteering.room-follows-shift',
    how: 'the room is taken for longer',
    write: ({ run }, { talk }) =>
      run("update engagement set ends_at = ends_at + interval '1 minute' where source_id = $1", talk.shift.id),
  },
  {
    check: 'volunteering.room-follows-shift',
    how: 'the room is one of another school',
    write: ({ run }, { talk, neighbourRoom }) =>
      run('update engagement set room_id = $2 where source_id = $1', talk.shift.id, neighbourRoom.id),
  },
  {
    check: 'volunteering.room-follows-shift',
    how: 'a room is taken by a shift that does not take place',
    write: ({ row }, { calledOff: { shift }, spareRoom }) =>
      row(
        Engagement,
        anEngagement({
          room: spareRoom,
          sourceId: shift.id,
          kind: EngagementKind.SHIFT_ROOM,
          startsAt: shift.startsAt,
          endsAt: shift.endsAt,
        }),
      ),
  },
];
