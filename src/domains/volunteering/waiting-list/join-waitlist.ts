import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { Guardian, Household, Person } from '../../people/index.ts';
import type { ShiftRole } from '../shifts/shift-role.entity.ts';
import { WaitlistPriority } from '../shifts/volunteer-activity.entity.ts';
import { myself } from '../signups/enrol.ts';
import { refusalOf } from '../signups/signup.clashes.ts';
import { lockMyselfBefore, lockRoleForSignup, type KnownRole } from '../signups/signup.locks.ts';
import { offerFreedPlaces } from './offer-freed-places.ts';
import { WaitlistBlocker, WAITLIST_RULES } from './waitlist.rules.ts';
import { WaitlistEntry } from './waitlist-entry.entity.ts';
import { waitlistBlockersFor } from './waitlist.blockers.ts';

/**
 * Puts the caller on the waiting list of a role that is full, behind those of the same priority who came before.
 * @param roleId bare id of the role
 * @throws RuleViolation with a WaitlistBlocker, NotFound
 */
export async function joinWaitlist(tx: Transaction, { roleId }: { readonly roleId: string }): Promise<{ waitlistEntry: string; role: string }> {
  const before = await lockMyselfBefore(tx, roleId);
  await refuseWhereBlocked(tx, roleId, before, true);
  const found = await lockRoleForSignup(tx, roleId);
  await refuseWhereBlocked(tx, roleId, found, false);
  const entry = await join(tx, found);
  return { waitlistEntry: entry.id, role: found.role.id };
}

/** Before the role is locked it may be full by an offer that has run out, or not any more. */
async function refuseWhereBlocked(tx: Transaction, roleId: string, { facts, entry }: KnownRole, evenIfNotFull: boolean): Promise<void> {
  const blockers = waitlistBlockersFor({ ...facts, alreadyWaiting: entry !== null });
  const [blocker] = blockers.filter((each) => !(evenIfNotFull && each === WaitlistBlocker.NOT_FULL));
  if (blocker !== undefined) throw await refusalOf(tx, WAITLIST_RULES, blocker, roleId, ['roleId']);
}

/** Writes the entry, under the role's lock; nothing else stands against it. Where a volunteer gives their place to the list, the newcomer may be asked at once. */
export async function join(tx: Transaction, { role, priority, givenUp }: KnownRole & { readonly role: ShiftRole }): Promise<WaitlistEntry> {
  const { guardianId, personId, householdId } = myself(tx);
  role.lastSequence += 1;
  const entry = tx.em.create(WaitlistEntry, {
    role,
    shift: role.shift,
    guardian: tx.em.getReference(Guardian, guardianId),
    person: tx.em.getReference(Person, personId),
    household: householdId === null ? null : tx.em.getReference(Household, householdId),
    priority: priority === WaitlistPriority.NOT_SERVED_THIS_TERM && (await hasServedThisTerm(tx, role)) ? 1 : 0,
    joinedAt: tx.now,
    sequence: role.lastSequence,
    createdAt: tx.now,
  });
  if (givenUp) await offerFreedPlaces(tx, role);
  return entry;
}

/** Whether the caller has approved service in the term in which the shift lies; where no term is on record, nobody has. */
async function hasServedThisTerm(tx: Transaction, role: ShiftRole): Promise<boolean> {
  const [found] = await tx.query<{ served: boolean }>(sql`
    select exists (select 1 from shift sft
      join school_year scy on scy.district_id = sft.district_id
      join term ter on ter.school_year_id = scy.id and (sft.starts_at at time zone 'Asia/Shanghai')::date between ter.starts_on and ter.ends_on
      join service_record srv on srv.person_id = ${tx.viewer.personId}::uuid and srv.status = 'APPROVED'
        and (srv.starts_at at time zone 'Asia/Shanghai')::date between ter.starts_on and ter.ends_on
      where sft.id = ${role.shift.id}) as served`);
  return found!.served;
}
