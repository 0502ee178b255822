import type { Pool } from 'pg';
import { hubSchema } from '../../../src/app.ts';
import {
  allOf,
  prepare,
  Scope,
  sql,
  type Count,
  type ReadType,
  type ToMany,
} from '../../../src/platform/reading/index.ts';
import { tied } from '../../../src/platform/reading/disclosure/tied.ts';
import { guest } from '../../../src/domains/people/index.ts';
import { heldTo } from '../../support/held-to.ts';
import { nobody } from '../parts.ts';

const {
  reader: { catalog },
} = hubSchema();

/** Types whose lists are of things and not of people, as domains say: `things` of `test/<domain>/held-to.ts`. */
export const THINGS: ReadonlySet<string> = new Set(heldTo.flatMap(({ things = [] }) => things));

export interface Numbered {
  readonly name: string;
  readonly field: Count | ToMany;
}

/** Lists and counts of people that hang on a stored thing, but for what is the caller's by its name, and for who has read, which grows by being read. */
export function numbersOf(type: ReadType): Numbered[] {
  const told = (name: string, field: Count | ToMany): boolean =>
    ![...THINGS, 'AccessRecord'].includes(catalog.typeOf(field.to).name) && !name.startsWith('viewer');
  return [...type.fields].flatMap(([name, field]) =>
    (field.kind === 'many' || field.kind === 'count') && told(name, field) ? [{ name, field }] : [],
  );
}

/** Somebody at a school, who sees and counts by no right: what the relation itself says of its rows, and no more. */
const anybody = { ...nobody, signedIn: true, staff: true };

/** Of one's own what one has lost is one's own no longer: what is left, by the parent's id. */
export const LEFT_OF_OWN: Readonly<Record<string, string>> = {
  'Household.invitations': `select count(*) from meeting_invitation where household_id = $1 and status = 'INVITED'`,
  'Guardian.households': `select count(distinct h.household_id) from household_guardian h join household_student s on s.household_id = h.household_id
    join guardianship t on t.guardian_id = h.guardian_id and t.student_id = s.student_id where h.guardian_id = $1 and t.status = 'ACTIVE' and t.data_access`,
};

/** Of every parent, by its global id, how many rows there are whoever asks. */
export async function truthOf(
  pool: Pool,
  type: ReadType,
  { field }: Numbered,
  now: Date,
): Promise<Map<string, number>> {
  const parent = new Scope('whose');
  const to = catalog.typeOf(field.to);
  const of = { id: sql`${parent}.id`, row: parent, seen: false };
  const { child, tables, condition } = tied(catalog, field, to, of, 'those', anybody);
  const { text, values } = prepare(
    sql`select ${parent}.id, (select count(*)::int from ${tables} where ${allOf([condition, field.where?.(child, anybody)])}) as n from ${type.rows(anybody)} ${parent}`,
  );
  const { rows } = await pool.query<{ id: string; n: number }>(text, values({ viewer: guest, now }));
  return new Map(rows.map(({ id, n }) => [`${type.readable.prefix}_${id}`, n]));
}

/** Those of whom there is most, and those of whom there is nothing. */
export function telling(truth: ReadonlyMap<string, number>): string[] {
  const most = [...truth].sort(([a, n], [b, m]) => m - n || a.localeCompare(b));
  return [...most.slice(0, 2), ...most.filter(([, n]) => n === 0).slice(0, 1)].map(([id]) => id);
}

/** How many there are in a district, by its root field: what whoever looks after the district is told, or nothing. */
export const OF_DISTRICT: Readonly<Record<string, string>> = {
  students: 'select count(*) from student t join school s on s.id = t.school_id where s.district_id = $1',
  households:
    'select count(distinct h.household_id) from household_student h join student t on t.id = h.student_id join school s on s.id = t.school_id where s.district_id = $1',
  guardians:
    'select count(distinct g.guardian_id) from guardianship g join student t on t.id = g.student_id join school s on s.id = t.school_id where s.district_id = $1',
  staffMembers: 'select count(distinct staff_id) from staff_assignment where district_id = $1',
  roleRequests: 'select count(*) from role_request where district_id = $1',
  staffIdentities: `select count(distinct i.id) from staff_identity i join account a on a.id = i.account_id join staff f on f.person_id = a.person_id
    join staff_assignment g on g.staff_id = f.id where g.district_id = $1`,
  serviceTokens: 'select count(*) from service_token where district_id = $1',
  auditEntries:
    'select count(*) from audit_record r where r.districts @> array[$1::uuid] or exists (select 1 from school s where s.id = any(r.schools) and s.district_id = $1)',
  accessEntries: `select count(*) from access_record r join student t on t.id = r.subject join school s on s.id = t.school_id where r.kind = 'student' and s.district_id = $1`,
  serviceRecords: 'select count(*) from service_record where district_id = $1',
  serviceCertificates: 'select count(*) from service_certificate where district_id = $1',
};

/** Minutes that were approved, of each person what overlaps once. */
export async function minutesOf(pool: Pool, column: 'guardian_id' | 'household_id', id: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select coalesce(sum(floor(extract(epoch from upper(p) - lower(p)) / 60)), 0)::int as n from (
    select unnest(range_agg(tstzrange(starts_at, starts_at + minutes * interval '1 minute'))) as p from service_record where status = 'APPROVED' and ${column} = $1 group by person_id) t`,
    [id],
  );
  return rows[0]!.n;
}
