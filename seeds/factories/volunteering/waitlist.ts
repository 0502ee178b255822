import {
  SkipReason,
  type StandIn,
  StandInStatus,
  StandInWay,
  type WaitlistEntry,
  type WaitlistSkip,
  WaitlistStatus,
} from '../../../src/domains/volunteering/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type Given, type GivenWith, minutesAfter, stored, WRITTEN_AT } from '../given.ts';
import type { GuardianRecord } from '../people/guardian.ts';
import type { ShiftRoleRecord } from './shift.ts';
import type { SignupRecord } from './signup.ts';

export type WaitlistEntryRecord = RecordOf<WaitlistEntry>;
export type WaitlistSkipRecord = RecordOf<WaitlistSkip>;
export type StandInRecord = RecordOf<StandIn>;

const IN_LINE: readonly WaitlistStatus[] = [WaitlistStatus.WAITING, WaitlistStatus.OFFERED];
const NEVER_ASKED: readonly WaitlistStatus[] = [WaitlistStatus.WAITING, WaitlistStatus.LEFT, WaitlistStatus.CLOSED];

/** Waits, as the next one: the role's `lastSequence` grows with it. Offered: count the place in the role's `placesTaken`. */
export function aWaitlistEntry(
  given: Given<WaitlistEntry> & { readonly role: ShiftRoleRecord; readonly guardian: GuardianRecord },
): WaitlistEntryRecord {
  const status = given.status ?? WaitlistStatus.WAITING;
  const joinedAt = given.joinedAt ?? WRITTEN_AT;
  const offeredAt = given.offeredAt ?? (NEVER_ASKED.includes(status) ? null : minutesAfter(joinedAt, 60));
  const offerExpiresAt = given.offerExpiresAt ?? (offeredAt && minutesAfter(offeredAt, 120));
  return completed<WaitlistEntryRecord>(
    {
      ...stored(given),
      role: '',
      shift: given.role.shift,
      guardian: '',
      person: given.guardian.person,
      household: null,
      priority: 0,
      joinedAt,
      sequence: given.sequence ?? (given.role.lastSequence += 1),
      status,
      offeredAt,
      offerExpiresAt,
      standIn: null,
      offerWithdrawnAt: null,
      endedAt: IN_LINE.includes(status) ? null : (offerExpiresAt ?? minutesAfter(joinedAt, 180)),
      signup: null,
    },
    given,
  );
}

export function aWaitlistSkip(given: GivenWith<WaitlistSkip, 'entry'>): WaitlistSkipRecord {
  return completed<WaitlistSkipRecord>(
    { ...stored(given), entry: '', skippedAt: WRITTEN_AT, reason: SkipReason.OVERLAP },
    given,
  );
}

/** Offered to whoever has the code, until the shift begins; to a guardian where one is given. */
export function aStandIn(
  given: Given<StandIn> & { readonly signup: SignupRecord; readonly expiresAt: Date; readonly to?: GuardianRecord },
): StandInRecord {
  const status = given.status ?? StandInStatus.OFFERED;
  const offeredAt = given.offeredAt ?? WRITTEN_AT;
  const way = given.way ?? (given.to ? StandInWay.GUARDIAN : StandInWay.CODE);
  const id = stored(given);
  return completed<StandInRecord>(
    {
      ...id,
      signup: '',
      role: given.signup.role,
      shift: given.signup.shift,
      way,
      to: null,
      toPerson: given.to?.person ?? null,
      codeHash: way === StandInWay.CODE ? id.id : null,
      riskAcceptedAt: null,
      status,
      offeredAt,
      expiresAt: given.expiresAt,
      decidedAt: status === StandInStatus.OFFERED ? null : minutesAfter(offeredAt, 60),
      decidedBy: null,
      decidedForDistrict: false,
      rejectReason: status === StandInStatus.REJECTED ? '该岗位需由本人承担' : null,
      replacement: null,
    },
    given,
  );
}
