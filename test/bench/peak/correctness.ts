import type { ClientBase, Pool } from 'pg';
import { checks } from '../../../src/app.ts';
import type { OpenRole } from './opening.ts';
import type { Visit } from './plan.ts';
import { outcomeOf, type Ending, type Heard } from './visit.ts';

/** A sentence for each thing that is not as it must be; so many of a kind are told at most. */
const MOST_TOLD = 20;

interface Stored {
  readonly id: string;
  readonly person: string;
  readonly role: string;
  readonly status: string;
  readonly kind: 'signup' | 'waitlist-entry';
}

interface Written {
  /** By person and role. */
  readonly rows: ReadonlyMap<string, readonly Stored[]>;
  /** By key: how often a call was remembered, and how often its success was audited. */
  readonly remembered: ReadonlyMap<string, number>;
  readonly audited: ReadonlyMap<string, number>;
}

/** What the database holds against what the guardians were told, and against the rules of every domain. */
export async function findMistakes(
  pool: Pool | ClientBase,
  roles: readonly OpenRole[],
  visits: readonly Visit[],
  endings: readonly Ending[],
): Promise<string[]> {
  if (endings.length !== visits.length) return [`${visits.length} guardians came, ${endings.length} have left.`];
  const mistakes = [
    ...(await brokenRules(
      pool,
      roles.map(({ id }) => id),
    )),
  ];
  const written = await readWritten(pool, roles);
  const planned = new Set(visits.map(placeOf));
  for (const place of written.rows.keys())
    if (!planned.has(place)) mistakes.push(`${place}: nobody asked for this row.`);
  for (const [index, visit] of visits.entries()) mistakes.push(...mistakesOf(visit, endings[index]!, written));
  return mistakes.length > MOST_TOLD
    ? [...mistakes.slice(0, MOST_TOLD), `and ${mistakes.length - MOST_TOLD} more`]
    : mistakes;
}

const placeOf = ({ personId, roleId }: Pick<Visit, 'personId' | 'roleId'>): string => `${personId} ${roleId}`;

/** Every guardian's answer is what was written, once; whoever was refused has nothing, and whoever heard nothing has one row at most. */
function mistakesOf(visit: Visit, { sent, heard, lost }: Ending, { rows, remembered, audited }: Written): string[] {
  const place = placeOf(visit);
  const found = rows.get(place) ?? [];
  const told = heard ? outcomeOf(heard) : null;
  const mistakes: string[] = [];
  const expect = (holds: boolean, sentence: string): void =>
    void (holds || mistakes.push(`${visit.key} (${told ?? 'no answer'}): ${sentence}`));
  const counts = [found.length, remembered.get(visit.key) ?? 0, audited.get(place) ?? 0];
  const served = told === 'CONFIRMED' || told === 'WAITING';
  if (served) {
    expect(
      counts.every((count) => count === 1),
      `rows, remembered calls and audited successes are ${counts.join(', ')}, not one each.`,
    );
    const [row] = found;
    expect(
      row?.status === told && `${row.kind}_${row.id}` === idIn(heard!),
      `the database has ${row ? `${row.kind} ${row.id} ${row.status}` : 'nothing'}.`,
    );
  } else if (told !== null || !sent) {
    expect(told !== 'NOTHING', 'the answer has neither a place nor a reason.');
    expect(
      counts.every((count) => count === 0),
      `rows, remembered calls and audited successes are ${counts.join(', ')}, though nothing was to be done.`,
    );
  } else {
    expect(
      counts.every((count) => count === counts[0] && count <= 1),
      `rows, remembered calls and audited successes are ${counts.join(', ')}: all or nothing was to be done.`,
    );
  }
  if (lost && heard && lost.refused === null)
    expect(idIn(lost) === idIn(heard), 'asked again, the hub has said something else.');
  return mistakes;
}

const idIn = ({ signup, waitlistEntry }: Heard): string | null => signup ?? waitlistEntry;

async function brokenRules(pool: Pool | ClientBase, roleIds: readonly string[]): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, sql } of checks) {
    const { rows } = await pool.query(sql);
    if (rows.length > 0) broken.push(`${name}: ${rows.length} rows, e.g. ${JSON.stringify(rows[0])}`);
  }
  const { rows } = await pool.query<{ id: string }>(
    `
    select rol.id from shift_role rol
    left join (select role_id, count(*) as n from signup where status = 'CONFIRMED' group by 1) con on con.role_id = rol.id
    left join (select role_id, count(*) as n, max(sequence) as last from waitlist_entry group by 1) wai on wai.role_id = rol.id
    where rol.id = any($1) and (rol.places_taken <> coalesce(con.n, 0) or coalesce(con.n, 0) > rol.capacity
      or rol.last_sequence <> coalesce(wai.n, 0) or coalesce(wai.last, 0) <> coalesce(wai.n, 0) or (wai.n > 0 and con.n < rol.capacity))`,
    [roleIds],
  );
  return [
    ...broken,
    ...rows.map(
      ({ id }) =>
        `role ${id}: its places or the numbers of its waiting list are not those of its rows, or a place is free while somebody waits.`,
    ),
  ];
}

async function readWritten(pool: Pool | ClientBase, roles: readonly OpenRole[]): Promise<Written> {
  const ids = roles.map(({ id }) => id);
  const { rows: stored } = await pool.query<Stored>(
    `
    select id, person_id as person, role_id as role, status, 'signup' as kind from signup where role_id = any($1)
    union all select id, person_id, role_id, status, 'waitlist-entry' from waitlist_entry where role_id = any($1)`,
    [ids],
  );
  const { rows: remembered } = await pool.query<{ key: string; count: number }>(`
    select key, count(*)::int from idempotent_call where mutation = 'signUpForShift' and result is not null group by key`);
  const { rows: audited } = await pool.query<{ place: string; count: number }>(`
    select acc.person_id || ' ' || (aud.subjects->>'role') as place, count(*)::int
    from audit_record aud join account acc on acc.id = aud.account
    where aud.mutation = 'signUpForShift' and aud.outcome = 'SUCCEEDED' group by 1`);
  return {
    rows: Map.groupBy(stored, ({ person, role }) => placeOf({ personId: person, roleId: role })),
    remembered: new Map(remembered.map(({ key, count }) => [key, count])),
    audited: new Map(audited.map(({ place, count }) => [place, count])),
  };
}
