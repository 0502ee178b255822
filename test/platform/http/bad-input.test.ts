import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { OPERATIONS_IN_ERROR } from './operations-in-error.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

/** Words that would tell of the inside: stacks, SQL, packages, paths, guesses at names. */
const INTERNALS = /\bat \/|node_modules|select |postgres|Did you mean|stack|\.ts\b|\.js\b/i;

async function post(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; code: string | undefined; headers: Headers }> {
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  const answer = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, text, code: answer.errors?.[0]?.extensions.code, headers: response.headers };
}

/** @param variables as a text, where they are nested more deeply than can be written */
const query = (text: string, variables?: unknown): string =>
  typeof variables === 'string'
    ? `${JSON.stringify({ query: text }).slice(0, -1)},"variables":${variables}}`
    : JSON.stringify({ query: text, variables });

afterAll(async () => {
  const still = await hub.ask('{ __typename }');
  expect(still.data).toEqual({ __typename: 'Query' });
});

describe('a request that cannot be read', () => {
  it.each([
    ['malformed JSON', '{"query": ', {}, 400],
    ['no body', '', {}, 400],
    ['a JSON batch', '[{"query":"{__typename}"}]', {}, 400],
    ['a JSON string', '"{__typename}"', {}, 400],
    ['null', 'null', {}, 400],
    ['no query', '{}', {}, 400],
    ['a query that is no string', '{"query": 1}', {}, 400],
    ['a name of an operation that is no string', '{"query": "{__typename}", "operationName": 1}', {}, 400],
    ['extensions that are no object', '{"query": "{__typename}", "extensions": []}', {}, 400],
    ['variables that are no object', '{"query": "{__typename}", "variables": "x"}', {}, 400],
    ['text/plain', '{"query":"{__typename}"}', { 'content-type': 'text/plain' }, 415],
    ['a form', 'query=%7B__typename%7D', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['multipart', '--x', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['another charset', '{"query":"{__typename}"}', { 'content-type': 'application/json; charset=utf-16' }, 415],
    ['JSON that is called gzip', '{"query":"{__typename}"}', { 'content-encoding': 'gzip' }, 415],
    ['deep JSON', '{"query":"{__typename}","variables":{"a":'.padEnd(20_000, '[') + ']}}', {}, 400],
    ['1 MB', `{"query":"{__typename} #${'x'.repeat(1_000_000)}"}`, {}, 413],
  ])('%s', async (_what, body, headers, status) => {
    const answer = await post(body, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.code).toBeDefined();
    expect(answer.text).not.toMatch(INTERNALS);
  });

  it('bad UTF-8', async () => {
    const answer = await post(new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]));
    expect(answer.status).toBe(400);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'LOCK', 'PURGE'])('%s', async (method) => {
    const response = await fetch(`${hub.address}/graphql`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it.each([
    ['text/plain', 415],
    ['application/jsonx', 415],
    ['nonsense', 415],
    ['application/json', 200],
    ['Application/JSON; charset=utf-8', 200],
  ])('a GET of a body that it has not, in the form %s', async (type, status) => {
    const headers = { 'content-type': type };
    const response = await fetch(`${hub.address}/graphql?query={__typename}`, { headers });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject(
      status === 200 ? { data: { __typename: 'Query' } } : { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    );
  });

  it('a mutation by GET', async () => {
    const response = await fetch(`${hub.address}/graphql?query=${encodeURIComponent('mutation { __typename }')}`);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toContain('POST');
  });
});

describe('an operation that is in error', () => {
  it.each(OPERATIONS_IN_ERROR)('%s', async (_what, text, variables, code) => {
    const answer = await post(query(text, variables));
    expect(answer.code).toBe(code);
    expect(answer.text).not.toMatch(INTERNALS);
    expect((JSON.parse(answer.text) as { errors: unknown[] }).errors.length).toBeLessThanOrEqual(5);
  });

  it('tells in the language of the client', async () => {
    const [chinese, english] = await Promise.all([
      post(query('{ node(id: "1") { id } }')),
      post(query('{ node(id: "1") { id } }'), { 'accept-language': 'en-GB, zh;q=0.5' }),
    ]);
    expect(chinese.text).toContain('标识格式不正确');
    expect(english.text).toContain('This is not a global id.');
  });

  it('answers a cursor of another ordering as one that was tampered with', async () => {
    await hub.database.pool.query(
      `insert into district (id, code, name) values ('00000000-0000-7000-8000-000000000001', '110199', '测试区')`,
    );
    for (const number of [1, 2]) {
      await hub.database.pool.query(
        `insert into school (id, district_id, code, name, stages) values ($1, '00000000-0000-7000-8000-000000000001', $2, $3, '{PRIMARY}')`,
        [`00000000-0000-7000-8000-00000000001${number}`, `110199000${number}`, `第${number}小学`],
      );
    }
    const page = await hub.ask('{ schools(first: 1, orderBy: [{ by: NAME }]) { pageInfo { endCursor hasNextPage } } }');
    const cursor = page.data!['schools'].pageInfo.endCursor as string;
    expect(page.data!['schools'].pageInfo.hasNextPage).toBe(true);
    const ask = (after: string, by: string) =>
      hub.ask(
        `query ($after: String) { schools(first: 1, after: $after, orderBy: [{ by: ${by} }]) { nodes { name } } }`,
        { variables: { after } },
      );
    expect((await ask(cursor, 'NAME')).data!['schools'].nodes).toEqual([{ name: '第2小学' }]);
    expect((await ask(cursor, 'CODE')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const tampered = `${cursor.slice(0, -2)}${cursor.at(-2) === 'A' ? 'B' : 'A'}${cursor.at(-1)}`;
    expect((await ask(tampered, 'NAME')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('a token that is not valid', () => {
  it.each(['Bearer x', 'Bearer ', 'Basic YTpi', 'x', `Bearer ${'a'.repeat(5000)}`, 'Bearer a.b.c'])(
    '%s',
    async (authorization) => {
      const answer = await post(query('{ __typename }'), { authorization });
      expect(answer.status).toBe(401);
      expect(answer.code).toBe('UNAUTHENTICATED');
    },
  );

  it('is refused also where its account does not exist', async () => {
    const token = await hub.tokenOf('00000000-0000-7000-8000-00000000dead');
    expect((await post(query('{ __typename }'), { authorization: `Bearer ${token}` })).status).toBe(401);
  });
});
