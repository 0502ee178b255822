import type { Transaction } from '../../../../platform/commands/index.ts';
import { actingStaff } from '../../../people/index.ts';
import type { ParentLecture, ParentLectureStatus } from '../../model/index.ts';

/** Writes a decision of the caller's: a small part of every command that decides. */
export function decideLecture(
  tx: Transaction,
  lecture: ParentLecture,
  status: ParentLectureStatus,
  reason: string | null,
): void {
  lecture.status = status;
  lecture.reason = reason;
  lecture.decidedBy = actingStaff(tx);
  lecture.decidedAt = tx.now;
}
