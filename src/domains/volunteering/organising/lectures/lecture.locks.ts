import type { Transaction } from '../../../../platform/commands/index.ts';
import { Forbidden, NotFound, violationOf } from '../../../../platform/errors/index.ts';
import { anyOf, Scope, sql } from '../../../../platform/reading/index.ts';
import { lockShifts, type LockedShift } from '../shifts/shift.locks.ts';
import { ParentLecture, VolunteerActivity } from '../../model/index.ts';
import { lectureFacts, lectureFactsAt, type LectureFactsRead } from './lecture.facts.ts';
import {
  actionsFor,
  DECIDE_LECTURE_RULES,
  STATUS_RULES,
  type LectureFacts,
  type ParentLectureAction,
} from './lecture.rules.ts';
import { manageableLectures, visibleParentLectures } from './lectures.access.ts';

const plc = new Scope('plc');

export interface LockedLecture {
  readonly lecture: ParentLecture;
  readonly facts: LectureFacts;
  /** The shift and the activity that it became when it was scheduled. */
  readonly scheduled: (LockedShift & { readonly activity: VolunteerActivity }) | null;
}

/**
 * Locks the guardian's person, then what the lecture was scheduled as, from the activity down, then the lecture: it comes
 * after its shift, for whoever cancels or moves a shift takes the lecture with it.
 * Somebody who decides on it is told why they cannot, also where the guardian has left.
 * @throws NotFound for a lecture that the caller neither sees nor decides on
 */
async function lockLecture(tx: Transaction, id: string): Promise<LockedLecture> {
  const viewer = tx.viewer.shape;
  const [known] = await tx.query(sql`select per.id from person per join parent_lecture plc on plc.person_id = per.id
    where plc.id = ${id}::uuid and ${anyOf([visibleParentLectures(plc, viewer), manageableLectures(plc, viewer)])} for no key update of per`);
  if (!known) throw new NotFound();
  const scheduled = await lockScheduled(tx, id);
  const [row] = await tx.query<object>(
    sql`select plc.* from parent_lecture plc where plc.id = ${id}::uuid for no key update`,
  );
  const [read] = await tx.query<{ facts: LectureFactsRead }>(
    sql`select ${lectureFacts(plc, viewer)} as facts from parent_lecture plc where plc.id = ${id}::uuid`,
  );
  return { lecture: tx.em.map(ParentLecture, row!), facts: lectureFactsAt(tx.now, read!.facts), scheduled };
}

/** Under the lock of the person nobody schedules the lecture. */
async function lockScheduled(tx: Transaction, id: string): Promise<LockedLecture['scheduled']> {
  const [row] = await tx.query<object>(sql`select act.* from parent_lecture plc join shift sft on sft.id = plc.shift_id
    join volunteer_activity act on act.id = sft.activity_id where plc.id = ${id}::uuid for no key update of act`);
  if (!row) return null;
  const activity = tx.em.map(VolunteerActivity, row);
  const [locked] = await lockShifts(tx, { activityId: activity.id });
  return { activity, ...locked! };
}

/** The lecture under lock, where its guardian may do this with it. @throws RuleViolation WRONG_STATUS, NotFound, Forbidden */
export async function lockOwnLecture(tx: Transaction, id: string, action: ParentLectureAction): Promise<LockedLecture> {
  const locked = await lockLecture(tx, id);
  if (!locked.facts.own) throw new Forbidden();
  return requireAction(locked, action);
}

/** The same for whoever decides on lectures of the class. @throws RuleViolation WRONG_STATUS, OWN, NotFound, Forbidden */
export async function lockLectureToDecide(
  tx: Transaction,
  id: string,
  action: ParentLectureAction,
): Promise<LockedLecture> {
  const locked = await lockLecture(tx, id);
  if (!locked.facts.decides) throw new Forbidden();
  if (locked.facts.own) throw violationOf(DECIDE_LECTURE_RULES, 'OWN', ['lectureId']);
  return requireAction(locked, action);
}

function requireAction(locked: LockedLecture, action: ParentLectureAction): LockedLecture {
  if (!actionsFor(locked.facts).includes(action)) throw violationOf(STATUS_RULES, 'WRONG_STATUS', ['lectureId']);
  return locked;
}
