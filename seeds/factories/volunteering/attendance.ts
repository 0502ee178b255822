import {
  type Attendance,
  AttendanceMark,
  AttendanceMethod,
  type AttendanceReport,
} from '../../../src/domains/volunteering/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type Given, type GivenWith, nextNumber, stored, WRITTEN_AT } from '../given.ts';
import type { SignupRecord } from './signup.ts';

export type AttendanceRecord = RecordOf<Attendance>;
export type AttendanceReportRecord = RecordOf<AttendanceReport>;

/** A volunteer without `checkedInAt` did not come. One who came and left has service as well: see `aServiceRecord`. */
export function anAttendance(given: Given<Attendance> & { readonly signup: SignupRecord }): AttendanceRecord {
  const came = Boolean(given.checkedInAt);
  return completed<AttendanceRecord>(
    {
      ...stored(given),
      signup: '',
      shift: given.signup.shift,
      checkedInAt: null,
      checkedInBy: came ? AttendanceMethod.QR : null,
      checkedOutAt: null,
      checkedOutBy: given.checkedOutAt ? AttendanceMethod.QR : null,
      noShowAt: came || given.excusedAt ? null : WRITTEN_AT,
      excusedAt: null,
      missedBefore: null,
      excusedBefore: null,
      cameBefore: null,
      cameBeforeBy: null,
      leftBefore: null,
      leftBeforeBy: null,
      recordedBy: null,
    },
    given,
  );
}

export function anAttendanceReport(
  given: GivenWith<AttendanceReport, 'signup' | 'happenedAt'>,
): AttendanceReportRecord {
  return completed<AttendanceReportRecord>(
    { ...stored(given), signup: '', kind: AttendanceMark.IN, nonce: `report-${nextNumber()}`, happenedAt: WRITTEN_AT },
    given,
  );
}
