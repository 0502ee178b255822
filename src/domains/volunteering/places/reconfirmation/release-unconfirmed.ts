import type { Transaction } from '../../../../platform/commands/index.ts';
import { now, sql, type Sql } from '../../../../platform/reading/index.ts';
import { tell } from '../../notices/index.ts';
import { came, ownSentence, ShiftRole, Signup, signupHolds, SignupStatus } from '../../model/index.ts';
import { settleDue } from '../waiting-list/settle-due.ts';
import { endSignups } from '../signups/end-signups.ts';

/** A volunteer between classes is not shown the notice: their time to answer begins when they are (`noteRights`). */
const unheard: Sql = sql`(sgn.without_right_since is not null or not ${signupHolds(sql`sgn`)})`;

const begun: Sql = sql`exists (select 1 from shift sft where sft.id = sgn.shift_id and sft.starts_at <= ${now})`;

/**
 * Ends sign-ups whose shift was moved and whose volunteers did not confirm in time, the longest due first; their places
 * go to the waiting list. Whoever could not know of it keeps the place. A role that somebody else holds is left to the next run.
 * @param most how many to look at
 * @returns how many were ended
 */
export async function releaseUnconfirmed(tx: Transaction, most: number): Promise<number> {
  const due = await tx.query<{ role_id: string }>(sql`
    select distinct sgn.role_id from (select sgn.role_id from signup sgn where sgn.reconfirm_until <= ${tx.now} and (not ${unheard} or ${begun})
      order by sgn.reconfirm_until, sgn.id limit ${most}::int) sgn order by 1`);
  let ended = 0;
  for (const { role_id } of due) {
    const [row] = await tx.query<object>(
      sql`select rol.* from shift_role rol where rol.id = ${role_id} for no key update skip locked`,
    );
    if (row) ended += await releaseUnconfirmedOf(tx, tx.em.map(ShiftRole, row));
  }
  return ended;
}

/** The same for one role, under its lock. */
async function releaseUnconfirmedOf(tx: Transaction, role: ShiftRole): Promise<number> {
  // Whoever checks in at this moment holds the lock of their sign-up: they are seen to have come.
  await tx.query(
    sql`select sgn.id from signup sgn where sgn.role_id = ${role.id} and sgn.reconfirm_until <= ${tx.now} order by sgn.id for no key update`,
  );
  // Whoever has come has answered by coming.
  await tx.query(
    sql`update signup sgn set reconfirm_until = null where sgn.role_id = ${role.id} and sgn.reconfirm_until <= ${tx.now} and (${came(sql`sgn.id`)} or ${unheard} and ${begun})`,
  );
  const rows = await tx.query<object>(sql`
    select sgn.* from signup sgn where sgn.role_id = ${role.id} and sgn.reconfirm_until <= ${tx.now} and not ${unheard} order by sgn.id for no key update`);
  const signups = rows.map((row) => tx.em.map(Signup, row));
  const until = signups[0]?.reconfirmUntil ?? null;
  await endSignups(tx, signups, [role], { status: SignupStatus.CANCELLED, reason: ownSentence('NOT_CONFIRMED') });
  await settleDue(tx, role);
  await tell(tx, 'SIGNUP_RELEASED', {
    to: signups.map(({ person }) => person.id),
    params: { until },
    about: role.shift.id,
  });
  return signups.length;
}
