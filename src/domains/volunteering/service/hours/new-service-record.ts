import type { Transaction } from '../../../../platform/commands/index.ts';
import { District, Guardian, Household, Person, School } from '../../../people/index.ts';
import type { Presence } from '../attendance/attendance.locks.ts';
import { ServiceRecord, type ServiceSource, Shift, Signup } from '../../model/index.ts';
import type { Range } from './served-range.ts';

/** Service of a sign-up, which names whose it is and where; nobody has decided on it yet. */
export function newServiceRecord(
  { em, now }: Transaction,
  presence: Presence,
  { startsAt, endsAt }: Range,
  given: { readonly source: ServiceSource; readonly description?: string; readonly filedBy?: Person },
): ServiceRecord {
  return em.create(ServiceRecord, {
    ...given,
    startsAt,
    endsAt,
    person: em.getReference(Person, presence.personId),
    guardian: em.getReference(Guardian, presence.guardianId),
    household: presence.householdId === null ? null : em.getReference(Household, presence.householdId),
    district: em.getReference(District, presence.districtId),
    school: presence.schoolId === null ? null : em.getReference(School, presence.schoolId),
    shift: em.getReference(Shift, presence.shiftId),
    signup: em.getReference(Signup, presence.signupId),
    createdAt: now,
  });
}
