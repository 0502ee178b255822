import type { Transaction } from '../../../platform/commands/index.ts';
import { askDeciders } from '../../notices/index.ts';
import { Staff } from '../../people/index.ts';
import type { ParentLecture, ParentLectureStatus } from './parent-lecture.entity.ts';

/** Writes a decision of the caller's: a small part of every command that decides. It waits for nobody any more. */
export async function decide(tx: Transaction, lecture: ParentLecture, status: ParentLectureStatus, reason: string | null): Promise<void> {
  lecture.status = status;
  lecture.reason = reason;
  lecture.decidedBy = tx.em.getReference(Staff, tx.viewer.staffId!);
  lecture.decidedAt = tx.now;
  await askDeciders(tx, [lecture.id]);
}
