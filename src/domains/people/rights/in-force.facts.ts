/*
 * When a right holds, written once: a tie, or a role at work. The day is that of the request, or one that the statement has at hand.
 */
import { raw, sql, today, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { CURRENT_GUARDIANSHIP } from '../families/guardianship.entity.ts';

/** The day lies between the first one of the row and its last one, which are part of it. */
const lies = (row: Alias, day: Sql): Sql =>
  sql`${row}.valid_from <= ${day} and (${row}.valid_to is null or ${row}.valid_to >= ${day})`;

/** True where the tie is in force on the day. */
export const tieHolds = (tie: Alias, day: Sql = today): Sql => sql`${tie}.status = 'ACTIVE' and ${lies(tie, day)}`;

/** True where it is, and gives access to what is known of the pupil. */
export const tieShowsData = (tie: Alias, day: Sql = today): Sql =>
  sql`${tie}.status = 'ACTIVE' and ${tie}.data_access and ${lies(tie, day)}`;

/** The tie names a guardian of the pupil, or somebody who asks to be one or is kept from it: whoever was declined or is one no longer is nobody to the school. */
export const namesAGuardian = (tie: Alias): Sql => sql`${tie}.status in ${raw(CURRENT_GUARDIANSHIP)}`;

/** True where the assignment holds on the day: it may have been ended on its last one. */
export const assignmentHolds = (row: Alias, day: Sql = today): Sql =>
  sql`${row}.ended_at is null and ${lies(row, day)}`;

/** True where the assignment holds or is to hold, as the school years are: whoever has no such one is of the staff there no more. */
export const assignmentStands = (row: Alias): Sql =>
  sql`${row}.ended_at is null and (${row}.valid_to is null or ${row}.valid_to >= greatest(${row}.valid_from, ${today}))`;

/** True where nobody has ended the assignment, and it was given for today or later: it may hold at some time, whatever becomes of the school years. */
export const assignmentIsGiven = (row: Alias): Sql =>
  sql`${row}.ended_at is null and (${row}.last_day_given is null or ${row}.last_day_given >= ${today})`;
