import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { assignmentHolds } from '../../people/index.ts';
import { tell, tellEach, type NoticeKind } from '../notices.ts';
import { ServiceStatus, type ServiceRecord } from './service-record.entity.ts';

/** Tells the organiser of a record that waits, or, of an appeal, the administration; never the volunteer themself, nor whoever rejected it or wrote it down; the district where nobody else is left. */
export async function tellWhoDecides(tx: Transaction, record: ServiceRecord): Promise<void> {
  const deciders = record.status === ServiceStatus.APPEALED
    ? sql`select stf.person_id from staff_assignment asg join staff stf on stf.id = asg.staff_id
        where ${assignmentHolds(sql`asg`)} and stf.person_id is distinct from ${record.rejectedBy?.id ?? null}::uuid and case when sft.school_id is null
          then asg.role = 'DISTRICT_ADMIN' and asg.district_id = sft.district_id else asg.role = 'SCHOOL_ADMIN' and asg.school_id = sft.school_id end`
    : sql`select stf.person_id from staff stf where stf.id = act.organiser_id`;
  const rows = await tx.query<{ person_id: string }>(sql`
    select decider.person_id from shift sft join volunteer_activity act on act.id = sft.activity_id, lateral (${deciders}) decider
    where sft.id = ${record.shift.id}::uuid and decider.person_id <> ${record.person.id}::uuid`);
  const may = rows.map((row) => row.person_id).filter((id) => id !== record.filedBy?.id);
  await tell(tx, 'SERVICE_TO_DECIDE', { to: may.length > 0 ? may : await whoDecidesInstead(tx, record), about: record.id });
}

/** Of a school's record that its organiser may not decide on: other administrators there, else those of the district. */
async function whoDecidesInstead(tx: Transaction, record: ServiceRecord): Promise<string[]> {
  const rows = await tx.query<{ person_id: string; role: string }>(sql`select stf.person_id, asg.role from staff_assignment asg join staff stf on stf.id = asg.staff_id
    where ${assignmentHolds(sql`asg`)} and (asg.role = 'DISTRICT_ADMIN' and asg.district_id = ${record.district.id}::uuid or asg.role = 'SCHOOL_ADMIN' and asg.school_id = ${record.school?.id ?? null}::uuid)
      and stf.person_id <> all(${[record.person.id, record.filedBy?.id, record.rejectedBy?.id].filter((id) => id !== undefined)}::uuid[])`);
  const atSchool = rows.filter(({ role }) => role === 'SCHOOL_ADMIN');
  return [...new Set((atSchool.length > 0 ? atSchool : rows).map((row) => row.person_id))];
}

/** Tells volunteers what was decided on their service. */
export function tellVolunteers(tx: Transaction, kind: Extract<NoticeKind, 'SERVICE_APPROVED' | 'SERVICE_REJECTED'>, records: readonly ServiceRecord[]): Promise<void> {
  return tellEach(tx, kind, records.map((record) => ({ to: [record.person.id], params: { reason: record.decisionReason }, about: record.id })));
}
