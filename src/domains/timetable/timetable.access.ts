import { allOf, anyOf, Scope, sql, table, type Condition } from '../../platform/reading/index.ts';
import { schoolInMyDistricts, heldByMe, mine } from '../people/index.ts';

/** A person's time is for that person alone, as long as they hold the right to what takes it; when a room is taken, the staff of its school should know. */
export const visibleEngagements: Condition = (row, viewer) =>
  anyOf([
    viewer.signedIn && allOf([sql`${row}.person_id = ${mine.personId}`, heldByMe(row)]),
    viewer.staff &&
      sql`${row}.room_id in (select rm.id from ${table('room')} rm where rm.school_id = any(${mine.staffSchoolIds}))`,
    viewer.district &&
      sql`${row}.room_id in (select rm.id from ${table('room')} rm where ${schoolInMyDistricts(new Scope('rm'))})`,
  ]);
