import type { Viewer } from '../../../platform/auth/index.ts';
/*
 * A row of a lower room (a notice, occupied time) cannot ask the domain that wrote it whether a person may still see it.
 * It names the rights that it rests on by keys: whoever holds one of them sees it, and at the next request after the last
 * of them has ended nobody does. Besides those named here the keys of an audience are keys (see Audience).
 */

/** A guardian of the pupil who sees its data. */
export const guardianOf = (studentId: string): string => `student:${studentId}`;
/** A guardian of a pupil of the school, or of one of a school of the district. */
export const familyOf = (nodeId: string): string => `family-of:${nodeId}`;
/** Anybody with a role at the school. */
export const staffOfSchool = (schoolId: string): string => `staff-of:${schoolId}`;
/** An administrator of the school or the district. */
export const administratorOf = (nodeId: string): string => `administers:${nodeId}`;
/** Anybody who teaches or heads the class. */
export const teacherOf = (classId: string): string => `teaches:${classId}`;

/** Anybody who heads a class of the school. */
export const headOfClassAt = (schoolId: string): string => `heads-class-at:${schoolId}`;

const kept = new WeakMap<object, readonly string[]>();

/** All that the viewer holds at this moment; made once of a viewer, who may be remembered. */
export function rightKeysOf(viewer: Viewer): readonly string[] {
  let keys = kept.get(viewer);
  if (!keys) {
    keys = [
      ...viewer.studentIds.map(guardianOf),
      ...viewer.audienceKeys,
      ...[...viewer.childSchoolIds, ...viewer.childDistrictIds].map(familyOf),
      ...viewer.staffSchoolIds.map(staffOfSchool),
      ...[...viewer.schoolIds, ...viewer.districtIds].map(administratorOf),
      ...viewer.classIds.map(teacherOf),
      ...new Set(
        viewer.assignments.flatMap(({ role, schoolId }) =>
          role === 'HOMEROOM_TEACHER' && schoolId !== null ? [headOfClassAt(schoolId)] : [],
        ),
      ),
    ];
    kept.set(viewer, keys);
  }
  return keys;
}
