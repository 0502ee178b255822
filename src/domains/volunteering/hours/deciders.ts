import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { tell, tellEach, type NoticeKind } from '../notices.ts';
import { whoDecides } from '../who-runs.ts';
import { ServiceStatus, type ServiceRecord } from './service-record.entity.ts';

/** Tells whoever runs the shift of a record that waits, or, of an appeal, whoever administers it: never the volunteer themself, nor whoever rejected it or wrote it down. */
export async function tellWhoDecides(tx: Transaction, record: ServiceRecord): Promise<void> {
  const but = sql`${[record.person.id, record.filedBy?.id ?? null, record.rejectedBy?.id ?? null]}::uuid[]`;
  await tell(tx, 'SERVICE_TO_DECIDE', { to: await whoDecides(tx, record.shift.id, { but, appealed: record.status === ServiceStatus.APPEALED }), about: record.id });
}

/** Tells volunteers what was decided on their service. */
export function tellVolunteers(tx: Transaction, kind: Extract<NoticeKind, 'SERVICE_APPROVED' | 'SERVICE_REJECTED'>, records: readonly ServiceRecord[]): Promise<void> {
  return tellEach(tx, kind, records.map((record) => ({ to: [record.person.id], params: { reason: record.decisionReason }, about: record.id })));
}
