import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { EngagementKind, moveEngagements } from '../../../timetable/index.ts';
import {
  endSignups,
  moveStandIns,
  offerFreedPlaces,
  reconfirmUntil,
  settleDue,
  standingSignups,
  takeBackComingTooEarly,
} from '../../places/index.ts';
import { lectureMovesWith, roomMovesWith } from '../lectures/follow-shift.ts';
import { tell } from '../../notices/index.ts';
import {
  ownSentence,
  type Shift,
  ShiftStatus,
  type Signup,
  SignupStatus,
  isActiveSignup,
  isInLine,
  isOpenStandIn,
} from '../../model/index.ts';
import { policyOf } from '../../volunteers/index.ts';
import type { LockedShift } from './shift.locks.ts';
import { sameTime, type ShiftTimes } from './shift.times.ts';

export interface Arrangement extends ShiftTimes {
  readonly place: string;
}

/**
 * Gives a locked shift another time or place. Those who have signed up keep their places and are asked to confirm again;
 * for whom the new time clashes with something else the sign-up ends. Offers on the waiting list are kept: nothing has
 * been promised with them, and whoever accepts one decides knowing the new time; whoever had agreed to stand in is asked anew. Whatever ends at the start (offers,
 * stand-ins, the time to confirm) ends at the new one; whoever checked in for the old time has not come to the new one.
 * @returns whether anything is different now
 * @throws RuleViolation ROOM_TAKEN, CLASS_TAKEN where its room is taken then, or the class of a lecture
 */
export async function moveShift(tx: Transaction, { shift, roles }: LockedShift, wanted: Arrangement): Promise<boolean> {
  const before = shift.startsAt;
  const { changed, timeChanges, placeChanges } = rearrange(shift, wanted);
  if (shift.status !== ShiftStatus.SCHEDULED) return changed;

  if (timeChanges || placeChanges) await roomMovesWith(tx, shift.id, shift, { elsewhere: placeChanges });
  if (timeChanges) await lectureMovesWith(tx, shift.id, shift);
  const signups = await standingSignups(tx, [shift.id]);
  if (timeChanges) {
    await takeBackComingTooEarly(tx, shift);
    await moveVolunteers(tx, { shift, roles }, signups, before);
    await moveStandIns(tx, shift, before);
    await moveWaitingList(tx, { shift, roles }, before);
  } else if (placeChanges) {
    await tell(tx, 'SHIFT_PLACE_CHANGED', {
      to: [...signups.map(({ person }) => person.id), ...(await whoMayCome(tx, shift))],
      params: { place: shift.place },
      about: shift.id,
    });
  }
  return changed;
}

/** The same for many: those that concern nobody yet are changed without a look at each. */
export async function moveShifts(
  tx: Transaction,
  moves: readonly { readonly locked: LockedShift; readonly wanted: Arrangement }[],
): Promise<void> {
  const concerned = await concerningSomebody(
    tx,
    moves.map(({ locked }) => locked.shift.id),
  );
  for (const { locked, wanted } of moves) {
    if (!concerned.has(locked.shift.id)) {
      rearrange(locked.shift, wanted);
      continue;
    }
    await settleRoles(tx, locked);
    await moveShift(tx, locked, wanted);
  }
}

function rearrange(
  shift: Shift,
  wanted: Arrangement,
): { readonly changed: boolean; readonly timeChanges: boolean; readonly placeChanges: boolean } {
  const [timeChanges, placeChanges] = [!sameTime(shift, wanted), shift.place !== wanted.place];
  const windowChanges = (['signupOpensAt', 'signupClosesAt', 'cancelUntil'] as const).some(
    (edge) => shift[edge].getTime() !== wanted[edge].getTime(),
  );
  const changed = timeChanges || placeChanges || windowChanges;
  const { place, startsAt, endsAt, signupOpensAt, signupClosesAt, cancelUntil } = wanted;
  if (changed)
    Object.assign(shift, {
      place,
      startsAt,
      endsAt,
      signupOpensAt,
      signupClosesAt,
      cancelUntil,
      revision: shift.revision + 1,
    });
  return { changed, timeChanges, placeChanges };
}

/** Which of the shifts, all locked, somebody has signed up for, waits for, or has a room for. */
async function concerningSomebody(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(sql`
    select sgn.shift_id as id from signup sgn where sgn.shift_id = any(${ids}::uuid[]) and ${isActiveSignup(sql`sgn`)}
    union select wle.shift_id from waitlist_entry wle where wle.shift_id = any(${ids}::uuid[]) and ${isInLine(sql`wle`)}
    union select eng.source_id from engagement eng where eng.source_id = any(${ids}::uuid[]) and eng.kind = 'SHIFT_ROOM' and eng.status = 'ACTIVE'`);
  return new Set(rows.map((row) => row.id));
}

async function moveVolunteers(
  tx: Transaction,
  { shift, roles }: LockedShift,
  signups: readonly Signup[],
  was: Date,
): Promise<void> {
  const clashing = new Set(
    await moveEngagements(tx, { kind: EngagementKind.SHIFT_SIGNUP, sourceIds: signups.map(({ id }) => id) }, shift),
  );
  const [lost, kept] = [signups.filter(({ id }) => clashing.has(id)), signups.filter(({ id }) => !clashing.has(id))];
  const until = reconfirmUntil(tx, shift);
  for (const signup of kept) signup.reconfirmUntil = until;
  await endSignups(tx, lost, roles, { status: SignupStatus.CANCELLED, reason: ownSentence('CLASHES') });
  await tell(tx, 'SHIFT_MOVED', {
    to: kept.map(({ person }) => person.id),
    params: { at: shift.startsAt, was, where: shift.place, until },
    about: shift.id,
  });
  await tell(tx, 'SHIFT_MOVED_CLASH', {
    to: lost.map(({ person }) => person.id),
    params: { at: shift.startsAt, was },
    about: shift.id,
  });
}

/** Persons who wait for the shift, or were asked or have agreed to take over a place of it. */
async function whoMayCome(tx: Transaction, { id }: Shift): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(sql`
    select wle.person_id from waitlist_entry wle where wle.shift_id = ${id} and ${isInLine(sql`wle`)} union
    select sti.to_person_id from stand_in sti where sti.shift_id = ${id} and ${isOpenStandIn(sql`sti`)} and sti.to_person_id is not null`);
  return rows.map((each) => each.person_id);
}

/** An offer that the old start cut short has the time of every offer; entries that only wait have none. */
async function moveWaitingList(tx: Transaction, { shift, roles }: LockedShift, before: Date): Promise<void> {
  const { offerMinutes } = await policyOf(tx, shift.district.id);
  const waiting = await tx.query<{ person_id: string }>(sql`
    with moved as (update waitlist_entry wle set offer_expires_at = least(${shift.startsAt}::timestamptz, case when wle.offer_expires_at < ${before}::timestamptz
        then wle.offer_expires_at else wle.offered_at + make_interval(mins => ${offerMinutes}::int) end)
      where wle.shift_id = ${shift.id} and wle.status = 'OFFERED' returning wle.person_id)
    select moved.person_id from moved union all
    select wle.person_id from waitlist_entry wle where wle.shift_id = ${shift.id} and wle.status = 'WAITING'`);
  await tell(tx, 'SHIFT_MOVED_WAITING', {
    to: waiting.map((each) => each.person_id),
    params: { at: shift.startsAt, was: before, where: shift.place },
    about: shift.id,
  });
  for (const role of roles) await offerFreedPlaces(tx, role);
}

/** Brings the waiting lists of a shift up to this moment, before anything about it is decided. */
export async function settleRoles(tx: Transaction, { shift, roles }: LockedShift): Promise<void> {
  if (shift.status !== ShiftStatus.SCHEDULED) return;
  for (const role of roles) await settleDue(tx, role);
}
