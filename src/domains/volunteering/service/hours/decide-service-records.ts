import { isOwnCase } from '../../../../platform/auth/index.ts';
import { checkNamedOnce, type Transaction } from '../../../../platform/commands/index.ts';
import { actingPerson, type Person } from '../../../people/index.ts';
import { ownSentence, type ServiceRecord, ServiceStatus } from '../../model/index.ts';
import type { LockedRecord, RecordToDecide } from './service-record.locks.ts';

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
  { record, managed, administered }: RecordToDecide,
): ReturnType<typeof decisionBlockerFor> {
  return decisionBlockerFor({ ...factsOf(tx, record), managed, administered });
}

/**
 * A decision on service stands against the code of its volunteer and against a list. Where somebody has appealed,
 * another decides; a rejection without an appeal is undone by whoever rejected it, or by an administrator, who would
 * decide on an appeal: never by the organiser over their head. That nothing is left to serve is no decision: it follows
 * what is noted.
 */
export function standsAsDecided(
  tx: Transaction,
  { record, administered }: LockedRecord,
): 'APPEALED' | 'REJECTED' | null {
  const { approver, appealedAt } = record;
  if (appealedAt !== null)
    return decisionBlockerFor({ ...factsOf(tx, record), managed: true, administered }) === null ? null : 'APPEALED';
  if (!wasRejected(record) || isOwnCase(tx.viewer, approver!.id)) return null;
  return administered && !isOwnCase(tx.viewer, record.person.id) ? null : 'REJECTED';
}

/** Somebody has said that it does not count, and why. */
export function wasRejected({ status, decisionReason }: ServiceRecord): boolean {
  return status === ServiceStatus.REJECTED && decisionReason !== ownSentence('NOTHING_SERVED');
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

/** A record that is decided on by the caller. What was granted on an appeal and is rejected after all is rejected anew: there is an appeal against that as well, which another decides. */
export function decideRecord(
  tx: Transaction,
  record: ServiceRecord,
  status: ServiceStatus.APPROVED | ServiceStatus.REJECTED,
  reason: string | null,
): ServiceRecord {
  if (record.status === ServiceStatus.APPROVED) record.appeal = record.appealedAt = record.rejectedBy = null;
  record.approver = actingPerson(tx);
  record.status = status;
  record.decidedAt = tx.now;
  record.decisionReason = reason;
  return record;
}

export function waits({ status }: ServiceRecord): boolean {
  return status === ServiceStatus.PENDING || status === ServiceStatus.APPEALED;
}

/** Allows as many records as one may decide on at once, whatever is decided. @throws BadUserInput */
export function checkRecordIds(recordIds: readonly string[]): void {
  checkNamedOnce(recordIds, 'recordIds', { zh: '记录', en: 'records' });
}
