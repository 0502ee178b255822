import {
  allOf,
  always,
  computed,
  count,
  readable,
  relations,
  SMALL_GROUP,
  sql,
  table,
  toMany,
  toOne,
  type Condition,
  type Readable,
  type Relations,
} from '../../../../platform/reading/index.ts';
import { Guardian, guardiansKnownToMe, Household, oneselfAsGuardian, mine } from '../../../people/index.ts';
import { Engagement } from '../../../timetable/index.ts';
import {
  activitiesToldOf,
  CancelSignupBlocker,
  countableSignups,
  countedShifts,
  rolesOfCountedShifts,
  rolesOfSeenLists,
  rolesToldOf,
  Shift,
  ShiftRole,
  shiftsOfSeenLists,
  shiftsToldOf,
  Signup,
  SignupBlocker,
  standingSignup,
  told,
  visibleSignups,
  VolunteerActivity,
  isActiveSignup,
} from '../../model/index.ts';
import { RequestCancellationBlocker } from './leaving.rules.ts';
import { blockersFor, cancelBlockersFor, requestBlockersFor } from './signup.blockers.ts';
import {
  cancelFacts,
  cancelFactsAt,
  clashesWithMyTime,
  freeInMyHouseholds,
  signupFacts,
  signupFactsFor,
  type CancelFactsRead,
  type SignupFactsRead,
} from './signup.facts.ts';

export const readables: readonly Readable[] = [
  readable(Signup, {
    prefix: 'signup',
    visible: visibleSignups,
    countable: countableSignups,
    filters: { status: ['eq', 'in'] },
    orders: { SIGNED_UP_AT: 'signedUpAt' },
    defaultOrder: [{ by: 'signedUpAt', direction: 'DESC' }],
  }),
];

const active: Condition = isActiveSignup;
/**
 * Beside their own, people count only sign-ups that stand; guardians alone have their own, so nobody else needs the
 * condition.
 */
const stillStanding: Condition<Signup> = (row, viewer) => (viewer.guardian ? standingSignup(row, viewer) : always);
const standing: Condition<Signup> = (row, viewer) => allOf([active(row, viewer), stillStanding(row, viewer)]);

export const signupRelations: readonly Relations[] = [
  relations(VolunteerActivity, {
    signupCount: count(Signup, {
      via: (parent, child) =>
        sql`${child}.shift_id in (select sft.id from ${table('shift')} sft where sft.activity_id = ${parent}.id)`,
      where: standing,
      withheldBelow: SMALL_GROUP,
      sumOf: 'shifts.signupCount',
      countedWhere: activitiesToldOf,
      description:
        'Sign-ups that stand, in all its shifts (有效报名数); null where it is not for the caller to know, or where they, or those left over by what is told of its shifts, are a group too small to be told.',
    }),
  }),
  relations(Shift, {
    signups: toMany(Signup, {
      by: 'shift',
      countedWhere: countedShifts,
      seenWhere: shiftsOfSeenLists,
      description: 'Who has signed up, as far as the caller may see them (报名).',
    }),
    signupCount: count(Signup, {
      by: 'shift',
      where: standing,
      withheldBelow: SMALL_GROUP,
      sumOf: 'roles.confirmedCount',
      countedWhere: shiftsToldOf,
      description:
        'Sign-ups that stand (有效报名数); null where it is not for the caller to know, or where they, or those left over by what is told of its roles, are a group too small to be told.',
    }),
  }),
  relations(ShiftRole, {
    signups: toMany(Signup, {
      by: 'role',
      countedWhere: rolesOfCountedShifts,
      seenWhere: rolesOfSeenLists,
      description: 'Who has signed up, as far as the caller may see them (报名).',
    }),
    confirmedCount: count(Signup, {
      by: 'role',
      where: (row, viewer) => allOf([sql`${row}.status = 'CONFIRMED'`, stillStanding(row, viewer)]),
      withheldBelow: SMALL_GROUP,
      countedWhere: rolesToldOf,
      description:
        'Volunteers who have a place (已确认人数); null where it is not for the caller to know, or for a group too small to be told.',
    }),
    viewerSignup: toOne(Signup, {
      via: (parent, child) =>
        sql`${child}.shift_id = ${parent}.shift_id and ${child}.role_id = ${parent}.id and ${child}.person_id = ${mine.personId}`,
      where: active,
      nullable: true,
      description: "The caller's own sign-up that stands (本人报名).",
    }),
    viewerBlockers: computed<{ read: SignupFactsRead }>(() => [SignupBlocker], {
      description: 'Why the caller cannot sign up, most telling first; empty where they can (本人不能报名的原因).',
      facts: { read: signupFacts },
      value: ({ read }, { now: at, viewer }) => blockersFor(signupFactsFor(viewer, at, read)),
    }),
    viewerClashes: toMany(Engagement, {
      via: (parent, child) => clashesWithMyTime(child, sql`${parent}.id`),
      description: "What of the caller's own time stands in the way (本人时间冲突).",
    }),
    viewerFreeHouseholdGuardians: toMany(Guardian, {
      via: (parent, child) => freeInMyHouseholds(child, sql`${parent}.id`),
      description: "Other guardians of the caller's families who are free then and could serve (可代替的同家庭家长).",
    }),
    viewerCanSignUp: computed<{ read: SignupFactsRead }>(() => Boolean, {
      description: 'Whether the caller can sign up now (本人可否报名).',
      facts: { read: signupFacts },
      value: ({ read }, { now: at, viewer }) => blockersFor(signupFactsFor(viewer, at, read)).length === 0,
    }),
  }),
  relations(Signup, {
    cancelReason: told('cancelReason', {
      nullable: true,
      description: 'Why it was taken back or declined (取消或拒绝原因).',
    }),
    role: toOne(ShiftRole, {
      by: 'role',
      nullable: true,
      description: 'The role (岗位); null where the caller no longer sees the shift.',
    }),
    shift: toOne(Shift, {
      by: 'shift',
      nullable: true,
      description: 'The shift (班次); null where the caller no longer sees it.',
    }),
    guardian: toOne(Guardian, {
      by: 'guardian',
      nullable: true,
      description: 'Who has signed up (报名人); null where the caller may not see them.',
    }),
    household: toOne(Household, {
      by: 'household',
      nullable: true,
      description: 'The family that the volunteer stands for (家庭), where there is one only.',
    }),
    viewerCancelBlockers: computed<{ read: CancelFactsRead }>(() => [CancelSignupBlocker], {
      description: 'Why the caller cannot take it back; empty where they can (本人不能取消的原因).',
      facts: { read: cancelFacts },
      value: ({ read }, { now: at }) => cancelBlockersFor(cancelFactsAt(at, read)),
    }),
    viewerRequestCancellationBlockers: computed<{ read: CancelFactsRead }>(() => [RequestCancellationBlocker], {
      description:
        'Why the caller cannot ask the organiser to let them go; empty where they can (本人不能申请取消的原因).',
      facts: { read: cancelFacts },
      value: ({ read }, { now: at }) => requestBlockersFor(cancelFactsAt(at, read)),
    }),
    viewerCanCancel: computed<{ read: CancelFactsRead }>(() => Boolean, {
      description: 'Whether the caller can take it back now (本人可否取消).',
      facts: { read: cancelFacts },
      value: ({ read }, { now: at }) => cancelBlockersFor(cancelFactsAt(at, read)).length === 0,
    }),
  }),
  relations(Guardian, {
    signups: toMany(Signup, {
      by: 'guardian',
      countedWhere: oneselfAsGuardian,
      seenWhere: guardiansKnownToMe,
      description: 'What the guardian has signed up for, as far as the caller may see it, the latest first (报名).',
    }),
  }),
  relations(Engagement, {
    signup: toOne(Signup, {
      via: (parent, child) => sql`${child}.id = case ${parent}.kind when 'SHIFT_SIGNUP' then ${parent}.source_id end`,
      nullable: true,
      description: 'The sign-up that occupies the time (报名), where it is one.',
    }),
  }),
];
