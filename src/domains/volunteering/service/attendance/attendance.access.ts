import type { Permissions } from '../../../../platform/auth/index.ts';
import { allOf, anyOf, sql, type Condition } from '../../../../platform/reading/index.ts';
import { isGuardian, mine } from '../../../people/index.ts';
import { presencesLeftToDistrict, itsShift, itsSignup, manageableShifts, type Attendance } from '../../model/index.ts';

export const CHECK_IN = 'volunteering.attendance.check-in';
export const KEEP_ATTENDANCE = 'volunteering.attendance.keep';

export const attendancePermissions: Permissions = {
  [CHECK_IN]: { description: "Check in and out of one's own shifts (签到与签退).", heldBy: isGuardian },
  [KEEP_ATTENDANCE]: {
    description: 'Show the check-in code of a shift that one runs, and keep its list (出示签到码与登记考勤).',
    heldBy: (viewer) => viewer.staffSchoolIds.length > 0 || viewer.districtIds.length > 0,
  },
};

export const visibleAttendances: Condition<Attendance> = (row, viewer) =>
  anyOf([
    viewer.guardian && itsSignup(row, (signup) => sql`${signup}.guardian_id = ${mine.guardianId}`),
    (viewer.staff || viewer.district) && itsShift(row, (shift) => manageableShifts(shift, viewer)),
    viewer.district && itsSignup(row, (signup) => presencesLeftToDistrict(signup, viewer)),
  ]);

/** District staff and analysts count who came, and see nobody. */
export const countableAttendances: Condition<Attendance> = (row, viewer) =>
  anyOf([
    visibleAttendances(row, viewer),
    viewer.district && itsShift(row, (shift) => sql`${shift}.district_id = any(${mine.districtIds})`),
    viewer.analyst &&
      itsShift(row, (shift) =>
        allOf([sql`${shift}.published_at is not null`, sql`${shift}.district_id = any(${mine.analystDistrictIds})`]),
      ),
  ]);
