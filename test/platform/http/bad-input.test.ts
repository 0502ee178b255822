import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../../support/hub.ts';

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

/** So many objects within one another. */
const nested = (deep: number, name: string): string => `${`{"${name}":`.repeat(deep)}{}${'}'.repeat(deep)}`;

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

  it('a mutation by GET', async () => {
    const response = await fetch(`${hub.address}/graphql?query=${encodeURIComponent('mutation { __typename }')}`);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toContain('POST');
  });
});

describe('an operation that is in error', () => {
  it.each([
    ['a syntax error', '{ schools { ', undefined, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ scools { nodes { id } } }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown argument', '{ schools(frist: 1) { nodes { id } } }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an unknown enum value',
      '{ schools(orderBy: [{ by: NAMES }]) { nodes { id } } }',
      undefined,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'an unknown enum value in a variable',
      'query ($o: [SchoolOrder!]) { schools(orderBy: $o) { nodes { id } } }',
      { o: [{ by: 'NAMES' }] },
      'BAD_USER_INPUT',
    ],
    [
      'a variable of another type',
      'query ($n: Int) { schools(first: $n) { nodes { id } } }',
      { n: 'ten' },
      'BAD_USER_INPUT',
    ],
    [
      'an unknown field of an input object',
      'query ($w: SchoolWhere) { schools(where: $w) { nodes { id } } }',
      { w: { secret: 1 } },
      'BAD_USER_INPUT',
    ],
    [
      '__proto__ in an input object',
      'query ($w: SchoolWhere) { schools(where: $w) { nodes { id } } }',
      JSON.parse('{"w": {"__proto__": {"eq": 1}}}'),
      'BAD_USER_INPUT',
    ],
    ['an unparsable id', '{ node(id: "1") { id } }', undefined, 'BAD_USER_INPUT'],
    ['an unparsable id in a list', '{ nodes(ids: ["school_x"]) { id } }', undefined, 'BAD_USER_INPUT'],
    [
      'an unparsable id in where',
      '{ schools(where: { district: { eq: "x" } }) { nodes { id } } }',
      undefined,
      'BAD_USER_INPUT',
    ],
    ['first: 0', '{ schools(first: 0) { nodes { id } } }', undefined, 'BAD_USER_INPUT'],
    ['first: -1', '{ schools(first: -1) { nodes { id } } }', undefined, 'BAD_USER_INPUT'],
    ['first: 101', '{ schools(first: 101) { nodes { id } } }', undefined, 'BAD_USER_INPUT'],
    [
      'first: 101 by a variable',
      'query ($n: Int = 101) { schools(first: $n) { nodes { id } } }',
      undefined,
      'BAD_USER_INPUT',
    ],
    [
      'first: 2³¹−1 by a variable',
      'query ($n: Int) { schools(first: $n) { nodes { id } } }',
      { n: 2 ** 31 - 1 },
      'BAD_USER_INPUT',
    ],
    ['first and last', '{ schools(first: 1, last: 1) { nodes { id } } }', undefined, 'BAD_USER_INPUT'],
    ['a cursor that is none', '{ schools(after: "x") { nodes { id } } }', undefined, 'BAD_USER_INPUT'],
    ['an empty cursor', '{ schools(after: "") { nodes { id } } }', undefined, 'BAD_USER_INPUT'],
    [
      'NUL in a text',
      'query ($t: String) { schools(where: { name: { contains: $t } }) { nodes { id } } }',
      { t: 'a\0b' },
      'BAD_USER_INPUT',
    ],
    [
      'a lone surrogate',
      'query ($t: String) { schools(where: { name: { contains: $t } }) { nodes { id } } }',
      { t: '\ud800' },
      'BAD_USER_INPUT',
    ],
    [
      'a where on 10,000 ids',
      'query ($ids: [ID!]) { schools(where: { district: { in: $ids } }) { nodes { id } } }',
      { ids: Array.from({ length: 10_000 }, (_, n) => `d_${n}`) },
      'BAD_USER_INPUT',
    ],
    [
      '101 nodes',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: Array.from({ length: 101 }, (_, n) => `school_00000000-0000-7000-8000-${String(n).padStart(12, '0')}`) },
      'BAD_USER_INPUT',
    ],
    [
      'deep where',
      `{ schools(where: ${'{ not: '.repeat(10)}{ code: { eq: "1" } }${' }'.repeat(10)}) { nodes { id } } }`,
      undefined,
      'BAD_USER_INPUT',
    ],
    [
      '101 aliases',
      `{ ${Array.from({ length: 101 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
      undefined,
      'TOO_COSTLY',
    ],
    ['many directives', `{ ${'__typename @include(if: true) '.repeat(70)} }`, undefined, 'TOO_COSTLY'],
    [
      'deep nesting',
      `{ schools { nodes { ${'district { schools { nodes { '.repeat(10)} id ${'} } }'.repeat(10)} } } }`,
      undefined,
      'TOO_COSTLY',
    ],
    [
      'nesting by fragments',
      `{ schools { nodes { ...a } } } fragment a on School { ${'district { schools { nodes { '.repeat(6)} ...b ${'} } }'.repeat(6)} } fragment b on School { district { schools { nodes { id } } } }`,
      undefined,
      'TOO_COSTLY',
    ],
    [
      '60 lists of 100',
      `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: schools(first: 100) { nodes { classes(first: 100) { nodes { id } } } }`).join(' ')} }`,
      undefined,
      'TOO_COSTLY',
    ],
    [
      'cost by variables',
      'query ($n: Int) { schools(first: $n) { nodes { classes(first: $n) { nodes { students(first: $n) { nodes { id } } } } } } }',
      { n: 100 },
      'TOO_COSTLY',
    ],
    ['50,000 tokens', `{ ${'__typename '.repeat(50_000 / 11)} a b c ${'d '.repeat(45_000)} }`, undefined, 'TOO_COSTLY'],
    [
      'a circle of fragments',
      '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
      undefined,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a subscription', 'subscription { __typename }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
    ['null in @include', 'query ($b: Boolean = true) { __typename @include(if: $b) }', { b: null }, 'BAD_USER_INPUT'],
    [
      'null in @skip of a fragment',
      'query ($b: Boolean = true) { ...f } fragment f on Query { __typename @skip(if: $b) }',
      { b: null },
      'BAD_USER_INPUT',
    ],
    [
      'null in a direction',
      'query ($d: OrderDirection = ASC) { schools(orderBy: [{ by: NAME, direction: $d }]) { nodes { id } } }',
      { d: null },
      'BAD_USER_INPUT',
    ],
    [
      'null in a term of an order',
      'query ($o: SchoolOrder = { by: NAME }) { schools(orderBy: [$o]) { nodes { id } } }',
      { o: null },
      'BAD_USER_INPUT',
    ],
    [
      'null in an argument',
      'query ($id: ID = "school_00000000-0000-7000-8000-000000000000") { node(id: $id) { id } }',
      { id: null },
      'BAD_USER_INPUT',
    ],
    [
      'null in a field of an input',
      'mutation ($ids: [ID!] = []) { markNoticesRead(input: { noticeIds: $ids }) { userErrors { code } } }',
      { ids: null },
      'BAD_USER_INPUT',
    ],
    [
      'where nested 5,000 deep by a variable',
      'query ($w: SchoolWhere) { schools(where: $w) { nodes { id } } }',
      `{"w":${nested(5_000, 'not')}}`,
      'BAD_USER_INPUT',
    ],
    [
      'where nested 25 deep by a variable',
      'query ($w: SchoolWhere) { schools(where: $w) { nodes { id } } }',
      `{"w":${nested(25, 'not')}}`,
      'BAD_USER_INPUT',
    ],
    [
      'where with 8,000 empty groups',
      'query ($w: SchoolWhere) { schools(where: $w) { nodes { id } } }',
      { w: { and: Array.from({ length: 8_000 }, () => ({})) } },
      'BAD_USER_INPUT',
    ],
    [
      'where with 60,000 groups',
      'query ($w: SchoolWhere) { schools(where: $w) { nodes { id } } }',
      { w: { or: Array.from({ length: 60_000 }, () => ({})) } },
      'BAD_USER_INPUT',
    ],
    ['a variable that nobody asks for, 5,000 deep', '{ __typename }', nested(5_000, 'x'), 'BAD_USER_INPUT'],
    [
      'a literal nested 1,000 deep',
      `{ schools(where: ${'{ not: '.repeat(1_000)}{}${' }'.repeat(1_000)}) { nodes { id } } }`,
      undefined,
      'TOO_COSTLY',
    ],
    [
      'lists nested 1,500 deep',
      `{ nodes(ids: ${'['.repeat(1_500)}${']'.repeat(1_500)}) { id } }`,
      undefined,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a type nested 1,500 deep',
      `query ($x: ${'['.repeat(1_500)}Int${']'.repeat(1_500)}) { __typename }`,
      undefined,
      'TOO_COSTLY',
    ],
    [
      '500 nested inline fragments',
      `{ ${'... { '.repeat(500)} __typename ${' }'.repeat(500)} }`,
      undefined,
      'TOO_COSTLY',
    ],
    [
      '500 nested inline fragments with a type',
      `{ schools { ${'... on SchoolConnection { '.repeat(500)} nodes { id } ${' }'.repeat(500)} } }`,
      undefined,
      'TOO_COSTLY',
    ],
    [
      '40 fragments within one another',
      `{ ...f0 } ${Array.from({ length: 40 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} }`).join(' ')} fragment f40 on Query { __typename }`,
      undefined,
      'TOO_COSTLY',
    ],
    ['two operations and no name', 'query A { __typename } query B { __typename }', undefined, 'BAD_USER_INPUT'],
  ])('%s', async (_what, text, variables, code) => {
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
