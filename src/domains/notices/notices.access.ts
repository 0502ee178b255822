import { allOf, never, sql, type Condition } from '../../platform/reading/index.ts';
import { heldByMe, mine } from '../people/index.ts';

/** A notice is for its person alone, as long as they hold the right to what it tells of: nobody else sees or counts it. */
export const visibleNotices: Condition = (row, viewer) =>
  viewer.signedIn ? allOf([sql`${row}.person_id = ${mine.personId}`, heldByMe(row)]) : never;
