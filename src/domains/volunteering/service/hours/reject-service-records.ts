import {
  decideOnEach,
  PartlyDone,
  requiredReason,
  type ErrorPolicy,
  type Transaction,
} from '../../../../platform/commands/index.ts';
import { attendanceFollowsService, lockServed } from '../attendance/present-by-service.ts';
import { recordDecisionBlocker, checkRecordIds, decideRecord } from './decide-service-records.ts';
import { tellVolunteers } from './deciders.ts';
import { asWritten, ServiceStatus } from '../../model/index.ts';
import { lockRecords } from './service-record.locks.ts';
import { REJECT_RULES } from './service-record.rules.ts';

/**
 * Rejects service, with a reason that the volunteer is told: what waits, and what was approved as long as no valid
 * certificate rests on it. Whoever was there by that alone is as absent as they were noted before.
 * @param recordIds bare ids of records
 * @throws RuleViolation, BadUserInput
 */
export async function rejectServiceRecords(
  tx: Transaction,
  {
    recordIds,
    reason,
    errorPolicy,
  }: { readonly recordIds: readonly string[]; readonly reason: string; readonly errorPolicy: ErrorPolicy },
): Promise<PartlyDone<{ serviceRecords: string[] }>> {
  checkRecordIds(recordIds);
  const why = asWritten(requiredReason(reason));
  await lockServed(tx, recordIds);
  const found = await lockRecords(tx, recordIds);
  const { done, refused } = await decideOnEach(recordIds, {
    field: 'recordIds',
    policy: errorPolicy,
    rules: REJECT_RULES,
    found,
    blocker: (known) =>
      recordDecisionBlocker(tx, known) ??
      (known.record.status === ServiceStatus.REJECTED ? 'NOT_WAITING' : known.certified ? 'CERTIFIED' : null),
    decide: ({ record }) => decideRecord(tx, record, ServiceStatus.REJECTED, why),
  });
  await attendanceFollowsService(tx, done);
  await tellVolunteers(tx, 'SERVICE_REJECTED', done);
  return new PartlyDone({ serviceRecords: done.map((each) => each.id) }, refused);
}
