import { anyOf, sql, type Condition } from '../../../platform/reading/index.ts';
import { mine } from '../viewer/mine.facts.ts';

/** Whoever asked or is named sees a request, and so do the administrators of the school and of the district. */
export const visibleRoleRequests: Condition = (row, viewer) =>
  anyOf([
    viewer.signedIn && sql`${mine.staffId} in (${row}.staff_id, ${row}.asked_by_id)`,
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
  ]);
