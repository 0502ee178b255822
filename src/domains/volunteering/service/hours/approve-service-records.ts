import { decideOnEach, PartlyDone, type ErrorPolicy, type Transaction } from '../../../../platform/commands/index.ts';
import { attendanceFollowsService, lockServed } from '../attendance/present-by-service.ts';
import { recordDecisionBlocker, checkRecordIds, decideRecord, waits } from './decide-service-records.ts';
import { tellVolunteers } from './deciders.ts';
import { ServiceStatus } from '../../model/index.ts';
import { lockRecords } from './service-record.locks.ts';
import { APPROVE_RULES } from './service-record.rules.ts';

/**
 * Approves service that waits, or that was appealed for.
 * @param recordIds bare ids of records
 * @throws RuleViolation, BadUserInput
 */
export async function approveServiceRecords(
  tx: Transaction,
  { recordIds, errorPolicy }: { readonly recordIds: readonly string[]; readonly errorPolicy: ErrorPolicy },
): Promise<PartlyDone<{ serviceRecords: string[] }>> {
  checkRecordIds(recordIds);
  await lockServed(tx, recordIds);
  const found = await lockRecords(tx, recordIds);
  const { done, refused } = await decideOnEach(recordIds, {
    field: 'recordIds',
    policy: errorPolicy,
    rules: APPROVE_RULES,
    found,
    blocker: (known) => recordDecisionBlocker(tx, known) ?? (waits(known.record) ? null : 'NOT_WAITING'),
    decide: ({ record }) => decideRecord(tx, record, ServiceStatus.APPROVED, null),
  });
  await attendanceFollowsService(tx, done);
  await tellVolunteers(tx, 'SERVICE_APPROVED', done);
  return new PartlyDone({ serviceRecords: done.map((each) => each.id) }, refused);
}
