import { type Signup, SignupStatus } from '../../../src/domains/volunteering/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type Given, minutesAfter, stored, WRITTEN_AT } from '../given.ts';
import type { GuardianRecord } from '../people/guardian.ts';
import type { ShiftRoleRecord } from './shift.ts';

export type SignupRecord = RecordOf<Signup>;

/** Confirmed: count it in the role's `placesTaken`, and engage the person for the time. */
export function aSignup(
  given: Given<Signup> & { readonly role: ShiftRoleRecord; readonly guardian: GuardianRecord },
): SignupRecord {
  const status = given.status ?? SignupStatus.CONFIRMED;
  const signedUpAt = given.signedUpAt ?? WRITTEN_AT;
  return completed<SignupRecord>(
    {
      ...stored(given),
      role: '',
      shift: given.role.shift,
      guardian: '',
      person: given.guardian.person,
      household: null,
      status,
      signedUpAt,
      cancelledAt: status === SignupStatus.CANCELLED ? minutesAfter(signedUpAt, 60) : null,
      cancelReason: status === SignupStatus.REJECTED ? '名额有限' : null,
      riskAcceptedAt: signedUpAt,
      reconfirmUntil: null,
      cancelRequestedAt: null,
      cancelRequestReason: null,
      cancelRequestAnswer: null,
      cancelDecidedBy: null,
      decidedBy: null,
      decidedForDistrict: false,
      cancelDecidedForDistrict: false,
      decidedAt: null,
      withoutRightSince: null,
      standsInFor: null,
    },
    given,
  );
}
