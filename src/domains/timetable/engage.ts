import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { constraintOf } from '../../platform/database/index.ts';
import { sql, type Sql } from '../../platform/reading/index.ts';
import { keysOf, Person, Room, toBeWritten, writtenRight, type RestsOn, type RightAtHand } from '../people/index.ts';
import { Engagement, ENGAGEMENT_NO_OVERLAP, type EngagementKind, EngagementStatus } from './engagement.entity.ts';

/** The person or the room whose time is occupied, by bare id. */
export type Subject = { readonly personId: string } | { readonly roomId: string };

/** The row that occupies the time, in the table that the kind implies. */
export interface EngagementSource {
  readonly kind: EngagementKind;
  readonly sourceId: string;
}

export interface NewEngagement extends EngagementSource {
  readonly subject: Subject;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Whoever no longer holds this right does not see what takes their time any more. */
  readonly restsOn?: RestsOn;
}

const EXCLUSION_VIOLATION = '23P01';

/**
 * Occupies the time, and writes at once all that the transaction has pending, so that a clash is thrown here
 * (see `isOverlap`). The transaction is lost then: nothing can be asked in it any more.
 */
export async function engage(
  em: SqlEntityManager,
  wanted: NewEngagement & { readonly restsOn?: RightAtHand },
): Promise<Engagement> {
  const { subject, restsOn, ...rest } = wanted;
  const engagement = em.create(Engagement, {
    ...rest,
    restsOn: restsOn === undefined ? null : keysOf(restsOn),
    person: 'personId' in subject ? em.getReference(Person, subject.personId) : null,
    room: 'roomId' in subject ? em.getReference(Room, subject.roomId) : null,
  });
  await em.flush();
  return engagement;
}

/**
 * The statement that occupies time for many at once, for a `with` beside what occupies it (see `isOverlap`): its text is
 * the same however many they are.
 */
export function engaging(all: readonly NewEngagement[], now: Date): Sql {
  const rows = all.map(({ subject, restsOn, ...rest }) => ({ id: v7(), ...subject, ...rest, ...toBeWritten(restsOn) }));
  return sql`insert into engagement (id, created_at, person_id, room_id, starts_at, ends_at, kind, source_id, title, status, rests_on)
    select eng.id, ${now}::timestamptz, eng."personId", eng."roomId", eng."startsAt", eng."endsAt", eng.kind, eng."sourceId", eng.title, ${EngagementStatus.ACTIVE}, ${writtenRight(sql`eng`)}
    from json_to_recordset(${JSON.stringify(rows)}::json) as eng(id uuid, "personId" uuid, "roomId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, kind text, "sourceId" uuid, title text, audience uuid, keys text)`;
}

/** Ends whatever the source occupies; does nothing where it occupies nothing. */
export async function release(em: SqlEntityManager, source: EngagementSource, at: Date): Promise<void> {
  await em.flush();
  await em.nativeUpdate(
    Engagement,
    { sourceId: source.sourceId, kind: source.kind, status: EngagementStatus.ACTIVE },
    { status: EngagementStatus.ENDED, endedAt: at },
  );
}

/** PostgreSQL refused a second engagement for the same time. */
export function isOverlap(error: unknown): boolean {
  return constraintOf(error) === ENGAGEMENT_NO_OVERLAP && (error as { code?: unknown }).code === EXCLUSION_VIOLATION;
}
