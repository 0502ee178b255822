import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoAccount, loadDemo } from '../../../seeds/demo/index.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { nobody, QUESTIONS, type Question } from './questions.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');
const parent = demoAccount('parent').id;
const admin = demoAccount('school-admin').id;

let database: TestDatabase;
let hub: TestHub;
let lines: Record<string, unknown>[] = [];
const sink = new Writable({
  write(chunk: Buffer, _encoding, done) {
    lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
    done();
  },
});
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
  hub = await startTestHub({
    database,
    clock: () => NOW,
    logger: pino({ level: 'info' }, sink),
    variables: { COMPILED_QUERIES: 'off', STATEMENT_TIMEOUT_MS: '400' },
  });
});
afterAll(async () => {
  await hub.stop();
  await database.drop();
});
beforeEach(() => {
  lines = [];
});

interface Told {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
  readonly lines: readonly Record<string, unknown>[];
}

async function send({ as, headers, method = 'POST', ...body }: Question): Promise<Told> {
  lines = [];
  const authorization = as && { authorization: `Bearer ${await hub.tokenOf(as)}` };
  const search = new URLSearchParams(
    Object.entries(body)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
  const response = await (method === 'GET'
    ? fetch(`${hub.address}/graphql?${search.toString()}`, { headers: { ...authorization, ...headers } })
    : fetch(`${hub.address}/graphql`, {
        method,
        headers: { 'content-type': 'application/json', ...authorization, ...headers },
        body: JSON.stringify(body),
      }));
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: text.replace(/"errorId":"[^"]*"/g, '"errorId":"…"'),
    // Who answered differs, and is shown elsewhere.
    lines: lines.map(
      ({
        executor: _executor,
        fallbacks: _fallbacks,
        ms: _ms,
        time: _time,
        errorId: _id,
        err: _err,
        pid: _pid,
        hostname: _host,
        ...line
      }) => line,
    ),
  };
}

/** The same with what clients send besides: empty extensions, and of a GET the type of a body that it has not. */
async function withMore({ headers, ...question }: Question): Promise<Told> {
  return send({ ...question, headers: { 'content-type': 'application/json', ...headers }, extensions: {} } as Question);
}

describe('what is told, in the answer and in the log, is the same whatever clients send besides', () => {
  it.each(Object.entries(QUESTIONS))('of %s', async (_name, question) => {
    // What a mutation changes, it has changed.
    await send(question);
    for (let time = 0; time < 2; time += 1) expect(await send(question)).toEqual(await withMore(question));
  });

  it('of a fault inside', async () => {
    await database.pool.query('alter table topic rename column name to label');
    try {
      const question = {
        query: '{ districts { totalCount } topics { nodes { name } } }',
        headers: { 'accept-language': 'en' },
      };
      const {
        lines: [fault, ...more],
        ...answer
      } = await send(question);
      const {
        lines: [otherFault, ...others],
        ...other
      } = await withMore(question);
      expect(answer).toEqual(other);
      expect(fault).toEqual(otherFault);
      expect(more).toMatchObject([{ codes: ['INTERNAL'], statements: 2 }]);
      expect(others).toMatchObject([{ codes: ['INTERNAL'], statements: 2 }]);
    } finally {
      await database.pool.query('alter table topic rename column label to name');
    }
  });

  it('of nothing where there must be something', async () => {
    const {
      rows: [school],
    } = await database.pool.query<{ id: string; district_id: string }>(
      'select id, district_id from school order by code limit 1',
    );
    const moveTo = (district: string): Promise<unknown> =>
      database.pool.query(
        `begin; set local session_replication_role = replica; update school set district_id = '${district}' where id = '${school!.id}'; commit`,
      );
    await moveTo(nobody);
    try {
      const question = { query: '{ schools(first: 3) { nodes { name district { name } } } districts { totalCount } }' };
      // Both fields are read side by side: whether the count has come back when the other one fails is chance.
      const withoutRows = ({ lines: written, ...answer }: Told) => ({
        ...answer,
        lines: written.map(({ rows: _rows, ...line }) => line),
      });
      const told = await send(question);
      expect(JSON.parse(told.body)).toMatchObject({
        data: null,
        errors: [{ path: ['schools', 'nodes', expect.any(Number), 'district'], extensions: { code: 'INTERNAL' } }],
      });
      expect(withoutRows(told)).toEqual(withoutRows(await withMore(question)));
    } finally {
      await moveTo(school!.district_id);
    }
  });
});

it('a statement whose time is up is not tried a second time', async () => {
  const locker = await database.pool.connect();
  try {
    await locker.query('begin; lock table topic in access exclusive mode');
    const { result, statements } = await hub.statementsOf(() =>
      hub.ask('{ districts { nodes { code } } topics { nodes { name } } }'),
    );
    expect(statements.filter((text) => text.includes('from topic '))).toHaveLength(1);
    expect(result.errors).toMatchObject([{ path: ['topics'], extensions: { code: 'TIMEOUT' } }]);
  } finally {
    await locker.query('rollback');
    locker.release();
  }
});

describe('whoever is remembered', () => {
  const STUDENTS = '{ students(first: 3) { nodes { id } } }';
  const children = async (): Promise<number | undefined> =>
    (await hub.ask('{ viewer { guardian { children { nodes { id } } } } }', { as: parent })).data?.['viewer']?.guardian
      ?.children.nodes.length as number | undefined;
  const run = (statement: string): Promise<unknown> => database.pool.query(statement);
  const OF_PARENT = `guardian_id = (select g.id from guardian g join account a on a.person_id = g.person_id where a.id = '${parent}')`;

  it('is looked at by the first statement of their answer, and sees at the very next request what has changed', async () => {
    expect(await children()).toBe(2);
    const { statements } = await hub.statementsOf(children);
    expect(statements.map((text) => text.includes('rights_version'))).toEqual([true, false]);
    // Where nothing is read, or nothing is found, they are looked at all the same.
    expect((await hub.statementsOf(() => hub.ask('{ viewer { __typename } }', { as: parent }))).statements).toEqual([
      'select (select version from rights_version)',
    ]);
    const nothing = await hub.statementsOf(() =>
      hub.ask(`{ course(id: "course_${nobody}") { title } }`, { as: parent }),
    );
    expect(nothing.result.data).toEqual({ course: null });
    expect(nothing.statements).toHaveLength(1);
    await run(`update guardianship set data_access = false where ${OF_PARENT}`);
    expect(await children()).toBe(0);
    await run(`update guardianship set data_access = true where ${OF_PARENT}`);
    expect(await children()).toBe(2);
  });

  it('is told nothing, and put on record for nothing, by rights that are over', async () => {
    const recorded = async (): Promise<number> => (await database.pool.query('select 1 from access_record')).rowCount!;
    expect((await hub.ask(STUDENTS, { as: admin })).data!['students'].nodes).toHaveLength(3);
    const before = await recorded();
    await run(
      `update staff_assignment set valid_from = '2019-01-01', last_day_given = '2020-01-01' where staff_id = (select s.id from staff s join account a on a.person_id = s.person_id where a.id = '${admin}')`,
    );
    lines = [];
    const { errors, data } = await hub.ask(STUDENTS, { as: admin });
    expect(data?.['students']?.nodes ?? [], JSON.stringify(errors)).toEqual([]);
    expect(await recorded()).toBe(before);
    expect(lines.filter(({ msg }) => msg === 'operation')).toHaveLength(1);
  });

  it('changes something once', async () => {
    const document = 'mutation { markAllNoticesRead(input: {}) { markedCount userErrors { code } } }';
    await database.pool.query('update notice set read_at = null');
    const marked = async (): Promise<number> =>
      (await hub.ask(document, { as: parent })).data!['markAllNoticesRead'].markedCount as number;
    expect(await marked()).toBeGreaterThan(0);
    expect(await marked()).toBe(0);
  });
});
