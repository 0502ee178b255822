import { v7 } from 'uuid';
import type { Transaction } from '../../../../platform/commands/index.ts';
import { forEach, sql, type Placed } from '../../../../platform/reading/index.ts';
import { mine } from '../../../people/index.ts';
import { type ShiftRole, WaitlistPriority, WaitlistStatus } from '../../model/index.ts';
import { myself } from '../signups/enrol.ts';
import { refusalOf } from '../signups/signup.clashes.ts';
import { lockMyselfBefore, lockRoleForSignup, type KnownRole, type LockedRole } from '../signups/signup.locks.ts';
import { offerFreedPlaces } from './offer-freed-places.ts';
import { WaitlistBlocker, WAITLIST_RULES } from './waitlist.rules.ts';
import { waitlistBlockersFor } from './waitlist.blockers.ts';

/**
 * Puts the caller on the waiting list of a role that is full, behind those of the same priority who came before.
 * @param roleId bare id of the role
 * @throws RuleViolation with a WaitlistBlocker, NotFound
 */
export async function joinWaitlist(
  tx: Transaction,
  { roleId }: { readonly roleId: string },
): Promise<{ waitlistEntry: string; role: string }> {
  const before = await lockMyselfBefore(tx, roleId);
  await refuseWhereBlocked(tx, roleId, before, true);
  const found = await lockRoleForSignup(tx, roleId);
  await refuseWhereBlocked(tx, roleId, found, false);
  const entry = await join(tx, found);
  return { waitlistEntry: entry.id, role: found.role.id };
}

/** Before the role is locked it may be full by an offer that has run out, or not any more. */
async function refuseWhereBlocked(
  tx: Transaction,
  roleId: string,
  { facts, entry }: KnownRole,
  evenIfNotFull: boolean,
): Promise<void> {
  const blockers = waitlistBlockersFor({ ...facts, alreadyWaiting: entry !== null });
  const [blocker] = blockers.filter((each) => !(evenIfNotFull && each === WaitlistBlocker.NOT_FULL));
  if (blocker !== undefined) throw await refusalOf(tx, WAITLIST_RULES, blocker, roleId, ['roleId']);
}

/** Writes the entry, under the role's lock; nothing else stands against it. Where a volunteer gives their place to the list, the newcomer may be asked at once. */
export async function join(tx: Transaction, { role, priority, givenUp }: LockedRole): Promise<{ readonly id: string }> {
  const [entry] = await joinAll(tx, role, priority, [tx]);
  if (givenUp) await offerFreedPlaces(tx, role);
  return entry!;
}

/** The same for several, one behind the other, by one statement; nobody gives their place up. */
export async function joinAll(
  tx: Transaction,
  role: ShiftRole,
  priority: WaitlistPriority,
  all: readonly Pick<Transaction, 'viewer' | 'now'>[],
): Promise<{ readonly id: string }[]> {
  const later = priority === WaitlistPriority.NOT_SERVED_THIS_TERM ? await served(tx, role, all) : new Set<number>();
  const first = role.lastSequence + 1;
  const entries = all.map((who, index) => ({
    id: v7(),
    ...myself(who),
    joinedAt: who.now,
    priority: later.has(index) ? 1 : 0,
    sequence: first + index,
  }));
  role.lastSequence += all.length;
  await tx.em.flush();
  await tx.query(sql`
    insert into waitlist_entry (id, created_at, role_id, shift_id, guardian_id, person_id, household_id, priority, joined_at, sequence, status)
    select wle.id, wle."joinedAt", ${role.id}, ${role.shift.id}, wle."guardianId", wle."personId", wle."householdId", wle.priority, wle."joinedAt", wle.sequence, ${WaitlistStatus.WAITING}
    from json_to_recordset(${JSON.stringify(entries)}::json) as wle(id uuid, "guardianId" uuid, "personId" uuid, "householdId" uuid, priority smallint, "joinedAt" timestamptz, sequence int)`);
  return entries;
}

/** Places among them of those who have approved service in the term in which the shift lies; where no term is on record, nobody has. */
async function served(
  tx: Transaction,
  role: ShiftRole,
  all: readonly Pick<Transaction, 'viewer' | 'now'>[],
): Promise<Set<number>> {
  const found = await tx.query<Placed>(
    forEach(
      sql`
    select from shift sft
      join school_year scy on scy.district_id = sft.district_id
      join term ter on ter.school_year_id = scy.id and (sft.starts_at at time zone 'Asia/Shanghai')::date between ter.starts_on and ter.ends_on
      join service_record srv on srv.person_id = ${mine.personId} and srv.status = 'APPROVED'
        and (srv.starts_at at time zone 'Asia/Shanghai')::date between ter.starts_on and ter.ends_on
      where sft.id = ${role.shift.id} limit 1`,
      all,
    ),
  );
  return new Set(found.map(({ place }) => place));
}
