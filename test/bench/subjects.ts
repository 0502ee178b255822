import type { Pool } from 'pg';
import { v7 } from 'uuid';

/** Who asks, and for what: chosen so that every operation has as much to answer as it is measured with. */
export interface Subjects {
  /** A parent of one family with two children and a full timetable. */
  readonly parent: string;
  /** Administers every school of the first district, so that nothing of it is narrowed away from the operations of the admin client. */
  readonly administrator: string;
  readonly meeting: string;
  readonly course: string;
}

const REPLIES = 45;

export async function findSubjects(pool: Pool): Promise<Subjects> {
  const one = async (text: string, values: unknown[] = []): Promise<string> => {
    const client = await pool.connect();
    // PostgreSQL expects one guardian to pass the conditions, and would read all accounts anew for each that does.
    const { rows } = await client
      .query('begin; set local enable_nestloop = off')
      .then(() => client.query<{ id: string }>(text, values))
      .finally(() => client.query('rollback').then(() => client.release()));
    if (!rows[0]) throw new Error(`The database has nothing that this asks for: ${text}`);
    return rows[0].id;
  };
  return {
    administrator: await administratorOfADistrict(pool),
    parent: await one(`
      select a.id from account a join guardian g on g.person_id = a.person_id
      join (select guardian_id from household_guardian group by guardian_id having count(*) = 1) home on home.guardian_id = g.id
      join (select gs.guardian_id from guardianship gs join student st on st.id = gs.student_id group by gs.guardian_id
        having count(distinct st.school_id) = 1 and count(*) filter (where gs.status = 'ACTIVE' and gs.data_access and gs.valid_to is null) = 2) family on family.guardian_id = g.id
      where a.status = 'ACTIVE'
      order by least(5, (select count(*) from engagement e where e.person_id = a.person_id and e.status = 'ACTIVE' and e.starts_at > now() + interval '1 day')) desc, a.id
      limit 1`),
    meeting: await one(
      `
      select m.id from meeting m join (
        select meeting_id, count(*) as n from meeting_reply where superseded_at is null group by meeting_id) r on r.meeting_id = m.id
      join school s on s.id = m.school_id where s.district_id = ${FIRST_DISTRICT}
      order by r.n >= $1 desc, abs(r.n - $1), m.id limit 1`,
      [REPLIES],
    ),
    course: await one(PUBLIC_COURSE),
  };
}

/** What anybody may read who has not signed in. */
export async function findPublicSubjects(pool: Pool): Promise<{ readonly course: string; readonly document: string }> {
  const {
    rows: [found],
  } = await pool.query<{ course: string; document: string }>(`select (${PUBLIC_COURSE}) as course, (
    select d.id from policy_document d join policy_edition e on e.document_id = d.id and e.status = 'PUBLISHED' where d.is_public order by e.published_at desc, d.id limit 1) as document`);
  return found!;
}

const PUBLIC_COURSE = `
  select c.id from course c join course_edition e on e.course_id = c.id and e.status = 'PUBLISHED'
  where c.is_public order by c.listed_at desc, c.id desc limit 1`;

/** Its schools come first where all are listed. */
const FIRST_DISTRICT = '(select district_id from school order by code, id limit 1)';

const NUMBER = 'BENCH-DISTRICT';

/** The district has nobody with such rights, so one is added. */
async function administratorOfADistrict(pool: Pool): Promise<string> {
  const find = 'select a.id from account a join staff s on s.person_id = a.person_id where s.staff_number = $1';
  const known = await pool.query<{ id: string }>(find, [NUMBER]);
  if (known.rows[0]) return known.rows[0].id;
  const [person, staff, account] = [v7(), v7(), v7()];
  await pool.query(`insert into person (id, name) values ($1, '集团校管理员')`, [person]);
  await pool.query('insert into staff (id, person_id, staff_number) values ($1, $2, $3)', [staff, person, NUMBER]);
  await pool.query('insert into account (id, person_id, name) values ($1, $2, $3)', [account, person, NUMBER]);
  await pool.query(
    `insert into staff_assignment (id, staff_id, role, district_id, school_id, valid_from)
    select gen_random_uuid(), $1, 'SCHOOL_ADMIN', district_id, id, '2020-09-01' from school where district_id = ${FIRST_DISTRICT}`,
    [staff],
  );
  await pool.query('analyze staff_assignment');
  return account;
}
