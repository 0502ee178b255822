import { writeOr, type Transaction } from '../../../../platform/commands/index.ts';
import { violationOf, type Rules } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { EngagementKind, moveEngagements, type NewTime } from '../../../timetable/index.ts';
import { tellEach } from '../../notices/index.ts';
import { whoCountsOnIt } from './lecture-people.ts';
import { LECTURE_OF_CLASS_NO_OVERLAP } from '../../model/index.ts';

/** Rules for moving a shift that has a room, or is a lecture. */
export const LECTURE_ROOM_RULES = {
  ROOM_TAKEN: {
    description: 'The room is taken at that time (场地已被占用).',
    zh: '该时段场地已被占用。',
    en: 'The room is taken at that time.',
  },
  CLASS_TAKEN: {
    description: 'It is a lecture, and its class has another one at that time (班级已有讲堂).',
    zh: '该班级在该时段已有家长讲堂。',
    en: 'The class has another lecture at that time.',
  },
} satisfies Rules;

/**
 * A lecture ends with its shift, which gives its room back, and so does the activity that it was made as, where nothing else of that
 * takes place; the teachers who count on it are told: called by whoever calls shifts off, under their locks and that of the activity.
 * Where nobody of the staff calls them off, who had decided on the lecture is who did so last.
 * @param shiftIds bare ids of the shifts
 * @param knows person who knows already
 */
export async function lecturesEndWith(
  tx: Transaction,
  shiftIds: readonly string[],
  reason: string,
  knows: string | null,
): Promise<void> {
  if (shiftIds.length === 0) return;
  await tx.em.flush();
  const ended = await tx.query<{ id: string; title: string; told: string[] }>(sql`
    with ended as (update parent_lecture plc set status = 'CANCELLED', reason = ${reason},
        decided_at = case when ${tx.viewer.staffId}::uuid is null then plc.decided_at else ${tx.now} end, decided_by_id = coalesce(${tx.viewer.staffId}::uuid, plc.decided_by_id)
      where plc.shift_id = any(${shiftIds}::uuid[]) and plc.status = 'SCHEDULED' returning plc.id, plc.title, plc.school_class_id, plc.shift_id, plc.person_id),
    made_as as (update volunteer_activity act set status = 'CANCELLED', cancelled_at = ${tx.now}, cancel_reason = ${reason}, revision = act.revision + 1
      from ended join shift sft on sft.id = ended.shift_id where act.id = sft.activity_id and act.status <> 'CANCELLED'
        and not exists (select 1 from shift oth where oth.activity_id = act.id and oth.status <> 'CANCELLED'))
    select ended.id, ended.title, array(${whoCountsOnIt(sql`ended`)}) as told from ended`);
  await tellEach(
    tx,
    'LECTURE_OFF',
    ended.map(({ id, title, told }) => ({
      to: told.filter((each) => each !== knows),
      params: { lecture: title, reason },
      about: id,
      dedupe: id,
    })),
  );
  await giveRoomBack(tx, shiftIds);
}

/**
 * The room of a shift follows it to another time, and is given back where the shift goes elsewhere.
 * @throws RuleViolation ROOM_TAKEN
 */
export async function roomMovesWith(
  tx: Transaction,
  shiftId: string,
  to: NewTime,
  { elsewhere }: { readonly elsewhere: boolean },
): Promise<void> {
  if (elsewhere) return giveRoomBack(tx, [shiftId]);
  const stuck = await moveEngagements(
    tx,
    { kind: EngagementKind.SHIFT_ROOM, sourceIds: await withRoom(tx, shiftId) },
    to,
  );
  if (stuck.length > 0) throw violationOf(LECTURE_ROOM_RULES, 'ROOM_TAKEN', ['startsAt']);
}

/**
 * A lecture moves with its shift: its class hears no other one then.
 * @throws RuleViolation CLASS_TAKEN
 */
export async function lectureMovesWith(tx: Transaction, shiftId: string, { startsAt, endsAt }: NewTime): Promise<void> {
  await writeOr(
    () =>
      tx.query(
        sql`update parent_lecture plc set starts_at = ${startsAt}, ends_at = ${endsAt} where plc.shift_id = ${shiftId}::uuid and plc.status = 'SCHEDULED'`,
      ),
    { [LECTURE_OF_CLASS_NO_OVERLAP]: () => violationOf(LECTURE_ROOM_RULES, 'CLASS_TAKEN', ['startsAt']) },
  );
}

async function withRoom(tx: Transaction, shiftId: string): Promise<string[]> {
  const rows = await tx.query(
    sql`select 1 from engagement eng where eng.source_id = ${shiftId}::uuid and eng.kind = 'SHIFT_ROOM' and eng.status = 'ACTIVE'`,
  );
  return rows.length > 0 ? [shiftId] : [];
}

async function giveRoomBack(tx: Transaction, shiftIds: readonly string[]): Promise<void> {
  await tx.query(sql`update engagement eng set status = 'ENDED', ended_at = ${tx.now}
    where eng.kind = 'SHIFT_ROOM' and eng.source_id = any(${shiftIds}::uuid[]) and eng.status = 'ACTIVE'`);
}
