import type { Transaction } from '../../../../platform/commands/index.ts';
import { Attendance, type AttendanceMethod, Shift, Signup } from '../../model/index.ts';
import type { Presence } from './attendance.locks.ts';

/** The row of a sign-up, made where there is none yet: what is noted rests on no service any more. */
function attendanceOf(tx: Transaction, presence: Presence): Attendance {
  presence.attendance ??= tx.em.create(Attendance, {
    signup: tx.em.getReference(Signup, presence.signupId),
    shift: tx.em.getReference(Shift, presence.shiftId),
    createdAt: tx.now,
  });
  Object.assign(presence.attendance, {
    missedBefore: null,
    excusedBefore: null,
    cameBefore: null,
    cameBeforeBy: null,
    leftBefore: null,
    leftBeforeBy: null,
  });
  return presence.attendance;
}

/** The volunteer came; whoever was noted as missing is missing no more. Decided already. */
export function noteIn(tx: Transaction, presence: Presence, at: Date, by: AttendanceMethod): Attendance {
  const attendance = attendanceOf(tx, presence);
  attendance.checkedInAt = at;
  attendance.checkedInBy = by;
  attendance.noShowAt = attendance.excusedAt = null;
  return attendance;
}

/** The volunteer left. Decided already. */
export function noteOut(tx: Transaction, presence: Presence, at: Date, by: AttendanceMethod): Attendance {
  const attendance = attendanceOf(tx, presence);
  attendance.checkedOutAt = at;
  attendance.checkedOutBy = by;
  return attendance;
}

/** The volunteer did not come, whatever was noted before. Decided already. */
export function noteMissing(tx: Transaction, presence: Presence): Attendance {
  const attendance = attendanceOf(tx, presence);
  attendance.checkedInAt = attendance.checkedOutAt = null;
  attendance.checkedInBy = attendance.checkedOutBy = null;
  attendance.excusedAt = null;
  attendance.noShowAt = tx.now;
  return attendance;
}

/** The volunteer did not come, and had reason not to. Decided already. */
export function noteExcused(tx: Transaction, presence: Presence): Attendance {
  const attendance = noteMissing(tx, presence);
  attendance.noShowAt = null;
  attendance.excusedAt = tx.now;
  return attendance;
}
