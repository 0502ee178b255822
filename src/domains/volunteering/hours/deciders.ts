import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { assignmentHolds } from '../../people/index.ts';
import { tell, tellEach, type NoticeKind } from '../notices.ts';
import { ServiceStatus, type ServiceRecord } from './service-record.entity.ts';

/** Tells the organiser of a record that waits, or, of an appeal, the administration; never the volunteer themself, nor whoever rejected it. */
export async function tellWhoDecides(tx: Transaction, record: ServiceRecord): Promise<void> {
  const deciders = record.status === ServiceStatus.APPEALED
    ? sql`select stf.person_id from staff_assignment asg join staff stf on stf.id = asg.staff_id
        where ${assignmentHolds(sql`asg`)} and stf.person_id is distinct from ${record.rejectedBy?.id ?? null}::uuid and case when sft.school_id is null
          then asg.role = 'DISTRICT_ADMIN' and asg.district_id = sft.district_id else asg.role = 'SCHOOL_ADMIN' and asg.school_id = sft.school_id end`
    : sql`select stf.person_id from staff stf where stf.id = act.organiser_id`;
  const rows = await tx.query<{ person_id: string }>(sql`
    select decider.person_id from shift sft join volunteer_activity act on act.id = sft.activity_id, lateral (${deciders}) decider
    where sft.id = ${record.shift.id}::uuid and decider.person_id <> ${record.person.id}::uuid`);
  await tell(tx, 'SERVICE_TO_DECIDE', { to: rows.map((row) => row.person_id), about: record.id });
}

/** Tells volunteers what was decided on their service. */
export function tellVolunteers(tx: Transaction, kind: Extract<NoticeKind, 'SERVICE_APPROVED' | 'SERVICE_REJECTED'>, records: readonly ServiceRecord[]): Promise<void> {
  return tellEach(tx, kind, records.map((record) => ({ to: [record.person.id], params: { reason: record.decisionReason }, about: record.id })));
}
