import type pg from 'pg';
import { v7 } from 'uuid';
import type { FamilyGuardian, ShiftOnOffer } from '../../../seeds/scenario/index.ts';

/**
 * What a sign-up must lock and write, as anybody would send it, and nothing else: who they are, whether they may, what else
 * they do then, the audit log and the answer are left out. It stays as it is, so that the hub's figures can be compared
 * whatever the hub sends.
 */
export async function signUpBare(
  pool: pg.Pool,
  { role, shift, activity }: ShiftOnOffer,
  { person, guardian }: FamilyGuardian,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const now = new Date();
    await client.query('select id from person where id = $1 for no key update', [person.id]);
    const {
      rows: [locked],
    } = await client.query<{ free: boolean; last_sequence: number }>(
      'select places_taken < capacity as free, last_sequence from shift_role where id = $1 for no key update',
      [role.id],
    );
    const id = v7();
    if (locked!.free) {
      await client.query(
        `insert into engagement (id, person_id, starts_at, ends_at, kind, source_id, title, status)
        values ($1, $2, $3, $4, 'SHIFT_SIGNUP', $5, $6, 'ACTIVE')`,
        [v7(), person.id, shift.startsAt, shift.endsAt, id, activity.title],
      );
      await client.query(
        `insert into signup (id, created_at, role_id, shift_id, guardian_id, person_id, status, signed_up_at, risk_accepted_at)
        values ($1, $2, $3, $4, $5, $6, 'CONFIRMED', $2, $2)`,
        [id, now, role.id, shift.id, guardian.id, person.id],
      );
      await client.query('update shift_role set places_taken = places_taken + 1 where id = $1', [role.id]);
    } else {
      await client.query(
        `insert into waitlist_entry (id, created_at, role_id, shift_id, guardian_id, person_id, priority, joined_at, sequence, status)
        values ($1, $2, $3, $4, $5, $6, 0, $2, $7, 'WAITING')`,
        [id, now, role.id, shift.id, guardian.id, person.id, locked!.last_sequence + 1],
      );
      await client.query('update shift_role set last_sequence = last_sequence + 1 where id = $1', [role.id]);
    }
  });
}

/**
 * What the hub itself locks and writes, for one or for several at once (`sign-up-together.ts`), in one transaction, and
 * nothing else. Change it with the hub.
 */
export async function signUpBareTogether(
  pool: pg.Pool,
  { role, shift, activity }: ShiftOnOffer,
  group: readonly FamilyGuardian[],
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const send = (name: string, text: string, values: unknown[]) =>
      client.query<{ free: number; last_sequence: number }>({ name, text, values });
    const at = new Date();
    await send('persons', 'select id from person where id = any($1::uuid[]) order by id for no key update', [
      group.map(({ person }) => person.id),
    ]);
    const {
      rows: [locked],
    } = await send(
      'role',
      'select capacity - places_taken as free, last_sequence from shift_role where id = $1 for no key update',
      [role.id],
    );
    const rows = group.map(({ person, guardian }) => ({
      id: v7(),
      engagement: v7(),
      guardianId: guardian.id,
      personId: person.id,
    }));
    const [placed, waiting] = [rows.slice(0, locked!.free), rows.slice(locked!.free)];
    await send(
      'counters',
      'update shift_role set places_taken = places_taken + $2, last_sequence = last_sequence + $3 where id = $1',
      [role.id, placed.length, waiting.length],
    );
    if (placed.length > 0) {
      await send(
        'signups',
        `with sgn as materialized (select * from json_to_recordset($1::json) as one(id uuid, engagement uuid, "guardianId" uuid, "personId" uuid)),
          engaged as (insert into engagement (id, person_id, starts_at, ends_at, kind, source_id, title, status)
            select engagement, "personId", $2, $3, 'SHIFT_SIGNUP', id, $4, 'ACTIVE' from sgn)
        insert into signup (id, created_at, role_id, shift_id, guardian_id, person_id, status, signed_up_at, risk_accepted_at)
        select id, $5, $6, $7, "guardianId", "personId", 'CONFIRMED', $5, $5 from sgn`,
        [JSON.stringify(placed), shift.startsAt, shift.endsAt, activity.title, at, role.id, shift.id],
      );
    }
    if (waiting.length > 0) {
      const entries = waiting.map((each, index) => ({ ...each, sequence: locked!.last_sequence + 1 + index }));
      await send(
        'entries',
        `insert into waitlist_entry (id, created_at, role_id, shift_id, guardian_id, person_id, priority, joined_at, sequence, status)
        select id, $2, $3, $4, "guardianId", "personId", 0, $2, sequence, 'WAITING'
        from json_to_recordset($1::json) as one(id uuid, "guardianId" uuid, "personId" uuid, sequence int)`,
        [JSON.stringify(entries), at, role.id, shift.id],
      );
    }
  });
}

async function inTransaction(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await work(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** @throws where not exactly as many have a place as there are, or the others do not wait one behind the other */
export async function expectServed(
  pool: pg.Pool,
  { role }: ShiftOnOffer,
  { capacity, crowd }: { readonly capacity: number; readonly crowd: number },
): Promise<void> {
  const {
    rows: [found],
  } = await pool.query<
    Record<'confirmed' | 'engaged' | 'waiting' | 'first' | 'last' | 'places_taken' | 'last_sequence', number>
  >(
    `
    select rol.places_taken, rol.last_sequence,
      (select count(*)::int from signup where role_id = rol.id and status = 'CONFIRMED') as confirmed,
      (select count(*)::int from engagement eng join signup sgn on sgn.id = eng.source_id where sgn.role_id = rol.id and eng.status = 'ACTIVE') as engaged,
      (select count(distinct sequence)::int from waitlist_entry where role_id = rol.id and status = 'WAITING') as waiting,
      (select min(sequence) from waitlist_entry where role_id = rol.id) as first, (select max(sequence) from waitlist_entry where role_id = rol.id) as last
    from shift_role rol where rol.id = $1`,
    [role.id],
  );
  const waiting = crowd - capacity;
  const wanted = {
    places_taken: capacity,
    last_sequence: waiting,
    confirmed: capacity,
    engaged: capacity,
    waiting,
    first: 1,
    last: waiting,
  };
  for (const [figure, number] of Object.entries(wanted)) {
    if (found![figure as keyof typeof wanted] !== number)
      throw new Error(`After the storm ${figure} is ${found![figure as keyof typeof wanted]} and not ${number}.`);
  }
}
