import type { TestHub } from '../support/hub.ts';

/** Somebody of the demonstration. */
export interface Somebody {
  readonly account: string;
  readonly guardian: string;
  readonly person: string;
}

/** What a guardian holds today, reckoned from the tables without a word of the hub's own rules. */
export interface Held {
  readonly children: readonly string[];
  readonly schools: readonly string[];
  readonly districts: readonly string[];
  /** Names of the rights that what hangs on them bears. */
  readonly keys: readonly string[];
}

export async function heldBy({ database: { pool } }: TestHub, { guardian }: Somebody, now: Date): Promise<Held> {
  const day = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const { rows } = await pool.query<{
    id: string;
    school: string | null;
    district: string | null;
    class: string | null;
    grade: string;
    stage: string;
  }>(
    `
    select t.student_id as id, case when s.left_on is null then s.school_id end as school, case when s.left_on is null then h.district_id end as district, c.id as class, c.grade_id as grade, g.stage, c.school_id as at
    from guardianship t join student s on s.id = t.student_id join school h on h.id = s.school_id
    left join (class_membership m join school_year y on y.id = m.school_year_id and $2::date between y.starts_on and y.ends_on join school_class c on c.id = m.school_class_id join grade g on g.id = c.grade_id)
      on m.student_id = s.id and m.status = 'ACTIVE'
    where t.guardian_id = $1 and t.status = 'ACTIVE' and t.data_access and t.valid_from <= $2 and (t.valid_to is null or t.valid_to >= $2)`,
    [guardian, day],
  );
  const parts = (key: string, { grade, stage }: { grade: string; stage: string }): string[] => [
    key,
    `${key}:grade:${grade}`,
    `${key}:stage:${stage}`,
  ];
  const known = (values: readonly (string | null)[]): string[] => [
    ...new Set(values.filter((value) => value !== null)),
  ];
  return {
    children: known(rows.map(({ id }) => id)),
    schools: known(rows.map(({ school }) => school)),
    districts: known(rows.map(({ district }) => district)),
    keys: known(
      rows.flatMap((row) => [
        `student:${row.id}`,
        ...(row.class === null
          ? []
          : [`class:${row.class}`, ...parts(`school:${row.school!}`, row), ...parts(`district:${row.district!}`, row)]),
      ]),
    ),
  };
}

/** By the prefix of its ids, each kind that is of children, or rests on them, and which of it a guardian may see: `$1` guardian, `$2` person, `$3` children, `$4` keys, `$5` now, `$6` schools, `$7` districts. */
const ALLOWED: Readonly<Record<string, string>> = {
  student: 'select unnest($3::uuid[]) as id',
  'class-membership': 'select id from class_membership where student_id = any($3)',
  guardianship: 'select id from guardianship where guardian_id = $1 or student_id = any($3)',
  household:
    'select g.household_id as id from household_guardian g join household_student s using (household_id) where g.guardian_id = $1 and s.student_id = any($3)',
  guardian: `select $1::uuid as id union select t.guardian_id from guardianship t where t.student_id = any($3) and t.status = 'ACTIVE'`,
  'meeting-invitation': `select i.id from meeting_invitation i join household_guardian g on g.household_id = i.household_id and g.guardian_id = $1
    where exists (select 1 from meeting_invitation_student c where c.invitation_id = i.id and c.ended_at is null and c.student_id = any($3))`,
  'meeting-reply': `select r.id from meeting_reply r join meeting_invitation i on i.id = r.invitation_id join household_guardian g on g.household_id = i.household_id and g.guardian_id = $1
    where exists (select 1 from meeting_invitation_student c where c.invitation_id = i.id and c.ended_at is null and c.student_id = any($3))`,
  meeting: `select i.meeting_id as id from meeting_invitation i join household_guardian g on g.household_id = i.household_id and g.guardian_id = $1
    where exists (select 1 from meeting_invitation_student c where c.invitation_id = i.id and c.ended_at is null and c.student_id = any($3))`,
  notice: 'select id from notice where person_id = $2 and (rests_on is null or rests_on && $4::text[])',
  engagement: 'select id from engagement where person_id = $2 and (rests_on is null or rests_on && $4::text[])',
  signup: `select s.id from signup s join shift t on t.id = s.shift_id where s.person_id = $2 and (s.status in ('CANCELLED', 'REJECTED') or t.starts_at <= $5
    or exists (select 1 from engagement e where e.source_id = s.id and e.status = 'ACTIVE' and (e.rests_on is null or e.rests_on && $4::text[])))`,
  'waitlist-entry': `select w.id from waitlist_entry w join shift t on t.id = w.shift_id join volunteer_activity a on a.id = t.activity_id where w.person_id = $2 and (t.starts_at <= $5
    or exists (select 1 from audience_target x where x.audience_id = a.audience_id and x.key = any($4))
    or w.status not in ('WAITING', 'OFFERED') and (t.school_id = any($6) or t.school_id is null and t.district_id = any($7)))`,
  shift: 'select id from shift where school_id = any($6) or school_id is null and district_id = any($7)',
  'volunteer-activity':
    'select id from volunteer_activity where school_id = any($6) or school_id is null and district_id = any($7)',
};

export const KINDS = Object.keys(ALLOWED);
export const kindOf = (id: string): string => id.slice(0, id.lastIndexOf('_'));

export async function allowedFor(
  { database: { pool } }: TestHub,
  { guardian, person }: Somebody,
  { children, keys, schools, districts }: Held,
  now: Date,
): Promise<Set<string>> {
  const given = [guardian, person, children, keys, now, schools, districts];
  const ids = await Promise.all(
    Object.entries(ALLOWED).map(async ([kind, statement]) => {
      const types = ['uuid', 'uuid', 'uuid[]', 'text[]', 'timestamptz', 'uuid[]', 'uuid[]'].map(
        (type, place) => `$${place + 1}::${type}`,
      );
      const { rows } = await pool.query<{ id: string }>(
        `with given as (select ${types.join()}) select every.id from (${statement}) every(id)`,
        given,
      );
      return rows.map(({ id }) => `${kind}_${id}`);
    }),
  );
  return new Set(ids.flat());
}
