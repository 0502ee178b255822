import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as admin from '../../schema/generated/admin.ts';
import { daysAfter, WRITTEN_AT } from '../../seeds/factories/index.ts';
import { STAFF_ROLES as ROLES, type AdminClientRole as Who } from '../access/caller-names.ts';
import { startTestHub, textOf, type TestHub } from '../support/hub.ts';
import { NOT_FOR } from './not-for.ts';
import { variablesIn, writeOneOfEverything, type OneOfEverything } from './one-of-everything.ts';
import { isQuery, typedDocumentsOf } from '../support/typed-documents.ts';

const now = daysAfter(WRITTEN_AT, 95);

const WHO: readonly Who[] = ['schoolAdmin', 'districtAdmin', ...ROLES];

/** What somebody beside the administrators of a school is answered in full. */
const ANSWERED: readonly (readonly [Who, string])[] = [
  ['districtAdmin', 'StudentLookup'],
  ['schoolAdmin', 'StudentLookup'],
  ['PRIVACY_OFFICER', 'AuditLog'],
  ['PRIVACY_OFFICER', 'AccessLog'],
  ['HOMEROOM_TEACHER', 'ClassRoster'],
  ['HOMEROOM_TEACHER', 'StaffHome'],
  ['HOMEROOM_TEACHER', 'PendingGuardianships'],
  ['districtAdmin', 'RoleRequests'],
  ['districtAdmin', 'AuditLog'],
];

/** How a district asks for what it counts in part. */
const OF_DISTRICT: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  MeetingsAcrossSchools: { latestReplies: false },
  ShiftEditor: { signups: false },
};

const queries = new Map(typedDocumentsOf(admin).filter(([, document]) => isQuery(document)));

describe('a stored operation of the admin client, asked by each role', () => {
  let hub: TestHub;
  let there: OneOfEverything;
  const accounts = new Map<Who, string>();
  beforeAll(async () => {
    hub = await startTestHub({ clock: () => now, variables: { COMPILED_QUERIES: 'off' } });
    there = await writeOneOfEverything(hub.database, now);
    accounts.set('schoolAdmin', there.accounts.schoolAdmin).set('districtAdmin', there.accounts.districtAdmin);
    for (const [index, role] of ROLES.entries()) accounts.set(role, await employ(role, index));
  });
  afterAll(() => hub?.stop());

  async function employ(role: (typeof ROLES)[number], index: number): Promise<string> {
    const [person, account, staff] = [randomUUID(), randomUUID(), randomUUID()];
    const { pool } = hub.database;
    await pool.query('insert into person (id, name, created_at) values ($1, $2, now())', [person, '测试']);
    await pool.query(
      `insert into account (id, person_id, name, status, created_at) values ($1, $2, $3, 'ACTIVE', now())`,
      [account, person, `role-${index}`],
    );
    await pool.query('insert into staff (id, person_id, staff_number, created_at) values ($1, $2, $3, now())', [
      staff,
      person,
      `R${index}`,
    ]);
    await pool.query(
      `insert into staff_assignment (id, staff_id, role, district_id, school_id, school_class_id, grade_id, subject, valid_from)
      select gen_random_uuid(), $1, $2::text, sch.district_id, case when $2::text <> 'PRIVACY_OFFICER' then sch.id end,
        case when $2::text in ('HOMEROOM_TEACHER', 'SUBJECT_TEACHER') then cls.id end, case when $2::text = 'GRADE_HEAD' then cls.grade_id end,
        case when $2::text = 'SUBJECT_TEACHER' then '语文' end, '2020-01-01'
      from school_class cls join school sch on sch.id = cls.school_id where cls.id = $3`,
      [staff, role, there.ids.class],
    );
    return account;
  }

  const ask = async (who: Who, name: string) => {
    const document = queries.get(name)!;
    return hub.ask(document, {
      as: accounts.get(who)!,
      variables: {
        ...variablesIn(there, now, name, textOf(document)),
        ...(who === 'districtAdmin' && OF_DISTRICT[name]),
      },
    });
  };

  test.each([...queries.keys()])('%s: a refusal is one of its field, and blanks nothing beside it', async (name) => {
    for (const who of WHO) {
      const { errors = [], data } = await ask(who, name);
      for (const {
        path,
        extensions: { code },
      } of errors) {
        expect({ who, code }).toEqual({ who, code: 'FORBIDDEN' });
        // Whoever may count a list and not see it is refused the list where its rows are asked for.
        const refused = path!.at(-1) === 'nodes' ? path!.slice(0, -1) : path!;
        const holder = refused
          .slice(0, -1)
          .reduce<unknown>((at, step) => (at as Record<string, unknown> | null)?.[step], data);
        expect({ who, path, holder: typeof holder, blanked: holder === null }).toEqual({
          who,
          path,
          holder: 'object',
          blanked: false,
        });
      }
    }
  });

  test.each(ANSWERED)('%s is answered %s', async (who, name) => {
    const { data } = await ask(who, name);
    expect(Object.values(data ?? { nothing: null }).filter((each) => each === null)).toEqual([]);
  });

  test('the district that looks a pupil up has all that the screen promises, masked, and nothing is refused', async () => {
    const { data, errors } = await ask('districtAdmin', 'StudentLookup');
    expect(errors).toBeUndefined();
    expect(data!['students']).toMatchObject({
      nodes: [
        {
          id: expect.any(String),
          name: expect.stringContaining('*'),
          school: { name: expect.any(String) },
          currentClass: { name: expect.any(String) },
          guardianContacts: [{ name: expect.stringContaining('*') }],
        },
      ],
    });
  });

  test('nothing of it is refused to whom it is for', async () => {
    const refused: Record<string, Who[]> = {};
    for (const name of queries.keys()) {
      for (const who of WHO) if ((await ask(who, name)).errors) (refused[name] ??= []).push(who);
    }
    expect(refused, 'whom a new operation is not for: `notFor` of test/<domain>/held-to.ts').toEqual(
      Object.fromEntries(Object.entries(NOT_FOR).filter(([, whom]) => whom.length > 0)),
    );
  });
});
