import {
  aBindingCode,
  aCalendarDay,
  aHousehold,
  aHouseholdStudent,
  aRoleRequest,
} from '../../../seeds/factories/index.ts';
import {
  BindingCode,
  CalendarDay,
  Household,
  HouseholdStudent,
  RoleRequest,
} from '../../../src/domains/people/index.ts';
import type { Plant, Writes } from '../../checks/plant.ts';

const promoted = 'update school_class set promoted_from_id = $2 where id = $1';

export const peoplePlants: readonly Plant[] = [
  {
    check: 'people.membership-year',
    how: 'a membership in a class of this year that names the last one',
    write: ({ run }, { second, lastYear }) =>
      run('update class_membership set school_year_id = $2 where id = $1', second.memberships[0]!.id, lastYear.id),
  },
  {
    check: 'people.promotion',
    how: 'from a class of another school',
    write: ({ run }, { schoolClass, neighbourClassBefore }) => run(promoted, schoolClass.id, neighbourClassBefore.id),
  },
  {
    check: 'people.promotion',
    how: 'from a class of the same year',
    write: ({ run }, { schoolClass, parallelClass }) => run(promoted, schoolClass.id, parallelClass.id),
  },
  {
    check: 'people.promotion',
    how: 'from a class of a later year',
    write: ({ run }, { classBefore, olderClass }) => run(promoted, classBefore.id, olderClass.id),
  },
  {
    check: 'people.left-after-coming',
    how: 'came later than they have left',
    async write({ run }, { second }) {
      await run(
        "update class_membership set status = 'ENDED', left_on = joined_on where student_id = $1",
        second.students[0]!.id,
      );
      await run(
        "update student set left_on = '2026-11-20', leaving = 'GRADUATED' where id = $1",
        second.students[0]!.id,
      );
      await run(
        "update class_membership set joined_on = '2026-11-21', left_on = '2026-11-21', created_at = '2026-11-21' where student_id = $1",
        second.students[0]!.id,
      );
    },
  },
  ...(
    [
      ['person', 'name'],
      ['student', 'name'],
      ['guardian', 'person'],
      ['staff', 'person'],
    ] as const
  ).map(([table, from]) => ({
    check: 'people.name-keys',
    how: `a place of its own of one of ${table}`,
    async write({ run }: Writes) {
      await run(`alter table ${table} disable trigger ${table}_follow_${from}`);
      await run(`update ${table} set name_key = 'a' where id = (select id from ${table} order by id limit 1)`);
    },
  })),
  {
    check: 'people.households-of-student',
    how: 'a third household',
    async write({ row }, { first }) {
      const household = aHousehold();
      await row(Household, household);
      await row(HouseholdStudent, aHouseholdStudent({ household, student: first.students[0]! }));
    },
  },
  {
    check: 'people.guardian-in-household',
    how: 'a household was left',
    alsoBreaks: ['volunteering.signup-of-role'],
    write: ({ run }, { second }) =>
      run('delete from household_guardian where guardian_id = $1', second.parent.guardian.id),
  },
  {
    check: 'people.guardians-decided-by-another',
    how: 'one was approved by another guardian of the pupil',
    async write({ run }, { first, apart, districtAdmin }) {
      await run(
        "update guardianship set decided_by_id = $2, decided_at = created_at where guardian_id = $1 and status = 'ACTIVE'",
        apart.parent.guardian.id,
        districtAdmin.staff.id,
      );
      await run('update staff set person_id = $2 where id = $1', districtAdmin.staff.id, first.parent.person.id);
    },
  },
  {
    check: 'people.blocked-sees-nothing',
    how: 'blocked, and the data still open',
    write: ({ run }, { second }) =>
      run(
        "update guardianship set status = 'BLOCKED', decision_reason = '测试', approved_before_block = true, data_access_before_block = true where guardian_id = $1",
        second.parent.guardian.id,
      ),
  },
  {
    check: 'people.used-code-asked',
    how: 'used by somebody who asked for nothing',
    write: ({ row }, { first, second, organiser }) =>
      row(
        BindingCode,
        aBindingCode({
          student: first.students[0]!,
          issuedBy: organiser.staff,
          usedAt: new Date('2026-09-02T00:00:00Z'),
          usedBy: second.parent.guardian,
        }),
      ),
  },
  {
    check: 'people.role-as-given',
    how: 'of a class that was moved into the year before',
    alsoBreaks: ['people.membership-year', 'people.promotion'],
    write: ({ run }, { schoolClass, lastYear }) =>
      run('update school_class set school_year_id = $2 where id = $1', schoolClass.id, lastYear.id),
  },
  {
    check: 'people.role-as-given',
    how: 'a role that was ended, for longer than it was given',
    async write({ run }, { organiser }) {
      await run('alter table staff_assignment disable trigger staff_assignment_follow_year');
      await run(
        'update staff_assignment set ended_at = now(), last_day_given = valid_from, valid_to = valid_from + 1 where staff_id = $1',
        organiser.staff.id,
      );
    },
  },
  {
    check: 'people.role-as-given',
    how: 'a request for a role, which the database would have kept to what was asked for',
    async write({ row, run }, { organiser, districtAdmin, scenario, school }) {
      await run('alter table role_request disable trigger role_request_follow_year');
      await row(
        RoleRequest,
        aRoleRequest({
          staff: organiser.staff,
          role: 'LECTURER',
          district: scenario.district,
          school: school.id,
          validTo: '2026-12-31',
          lastDayAsked: '2026-12-24',
          askedBy: districtAdmin.staff,
        }),
      );
    },
  },
  {
    check: 'people.role-as-given',
    how: 'without an end, which the database would have given it',
    async write({ row, run }, { organiser, districtAdmin, scenario, school, schoolClass }) {
      await run('alter table role_request disable trigger role_request_follow_year');
      await row(
        RoleRequest,
        aRoleRequest({
          staff: organiser.staff,
          role: 'HOMEROOM_TEACHER',
          district: scenario.district,
          school: school.id,
          schoolClass: schoolClass.id,
          askedBy: districtAdmin.staff,
        }),
      );
    },
  },
  {
    check: 'people.left-and-in-class',
    how: 'graduated, and still in a class',
    write: ({ run }, { second }) =>
      run("update student set left_on = '2026-11-20', leaving = 'GRADUATED' where id = $1", second.students[0]!.id),
  },
  {
    check: 'people.left-and-in-class',
    how: 'gone to another school, and still in a class of the old one',
    write: ({ run }, { second, neighbourClass }) =>
      run(
        'update student set school_id = (select school_id from school_class where id = $2) where id = $1',
        second.students[0]!.id,
        neighbourClass.id,
      ),
  },
  {
    check: 'people.term-in-year',
    how: 'a term that begins before its year',
    write: ({ run }, { schoolYear }) =>
      run('update term set starts_on = starts_on - 30 where number = 1 and school_year_id = $1', schoolYear.id),
  },
  {
    check: 'people.calendar-day-in-year',
    how: 'a day of the year after',
    write: ({ row }, { schoolYear }) => row(CalendarDay, aCalendarDay({ schoolYear, date: '2099-10-01' })),
  },
  {
    check: 'people.assignment-node',
    how: 'a class of another school',
    write: ({ run }, { organiser, neighbourClass }) =>
      run(
        'update staff_assignment set school_class_id = $2 where staff_id = $1',
        organiser.staff.id,
        neighbourClass.id,
      ),
  },
  {
    check: 'people.assignment-node',
    how: 'a school of another district',
    write: ({ run }, { schoolAdmin, schoolElsewhere }) =>
      run('update staff_assignment set school_id = $2 where staff_id = $1', schoolAdmin.staff.id, schoolElsewhere.id),
  },
];
