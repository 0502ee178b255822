export { Audience, AudienceTarget } from './audience/audience.entity.ts';
export { AudienceTargetInput } from './audience/audience.graphql.ts';
export {
  audienceKeysOf,
  audienceKeysOfGuardian,
  audienceKeysOn,
  audiencesOfClass,
  keysOfAudience,
} from './audience/audience.targets.ts';
export { AUDIENCE_RULES, createAudience, type AudienceNode, type WantedTarget } from './audience/create-audience.ts';
export { ClassMembership, MembershipStatus } from './families/class-membership.entity.ts';
export { Guardian } from './families/guardian.entity.ts';
export { GuardianRelation, Guardianship, GuardianshipStatus } from './families/guardianship.entity.ts';
export { HouseholdGuardian, HouseholdStudent } from './families/household-membership.entity.ts';
export { Household } from './families/household.entity.ts';
export { Called, followsName, searchedByName, type FromName } from './families/called.entity.ts';
export { lecturerSearch } from './people.search.ts';
export { Person } from './families/person.entity.ts';
export { Student, StudentLeaving } from './families/student.entity.ts';
export { mobileNumber, setPhone } from './families/phones.ts';
export { maskedName, maskedPhone } from './masking.ts';
export { CalendarDay, CalendarDayKind } from './organisation/calendar-day.entity.ts';
export { District } from './organisation/district.entity.ts';
export { Grade } from './organisation/grade.entity.ts';
export { Room } from './organisation/room.entity.ts';
export { SchoolClass } from './organisation/school-class.entity.ts';
export { SchoolYear } from './organisation/school-year.entity.ts';
export { School } from './organisation/school.entity.ts';
export { Stage } from './organisation/stage.enum.ts';
export { Term } from './organisation/term.entity.ts';
export { BindingCode } from './binding/binding-code.entity.ts';
export { CodeKind, CodeMiss } from './code-misses/code-miss.entity.ts';
export { countMiss, mayTryCode } from './code-misses/code-misses.locks.ts';
export { RECOVER_RULES, type RecoverRule } from './binding/recovery.rules.ts';
export { lockRecovery, settleRecovery, type Recovery, type RecoveryAsked } from './binding/recover-ties.ts';
export { BIND_RULES } from './binding/binding.rules.ts';
export { BIND_CHILD, DECIDE_GUARDIANSHIP, KEEP_OWN_CONTACT } from './people.permissions.ts';
export { BINDING_CODE_ATTEMPT, hashOfBindingCode, newBindingCode } from './binding/binding.codes.ts';
export { NAMELESS } from './binding/bind-child.ts';
export { lockPersonOf } from './binding/guardian-names.ts';
export { actingPerson, actingStaff, answeringPerson, answeringStaff, holdMyself, OWN_STANDING } from './acting.ts';
export { people } from './people.domain.ts';
export { today } from '../../platform/reading/index.ts';
export { audienceHasKey, forMyChildren } from './audience/audience.access.ts';
export {
  nameOfHousehold,
  pupilsInNameOf,
  pupilsOfHousehold,
  recordedOfPupils,
  visibleHouseholds,
} from './families.access.ts';
export {
  schoolInMyAnalysis,
  schoolInMyDistricts,
  visibleClasses,
  visibleToAll,
  type OfSchool,
} from './organisation.access.ts';
export {
  childrenOfGuardian,
  guardiansOfChildrenOf,
  guardiansOfMyChildren,
  householdsWithOwnChild,
  isMyChild,
} from './own-children.access.ts';
export { myRolesAtWork } from './staff.access.ts';
export {
  guardiansKnownToMe,
  guardiansOfMySchools,
  householdsOfMySchools,
  myHouseholds,
  ofMyHouseholds,
  oneselfAsGuardian,
  oneselfAsStaff,
  roomsKnown,
  schoolsAtWork,
  whoeverSees,
} from './people.countable.ts';
export { endRequestsForHeld } from './administration/ask-for-role.ts';
export { assignmentHolds, assignmentStands, namesAGuardian, tieShowsData } from './rights/in-force.facts.ts';
export { giveBackSoon } from './rights/rights-ended.ts';
export { keysOf, toBeWritten, writtenRight, type RestsOn, type RightAtHand } from './rights/rests-on.ts';
export { guardianshipEnded } from './telling/kinds.ts';
export { STANDING_DECISIONS, type StandingDecisions } from './rights/standing-decision.ts';
export { leftToTheDistrict, whoRuns, type RunThing } from './rights/who-runs.ts';
export { RoleRequest, RoleRequestStatus } from './staff/role-request.entity.ts';
export { StaffAssignment } from './staff/staff-assignment.entity.ts';
export { rolesWith, StaffRole } from './staff/staff-role.enum.ts';
export { Staff } from './staff/staff.entity.ts';
export { staffNumberOf } from './staff/staff-number.ts';
export { DECISION_QUEUES, type DecisionQueue, type DecisionRequest } from './telling/decision-queue.ts';
export { renderBindingSlips, type BindingSlip } from './binding/binding-slips.pdf.ts';
export { atPlace, placed } from './telling/places.ts';
export { askAtWork } from './telling/decision-queues.ts';
export { askWhoIsNew } from './telling/tell-of-roles.ts';
export { ONLY_STORED_OPERATIONS } from './viewer/clients.ts';
export { countsWidely, disclosure, isToldOfLargeGroupsOnly } from './viewer/disclosure.ts';
export { heldByMe, mine } from './viewer/mine.facts.ts';
export { hasRole, isGuardian } from './viewer/parts.ts';
export { guardianOf } from './viewer/right-keys.ts';
export { playing } from './viewer/shape.ts';
export { noRights, type Assignment, type ViewerRights } from './viewer/viewer-rights.ts';
export { guest, viewerOf } from './viewer/viewer.ts';
export { INBOX, type Inbox, type PlaceOfRole, type Notification } from './telling/inbox.ts';
