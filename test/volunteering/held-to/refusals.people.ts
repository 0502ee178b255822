import {
  aGuardianship,
  anAttendance,
  aParentLecture,
  aSignup,
  aVolunteerQualification,
  aVolunteerSuspension,
} from '../../../seeds/factories/index.ts';
import { Guardianship } from '../../../src/domains/people/index.ts';
import {
  Attendance,
  CheckInCodeShown,
  ParentLecture,
  ParentLectureStatus,
  Signup,
  SuspensionCause,
  VolunteerQualification,
  VolunteerSuspension,
} from '../../../src/domains/volunteering/index.ts';
import type { Refusal } from '../../checks/plant.ts';

/** The staff record of somebody becomes that of the volunteer: now they are one person. */
const ONE_PERSON = 'update staff set person_id = $2 where id = $1';

/** Nobody decides on what is their own, whichever table it is in. */
const ownCases: readonly Refusal[] = [
  {
    constraint: 'signup_decided_by_another',
    how: 'approved by the volunteer',
    async write({ run }, { confirmed, organiser, first }) {
      await run(ONE_PERSON, organiser.staff.id, first.parent.person.id);
      await run(
        'update signup set decided_by_id = $2, decided_at = now() where id = $1 and person_id = $3',
        confirmed.id,
        organiser.staff.id,
        first.parent.person.id,
      );
    },
  },
  {
    constraint: 'signup_decided_by_another',
    how: 'let go by the volunteer',
    async write({ run }, { waitingList: { given }, organiser }) {
      await run(ONE_PERSON, organiser.staff.id, given.person);
      await run('update signup set cancel_decided_by_id = $2 where id = $1', given.id, organiser.staff.id);
    },
  },
  ...(['given', 'replacement'] as const).map((part): Refusal => ({
    constraint: 'stand_in_decided_by_another',
    how: `agreed to by the person of the ${part} sign-up`,
    async write({ run }, { waitingList, organiser }) {
      await run(ONE_PERSON, organiser.staff.id, waitingList[part].person);
      await run('update stand_in set decided_by_id = $2 where id = $1', waitingList.done.id, organiser.staff.id);
    },
  })),
  {
    constraint: 'signup_taken_in_by_another',
    how: 'by whoever runs the shift, of which the organiser chooses the volunteers, in a role that asks for nothing any more',
    async write({ run, row }, { waitingList: { handed }, organiser, first }) {
      await run(ONE_PERSON, organiser.staff.id, first.parent.person.id);
      await run('update shift_role set approval_required = true where id = $1', handed.role.id);
      await run('update shift_role set approval_required = false where id = $1', handed.role.id);
      await row(Signup, aSignup({ role: handed.role, guardian: first.parent.guardian }));
    },
  },
  {
    constraint: 'signup_taken_in_by_another',
    how: 'by whoever has run it before, in a role that asks for nothing any more',
    async write({ run, row }, { waitingList: { handed }, organiser, districtAdmin, first }) {
      await run(ONE_PERSON, organiser.staff.id, first.parent.person.id);
      await run('update shift_role set approval_required = true where id = $1', handed.role.id);
      await run('update shift_role set approval_required = false where id = $1', handed.role.id);
      await run(
        'update volunteer_activity act set organiser_id = $2 from shift sft where sft.id = $1 and act.id = sft.activity_id',
        handed.role.shift,
        districtAdmin.staff.id,
      );
      await run('update staff_assignment set ended_at = created_at where staff_id = $1', organiser.staff.id);
      await row(Signup, aSignup({ role: handed.role, guardian: first.parent.guardian }));
    },
  },
  {
    constraint: 'guardianship_family_decided_by_another',
    how: 'blocked by another guardian of the pupil',
    async write({ run }, { organiser, first, apart }) {
      await run(ONE_PERSON, organiser.staff.id, first.parent.person.id);
      await run(
        "update guardianship set decided_by_id = $2 where guardian_id = $1 and status = 'ACTIVE'",
        apart.parent.guardian.id,
        organiser.staff.id,
      );
    },
  },
  {
    constraint: 'attendance_decided_by_another',
    how: 'kept by the volunteer',
    async write({ run }, { attended, organiser, first }) {
      await run(ONE_PERSON, organiser.staff.id, first.parent.person.id);
      await run('update attendance set recorded_by_id = $2 where id = $1', attended.id, organiser.staff.id);
    },
  },
  {
    constraint: 'volunteer_suspension_decided_by_another',
    how: 'of oneself',
    write: ({ row }, { schoolAdmin, school, scenario }) =>
      row(
        VolunteerSuspension,
        aVolunteerSuspension({
          person: schoolAdmin.person,
          district: scenario.district,
          school,
          cause: SuspensionCause.DECISION,
          decidedBy: schoolAdmin.staff,
          startsAt: scenario.at(-60),
          endsAt: scenario.at(60),
        }),
      ),
  },
  {
    constraint: 'volunteer_suspension_decided_by_another',
    how: 'lifted by the volunteer',
    async write({ run }, { byRule, organiser }) {
      await run(
        'update staff set person_id = s.person_id from volunteer_suspension s where staff.id = $1 and s.id = $2',
        organiser.staff.id,
        byRule.id,
      );
      await run(
        "update volunteer_suspension set lifted_at = starts_at, lift_reason = '误记', lifted_by_id = $2 where id = $1",
        byRule.id,
        organiser.staff.id,
      );
    },
  },
  {
    constraint: 'volunteer_qualification_decided_by_another',
    how: 'put on record by oneself',
    write: ({ row }, { schoolAdmin, scenario: { district } }) =>
      row(
        VolunteerQualification,
        aVolunteerQualification({ person: schoolAdmin.person, district, grantedBy: schoolAdmin.staff }),
      ),
  },
  {
    constraint: 'parent_lecture_decided_by_another',
    how: 'accepted by whoever proposed it',
    async write({ run, row }, { organiser, first, schoolClass }) {
      await run(ONE_PERSON, organiser.staff.id, first.parent.person.id);
      await row(
        ParentLecture,
        aParentLecture({
          schoolClass,
          guardian: first.parent.guardian,
          status: ParentLectureStatus.DECLINED,
          decidedBy: organiser.staff,
        }),
      );
    },
  },
  {
    constraint: 'guardianship_decided_by_another',
    how: 'approved by the guardian',
    async write({ run, row }, { organiser, first, second }) {
      await run(ONE_PERSON, organiser.staff.id, first.parent.person.id);
      await row(
        Guardianship,
        aGuardianship({
          guardian: first.parent.guardian,
          student: second.students[0]!,
          decidedBy: organiser.staff.id,
        } as never),
      );
    },
  },
];

/** What a row and its neighbours say of one another. */
export const neighbourRefusals: readonly Refusal[] = [
  ...ownCases,
  {
    constraint: 'signup_has_come',
    how: 'a sign-up of somebody who has come ends',
    write: ({ run }, { came }) =>
      run("update signup set status = 'CANCELLED', cancelled_at = now() where id = $1", came.signup.id),
  },
  {
    constraint: 'attendance_of_place',
    how: 'somebody comes who has no place',
    write: ({ row }, { gaveUp, scenario }) =>
      row(Attendance, anAttendance({ signup: gaveUp, checkedInAt: scenario.now })),
  },
  {
    constraint: 'service_record_own_code',
    how: 'by the code that they were given to show',
    async write({ row, run }, { checked, came, first, scenario }) {
      await row(CheckInCodeShown, {
        id: scenario.district.id,
        createdAt: came.shift.startsAt,
        shift: came.shift.id,
        person: first.parent.person.id,
      } as never);
      await run('update service_record set decided_at = now() where id = $1', checked.id);
    },
  },
  ...['shift_id', 'guardian_id'].flatMap((column): Refusal[] => [
    {
      constraint: 'signup_of_its_role',
      how: `another ${column}`,
      write: ({ run }, { waitingList: { taken }, came, second }) =>
        run(
          `update signup set ${column} = $2 where id = $1`,
          taken.id,
          column === 'shift_id' ? came.shift.id : second.parent.guardian.id,
        ),
    },
    {
      constraint: 'waitlist_entry_of_its_role',
      how: `another ${column}`,
      write: ({ run }, { waitingList: { entries }, came, second }) =>
        run(
          `update waitlist_entry set ${column} = $2 where id = $1`,
          entries.waiting.id,
          column === 'shift_id' ? came.shift.id : second.parent.guardian.id,
        ),
    },
  ]),
  {
    constraint: 'stand_in_of_its_signup',
    how: 'of another sign-up',
    write: ({ run }, { waitingList: { toTheList, replacement } }) =>
      run('update stand_in set signup_id = $2 where id = $1', toTheList.id, replacement.id),
  },
  {
    constraint: 'stand_in_until_start',
    how: 'a year after it',
    write: ({ run }, { waitingList: { toTheList } }) =>
      run("update stand_in set expires_at = expires_at + interval '1 year' where id = $1", toTheList.id),
  },
  {
    constraint: 'parent_lecture_has_times',
    how: 'a lecture with a shift and no times',
    write: ({ run }) => run("update parent_lecture set starts_at = null, ends_at = null where status = 'SCHEDULED'"),
  },
  {
    constraint: 'staff_assignment_stays_ended',
    how: 'a role that was ended is there again',
    async write({ run }, { organiser }) {
      await run('update staff_assignment set ended_at = now() where staff_id = $1', organiser.staff.id);
      await run('update staff_assignment set ended_at = null where staff_id = $1', organiser.staff.id);
    },
  },
];
