import type { Domain } from '../../platform/graphql/index.ts';
import { Audience, AudienceTarget } from './audience/audience.entity.ts';
import { ClassMembership } from './families/class-membership.entity.ts';
import { Guardian } from './families/guardian.entity.ts';
import { Guardianship } from './families/guardianship.entity.ts';
import { HouseholdGuardian, HouseholdStudent } from './families/household-membership.entity.ts';
import { Household } from './families/household.entity.ts';
import { Person } from './families/person.entity.ts';
import { Student } from './families/student.entity.ts';
import { District } from './organisation/district.entity.ts';
import { Grade } from './organisation/grade.entity.ts';
import { Room } from './organisation/room.entity.ts';
import { SchoolClass } from './organisation/school-class.entity.ts';
import { SchoolYear } from './organisation/school-year.entity.ts';
import { School } from './organisation/school.entity.ts';
import { Term } from './organisation/term.entity.ts';
import { checks } from './people.checks.ts';
import { peopleRelations, readables, roots } from './people.relations.ts';
import { StaffAssignment } from './staff/staff-assignment.entity.ts';
import { Staff } from './staff/staff.entity.ts';

export const people: Domain = {
  name: 'people',
  entities: [
    District, School, SchoolYear, Term, Grade, SchoolClass, Room, Person, Student, ClassMembership, Household,
    HouseholdGuardian, HouseholdStudent, Guardian, Guardianship, Staff, StaffAssignment, Audience, AudienceTarget,
  ],
  readables,
  relations: peopleRelations,
  roots,
  mutations: [],
  resolvers: [],
  permissions: {},
  checks,
};
