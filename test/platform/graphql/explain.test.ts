import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ClassRosterDocument, MeetingListDocument } from '../../../schema/generated/admin.ts';
import { ParentHomeDocument } from '../../../schema/generated/mini-program.ts';
import { demoAccount, loadDemo } from '../../../seeds/demo/index.ts';
import { DEFAULT_NOW } from '../../../seeds/deterministic/index.ts';
import { explain, NoSuchAccount, type ExplainOptions } from '../../../src/app.ts';
import type { Explanation } from '../../../src/platform/graphql/index.ts';
import { explainOnTerminal } from '../../../src/tasks/explain-on-terminal.ts';
import { testConfig } from '../../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';

const HEADERS = { 'x-hub-explain': '1' };
const parent = demoAccount('parent').id;
const teacher = demoAccount('teacher').id;

let database: TestDatabase;
let hub: TestHub;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: DEFAULT_NOW });
  hub = await startTestHub({ database, clock: () => DEFAULT_NOW });
}, 120_000);
afterAll(async () => {
  await hub?.stop();
  await database?.drop();
});

/** What the hub says beside the data of its second answer: then it is compiled. */
async function explained(
  asked: { readonly document: string; readonly variables?: Record<string, unknown>; readonly as?: string },
  on: TestHub = hub,
): Promise<Explanation | undefined> {
  const ask = () => on.ask(asked.document, { ...asked, headers: HEADERS });
  await ask();
  const { data, extensions } = await ask();
  expect(data).toBeTruthy();
  return (extensions as { explain?: Explanation }).explain;
}

describe('X-Hub-Explain: 1', () => {
  it('tells the statement of a whole query, with its values, rows and time', async () => {
    const told = await explained({ document: print(MeetingListDocument), as: demoAccount('school-admin').id });
    expect(told).toMatchObject({
      executor: 'statement',
      fallbacks: [],
      statements: [{ reads: 'the whole query', rows: 1, ms: expect.any(Number) as number }],
    });
    const [{ text, values }] = told!.statements as [Explanation['statements'][number]];
    expect(text).toContain('from meeting ');
    expect(values.length).toBe(Math.max(...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number))));
  });

  it.each(['off', 'trusted'])(
    '%s: tells why no faster executor answered, and which relation each statement reads',
    async (policy) => {
      const ofClients = await startTestHub({
        database,
        clock: () => DEFAULT_NOW,
        variables: { COMPILED_QUERIES: policy },
      });
      const told = await explained(
        {
          document: '{ schools(first: 1) { nodes { name classes(first: 1) { totalCount nodes { name } } } } }',
          as: demoAccount('district-admin').id,
        },
        ofClients,
      ).finally(() => ofClients.stop());
      expect(told).toMatchObject({
        executor: 'batches',
        fallbacks: [{ executor: 'statement', reason: 'switched off' }],
      });
      expect(told!.statements.map(({ reads }) => reads).sort()).toEqual([
        'Query.schools',
        'School.classes',
        'the number of School.classes',
      ]);
    },
  );

  it('masks what people wrote, and nothing else', async () => {
    const told = await explained({
      document: '{ schools(where: { name: { contains: "林小明" } }) { nodes { name } } }',
      as: demoAccount('district-admin').id,
    });
    const values = told!.statements.flatMap((each) => each.values);
    expect(JSON.stringify(values)).not.toContain('林小明');
    expect(values).toContain('•••');
    expect(values.some((value) => value === 20 || value === 21)).toBe(true);
  });

  it('tells of an answer that is public and kept how it is made, and keeps nothing of it', async () => {
    const url = `${hub.address}/graphql?query=${encodeURIComponent('{ schools(first: 1) { nodes { name } } }')}`;
    const ask = async (headers = {}) => (await fetch(url, { headers })).text();
    expect(await ask(HEADERS)).toContain('"explain"');
    expect(await ask()).not.toContain('"explain"');
  });

  it('is not heard in production', async () => {
    const production = await startTestHub({
      database,
      clock: () => DEFAULT_NOW,
      variables: { NODE_ENV: 'production' },
    });
    try {
      expect(await explained({ document: print(MeetingListDocument), as: teacher }, production)).toBeUndefined();
    } finally {
      await production.stop();
    }
  });
});

describe('npm run explain', () => {
  const asParent: ExplainOptions = {
    document: print(ParentHomeDocument),
    variables: { from: DEFAULT_NOW.toISOString() },
    accountId: parent,
    inBatches: false,
    analyze: false,
  };

  it('tells which executor answers a stored query, and the plan of its statement', async () => {
    const told = await explain(testConfig(database.url), asParent);
    expect(told).toMatchObject({ executor: 'statement', errors: [] });
    const [{ text, places }] = told.statements as [Explanation['statements'][number]];
    expect(Object.values(places!)).toEqual(
      expect.arrayContaining(['Viewer.guardian', 'Guardian.children', 'Student.school', 'Shift.roles']),
    );
    for (const name of Object.keys(places!)) expect(text).toContain(` ${name} `);
    expect(told.plans).toHaveLength(1);
    expect(told.plans[0]!.join('\n')).toMatch(/Index Scan using .*\(cost=/);
  });

  it('tells the statement of each relation, run once more with its times', async () => {
    const told = await explain(testConfig(database.url), { ...asParent, inBatches: true, analyze: true });
    expect(told.executor).toBe('batches');
    expect(told.statements.map(({ reads }) => reads)).toContain('SchoolClass.meetings');
    expect(told.plans).toHaveLength(told.statements.length);
    for (const plan of told.plans) expect(plan.join('\n')).toMatch(/actual time=.*Execution Time/s);
  });

  /** What the command tells. */
  async function told(...args: string[]): Promise<string> {
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      await explainOnTerminal(testConfig(database.url), args, (operation) =>
        operation === 'ParentHome' ? { from: DEFAULT_NOW.toISOString() } : {},
      );
      return written.mock.calls.map(([text]) => String(text)).join('');
    } finally {
      written.mockRestore();
    }
  }

  describe('--reads', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'explain-'));
    });
    afterAll(() => rm(folder, { recursive: true }));

    const ofParent = (...args: string[]): Promise<string> => told('ParentHome', '--as', 'parent', ...args);
    const readIn = (text: string): string[] => [...text.matchAll(/^-- \d+: (.*);/gm)].map(([, read]) => read!).sort();
    const readBy = async (reads: string): Promise<string[]> => readIn(await ofParent('--batches', '--reads', reads));

    it.each(['Shift.roles', 'roles', 'ShiftRole', 'ShiftRole.freePlaces', 'freePlaces'])(
      '%s: the statement that reads the roles of a shift',
      async (reads) => {
        expect(await readBy(reads)).toEqual(['Shift.roles']);
      },
    );

    it.each([
      ['activity', 'VolunteerActivity'],
      ['Shift.activity', 'VolunteerActivity'],
      ['VolunteerActivity.kind', 'VolunteerActivity'],
      ['school', 'School'],
      ['Student.school', 'School'],
      ['guardian', 'Guardian'],
      ['guardian.name', 'Guardian'],
      ['replies', 'Meeting.replies'],
      ['currentClass', 'Student.currentClass'],
    ])('%s, whose rows are read by id or by a relation: %s', async (reads, label) => {
      expect(await readBy(reads)).toEqual([label]);
    });

    it('of a field of several types, each that the query selects', async () => {
      expect(await readBy('title')).toEqual([
        'Guardian.courses',
        'Guardian.timetable',
        'SchoolClass.meetings',
        'Viewer.tasks',
        'VolunteerActivity',
      ]);
      expect(await readBy('Meeting')).toEqual(['SchoolClass.meetings']);
    });

    it('a name that is none, or stands in the one statement, is told what there is', async () => {
      const none = await ofParent('--batches', '--reads', 'ShiftRole.places');
      expect(none).toContain(
        'Nothing reads ShiftRole.places alone, for the query selects nothing of that name; there are:',
      );
      expect(await ofParent('--reads', 'freePlaces')).toContain('--batches');
    });

    const LISTS = `query {
      meetings(first: 1) {
        totalCount
        nodes { title }
        sums: groupedAggregates(groupBy: [SCHOOL]) { hasMore nodes { schoolId count } }
      }
      schools(first: 2) { nodes { name classes(first: 1) { totalCount nodes { number } } } }
      viewer { signedIn }
    }`;
    const PAGE = 'Query.meetings';
    const NUMBER = 'the number of Query.meetings';
    const GROUPS = 'the groups of Query.meetings';
    const CLASSES = 'School.classes';
    const NUMBER_OF_CLASSES = 'the number of School.classes';

    it.each<[string, string[]]>([
      ['groupedAggregates', [GROUPS]],
      ['sums', [GROUPS]],
      ['Query.meetings.groupedAggregates', [GROUPS]],
      ['schoolId', [GROUPS]],
      ['count', [GROUPS]],
      ['MeetingGroup.count', [GROUPS]],
      ['MeetingGroup', [GROUPS]],
      [GROUPS, [GROUPS]],
      ['totalCount', [NUMBER, NUMBER_OF_CLASSES]],
      ['Query.meetings.totalCount', [NUMBER]],
      ['meetings.totalCount', [NUMBER]],
      [NUMBER, [NUMBER]],
      ['Query.meetings', [PAGE, GROUPS, NUMBER]],
      ['meetings', [PAGE, GROUPS, NUMBER]],
      ['Meeting.title', [PAGE]],
      ['School.classes', [CLASSES, NUMBER_OF_CLASSES]],
      ['School.classes.totalCount', [NUMBER_OF_CLASSES]],
      ['number', [CLASSES]],
      ['signedIn', []],
    ])('%s, of a query with lists, numbers and groups: %s', async (reads, labels) => {
      const file = join(folder, 'lists.graphql');
      await writeFile(file, LISTS);
      expect(readIn(await told('--file', file, '--as', 'district-admin', '--batches', '--reads', reads))).toEqual(
        labels,
      );
    });

    it('of what reads nothing says so, and lists nothing', async () => {
      const file = join(folder, 'none.graphql');
      await writeFile(file, '{ viewer { signedIn } }');
      const none = await told('--file', file, '--as', 'guest', '--reads', 'signedIn');
      expect(none).toContain('Nothing reads signedIn alone.');
    });
  });

  it('--as guest asks as nobody who is known', async () => {
    const asked = await told('CourseCatalogue', '--as', 'guest');
    expect(asked).toContain('Answered by statement, with 1 statement.');
    expect(asked).not.toContain('Refused');
  });

  it('puts nobody on record for what they were not told', async () => {
    const { rows } = await database.pool.query<{ id: string }>(
      `select 'class_' || c.id as id from school_class c join staff_assignment a on a.school_class_id = c.id
        join staff s on s.id = a.staff_id join account o on o.person_id = s.person_id where o.id = $1 limit 1`,
      [teacher],
    );
    const records = async () =>
      (await database.pool.query<{ count: number }>('select count(*)::int as count from access_record')).rows[0]!.count;
    const before = await records();
    const asked = { document: print(ClassRosterDocument), variables: { id: rows[0]!.id } };
    const told = await explain(testConfig(database.url), {
      ...asked,
      accountId: teacher,
      inBatches: false,
      analyze: false,
    });
    expect(told).toMatchObject({ executor: 'statement', fallbacks: [], errors: [] });
    expect(await records()).toBe(before);
    // Whoever is told is on record.
    expect((await hub.ask(asked.document, { ...asked, as: teacher })).errors).toBeUndefined();
    expect(await records()).toBeGreaterThan(before);
  });

  it('tells what was refused, and of nobody', async () => {
    const told = await explain(testConfig(database.url), { ...asParent, variables: {} });
    expect(told).toMatchObject({
      executor: 'none',
      statements: [],
      errors: [expect.stringMatching(/^Variable "\$from"/) as string],
    });
    const unknown = { ...asParent, accountId: '00000000-0000-7000-8000-000000000000' };
    await expect(explain(testConfig(database.url), unknown)).rejects.toThrow(NoSuchAccount);
  });
});
