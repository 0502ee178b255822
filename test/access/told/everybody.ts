import { demoAccount, demoAccounts, loadDemo } from '../../../seeds/demo/index.ts';
import { aPerson, anAccount, aStaff, aStaffAssignment } from '../../../seeds/factories/index.ts';
import { Account } from '../../../src/domains/identity/index.ts';
import { Person, Staff, StaffAssignment, StaffRole } from '../../../src/domains/people/index.ts';
import type { AskOptions, TestHub } from '../../support/hub.ts';
import { writeCallers, type Callers } from '../callers.ts';
import { CALLERS } from '../who-may.ts';

export type Who = AskOptions<Record<string, unknown>>;

/** What a hub needs that everybody asks at length, each question of both executors. */
export const VARIABLES = {
  ...Object.fromEntries(
    ['GUEST', 'GUARDIAN', 'STAFF', 'ANALYST'].flatMap((kind) => [
      [`MAX_COST_${kind}`, '10000000'],
      [`MAX_SELECTIONS_${kind}`, '100000'],
    ]),
  ),
  COMPILED_QUERIES: 'frequent',
  COMPILED_QUERIES_AFTER: '1',
  MAX_ALIASES: '1000',
};

/** People who play several parts in the demonstration, or one that it has not. */
export const MIXED = [
  'subject teacher',
  'analyst and teacher',
  'analyst and parent',
  'analyst and school administrator',
  'district and parent',
  'district and teacher',
  'school administrator and parent',
  'privacy officer and teacher',
] as const;

/** One of each kind: of two who play the same part one is enough. */
export const everybody: readonly string[] = [
  ...demoAccounts
    .map(({ name }) => name)
    .filter((name) => !['district-admin-2', 'parent-separated-b', 'grandparent'].includes(name)),
  ...MIXED,
  ...CALLERS.map((name) => `${name} of another district`),
];

export interface Everybody {
  readonly callers: Callers;
  /** The district of the demonstration. */
  readonly district: string;
  /** How each asks, by name. */
  readonly asked: ReadonlyMap<string, Who>;
}

/** The demonstration, people in it who play several parts, and one caller of each kind in a district of their own. */
export async function writeEverybody(hub: TestHub, now: Date): Promise<Everybody> {
  const { pool } = hub.database;
  await loadDemo(pool, { now });
  const callers = await writeCallers(hub, now);
  const asked = new Map<string, Who>();
  const one = async <T>(text: string, values: unknown[] = []): Promise<T> =>
    (await pool.query(text, values)).rows[0] as T;
  const at = await one<{ district: string; school: string; class: string }>(
    `select a.district_id as district, a.school_id as school, a.school_class_id as class from staff_assignment a
    join staff s on s.id = a.staff_id join account c on c.person_id = s.person_id where c.id = $1 and a.role = 'HOMEROOM_TEACHER'`,
    [demoAccount('teacher').id],
  );
  const { district } = at;
  const parents = (
    await pool.query<{ person: string; account: string }>(
      `select g.person_id as person, c.id as account from guardian g join account c on c.person_id = g.person_id
    where exists (select 1 from guardianship t join student s on s.id = t.student_id where t.guardian_id = g.id and t.status = 'ACTIVE' and t.data_access and s.school_id = $1 and s.left_on is null)
      and not exists (select 1 from staff s where s.person_id = g.person_id) and not c.id = any($2) order by g.id`,
      [at.school, demoAccounts.map(({ id }) => id)],
    )
  ).rows;
  const member = async (
    roles: readonly StaffAssignment['role'][],
    parent?: (typeof parents)[number],
  ): Promise<string> => {
    const person = aPerson();
    const account = anAccount({ person });
    const staff = aStaff({ person: parent?.person ?? person });
    await callers.scenario.write((put) => {
      if (!parent) put(Person, person);
      if (!parent) put(Account, account);
      put(Staff, staff);
      for (const role of roles) {
        const [ofClass, ofSchool] = [
          role === StaffRole.SUBJECT_TEACHER,
          role === StaffRole.SUBJECT_TEACHER || role === StaffRole.SCHOOL_ADMIN,
        ];
        put(
          StaffAssignment,
          aStaffAssignment({
            staff,
            role,
            district,
            ...(ofSchool && { school: at.school }),
            ...(ofClass && { schoolClass: at.class, subject: '数学' }),
          }),
        );
      }
    });
    return parent?.account ?? account.id;
  };
  const { ANALYST, DISTRICT_ADMIN, PRIVACY_OFFICER, SCHOOL_ADMIN, SUBJECT_TEACHER } = StaffRole;
  const mixed: Record<(typeof MIXED)[number], string> = {
    'subject teacher': await member([SUBJECT_TEACHER]),
    'analyst and teacher': await member([ANALYST, SUBJECT_TEACHER]),
    'analyst and parent': await member([ANALYST], parents[0]!),
    'analyst and school administrator': await member([ANALYST, SCHOOL_ADMIN]),
    'district and parent': await member([DISTRICT_ADMIN], parents[1]!),
    'district and teacher': await member([DISTRICT_ADMIN, SUBJECT_TEACHER]),
    'school administrator and parent': await member([SCHOOL_ADMIN], parents[2]!),
    'privacy officer and teacher': await member([PRIVACY_OFFICER, SUBJECT_TEACHER]),
  };
  for (const [name, as] of Object.entries(mixed)) asked.set(name, { as });
  for (const { name, id } of demoAccounts) asked.set(name, { as: id });
  for (const name of CALLERS) asked.set(`${name} of another district`, { headers: callers.headers[name] });
  return { callers, district, asked };
}

/** What each is led to, and what hangs on it. */
const NEARBY = `{
  classes(first: 4) { nodes { id } } students(first: 4) { nodes { id } } households(first: 4) { nodes { id } } guardians(first: 6) { nodes { id } } staffMembers(first: 4) { nodes { id } }
  meetings(first: 5) { nodes { id invitations(first: 3) { nodes { id } } replies(first: 3) { nodes { id } } } }
  shifts(first: 5) { nodes { id roles(first: 3) { nodes { id } } signups(first: 3) { nodes { id } } } } volunteerActivities(first: 4) { nodes { id } } serviceCertificates(first: 3) { nodes { id } }
}`;

export async function nearby(hub: TestHub, who: Who): Promise<string[]> {
  return [...JSON.stringify((await hub.ask(NEARBY, who)).data).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id!);
}

interface OwnThings {
  readonly guardian: {
    readonly id: string;
    readonly households: { readonly nodes: { readonly id: string }[] };
    readonly children: { readonly nodes: { readonly id: string }[] };
  } | null;
  readonly staff: { readonly id: string } | null;
}

/** Whatever the caller has themself. */
export async function ownThings(hub: TestHub, who: Who): Promise<string[]> {
  const { data } = await hub.ask<{ viewer: OwnThings }>(
    '{ viewer { guardian { id households { nodes { id } } children { nodes { id } } } staff { id } } }',
    who,
  );
  const { guardian, staff } = data!.viewer;
  return [
    guardian?.id,
    staff?.id,
    ...(guardian ? [...guardian.households.nodes, ...guardian.children.nodes].map(({ id }) => id) : []),
  ].filter((id) => id !== undefined);
}
