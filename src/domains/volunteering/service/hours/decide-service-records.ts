import { isOwnCase } from '../../../../platform/auth/index.ts';
import type { Transaction } from '../../../../platform/commands/index.ts';
import { BadUserInput } from '../../../../platform/errors/index.ts';
import { actingPerson, type Person } from '../../../people/index.ts';
import { type ServiceRecord, ServiceStatus } from '../../model/index.ts';
import type { LockedRecord, RecordToDecide } from './service-record.locks.ts';

const MOST_RECORDS = 100;

export interface RecordDecisionFacts {
  /** It is the caller's own service. */
  readonly own: boolean;
  /** The caller wrote the supplement down. */
  readonly filedByMe: boolean;
  /** The caller runs the shift, or nobody is left there who could decide, and the caller administers the district. */
  readonly managed: boolean;
  /** The caller administers the school; the district, where the shift is the district's own or nobody is left at the school who could decide. */
  readonly administered: boolean;
  readonly appealed: boolean;
  /** The caller rejected it before the appeal. */
  readonly rejectedByMe: boolean;
}

/** Why the caller may not decide on a record, whatever its status. */
export function decisionBlockerFor(
  facts: RecordDecisionFacts,
): 'NOT_APPROVER' | 'OWN' | 'FILED_BY_YOU' | 'BY_ANOTHER' | null {
  if (facts.own) return 'OWN';
  if (!facts.managed) return 'NOT_APPROVER';
  if (facts.filedByMe) return 'FILED_BY_YOU';
  return facts.appealed && (!facts.administered || facts.rejectedByMe) ? 'BY_ANOTHER' : null;
}

/** The same of a record under lock. */
export function recordDecisionBlocker(
  tx: Transaction,
  found: RecordToDecide | undefined,
): 'NOT_FOUND' | ReturnType<typeof decisionBlockerFor> {
  if (!found) return 'NOT_FOUND';
  const { record, managed, administered } = found;
  return decisionBlockerFor({ ...factsOf(tx, record), managed, administered });
}

/**
 * What was appealed against is decided on by another, and stays decided: neither the code of the volunteer nor a list overrules it that is
 * kept by whoever may not decide on it.
 */
export function standsByAppeal(tx: Transaction, { record, administered }: LockedRecord): boolean {
  return (
    record.appealedAt !== null && decisionBlockerFor({ ...factsOf(tx, record), managed: true, administered }) !== null
  );
}

/** A client without a person is nobody else than whoever holds its role, or made it. */
function factsOf(
  tx: Transaction,
  { person, filedBy, appealedAt, rejectedBy }: ServiceRecord,
): Omit<RecordDecisionFacts, 'managed' | 'administered'> {
  const isMine = (one: Person | null): boolean => one !== null && isOwnCase(tx.viewer, one.id);
  return {
    own: isMine(person),
    filedByMe: isMine(filedBy),
    appealed: appealedAt !== null,
    rejectedByMe: isMine(rejectedBy),
  };
}

/** A record that is decided on by the caller. */
export function decideRecords(
  tx: Transaction,
  record: ServiceRecord,
  status: ServiceStatus.APPROVED | ServiceStatus.REJECTED,
  reason: string | null,
): ServiceRecord {
  record.approver = actingPerson(tx);
  record.status = status;
  record.decidedAt = tx.now;
  record.decisionReason = reason;
  return record;
}

export function waits({ status }: ServiceRecord): boolean {
  return status === ServiceStatus.PENDING || status === ServiceStatus.APPEALED;
}

/** @throws BadUserInput */
export function checkRecordIds(recordIds: readonly string[]): void {
  if (recordIds.length === 0 || recordIds.length > MOST_RECORDS || new Set(recordIds).size < recordIds.length) {
    throw new BadUserInput(
      {
        zh: `一次可审核 1 到 ${MOST_RECORDS} 条不重复的记录。`,
        en: `Decide on 1 to ${MOST_RECORDS} records at a time, each named once.`,
      },
      ['input', 'recordIds'],
    );
  }
}
