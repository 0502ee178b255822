import type { ViewerShape } from '../../../platform/auth/index.ts';
import {
  allOf,
  never,
  now,
  sql,
  table,
  type Condition,
  type Scope,
  type Sql,
} from '../../../platform/reading/index.ts';
import { leftToTheDistrict, mine } from '../../people/index.ts';
import type { Signup } from './entities/signup.entity.ts';
import type { StandIn } from './entities/stand-in.entity.ts';
import { itsShift, type OfShift } from './shifts.access.ts';
import { isActiveSignup } from './statuses.facts.ts';

/*
 * Requests of a school's volunteers on which nobody there may decide: there is neither organiser nor administrator, or
 * it is their own case. Those whom `whoDecides` names then decide, and see the row: this is the other half of that
 * rule. They go on seeing what they have decided in the place of the school.
 */

/** The row's shift is one of a school in a district of the viewer's, at which nobody is left who may decide but for these persons. */
function leftToMyDistrict(row: Scope<OfShift>, viewer: ViewerShape, of: Sql, but: Sql): Sql {
  if (!viewer.district) return never;
  return itsShift(row, (shift) =>
    allOf([
      sql`${shift}.school_id is not null`,
      sql`${shift}.district_id = any(${mine.districtIds})`,
      sql`${shift}.status = 'SCHEDULED'`,
      sql`${shift}.${of}`,
      leftToTheDistrict({
        schoolId: sql`${shift}.school_id`,
        districtId: sql`${shift}.district_id`,
        first: sql`asg.staff_id = (select own.organiser_id from ${table('volunteer_activity')} own where own.id = ${shift}.activity_id)`,
        but,
      }),
    ]),
  );
}

/**
 * The viewer decided it for a district of theirs, in the place of a school; what they decided as one of the school,
 * they saw as that.
 */
function decidedByMe(row: Scope<OfShift>, viewer: ViewerShape, decided: Sql): Sql {
  if (!viewer.district) return never;
  return allOf([decided, itsShift(row, (shift) => sql`${shift}.district_id = any(${mine.districtIds})`)]);
}

/** A sign-up that asks for a place, or to be let go. */
export const signupsLeftToDistrict: Condition<Signup> = (row, viewer) =>
  allOf([
    isActiveSignup(row),
    sql`(${row}.status = 'PENDING' or ${row}.cancel_requested_at is not null)`,
    leftToMyDistrict(row, viewer, sql`starts_at > ${now}`, sql`array[${row}.person_id]`),
  ]);

/** The sign-up of somebody whose coming nobody at the school may note. */
export const presencesLeftToDistrict: Condition<Signup> = (row, viewer) =>
  allOf([
    sql`${row}.status = 'CONFIRMED'`,
    leftToMyDistrict(row, viewer, sql`starts_at <= ${now}`, sql`array[${row}.person_id]`),
  ]);

/** Somebody who has agreed to stand in. */
export const standInsLeftToDistrict: Condition<StandIn> = (row, viewer) =>
  allOf([
    sql`${row}.status = 'PENDING'`,
    leftToMyDistrict(
      row,
      viewer,
      sql`starts_at > ${now}`,
      sql`array[${row}.to_person_id, (select giv.person_id from ${table('signup')} giv where giv.id = ${row}.signup_id)]`,
    ),
  ]);

export const signupsDecidedByMe: Condition<Signup> = (row, viewer) =>
  decidedByMe(
    row,
    viewer,
    sql`(${row}.decided_by_id = ${mine.staffId} and ${row}.decided_for_district or ${row}.cancel_decided_by_id = ${mine.staffId} and ${row}.cancel_decided_for_district)`,
  );
export const standInsDecidedByMe: Condition<StandIn> = (row, viewer) =>
  decidedByMe(row, viewer, sql`(${row}.decided_by_id = ${mine.staffId} and ${row}.decided_for_district)`);
