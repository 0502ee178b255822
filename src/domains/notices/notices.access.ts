import { mine, never, sql, type Condition } from '../../platform/reading/index.ts';

/** What a person is told is for that person alone: nobody else sees or counts it. */
export const visibleNotices: Condition = (row, viewer) => (viewer.signedIn ? sql`${row}.person_id = ${mine.personId}` : never);
