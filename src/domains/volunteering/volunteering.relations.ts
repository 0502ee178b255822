import { GraphQLInt } from 'graphql';
import { isToldOfLargeGroupsOnly, signedIn, type ViewerShape } from '../../platform/auth/index.ts';
import { Rate, rateOf } from '../../platform/graphql/index.ts';
import {
  always, computed, connectionOf, count, mine, never, nodeOf, now, readable, relations, sql, toMany, toOne,
  type Alias, type Condition, type Readable, type Relations, type Roots, type Sql,
} from '../../platform/reading/index.ts';
import { Audience, audiencesOfClass, District, Guardian, Household, School, SchoolClass, Staff } from '../people/index.ts';
import { Topic } from '../policy/index.ts';
import { Engagement } from '../timetable/index.ts';
import { CancelSignupPayload } from './cancel-signup.graphql.ts';
import { ShiftRole } from './shift-role.entity.ts';
import { Shift } from './shift.entity.ts';
import { SignUpForShiftPayload } from './sign-up-for-shift.graphql.ts';
import { blockersFor, cancelBlockersFor, CancelSignupBlocker, SignupBlocker } from './signup.blockers.ts';
import { Signup } from './signup.entity.ts';
import { cancelFacts, cancelFactsAt, signupFacts, signupFactsAt, type CancelFactsRead, type SignupFactsRead } from './signup.facts.ts';
import { ActivityKind, ActivityTopic, VolunteerActivity } from './volunteer-activity.entity.ts';
import { countableSignups, visibleActivities, visibleRoles, visibleShifts, visibleSignups } from './volunteering.access.ts';

/** Fewer volunteers than this could be recognised by whoever may only count them. */
const SMALL_GROUP = 5;

export const ROLE_PREFIX = 'shift-role';
export const SIGNUP_PREFIX = 'signup';

export const readables: readonly Readable[] = [
  readable(VolunteerActivity, {
    prefix: 'volunteer-activity',
    visible: visibleActivities,
    filters: { school: ['eq', 'in', 'isNull'], kind: ['eq', 'in'], status: ['eq', 'in'] },
    customFilters: {
      topic: {
        on: 'ID',
        sqlType: 'uuid',
        description: 'On one of these topics (主题).',
        matches: (row, wanted) => sql`${row}.id in (select atp.activity_id from activity_topic atp where atp.topic_id = any(${wanted}))`,
      },
    },
    orders: { CREATED_AT: 'createdAt' },
    defaultOrder: [{ by: 'createdAt', direction: 'DESC' }],
  }),
  readable(Shift, {
    prefix: 'shift',
    visible: visibleShifts,
    filters: { startsAt: ['gte', 'lt'], school: ['eq', 'in', 'isNull'], activity: ['eq', 'in'], status: ['eq', 'in'] },
    customFilters: {
      activityKind: {
        on: ActivityKind,
        sqlType: 'text',
        description: 'Of an activity of one of these kinds (活动类型).',
        matches: (row, wanted) => sql`${row}.activity_id in (select act.id from volunteer_activity act where act.kind = any(${wanted}))`,
      },
    },
    orders: { STARTS_AT: 'startsAt' },
    defaultOrder: [{ by: 'startsAt', direction: 'ASC' }],
  }),
  readable(ShiftRole, { prefix: ROLE_PREFIX, visible: visibleRoles, defaultOrder: [{ by: 'ordinal', direction: 'ASC' }] }),
  readable(Signup, {
    prefix: SIGNUP_PREFIX,
    visible: visibleSignups,
    countable: countableSignups,
    filters: { status: ['eq', 'in'] },
    orders: { SIGNED_UP_AT: 'signedUpAt' },
    defaultOrder: [{ by: 'signedUpAt', direction: 'DESC' }],
  }),
];

interface Places extends Readonly<Record<string, unknown>> {
  readonly capacity: number;
  readonly placesTaken: number;
  readonly largeOnly: boolean;
}

const places = {
  capacity: 'capacity',
  placesTaken: 'placesTaken',
  largeOnly: (_row: Alias, viewer: ViewerShape): Sql => (isToldOfLargeGroupsOnly(viewer) ? always : never),
};

const isWithheld = ({ largeOnly, placesTaken }: Places): boolean => largeOnly && placesTaken > 0 && placesTaken < SMALL_GROUP;

const active: Condition = (row) => sql`${row}.status in ('PENDING', 'CONFIRMED')`;
const upcoming: Condition = (row) => sql`${row}.starts_at >= ${now} and ${row}.status = 'SCHEDULED'`;

export const volunteeringRelations: readonly Relations[] = [
  relations(VolunteerActivity, {
    district: toOne(District, { by: 'district', description: 'The district (区).' }),
    school: toOne(School, { by: 'school', nullable: true, description: 'The school (学校); null where the district itself asks for volunteers.' }),
    audience: toOne(Audience, { by: 'audience', description: 'Whose families may sign up (适用对象).' }),
    organiser: toOne(Staff, { by: 'organiser', nullable: true, description: 'Who organises it (组织者); null where the caller may not see staff.' }),
    topics: toMany(Topic, { through: { link: ActivityTopic, from: 'activity', to: 'topic' }, description: 'What it is about (主题).' }),
    shifts: toMany(Shift, { by: 'activity', description: 'Its shifts, the earliest first (班次).' }),
    signupCount: count(Signup, {
      via: (parent, child) => sql`${child}.shift_id in (select sft.id from shift sft where sft.activity_id = ${parent}.id)`,
      where: active, withheldBelow: SMALL_GROUP,
      description: 'Sign-ups that stand, in all its shifts (有效报名数); null for a group too small to be told.',
    }),
  }),
  relations(Shift, {
    activity: toOne(VolunteerActivity, { by: 'activity', description: 'What it is an occasion of (志愿活动).' }),
    district: toOne(District, { by: 'district', description: 'The district (区).' }),
    school: toOne(School, { by: 'school', nullable: true, description: 'The school (学校); null where the district itself asks for volunteers.' }),
    roles: toMany(ShiftRole, { by: 'shift', description: 'What there is to do (岗位).' }),
    signups: toMany(Signup, { by: 'shift', description: 'Who has signed up, as far as the caller may see them (报名).' }),
    signupCount: count(Signup, {
      by: 'shift', where: active, withheldBelow: SMALL_GROUP,
      description: 'Sign-ups that stand (有效报名数); null for a group too small to be told.',
    }),
  }),
  relations(ShiftRole, {
    shift: toOne(Shift, { by: 'shift', description: 'The shift (班次).' }),
    signups: toMany(Signup, { by: 'role', description: 'Who has signed up, as far as the caller may see them (报名).' }),
    confirmedCount: count(Signup, {
      by: 'role', where: (row) => sql`${row}.status = 'CONFIRMED'`, withheldBelow: SMALL_GROUP,
      description: 'Volunteers who have a place (已确认人数); null for a group too small to be told.',
    }),
    placesTaken: computed<Places>(() => GraphQLInt, {
      nullable: true,
      description: 'Places that are confirmed or held (已占名额); null for a group too small to be told.',
      facts: places,
      value: (facts) => (isWithheld(facts) ? null : facts.placesTaken),
    }),
    freePlaces: computed<Places>(() => GraphQLInt, {
      nullable: true,
      description: 'Places that can still be had (剩余名额); null where it would tell of a group too small to be told.',
      facts: places,
      value: (facts) => (isWithheld(facts) ? null : facts.capacity - facts.placesTaken),
    }),
    fillRate: computed<Places>(() => Rate, {
      nullable: true,
      description: 'Share of the places that are confirmed or held (满员率); null for a group too small to be told.',
      facts: places,
      value: (facts) => (isWithheld(facts) ? null : rateOf(facts.placesTaken, facts.capacity)),
    }),
    viewerSignup: toOne(Signup, {
      via: (parent, child) => sql`${child}.shift_id = ${parent}.shift_id and ${child}.role_id = ${parent}.id and ${child}.person_id = ${mine.personId}`,
      where: active,
      nullable: true,
      description: "The caller's own sign-up that stands (本人报名).",
    }),
    viewerBlockers: computed<{ read: SignupFactsRead }>(() => [SignupBlocker], {
      description: 'Why the caller cannot sign up, most telling first; empty where they can (本人不能报名的原因).',
      facts: { read: signupFacts },
      value: ({ read }, { now: at }) => blockersFor(signupFactsAt(at, read)),
    }),
    viewerCanSignUp: computed<{ read: SignupFactsRead }>(() => Boolean, {
      description: 'Whether the caller can sign up now (本人可否报名).',
      facts: { read: signupFacts },
      value: ({ read }, { now: at }) => blockersFor(signupFactsAt(at, read)).length === 0,
    }),
  }),
  relations(Signup, {
    role: toOne(ShiftRole, { by: 'role', nullable: true, description: 'The role (岗位); null where the caller no longer sees the shift.' }),
    shift: toOne(Shift, { by: 'shift', nullable: true, description: 'The shift (班次); null where the caller no longer sees it.' }),
    guardian: toOne(Guardian, { by: 'guardian', nullable: true, description: 'Who has signed up (报名人); null where the caller may not see them.' }),
    household: toOne(Household, { by: 'household', nullable: true, description: 'The family that the volunteer stands for (家庭), where there is one only.' }),
    viewerCancelBlockers: computed<{ read: CancelFactsRead }>(() => [CancelSignupBlocker], {
      description: 'Why the caller cannot take it back; empty where they can (本人不能取消的原因).',
      facts: { read: cancelFacts },
      value: ({ read }, { now: at }) => cancelBlockersFor(cancelFactsAt(at, read)),
    }),
    viewerCanCancel: computed<{ read: CancelFactsRead }>(() => Boolean, {
      description: 'Whether the caller can take it back now (本人可否取消).',
      facts: { read: cancelFacts },
      value: ({ read }, { now: at }) => cancelBlockersFor(cancelFactsAt(at, read)).length === 0,
    }),
  }),
  relations(Guardian, {
    signups: toMany(Signup, { by: 'guardian', description: 'What the guardian has signed up for, the latest first (报名).' }),
  }),
  relations(SchoolClass, {
    shifts: toMany(Shift, {
      via: (parent, child) => sql`(${child}.school_id = ${parent}.school_id or (${child}.school_id is null
          and ${child}.district_id = (select sch.district_id from school sch where sch.id = ${parent}.school_id)))
        and (select act.audience_id from volunteer_activity act where act.id = ${child}.activity_id) = any(array(${audiencesOfClass(parent)}))`,
      description: 'Shifts that families of the class may sign up for (班次).',
    }),
  }),
  relations(School, {
    volunteerActivities: toMany(VolunteerActivity, { by: 'school', description: 'What the school asks volunteers for (志愿活动).' }),
    shifts: toMany(Shift, { by: 'school', description: 'Shifts of the school (班次).' }),
  }),
  relations(District, {
    volunteerActivities: toMany(VolunteerActivity, { by: 'district', description: 'What the district and its schools ask volunteers for (志愿活动).' }),
  }),
  relations(Topic, {
    volunteerActivities: toMany(VolunteerActivity, {
      through: { link: ActivityTopic, from: 'topic', to: 'activity' },
      description: 'Volunteer activities on the topic (志愿活动).',
    }),
  }),
  relations(Engagement, {
    signup: toOne(Signup, {
      via: (parent, child) => sql`${child}.id = case ${parent}.kind when 'SHIFT_SIGNUP' then ${parent}.source_id end`,
      nullable: true,
      description: 'The sign-up that occupies the time (报名), where it is one.',
    }),
  }),
  relations(SignUpForShiftPayload as never, {
    signup: toOne(Signup, { by: 'signup', nullable: true, description: 'The sign-up (报名); null where nothing was done.' }),
    role: toOne(ShiftRole, { by: 'role', nullable: true, description: 'The role with its places as they now are (岗位).' }),
  }),
  relations(CancelSignupPayload as never, {
    signup: toOne(Signup, { by: 'signup', nullable: true, description: 'The sign-up as it now is (报名).' }),
    role: toOne(ShiftRole, { by: 'role', nullable: true, description: 'The role with its places as they now are (岗位); null where nothing was done.' }),
  }),
];

export const roots: Roots = {
  volunteerActivities: connectionOf(VolunteerActivity, { access: signedIn, description: 'Volunteer activities that the caller may see, the latest first (志愿活动).' }),
  volunteerActivity: nodeOf(VolunteerActivity, { access: signedIn, description: 'One volunteer activity (志愿活动).' }),
  shifts: connectionOf(Shift, { access: signedIn, description: 'Shifts of every time that the caller may see, the earliest first (班次).' }),
  upcomingShifts: connectionOf(Shift, { access: signedIn, where: upcoming, description: 'The board: shifts that take place and have not begun, the earliest first (志愿服务看板).' }),
  shift: nodeOf(Shift, { access: signedIn, description: 'One shift (班次).' }),
};
