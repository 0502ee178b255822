import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { assignmentHolds } from '../../people/index.ts';
import { tellEach } from '../notices.ts';
import type { Signup } from '../signups/signup.entity.ts';

/** Why a lecture does not take place that its guardian has no right to any more. */
export const NO_LECTURER = '主讲家长不能参加';

export interface EndedEntry {
  readonly id: string;
  readonly person_id: string;
}

export interface EndedStandIn {
  readonly id: string;
  /** Whose place it is. */
  readonly giver_id: string;
}

export interface EndedLecture {
  readonly id: string;
  readonly person_id: string;
  readonly title: string;
  readonly class_id: string;
}

interface Ended {
  readonly signups: readonly Signup[];
  readonly entries: readonly EndedEntry[];
  readonly standIns: readonly EndedStandIn[];
}

/** Each volunteer hears of it once, each organiser once for each activity, and whoever wanted a stand-in that the place is still theirs. */
export async function tellOfPlaces(tx: Transaction, { signups, entries, standIns }: Ended): Promise<void> {
  const bySignup = firstOf(signups.map(({ id, person }) => [person.id, id]));
  const byEntry = firstOf(entries.map(({ id, person_id }) => [person_id, id]));
  await tellEach(tx, 'SIGNUP_ENDED', [...bySignup].map(([person, about]) => ({ to: [person], about })));
  await tellEach(tx, 'WAITING_ENDED', [...byEntry].filter(([person]) => !bySignup.has(person)).map(([person, about]) => ({ to: [person], about })));
  await tellEach(tx, 'STAND_IN_DECLINED', standIns.map(({ id, giver_id }) => ({ to: [giver_id], about: id })));
  const rows = await tx.query<{ person_id: string; shift_id: string; count: number }>(sql`
    select stf.person_id, (array_agg(sft.id order by sft.starts_at, sft.id))[1] as shift_id, count(*)::int as count
    from signup sgn join shift sft on sft.id = sgn.shift_id join volunteer_activity act on act.id = sft.activity_id join staff stf on stf.id = act.organiser_id
    where sgn.id = any(${signups.map(({ id }) => id)}::uuid[]) and act.kind <> 'PARENT_LECTURE' group by act.id, stf.person_id order by act.id`);
  await tellEach(tx, 'VOLUNTEERS_GONE', rows.map(({ person_id, shift_id, count }) => ({ to: [person_id], about: shift_id, params: { count: String(count) } })));
}

/** The guardian, whose words the title is, and who heads the class today. */
export async function tellOfLectures(tx: Transaction, lectures: readonly EndedLecture[]): Promise<void> {
  if (lectures.length === 0) return;
  await tellEach(tx, 'LECTURE_ENDED', lectures.map(({ id, person_id, title }) => ({ to: [person_id], about: id, params: { lecture: title } })));
  const heads = await tx.query<{ class_id: string; persons: string[] }>(sql`
    select asg.school_class_id as class_id, array_agg(distinct stf.person_id) as persons from staff_assignment asg join staff stf on stf.id = asg.staff_id
    where asg.school_class_id = any(${lectures.map(({ class_id }) => class_id)}::uuid[]) and asg.role = 'HOMEROOM_TEACHER' and ${assignmentHolds(sql`asg`)}
    group by asg.school_class_id`);
  const byClass = new Map(heads.map(({ class_id, persons }) => [class_id, persons]));
  await tellEach(tx, 'LECTURE_OFF', lectures.map(({ id, class_id, title }) => ({ to: byClass.get(class_id) ?? [], about: id, params: { lecture: title, reason: NO_LECTURER }, dedupe: id })));
}

function firstOf(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  return new Map([...pairs].reverse());
}
