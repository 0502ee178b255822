import { aParentLecture, aVolunteerQualification, aVolunteerSuspension } from '../../../seeds/factories/index.ts';
import {
  ParentLecture,
  ParentLectureStatus,
  SuspensionCause,
  VolunteerQualification,
  VolunteerSuspension,
} from '../../../src/domains/volunteering/index.ts';
import type { Refusal } from '../../checks/plant.ts';

export const volunteersRefusals: readonly Refusal[] = [
  {
    constraint: 'parent_lecture_of_class_no_overlap',
    how: 'a class hears two lectures at once',
    write: ({ row }, { talk, schoolClass, organiser, first, offered }) =>
      row(
        ParentLecture,
        aParentLecture({
          schoolClass,
          guardian: first.parent.guardian,
          status: ParentLectureStatus.SCHEDULED,
          decidedBy: organiser.staff,
          shift: offered.shift,
          startsAt: new Date(talk.shift.endsAt.getTime() - 1),
          endsAt: new Date(talk.shift.endsAt.getTime() + 60_000),
        }),
      ),
  },
  {
    constraint: 'volunteer_suspension_no_overlap',
    how: 'two by the rule at once',
    write: ({ row }, { byRule, scenario: { district } }) =>
      row(
        VolunteerSuspension,
        aVolunteerSuspension({
          person: byRule.person,
          district,
          startsAt: new Date(byRule.endsAt.getTime() - 1),
          endsAt: new Date(byRule.endsAt.getTime() + 1),
        }),
      ),
  },
  {
    constraint: 'volunteer_suspension_no_overlap',
    how: 'two decisions of one school at once',
    write: ({ row }, { decision, schoolAdmin, school, scenario: { district } }) =>
      row(
        VolunteerSuspension,
        aVolunteerSuspension({
          person: decision.person,
          district,
          school,
          cause: SuspensionCause.DECISION,
          decidedBy: schoolAdmin.staff,
          startsAt: decision.startsAt,
          endsAt: decision.endsAt,
        }),
      ),
  },
  {
    constraint: 'volunteer_qualification_no_overlap',
    how: 'one of the same name, on the first day of the other',
    write: ({ row }, { qualified, schoolAdmin, scenario: { district } }) =>
      row(
        VolunteerQualification,
        aVolunteerQualification({
          person: qualified.person,
          district,
          grantedBy: schoolAdmin.staff,
          validFrom: '2025-01-01',
          validTo: qualified.validFrom,
        }),
      ),
  },
];

/** Ranges and shapes, as in refusals.shapes.ts. */
export const volunteerShapes: Readonly<Record<string, readonly string[]>> = {
  shift_off_calendar: ["update shift set off_calendar = true where status <> 'CANCELLED'"],
  volunteer_suspension_times: ['update volunteer_suspension set ends_at = starts_at where lifted_at is null'],
  parent_lecture_times: [
    "update parent_lecture set ends_at = starts_at where status = 'SCHEDULED'",
    "update parent_lecture set ends_at = null where status = 'SCHEDULED'",
  ],
  volunteer_suspension_undone: ["update volunteer_suspension set undone = true where cause = 'DECISION'"],
  volunteer_suspension_lifted: [
    'update volunteer_suspension set lifted_at = starts_at where lifted_at is null',
    "update volunteer_suspension set lift_reason = '误记' where lifted_at is null",
    'update volunteer_suspension set lifted_by_id = null where lifted_at is not null',
    'update volunteer_suspension set lifted_at = ends_at where lifted_at is not null',
    "update volunteer_suspension set lifted_at = starts_at - interval '1 millisecond' where lifted_at is not null",
  ],
  volunteer_suspension_decided: [
    "update volunteer_suspension set decided_by_id = null where cause = 'DECISION'",
    "update volunteer_suspension set cause = 'DECISION' where cause = 'NO_SHOWS'",
  ],
  volunteer_suspension_by_rule: [
    "update volunteer_suspension set school_id = s.id from school s where cause = 'NO_SHOWS'",
  ],
  volunteer_qualification_dates: ['update volunteer_qualification set valid_to = valid_from - 1'],
  volunteer_qualification_revoked: [
    'update volunteer_qualification set revoked_at = now() where revoked_at is null',
    'update volunteer_qualification set revoked_by_id = null where revoked_at is not null',
  ],
  volunteering_policy_offer: [
    'update volunteering_policy set offer_minutes = 0',
    'update volunteering_policy set offer_minutes = 10081',
  ],
  volunteering_policy_no_shows: [
    'no_show_limit = 0',
    'no_show_limit = 101',
    'no_show_window_days = 0',
    'suspension_days = 1001',
  ].map((each) => `update volunteering_policy set ${each}`),
  volunteering_policy_check_in: [
    'check_in_early_minutes = -1',
    'check_in_early_minutes = 241',
    'report_within_hours = 0',
    'report_within_hours = 721',
  ].map((each) => `update volunteering_policy set ${each}`),
  parent_lecture_minutes: [
    'update parent_lecture set duration_minutes = 9',
    'update parent_lecture set duration_minutes = 241',
  ],
  parent_lecture_scheduled: [
    "update parent_lecture set shift_id = null where status = 'SCHEDULED'",
    "update parent_lecture set shift_id = t.id from shift t where parent_lecture.status = 'PROPOSED'",
  ],
  parent_lecture_decided: [
    "update parent_lecture set status = 'ACCEPTED' where status = 'PROPOSED'",
    "update parent_lecture set decided_at = null where status = 'DECLINED'",
  ],
  parent_lecture_declined: ["update parent_lecture set reason = null where status = 'DECLINED'"],
};
