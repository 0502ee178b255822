import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { print } from 'graphql';
import { PolicyLibraryDocument } from '../../../schema/generated/admin.ts';
import { SchoolSizesDocument } from '../../../schema/generated/analyst.ts';
import {
  CourseCatalogueDocument,
  MarkAllNoticesReadDocument,
  VerifyCertificateDocument,
} from '../../../schema/generated/mini-program.ts';
import { demoAccount, loadDemo } from '../../../seeds/demo/index.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { answerOf, CALLERS, HELD, headersOfCallers, type Answer, type Caller } from './callers.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');
const AD_HOC = 'query AdHoc { topics(first: 2) { nodes { name } } }';
const UNKNOWN = `sha256:${'0'.repeat(64)}`;
let database: TestDatabase;
let enforcing: TestHub;
let lenient: TestHub;
let lines: { operation: string | null; executor?: string; caller: string; codes?: string[]; statements: number }[] = [];
let headersOf: ReadonlyMap<Caller, Readonly<Record<string, string>>>;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as (typeof lines)[number]);
      done();
    },
  });
  const clock = (): Date => NOW;
  enforcing = await startTestHub({
    database,
    clock,
    variables: { NODE_ENV: 'production' },
    logger: pino({ level: 'info' }, sink),
  });
  lenient = await startTestHub({ database, clock });
  headersOf = await headersOfCallers(lenient);
});
afterAll(async () => {
  await Promise.all([enforcing.stop(), lenient.stop()]);
  await database.drop();
});
beforeEach(() => {
  lines = [];
});

const post = async (
  caller: Caller,
  body: object,
  more: Readonly<Record<string, string>> = {},
  hub = enforcing,
): Promise<Answer> =>
  answerOf(
    await fetch(`${hub.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headersOf.get(caller), ...more },
      body: JSON.stringify(body),
    }),
  );

const get = async (
  caller: Caller,
  parameters: Readonly<Record<string, string>> | string,
  more: Readonly<Record<string, string>> = {},
  hub = enforcing,
): Promise<Answer> =>
  answerOf(
    await fetch(
      `${hub.address}/graphql?${typeof parameters === 'string' ? parameters : new URLSearchParams(parameters).toString()}`,
      { headers: { ...headersOf.get(caller), ...more } },
    ),
  );

/** A call of a mutation that came to its command, and was refused or has changed something, is audited. */
async function written(): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    'select (select count(*) from audit_record)::int + (select count(*) from idempotent_call)::int as n',
  );
  return rows[0]!.n;
}

describe.each(CALLERS)('a %s', (caller) => {
  const held = HELD.includes(caller);

  it('is answered for the id of a stored operation, by POST and by GET', async () => {
    const [posted, got] = [
      await post(caller, { documentId: CourseCatalogueDocument.documentId, variables: { first: 2 } }),
      await get(caller, { documentId: CourseCatalogueDocument.documentId, variables: '{"first":2}' }),
    ];
    expect(posted).toMatchObject({ status: 200, code: undefined });
    expect((posted.data!['courses'] as { nodes: unknown[] }).nodes).toHaveLength(2);
    expect(got).toMatchObject({ status: 200, data: posted.data });
  });

  it('is answered for the text of a stored operation, and of no other unless it is of the staff', async () => {
    expect(await post(caller, { query: print(CourseCatalogueDocument) })).toMatchObject({
      status: 200,
      code: undefined,
    });
    lines = [];
    const answers = [
      await post(caller, { query: AD_HOC }),
      await get(caller, { query: AD_HOC }),
      await post(caller, { query: `${print(CourseCatalogueDocument)}\n` }),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject(
        held ? { status: 403, code: 'FORBIDDEN', data: undefined } : { status: 200, code: undefined },
      );
    if (held)
      expect(lines.map(({ operation, codes, statements }) => ({ operation, codes, statements }))).toEqual(
        answers.map(() => ({ operation: null, codes: ['FORBIDDEN'], statements: 0 })),
      );
  });

  it('is refused what belongs to another client, unless it is of the staff', async () => {
    for (const { documentId } of [
      caller === 'guest' ? SchoolSizesDocument : PolicyLibraryDocument,
      SchoolSizesDocument,
    ]) {
      const { status, code } = await post(caller, {
        documentId,
        variables: { schoolYear: 'school-year_00000000-0000-7000-8000-000000000000' },
      });
      expect([status, code]).toEqual(held ? [403, 'FORBIDDEN'] : [200, undefined]);
    }
  });

  it('learns nothing of the schema by questions about it, unless it is of the staff', async () => {
    for (const query of ['{ __schema { types { name } } }', '{ nowhere }', 'no document']) {
      const { status, code } = await post(caller, { query });
      if (held) expect([status, code]).toEqual([403, 'FORBIDDEN']);
      else
        expect(code).toBe(
          query.includes('__schema')
            ? undefined
            : query.startsWith('{')
              ? 'GRAPHQL_VALIDATION_FAILED'
              : 'GRAPHQL_PARSE_FAILED',
        );
    }
  });

  it('is told of an id that names nothing, and of a request that is none', async () => {
    const id = CourseCatalogueDocument.documentId;
    expect(await post(caller, { documentId: UNKNOWN })).toMatchObject({
      status: 400,
      code: 'PERSISTED_DOCUMENT_NOT_FOUND',
      data: undefined,
    });
    expect(await get(caller, { documentId: UNKNOWN })).toMatchObject({
      status: 400,
      code: 'PERSISTED_DOCUMENT_NOT_FOUND',
    });
    for (const body of [
      { documentId: id, query: print(CourseCatalogueDocument) },
      { documentId: id.toUpperCase() },
      { documentId: id.replace('sha256:', '') },
      { documentId: 'md5:00' },
      { documentId: '' },
      { documentId: 7 },
      { documentId: [id] },
      { documentId: `${id} ` },
      { documentId: id, variables: 'x' },
      { documentId: id, operationName: 'Another' },
      { extensions: { persistedQuery: { version: 1, sha256Hash: id.slice(7) } } },
      {
        query: print(CourseCatalogueDocument),
        extensions: { persistedQuery: { version: 1, sha256Hash: id.slice(7) } },
      },
    ])
      expect(await post(caller, body), JSON.stringify(body)).toMatchObject({
        status: 400,
        code: 'BAD_USER_INPUT',
        data: undefined,
      });
    for (const search of [
      `documentId=${id}&documentId=${UNKNOWN}`,
      `query=%7B__typename%7D&query=x`,
      `documentId=${id}&variables=%5B%5D`,
      `documentId=${id}&variables=x`,
      `documentId=${id}&query=x`,
    ]) {
      expect(await get(caller, search), search).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', data: undefined });
    }
  });

  it('changes nothing by GET', async () => {
    const before = await written();
    const answer = await get(caller, { documentId: MarkAllNoticesReadDocument.documentId, variables: '{"input":{}}' });
    expect(answer).toMatchObject({ status: 405, data: undefined });
    expect(answer.headers.get('allow')).toBe('POST');
    expect(await written()).toBe(before);
  });

  it('has written nothing by a mutation of its own making, unless it is of the staff', async () => {
    const before = await written();
    const query =
      'mutation Other($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { userErrors { code } } }';
    const { code } = await post(caller, {
      query,
      variables: { input: { noticeIds: Array.from({ length: 101 }, () => `notice_${crypto.randomUUID()}`) } },
    });
    expect([code, (await written()) > before]).toEqual(held ? ['FORBIDDEN', false] : [undefined, true]);
  });
});

describe('a stored operation', () => {
  it('is planned from the second time on, by id as by text, by GET as by POST', async () => {
    const { documentId } = VerifyCertificateDocument;
    expect((await get('guest', { documentId, variables: '{"number":"2026-000001"}' })).status).toBe(200);
    lines = [];
    const catalogue = CourseCatalogueDocument;
    for (let time = 0; time < 2; time += 1) await post('guest', { documentId: catalogue.documentId });
    await post('guest', { query: print(catalogue) });
    await post('guest', { documentId: catalogue.documentId, operationName: 'CourseCatalogue' });
    await get('staff', { documentId: catalogue.documentId, operationName: '' });
    expect(lines.slice(1).map(({ operation, executor }) => [operation, executor])).toEqual(
      Array.from({ length: 4 }, () => ['CourseCatalogue', 'statement']),
    );
  });

  it('is refused in the language of the caller, and an unknown id is told to older clients as errors are', async () => {
    const both = [
      await post('guest', { query: AD_HOC }),
      await post('guest', { query: AD_HOC }, { 'accept-language': 'en' }),
    ];
    expect(both.map(({ message }) => message)).toEqual([
      '此操作未在平台登记,或您已不再担任可使用它的岗位。家长请更新小程序后重试,教职工请联系管理员。',
      'Only stored operations of the mini-program may be sent without a role that holds today: guardians update it and try again, staff ask an administrator.',
    ]);
    expect((await post('guest', { documentId: UNKNOWN }, { accept: 'application/json' })).status).toBe(200);
    const modern = await post('guest', { documentId: UNKNOWN }, { accept: 'application/graphql-response+json' });
    expect([modern.status, modern.headers.get('content-type')]).toEqual([
      400,
      'application/graphql-response+json; charset=utf-8',
    ]);
  });

  it('has the hash of its text as its id', () => {
    expect(CourseCatalogueDocument.documentId).toBe(
      `sha256:${createHash('sha256').update(print(CourseCatalogueDocument)).digest('hex')}`,
    );
  });
});

describe('outside of production', () => {
  it('everybody may send any document, ids work as well, and enforcement can be switched on', async () => {
    expect(await post('guest', { query: AD_HOC }, {}, lenient)).toMatchObject({ status: 200, code: undefined });
    expect(await post('guest', { query: '{ __schema { queryType { name } } }' }, {}, lenient)).toMatchObject({
      status: 200,
      code: undefined,
    });
    expect(await get('guest', { documentId: CourseCatalogueDocument.documentId }, {}, lenient)).toMatchObject({
      status: 200,
      code: undefined,
    });
    const strict = await startTestHub({ database, clock: () => NOW, variables: { TRUSTED_DOCUMENTS: 'enforce' } });
    try {
      expect(await post('guest', { query: AD_HOC }, {}, strict)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    } finally {
      await strict.stop();
    }
  });
});

it('whoever is of the staff no longer is held to stored operations at the very next request', async () => {
  const hub = await startTestHub({
    database,
    clock: () => NOW,
    variables: { NODE_ENV: 'production', COMPILED_QUERIES_AFTER: '1' },
  });
  try {
    const { id } = demoAccount('grade-head');
    for (let time = 0; time < 3; time += 1) expect((await hub.ask(AD_HOC, { as: id })).status).toBe(200);
    await database.pool.query(
      `update staff_assignment set valid_from = '2020-01-01', last_day_given = '2020-01-02'
      where staff_id in (select s.id from staff s join account a on a.person_id = s.person_id where a.id = $1)`,
      [id],
    );
    const { status, errors } = await hub.ask(AD_HOC, { as: id });
    expect([status, errors?.[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
  } finally {
    await hub.stop();
  }
});
