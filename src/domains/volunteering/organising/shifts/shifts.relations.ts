import { GraphQLInt } from 'graphql';
import { signedIn } from '../../../../platform/auth/index.ts';
import { Rate, rateOf } from '../../../../platform/graphql/index.ts';
import {
  aggregates,
  computed,
  connectionOf,
  dimension,
  expression,
  measure,
  nodeOf,
  now,
  readable,
  relations,
  sql,
  table,
  toMany,
  toOne,
  type Aggregates,
  type Condition,
  type Readable,
  type Relations,
  type Roots,
} from '../../../../platform/reading/index.ts';
import { Audience, audiencesOfClass, District, School, SchoolClass, Staff } from '../../../people/index.ts';
import { onTopic, Topic, topicFilter, topicsOf } from '../../../topics/index.ts';
import {
  ActivityKind,
  ActivityTopic,
  manageableActivities,
  organisableShifts,
  Shift,
  ShiftRole,
  shiftsFoundBy,
  told,
  visibleActivities,
  visibleRoles,
  visibleShifts,
  VolunteerActivity,
} from '../../model/index.ts';
import { placesWithheld } from './places.facts.ts';

export const readables: readonly Readable[] = [
  readable(VolunteerActivity, {
    prefix: 'volunteer-activity',
    visible: visibleActivities,
    filters: { school: ['eq', 'in', 'isNull'], kind: ['eq', 'in'], status: ['eq', 'in'] },
    customFilters: {
      topic: topicFilter(ActivityTopic),
    },
    orders: { CREATED_AT: 'createdAt' },
    defaultOrder: [{ by: 'createdAt', direction: 'DESC' }],
  }),
  readable(Shift, {
    prefix: 'shift',
    visible: visibleShifts,
    foundBy: shiftsFoundBy,
    filters: { startsAt: ['gte', 'lt'], school: ['eq', 'in', 'isNull'], activity: ['eq', 'in'], status: ['eq', 'in'] },
    customFilters: {
      activityKind: {
        on: ActivityKind,
        sqlType: 'text',
        description: 'Of an activity of one of these kinds (活动类型).',
        matches: (row, wanted) =>
          sql`${row}.activity_id in (select act.id from ${table('volunteer_activity')} act where act.kind = any(${wanted}))`,
      },
    },
    orders: { STARTS_AT: 'startsAt' },
    defaultOrder: [{ by: 'startsAt', direction: 'ASC' }],
  }),
  readable(ShiftRole, {
    prefix: 'shift-role',
    visible: visibleRoles,
    defaultOrder: [{ by: 'ordinal', direction: 'ASC' }],
  }),
];

interface Places extends Readonly<Record<string, unknown>> {
  readonly capacity: number;
  readonly placesTaken: number;
  readonly withheld: boolean;
}

const places = {
  capacity: 'capacity',
  placesTaken: 'placesTaken',
  withheld: placesWithheld,
};

const upcoming: Condition = (row) => sql`${row}.starts_at >= ${now} and ${row}.status = 'SCHEDULED'`;

export const shiftRelations: readonly Relations[] = [
  relations(VolunteerActivity, {
    riskNotice: told('riskNotice', { description: 'What a volunteer should know of its risks (风险告知).' }),
    cancelReason: told('cancelReason', { nullable: true, description: 'Why it was cancelled (取消原因).' }),
    district: toOne(District, { by: 'district', description: 'The district (区).' }),
    school: toOne(School, {
      by: 'school',
      nullable: true,
      description: 'The school (学校); null where the district itself asks for volunteers.',
    }),
    audience: toOne(Audience, { by: 'audience', description: 'Whose families may sign up (适用对象).' }),
    organiser: toOne(Staff, {
      by: 'organiser',
      nullable: true,
      description: 'Who organises it (组织者); null where the caller may not see staff.',
    }),
    topics: topicsOf(ActivityTopic),
    shifts: toMany(Shift, { by: 'activity', description: 'Its shifts, the earliest first (班次).' }),
    viewerCanManage: expression(() => Boolean, {
      description: 'Whether the caller can change, publish and call it off (本人可否管理).',
      sql: (row, viewer) => sql`coalesce(${manageableActivities(row, viewer)}, false)`,
    }),
  }),
  relations(Shift, {
    cancelReason: told('cancelReason', { nullable: true, description: 'Why it was cancelled (取消原因).' }),
    activity: toOne(VolunteerActivity, { by: 'activity', description: 'What it is an occasion of (志愿活动).' }),
    district: toOne(District, { by: 'district', description: 'The district (区).' }),
    school: toOne(School, {
      by: 'school',
      nullable: true,
      description: 'The school (学校); null where the district itself asks for volunteers.',
    }),
    roles: toMany(ShiftRole, { by: 'shift', description: 'What there is to do (岗位).' }),
    viewerCanManage: expression(() => Boolean, {
      description: 'Whether the caller can change, publish and call it off (本人可否管理).',
      sql: (row, viewer) => sql`coalesce(${organisableShifts(row, viewer)}, false)`,
    }),
  }),
  relations(ShiftRole, {
    shift: toOne(Shift, { by: 'shift', description: 'The shift (班次).' }),
    placesTaken: computed<Places>(() => GraphQLInt, {
      nullable: true,
      description:
        'Places that are confirmed or held (已占名额); null where they, or those that are held, are a group too small to be told.',
      facts: places,
      value: (facts) => (facts.withheld ? null : facts.placesTaken),
    }),
    freePlaces: computed<Places>(() => GraphQLInt, {
      nullable: true,
      description: 'Places that can still be had (剩余名额); null where it would tell of a group too small to be told.',
      facts: places,
      value: (facts) => (facts.withheld ? null : facts.capacity - facts.placesTaken),
    }),
    fillRate: computed<Places>(() => Rate, {
      nullable: true,
      description: 'Share of the places that are confirmed or held (满员率); null for a group too small to be told.',
      facts: places,
      value: (facts) => (facts.withheld ? null : rateOf(facts.placesTaken, facts.capacity)),
    }),
  }),
  relations(SchoolClass, {
    shifts: toMany(Shift, {
      via: (parent, child) => sql`(${child}.school_id = ${parent}.school_id or (${child}.school_id is null
          and ${child}.district_id = (select sch.district_id from ${table('school')} sch where sch.id = ${parent}.school_id)))
        and (select act.audience_id from ${table('volunteer_activity')} act where act.id = ${child}.activity_id) = any(array(${audiencesOfClass(parent)}))`,
      description: 'Shifts that families of the class may sign up for (班次).',
    }),
  }),
  relations(School, {
    volunteerActivities: toMany(VolunteerActivity, {
      by: 'school',
      description: 'What the school asks volunteers for (志愿活动).',
    }),
    shifts: toMany(Shift, { by: 'school', description: 'Shifts of the school (班次).' }),
  }),
  relations(District, {
    volunteerActivities: toMany(VolunteerActivity, {
      by: 'district',
      description: 'What the district and its schools ask volunteers for (志愿活动).',
    }),
  }),
  relations(Topic, {
    volunteerActivities: onTopic(ActivityTopic, VolunteerActivity, 'Volunteer activities on the topic (志愿活动).'),
  }),
];

export const shiftAggregates: readonly Aggregates[] = [
  aggregates(VolunteerActivity, {
    measures: { count: measure('count', 'RECORD', 'How many activities there are (活动数).') },
    dimensions: { school: dimension('school'), kind: dimension('kind'), status: dimension('status') },
  }),
  aggregates(Shift, {
    measures: { count: measure('count', 'RECORD', 'How many shifts there are (班次数).') },
    dimensions: { school: dimension('school'), activity: dimension('activity'), status: dimension('status') },
  }),
];

export const roots: Roots = {
  volunteerActivities: connectionOf(VolunteerActivity, {
    access: signedIn,
    description: 'Volunteer activities that the caller may see, the latest first (志愿活动).',
  }),
  volunteerActivity: nodeOf(VolunteerActivity, { access: signedIn, description: 'One volunteer activity (志愿活动).' }),
  shifts: connectionOf(Shift, {
    access: signedIn,
    description: 'Shifts of every time that the caller may see, the earliest first (班次).',
  }),
  upcomingShifts: connectionOf(Shift, {
    access: signedIn,
    where: upcoming,
    description: 'The board: shifts that take place and have not begun, the earliest first (志愿服务看板).',
  }),
  shift: nodeOf(Shift, { access: signedIn, description: 'One shift (班次).' }),
};
