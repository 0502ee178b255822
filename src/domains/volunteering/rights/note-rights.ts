import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { reconfirmUntil } from '../places/index.ts';
import { tellEach } from '../notices/index.ts';

interface Restored {
  readonly id: string;
  readonly person_id: string;
  readonly shift_id: string;
  readonly starts_at: string;
  readonly place: string;
}

/**
 * Writes down of sign-ups that stand, and are locked, since when the volunteer has had no right to them, or that they have it again.
 * A volunteer who is asked to confirm a new time, and was not shown that as long as they had no right, has the time
 * that everybody has, from now on.
 */
export async function noteRights(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const restored = await tx.query<Restored>(sql`
    with noted as (update signup sgn set without_right_since = case when sgn.without_right_since is null then ${tx.now}::timestamptz end
      where sgn.id = any(${[...ids]}::uuid[]) returning sgn.*)
    select noted.id, noted.person_id, noted.shift_id, to_json(sft.starts_at) as starts_at, sft.place from noted join shift sft on sft.id = noted.shift_id
    where noted.without_right_since is null and noted.reconfirm_until is not null order by noted.id`);
  if (restored.length === 0) return;
  const asked = restored.map((each) => {
    const startsAt = new Date(each.starts_at);
    return { ...each, startsAt, until: reconfirmUntil(tx, { startsAt }) };
  });
  // What they had been told before goes, and is said anew.
  await tx.query(sql`update signup sgn set reconfirm_until = asked.until
    from unnest(${asked.map(({ id }) => id)}::uuid[], ${asked.map(({ until }) => until.toISOString())}::timestamptz[]) as asked(id, until) where sgn.id = asked.id`);
  await tellEach(
    tx,
    'SHIFT_MOVED',
    asked.map(({ person_id, shift_id, place, startsAt, until }) => ({
      to: [person_id],
      about: shift_id,
      params: { at: startsAt, where: place, until },
    })),
  );
}
