import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { lecturesEndWith } from '../lectures/follow-shift.ts';
import { tellEach } from '../../notices/index.ts';
import { closeWaitingLists, endSignups, takeBackStandIns, standingSignups } from '../../places/index.ts';
import { ShiftStatus, SignupStatus, isInLine } from '../../model/index.ts';
import type { LockedShift } from './shift.locks.ts';

/**
 * Ends shifts that are locked, with all that hangs on them: nothing is deleted, everybody concerned is told why.
 * @param knows person who need not be told, for they have called them off themselves: nobody, where it follows from something else that they did
 */
export async function callOff(
  tx: Transaction,
  locked: readonly LockedShift[],
  reason: string,
  knows: string | null = tx.viewer.personId,
): Promise<void> {
  const published = locked.filter(({ shift }) => shift.status === ShiftStatus.SCHEDULED);
  for (const { shift } of locked) {
    shift.status = ShiftStatus.CANCELLED;
    shift.cancelledAt = tx.now;
    shift.cancelReason = reason;
    shift.revision += 1;
  }
  const signups = await standingSignups(
    tx,
    published.map(({ shift }) => shift.id),
  );
  // Whoever was to take over a place hears that there is none, and why, as those do who have one.
  const standIns =
    signups.length === 0
      ? []
      : await takeBackStandIns(tx, sql`sti.signup_id = any(${signups.map(({ id }) => id)}::uuid[])`);
  await endSignups(
    tx,
    signups,
    published.flatMap(({ roles }) => roles),
    { status: SignupStatus.CANCELLED, reason },
  );
  await lecturesEndWith(
    tx,
    published.map(({ shift }) => shift.id),
    reason,
    knows,
  );
  await closeWaitingLists(tx, await waitedFor(tx, published), tx.now);
  await tellEach(
    tx,
    'SHIFT_CANCELLED',
    [...Map.groupBy(signups, (signup) => signup.shift.id)].map(([about, of]) => ({
      to: [
        ...of.map(({ person }) => person.id),
        ...standIns.flatMap(({ shift_id, person_id }) => (shift_id === about && person_id !== null ? [person_id] : [])),
      ],
      params: { reason },
      about,
    })),
  );
}

async function waitedFor(tx: Transaction, locked: readonly LockedShift[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    select distinct wle.shift_id as id from waitlist_entry wle
    where wle.shift_id = any(${locked.map(({ shift }) => shift.id)}::uuid[]) and ${isInLine(sql`wle`)} order by 1`);
  return rows.map((row) => row.id);
}
