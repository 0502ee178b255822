import type { Pool } from 'pg';
import type { Visitor } from './plan.ts';

/** Guardians with an account and a child at a school. */
export async function findVisitors(pool: Pool): Promise<Visitor[]> {
  const { rows } = await pool.query<Visitor>(`
    select a.id as "accountId", g.person_id as "personId", array_agg(distinct st.school_id) as "schoolIds"
    from guardian g join account a on a.person_id = g.person_id and a.status = 'ACTIVE'
    join guardianship gs on gs.guardian_id = g.id and gs.status = 'ACTIVE' and gs.data_access and gs.valid_to is null and gs.valid_from <= current_date
    join student st on st.id = gs.student_id
    group by a.id, g.person_id order by a.id`);
  return rows;
}

/** Who reads numbers of the whole district while everybody comes. */
export async function findAnalyst(pool: Pool): Promise<string> {
  const {
    rows: [found],
  } = await pool.query<{ id: string }>(`
    select a.id from staff_assignment sa join staff s on s.id = sa.staff_id join account a on a.person_id = s.person_id and a.status = 'ACTIVE'
    where sa.role = 'ANALYST' and sa.ended_at is null and sa.valid_to is null order by sa.id limit 1`);
  if (!found) throw new Error('The database has no analyst.');
  return found.id;
}

/** The school year that most classes are of. */
export async function findSchoolYear(pool: Pool): Promise<string> {
  const {
    rows: [found],
  } = await pool.query<{ id: string }>(
    'select school_year_id as id from school_class group by 1 order by count(*) desc, 1 limit 1',
  );
  return found!.id;
}
