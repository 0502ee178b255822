import { allOf, never, now, sql, type Alias, type Condition, type Sql } from '../../platform/reading/index.ts';
import { heldByMe, mine } from '../people/index.ts';

/** The caller holds the right to what it tells, and the clock has not made an end of it. */
export const isShownToMe = (row: Alias): Sql =>
  allOf([heldByMe(row), sql`(${row}.shown_until is null or ${row}.shown_until > ${now})`]);

/** A notice is for its person alone, as long as they hold the right to what it tells of, and it is so: nobody else sees or counts it. */
export const visibleNotices: Condition = (row, viewer) =>
  viewer.signedIn ? allOf([sql`${row}.person_id = ${mine.personId}`, isShownToMe(row)]) : never;
