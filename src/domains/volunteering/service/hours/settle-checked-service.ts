import type { Transaction } from '../../../../platform/commands/index.ts';
import { answeringPerson, Person } from '../../../people/index.ts';
import {
  type Attendance,
  AttendanceMethod,
  ownSentence,
  type ServiceRecord,
  ServiceSource,
  ServiceStatus,
} from '../../model/index.ts';
import type { Presence } from '../attendance/attendance.locks.ts';
import { standsAsDecided } from './decide-service-records.ts';
import { newServiceRecord } from './new-service-record.ts';
import { isSameRange, servedWithin } from './served-range.ts';
import type { LockedRecord } from './service-record.locks.ts';

/*
 * Service follows from coming and leaving. Nothing is made up: a volunteer who has not left has no record until they,
 * or whoever runs the shift, say when they did. Each end was attested by somebody else than the volunteer, by showing
 * the code or on the list, so the record counts at once; but not where the volunteer runs the shift themself, or was
 * given its code to show at any time, and could show it to themself: then it waits for another, whoever runs the shift
 * by now. Whoever notes the list answers for it as approver, also where the code said when the volunteer came or left,
 * and so does whoever holds the role of a service token that notes it.
 */

/** Whether what is about to be noted would change what a record says: an appeal waits on, for what it is against is said once more. */
export function changesService(
  presence: Presence,
  stay: { readonly checkedInAt: Date | null; readonly checkedOutAt: Date | null },
  known: LockedRecord | null,
): boolean {
  if (known === null) return false;
  const served = servedWithin(presence.facts, stay);
  const { status } = known.record;
  return served === null
    ? status === ServiceStatus.APPROVED || status === ServiceStatus.PENDING
    : !isSameRange(known.record, served) || status === ServiceStatus.REJECTED;
}

/**
 * The decision that stands against a leaving that the volunteer notes themself and that would change what was decided;
 * whoever has left already changes nothing.
 */
export function decisionAgainstLeaving(
  tx: Transaction,
  presence: Presence,
  checkedOutAt: Date,
  known: LockedRecord | null,
): 'APPEALED' | 'REJECTED' | null {
  const { attendance } = presence;
  return known !== null &&
    attendance?.checkedOutAt === null &&
    changesService(presence, { checkedInAt: attendance.checkedInAt, checkedOutAt }, known)
    ? standsAsDecided(tx, known)
    : null;
}

/** Makes the record of a sign-up what its attendance says; `known` is not certified where that is a change. */
export function settleCheckedService(
  tx: Transaction,
  presence: Presence,
  known: LockedRecord | null,
): ServiceRecord | null {
  const served = servedWithin(presence.facts, presence.attendance!);
  const record = known?.record ?? null;
  if (record === null)
    return served === null
      ? null
      : decided(tx, presence, newServiceRecord(tx, presence, served, { source: ServiceSource.SYSTEM_CHECKED }));
  if (!changesService(presence, presence.attendance!, known)) return record;
  if (served === null) return withdrawn(tx, record);
  record.startsAt = served.startsAt;
  record.endsAt = served.endsAt;
  return decided(tx, presence, record);
}

/** Decisions on other times, and appeals against them, are past. */
function decided(tx: Transaction, presence: Presence, record: ServiceRecord): ServiceRecord {
  const byCode = tx.viewer.personId === presence.personId;
  const listedBy = byCode && isListed(presence.attendance!) ? presence.listedBy : null;
  const waits = byCode && (presence.managed || presence.shown || listedBy === presence.personId);
  record.status = waits ? ServiceStatus.PENDING : ServiceStatus.APPROVED;
  record.decidedAt = waits ? null : tx.now;
  record.approver = !byCode
    ? answeringPerson(tx)
    : waits || listedBy === null
      ? null
      : tx.em.getReference(Person, listedBy);
  record.decisionReason = record.appeal = record.appealedAt = record.rejectedBy = null;
  return record;
}

/** One end of the stay, at least, was noted by the list. */
export function isListed({ checkedInBy, checkedOutBy }: Attendance): boolean {
  return checkedInBy === AttendanceMethod.LIST || checkedOutBy === AttendanceMethod.LIST;
}

function withdrawn(tx: Transaction, record: ServiceRecord): ServiceRecord {
  record.status = ServiceStatus.REJECTED;
  record.decidedAt = tx.now;
  record.approver = answeringPerson(tx);
  record.decisionReason = ownSentence('NOTHING_SERVED');
  record.appeal = record.appealedAt = record.rejectedBy = null;
  return record;
}
