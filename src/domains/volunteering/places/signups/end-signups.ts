import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { EngagementKind } from '../../../timetable/index.ts';
import { takeBackStandIns, tellOfStandInsTakenBack } from '../stand-ins/take-back-stand-ins.ts';
import { tellOfShortRoles } from './tell-organisers.ts';
import { takeBackComing } from './take-back-coming.ts';
import { type ShiftRole, Signup, SignupStatus, isActiveSignup } from '../../model/index.ts';

/** Sign-ups that stand for these shifts, locked by id after the roles. */
export async function standingSignups(tx: Transaction, shiftIds: readonly string[]): Promise<Signup[]> {
  const rows = await tx.query<object>(sql`
    select sgn.* from signup sgn where sgn.shift_id = any(${shiftIds}::uuid[]) and ${isActiveSignup(sql`sgn`)}
    order by sgn.id for no key update`);
  return rows.map((row) => tx.em.map(Signup, row));
}

export interface SignupEnding {
  readonly status: SignupStatus.CANCELLED | SignupStatus.REJECTED;
  readonly reason: string | null;
}

/**
 * Ends sign-ups that stand, under the locks of their roles and their own rows: their times are free again, their places
 * are counted no more, offers to stand in are withdrawn and whoever was to take over is told, and whoever had checked in early has not come. Whoever calls it then has the places offered
 * (`offerFreedPlaces`), unless the shift does not take place.
 */
export async function endSignups(
  tx: Transaction,
  signups: readonly Signup[],
  roles: readonly ShiftRole[],
  { status, reason }: SignupEnding,
): Promise<void> {
  if (signups.length === 0) return;
  const byId = new Map(roles.map((role) => [role.id, role]));
  const enough = [...byId.values()].filter(({ placesTaken, minimum }) => placesTaken >= minimum);
  for (const signup of signups) {
    if (signup.status === SignupStatus.CONFIRMED) byId.get(signup.role.id)!.placesTaken -= 1;
    signup.status = status;
    signup.cancelledAt = status === SignupStatus.CANCELLED ? tx.now : null;
    signup.cancelReason = reason;
    signup.reconfirmUntil = null;
    signup.cancelRequestedAt = null;
    signup.cancelRequestReason = null;
  }
  const ids = signups.map(({ id }) => id);
  await takeBackComing(tx, ids);
  await tx.em.flush();
  await tx.query(sql`update engagement eng set status = 'ENDED', ended_at = ${tx.now}
    where eng.kind = ${EngagementKind.SHIFT_SIGNUP} and eng.source_id = any(${ids}::uuid[]) and eng.status = 'ACTIVE'`);
  const withdrawn = await takeBackStandIns(tx, sql`sti.signup_id = any(${ids}::uuid[])`);
  if (withdrawn.length > 0) await keepOffers(tx, withdrawn, byId);
  await tellOfShortRoles(
    tx,
    enough.filter(({ placesTaken, minimum }) => placesTaken < minimum),
  );
}

/** An entry that was offered the place of a stand-in keeps the offer: the place has come free. Whoever was to stand in is told. */
async function keepOffers(
  tx: Transaction,
  withdrawn: Awaited<ReturnType<typeof takeBackStandIns>>,
  byId: ReadonlyMap<string, ShiftRole>,
): Promise<void> {
  const held = await tx.query<{ role_id: string }>(sql`
    update waitlist_entry wle set stand_in_id = null where wle.stand_in_id = any(${withdrawn.map(({ id }) => id)}::uuid[]) and wle.status = 'OFFERED' returning wle.role_id`);
  for (const { role_id } of held) byId.get(role_id)!.placesTaken += 1;
  await tellOfStandInsTakenBack(tx, withdrawn);
}
