import type pg from 'pg';
import { v7 } from 'uuid';
import type { FamilyGuardian, ShiftOnOffer } from '../../../seeds/scenario/index.ts';

/**
 * What a sign-up must lock and write, and nothing else: who they are, whether they may, what else they do then, the audit
 * log and the answer are left out.
 */
export async function signUpBare(pool: pg.Pool, { role, shift, activity }: ShiftOnOffer, { person, guardian }: FamilyGuardian): Promise<void> {
  const client = await pool.connect();
  try {
    const now = new Date();
    await client.query('begin');
    await client.query('select id from person where id = $1 for no key update', [person.id]);
    const { rows: [locked] } = await client.query<{ free: boolean; last_sequence: number }>(
      'select places_taken < capacity as free, last_sequence from shift_role where id = $1 for no key update', [role.id]);
    const id = v7();
    if (locked!.free) {
      await client.query(`insert into engagement (id, person_id, starts_at, ends_at, kind, source_id, title, status)
        values ($1, $2, $3, $4, 'SHIFT_SIGNUP', $5, $6, 'ACTIVE')`, [v7(), person.id, shift.startsAt, shift.endsAt, id, activity.title]);
      await client.query(`insert into signup (id, created_at, role_id, shift_id, guardian_id, person_id, status, signed_up_at, risk_accepted_at)
        values ($1, $2, $3, $4, $5, $6, 'CONFIRMED', $2, $2)`, [id, now, role.id, shift.id, guardian.id, person.id]);
      await client.query('update shift_role set places_taken = places_taken + 1 where id = $1', [role.id]);
    } else {
      await client.query(`insert into waitlist_entry (id, created_at, role_id, shift_id, guardian_id, person_id, priority, joined_at, sequence, status)
        values ($1, $2, $3, $4, $5, $6, 0, $2, $7, 'WAITING')`, [id, now, role.id, shift.id, guardian.id, person.id, locked!.last_sequence + 1]);
      await client.query('update shift_role set last_sequence = last_sequence + 1 where id = $1', [role.id]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** @throws where not exactly as many have a place as there are, or the others do not wait one behind the other */
export async function expectServed(pool: pg.Pool, { role }: ShiftOnOffer, { capacity, crowd }: { readonly capacity: number; readonly crowd: number }): Promise<void> {
  const { rows: [found] } = await pool.query<Record<'confirmed' | 'engaged' | 'waiting' | 'first' | 'last' | 'places_taken' | 'last_sequence', number>>(`
    select rol.places_taken, rol.last_sequence,
      (select count(*)::int from signup where role_id = rol.id and status = 'CONFIRMED') as confirmed,
      (select count(*)::int from engagement eng join signup sgn on sgn.id = eng.source_id where sgn.role_id = rol.id and eng.status = 'ACTIVE') as engaged,
      (select count(distinct sequence)::int from waitlist_entry where role_id = rol.id and status = 'WAITING') as waiting,
      (select min(sequence) from waitlist_entry where role_id = rol.id) as first, (select max(sequence) from waitlist_entry where role_id = rol.id) as last
    from shift_role rol where rol.id = $1`, [role.id]);
  const waiting = crowd - capacity;
  const wanted = { places_taken: capacity, last_sequence: waiting, confirmed: capacity, engaged: capacity, waiting, first: 1, last: waiting };
  for (const [figure, number] of Object.entries(wanted)) {
    if (found![figure as keyof typeof wanted] !== number) throw new Error(`After the storm ${figure} is ${found![figure as keyof typeof wanted]} and not ${number}.`);
  }
}
