import { anyOf, mine, raw, sql, type Condition } from '../../platform/reading/index.ts';
import { schoolInMyDistricts } from '../people/index.ts';

/** A person's time is for that person alone; when a room is taken, the staff of its school should know. */
export const visibleEngagements: Condition = (row, viewer) =>
  anyOf([
    viewer.signedIn && sql`${row}.person_id = ${mine.personId}`,
    viewer.staff && sql`${row}.room_id in (select rm.id from room rm where rm.school_id = any(${mine.staffSchoolIds}))`,
    viewer.district && sql`${row}.room_id in (select rm.id from room rm where ${schoolInMyDistricts(raw('rm'))})`,
  ]);
