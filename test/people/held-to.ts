import type { HeldTo } from '../support/held-to.ts';
import { ADMINISTRATORS, EVERYBODY, FAMILY, GUARDIANS, PROGRAMS, SIGNED_IN, TEACHERS } from '../access/caller-names.ts';
import { peoplePlants } from './held-to/plants.ts';
import { peopleRefusals } from './held-to/refusals.ts';
import { ABOUT_PEOPLE } from './held-to/own-cases.ts';
import { peopleLists } from './held-to/lists.ts';

export const heldTo: HeldTo = {
  things: [
    'District',
    'School',
    'SchoolYear',
    'Term',
    'CalendarDay',
    'Grade',
    'SchoolClass',
    'Room',
    'Audience',
    'AudienceTarget',
  ],
  permissions: {
    'people.assignment.manage': ADMINISTRATORS,
    'people.binding-code.issue': ['homeroom-teacher', 'school-admin'],
    'people.calendar.manage': ['district-admin', 'service-of-district'],
    'people.class.manage': [...ADMINISTRATORS, ...PROGRAMS],
    'people.class.promote': ADMINISTRATORS,
    'people.contact.keep': GUARDIANS,
    'people.guardianship.block': ['homeroom-teacher', 'school-admin', 'district-admin'],
    'people.guardianship.decide': ['homeroom-teacher', 'school-admin', 'district-admin'],
    'people.guardianship.request': GUARDIANS,
    'people.school.manage': ['district-admin', 'service-of-district'],
    'people.staff.manage': ADMINISTRATORS,
    'people.student.enrol': ['school-admin', 'service-of-school'],
    'people.student.manage': ['school-admin'],
    'people.student.transfer': ADMINISTRATORS,
  },
  reachedBy: {
    District: EVERYBODY,
    School: EVERYBODY,
    SchoolYear: EVERYBODY,
    Term: EVERYBODY,
    CalendarDay: EVERYBODY,
    Grade: EVERYBODY,
    Audience: EVERYBODY,
    AudienceTarget: EVERYBODY,
    SchoolClass: SIGNED_IN,
    Room: ['parent', 'schoolAdmin', 'districtAdmin'],
    Student: FAMILY,
    ClassMembership: FAMILY,
    Guardian: FAMILY,
    Guardianship: FAMILY,
    Household: FAMILY,
    BindingCode: ['schoolAdmin'],
    // Parents see who teaches the class of their child.
    Staff: SIGNED_IN,
    StaffAssignment: SIGNED_IN,
    RoleRequest: ['schoolAdmin', 'districtAdmin'],
  },
  notFor: {
    ClassRoster: ['districtAdmin', 'LECTURER'],
    PendingGuardianships: ['districtAdmin', 'LECTURER'],
    StudentLookup: ['LECTURER', 'PRIVACY_OFFICER'],
    RoleRequests: [...TEACHERS, 'LECTURER', 'PRIVACY_OFFICER'],
    SchoolOverview: ['LECTURER', 'PRIVACY_OFFICER'],
    StaffDirectory: ['PRIVACY_OFFICER'],
    StaffHome: ['PRIVACY_OFFICER'],
  },
  plants: peoplePlants,
  refusals: peopleRefusals,
  shapes: {
    grade_number_range: [
      'update grade set number = 0 where number = 1',
      'update grade set number = 10 where number = 9',
    ],
    person_phone_verified: ['update person set phone = null, phone_verified_at = now()'],
    person_phone_shape: ["update person set phone = '010-12345678'"],
    school_code_shape: ["update school set code = '110101'"],
    staff_number_shape: ["update staff set staff_number = 't1'", "update staff set staff_number = '--'"],
    student_number_shape: ["update student set student_number = 'G-1'"],
    room_capacity_positive: ['update room set capacity = 0'],
    school_year_dates: ['update school_year set ends_on = starts_on'],
    school_class_number_range: ['update school_class set number = 0', 'update school_class set number = 61'],
    student_leaving_whole: ["update student set left_on = '2026-10-01'", "update student set leaving = 'GRADUATED'"],
    class_membership_left: [
      "update class_membership set left_on = joined_on where status = 'ACTIVE'",
      "update class_membership set left_on = joined_on - 1 where status = 'ENDED'",
    ],
    term_dates: ['update term set ends_on = starts_on'],
    term_number_range: ['update term set number = 0 where number = 1', 'update term set number = 5 where number = 2'],
    staff_assignment_dates: ['update staff_assignment set last_day_given = valid_from - 1'],
    guardianship_recovered: ["update guardianship set recovered_at = now() where status = 'ACTIVE'"],
    guardianship_dates: ['update guardianship set valid_to = valid_from - 1'],
    audience_target_shape: [
      'update audience_target set school_class_id = c.id, school_id = c.school_id from school_class c',
      'update audience_target set school_class_id = c.id, grade_id = c.grade_id from school_class c',
      "update audience_target set school_class_id = c.id, stage = 'PRIMARY' from school_class c",
      "update audience_target set grade_id = g.id, stage = 'PRIMARY' from grade g",
    ],
  },
  ownCases: ABOUT_PEOPLE,
  leftStanding: {
    'people.role-requests': {
      plant: `insert into role_request (id, created_at, staff_id, role, district_id, asked_by_id, valid_from, expires_at)
      select gen_random_uuid(), $1::timestamptz, tch.staff_id, 'ANALYST', tch.district_id, tch.staff_id, $1::timestamptz::date, $1::timestamptz + interval '30 days'
      from staff_assignment tch where tch.role = 'SUBJECT_TEACHER' and tch.ended_at is null and not exists (select 1 from staff_assignment adm where adm.staff_id = tch.staff_id and adm.role = 'DISTRICT_ADMIN')
      order by tch.id limit 1 returning asked_by_id as id`,
      stands: `select 1 from role_request where asked_by_id = $1 and status = 'PENDING' and expires_at > $2`,
    },
  },
  lists: peopleLists,
};
