import type { Domain } from '../../platform/graphql/index.ts';
import { NOTICE_KINDS } from '../notice-kinds/index.ts';
import { Audience, AudienceTarget } from './audience/audience.entity.ts';
import { audienceReadables, audienceRelations } from './audience/audience.relations.ts';
import { calendarMutations } from './administration/calendar.graphql.ts';
import { organisationMutations } from './administration/organisation.graphql.ts';
import { staffMutations } from './administration/staff.graphql.ts';
import { correctionMutations } from './corrections/corrections.graphql.ts';
import { enrolmentMutations } from './enrolment/enrolment.graphql.ts';
import { BindingCode } from './binding/binding-code.entity.ts';
import { bindingMutations } from './binding/binding.graphql.ts';
import { bindingRelations, readables as bindingReadables } from './binding/binding.relations.ts';
import { CodeMiss } from './code-misses/code-miss.entity.ts';
import { bindingDownloads } from './binding/print-binding-codes.ts';
import { forgetCodeMisses } from './code-misses/forget-code-misses.ts';
import { familyReadables, familyRelations, familyRoots } from './families.relations.ts';
import { ClassMembership } from './families/class-membership.entity.ts';
import { Guardian } from './families/guardian.entity.ts';
import { Guardianship } from './families/guardianship.entity.ts';
import { HouseholdGuardian, HouseholdStudent } from './families/household-membership.entity.ts';
import { Household } from './families/household.entity.ts';
import { Person } from './families/person.entity.ts';
import { Student } from './families/student.entity.ts';
import {
  organisationAggregates,
  organisationReadables,
  organisationRelations,
  organisationRoots,
} from './organisation.relations.ts';
import { CalendarDay } from './organisation/calendar-day.entity.ts';
import { District } from './organisation/district.entity.ts';
import { Grade } from './organisation/grade.entity.ts';
import { Room } from './organisation/room.entity.ts';
import { SchoolClass } from './organisation/school-class.entity.ts';
import { SchoolYear } from './organisation/school-year.entity.ts';
import { School } from './organisation/school.entity.ts';
import { Term } from './organisation/term.entity.ts';
import { checks } from './people.checks.ts';
import { permissions } from './people.permissions.ts';
import { STANDING_DECISIONS } from './rights/standing-decision.ts';
import { standingDecisions } from './rights/standing-decisions.ts';
import { endingWhatDaysTook, endingWhatRested, givingBack } from './rights/end-what-rested.ts';
import { requestsRest } from './role-requests/end-requests.ts';
import { expireRoleRequests } from './role-requests/expire-role-requests.ts';
import { roleRequestMutations } from './role-requests/role-requests.graphql.ts';
import {
  readables as roleRequestReadables,
  roleRequestRelations,
  roleRequestRoots,
} from './role-requests/role-requests.relations.ts';
import { RoleRequest } from './staff/role-request.entity.ts';
import { noticeKinds } from './telling/kinds.ts';
import { DECISION_QUEUES } from './telling/decision-queue.ts';
import { waiting } from './telling/decision-queues.ts';
import { staffReadables, staffRelations, staffRoots } from './staff.relations.ts';
import { StaffAssignment } from './staff/staff-assignment.entity.ts';
import { Staff } from './staff/staff.entity.ts';

export const people: Domain = {
  name: 'people',
  entities: [
    District,
    School,
    SchoolYear,
    Term,
    CalendarDay,
    Grade,
    SchoolClass,
    Room,
    Person,
    Student,
    ClassMembership,
    Household,
    HouseholdGuardian,
    HouseholdStudent,
    Guardian,
    Guardianship,
    Staff,
    StaffAssignment,
    RoleRequest,
    BindingCode,
    CodeMiss,
    Audience,
    AudienceTarget,
  ],
  readables: [
    ...organisationReadables,
    ...audienceReadables,
    ...familyReadables,
    ...staffReadables,
    ...bindingReadables,
    ...roleRequestReadables,
  ],
  relations: [
    ...organisationRelations,
    ...audienceRelations,
    ...familyRelations,
    ...staffRelations,
    ...bindingRelations,
    ...roleRequestRelations,
  ],
  aggregates: organisationAggregates,
  roots: { ...organisationRoots, ...familyRoots, ...staffRoots, ...roleRequestRoots },
  mutations: [
    ...bindingMutations,
    ...calendarMutations,
    ...organisationMutations,
    ...staffMutations,
    ...roleRequestMutations,
    ...correctionMutations,
    ...enrolmentMutations,
  ],
  resolvers: [],
  permissions,
  checks,
  jobs: [forgetCodeMisses, expireRoleRequests, endingWhatDaysTook, endingWhatRested, givingBack],
  rightDependents: [requestsRest],
  contributions: [
    NOTICE_KINDS.with(noticeKinds),
    DECISION_QUEUES.with(waiting),
    STANDING_DECISIONS.with(standingDecisions),
  ],
  downloads: bindingDownloads,
};
