import type { Transaction } from '../../platform/commands/index.ts';
import { raw, sql } from '../../platform/reading/index.ts';
import { ENGAGEMENT_NO_OVERLAP, type EngagementKind } from './engagement.entity.ts';

/** Rows of one table that occupy time. */
export interface EngagementSources {
  readonly kind: EngagementKind;
  readonly sourceIds: readonly string[];
}

export interface NewTime {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** How often somebody may slip in between the look and the move before it is a fault. */
const ATTEMPTS = 8;
const SAVEPOINT = raw('moving_engagements');

/**
 * Moves what the sources occupy to another time, but for those whose subject is occupied by something else then: these
 * stay where they are. The exclusion constraint has the last word; whoever it finds is looked at again.
 * @returns ids of the sources that could not be moved
 */
export async function moveEngagements(
  tx: Transaction,
  { kind, sourceIds }: EngagementSources,
  to: NewTime,
): Promise<string[]> {
  if (sourceIds.length === 0) return [];
  await tx.em.flush();
  for (let attempt = 1; ; attempt += 1) {
    await tx.query(sql`savepoint ${SAVEPOINT}`);
    try {
      const moved = await moveFree(tx, { kind, sourceIds }, to);
      await tx.query(sql`release savepoint ${SAVEPOINT}`);
      return sourceIds.filter((id) => !moved.has(id));
    } catch (error) {
      if (attempt === ATTEMPTS || (error as { constraint?: unknown }).constraint !== ENGAGEMENT_NO_OVERLAP) throw error;
      await tx.query(sql`rollback to savepoint ${SAVEPOINT}`);
    }
  }
}

async function moveFree(
  tx: Transaction,
  { kind, sourceIds }: EngagementSources,
  { startsAt, endsAt }: NewTime,
): Promise<ReadonlySet<string>> {
  const moved = await tx.query<{ source_id: string }>(sql`
    update engagement eng set starts_at = ${startsAt}, ends_at = ${endsAt}
    where eng.kind = ${kind} and eng.source_id = any(${sourceIds}::uuid[]) and eng.status = 'ACTIVE'
      and not exists (select 1 from engagement other where other.subject = eng.subject and other.status = 'ACTIVE' and other.id <> eng.id
        and other.during && tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz))
    returning eng.source_id`);
  return new Set(moved.map((row) => row.source_id));
}
