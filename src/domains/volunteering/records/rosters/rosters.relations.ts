import { GraphQLInt } from 'graphql';
import type { ViewerShape } from '../../../../platform/auth/index.ts';
import { Rate, rateOf } from '../../../../platform/graphql/index.ts';
import {
  computed,
  expression,
  never,
  now,
  raw,
  relations,
  sql,
  table,
  toMany,
  type Alias,
  type Relations,
  type Sql,
} from '../../../../platform/reading/index.ts';
import { District, maskedPhone, School, isToldOfLargeGroupsOnly } from '../../../people/index.ts';
import { manageableShifts, Shift, ShiftRole, Signup, signupHolds, VolunteerActivity } from '../../model/index.ts';
import { placesWithheld } from '../../organising/index.ts';

interface Filled {
  readonly taken: number;
  readonly capacity: number;
  readonly shortBy: number;
  readonly withheld: boolean;
}

function filled(roles: Sql, viewer: ViewerShape): Sql {
  return sql`select json_build_object(
      'taken', coalesce(sum(rol.places_taken), 0), 'capacity', coalesce(sum(rol.capacity), 0),
      'shortBy', coalesce(sum(greatest(rol.minimum - rol.places_taken, 0)), 0),
      'withheld', coalesce(bool_or(${placesWithheld(raw('rol'), viewer)}), false))
    from ${roles}`;
}

const ofShift = (shift: Alias, viewer: ViewerShape): Sql =>
  filled(sql`${table('shift_role')} rol where rol.shift_id = ${shift}.id`, viewer);

const ofActivity = (activity: Alias, viewer: ViewerShape): Sql =>
  filled(
    sql`${table('shift')} sft join ${table('shift_role')} rol on rol.shift_id = sft.id where sft.activity_id = ${activity}.id and sft.status = 'SCHEDULED'`,
    viewer,
  );

const fillRate = ({ read: { taken, capacity, withheld } }: { read: Filled }): Rate | null =>
  withheld ? null : rateOf(taken, capacity);

/** A shift to come that lacks volunteers: to be listed says of its roles that few are in them. */
function isShort(shift: Alias, viewer: ViewerShape): Sql {
  if (isToldOfLargeGroupsOnly(viewer)) return never;
  return sql`${shift}.starts_at >= ${now} and ${shift}.status = 'SCHEDULED'
    and exists (select 1 from ${table('shift_role')} rol where rol.shift_id = ${shift}.id and rol.places_taken < rol.minimum)`;
}

const short = { where: isShort, order: [{ by: 'startsAt', direction: 'ASC' }] } as const;

export const rosterRelations: readonly Relations[] = [
  relations(VolunteerActivity, {
    fillRate: computed<{ read: Filled }>(() => Rate, {
      nullable: true,
      description:
        'Share of the places of all its shifts that are confirmed or held (满员率); null where it would tell of a group too small to be told.',
      facts: { read: ofActivity },
      value: fillRate,
    }),
  }),
  relations(Shift, {
    fillRate: computed<{ read: Filled }>(() => Rate, {
      nullable: true,
      description:
        'Share of its places that are confirmed or held (满员率); null where it would tell of a group too small to be told.',
      facts: { read: ofShift },
      value: fillRate,
    }),
    shortBy: computed<{ read: Filled }>(() => GraphQLInt, {
      nullable: true,
      description:
        'Volunteers whom its roles lack to take place (缺员人数); null where it would tell of a group too small to be told.',
      facts: { read: ofShift },
      value: ({ read: { shortBy, withheld } }) => (withheld ? null : shortBy),
    }),
    missing: toMany(Signup, {
      via: (
        parent,
        child,
      ) => sql`${child}.shift_id = ${parent}.id and ${parent}.starts_at <= ${now} and ${parent}.status = 'SCHEDULED'
        and ${child}.status = 'CONFIRMED' and not exists (select 1 from ${table('attendance')} att where att.signup_id = ${child}.id) and ${signupHolds(child)}`,
      countedWhere: manageableShifts,
      description:
        'Who has a place, and of whom nothing is known since it began, as far as the caller may see them (未到人员).',
    }),
  }),
  relations(ShiftRole, {
    shortBy: computed<{ taken: number; minimum: number; withheld: boolean }>(() => GraphQLInt, {
      nullable: true,
      description: 'Volunteers whom it lacks to take place (缺员人数); null for a group too small to be told.',
      facts: { taken: 'placesTaken', minimum: 'minimum', withheld: placesWithheld },
      value: ({ taken, minimum, withheld }) => (withheld ? null : Math.max(minimum - taken, 0)),
    }),
  }),
  relations(Signup, {
    volunteerName: expression(() => String, {
      description: 'Name of the volunteer, for whoever sees the sign-up (志愿者姓名).',
      sql: (row) => sql`select per.name from ${table('person')} per where per.id = ${row}.person_id`,
    }),
    volunteerPhone: computed<{ phone: string | null }>(() => String, {
      nullable: true,
      description: 'Mobile number of the volunteer, all but its ends masked, e.g. 138****0001 (手机号).',
      facts: { phone: (row) => sql`select per.phone from ${table('person')} per where per.id = ${row}.person_id` },
      value: ({ phone }) => maskedPhone(phone),
    }),
  }),
  relations(School, {
    shiftsShortOfVolunteers: toMany(Shift, {
      by: 'school',
      ...short,
      description: 'Shifts to come whose roles lack volunteers, the earliest first (缺员班次).',
    }),
  }),
  relations(District, {
    shiftsShortOfVolunteers: toMany(Shift, {
      by: 'district',
      ...short,
      description:
        'Shifts to come, of the district and its schools, whose roles lack volunteers, the earliest first (缺员班次).',
    }),
  }),
];
