import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

/** As tools ask: graphql-js, Apollo, Altair and code generators send this with one or the other option. */
const TOOLS = [
  getIntrospectionQuery(),
  getIntrospectionQuery({ descriptions: false }),
  getIntrospectionQuery({
    descriptions: true,
    schemaDescription: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    inputValueDeprecation: true,
  }),
  getIntrospectionQuery({
    schemaDescription: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    inputValueDeprecation: true,
    oneOf: true,
  }),
];

const aliased = (times: number, field: string): string =>
  `{ ${Array.from({ length: times }, (_, n) => `a${n}: ${field}`).join(' ')} }`;
const WHOLE = getIntrospectionQuery()
  .replace(/^\s*query IntrospectionQuery \{/, '')
  .split('fragment FullType')[0]!
  .trim()
  .replace(/\}$/, '');
const FRAGMENTS = `fragment FullType${getIntrospectionQuery().split('fragment FullType')[1]!}`;

describe('the schema', () => {
  it.each(TOOLS.map((text, index) => [index, text] as const))(
    'is answered to what tools ask (%s), and from what is kept the next time',
    async (_index, text) => {
      const [first, second] = [await hub.ask<IntrospectionQuery>(text), await hub.ask<IntrospectionQuery>(text)];
      expect(first.errors).toBeUndefined();
      expect(second).toEqual(first);
      expect(Object.keys(buildClientSchema(first.data!).getTypeMap())).toContain('Course');
      expect(first.extensions!.cost.requested).toBeLessThanOrEqual(5_000);
    },
  );

  it('is told of one type by a variable, and what is kept is not mixed up', async () => {
    const text =
      'query ($name: String!) { __type(name: $name) { name kind fields { name type { name ofType { name } } } } }';
    for (const name of ['Course', 'School', 'Course', 'Nothing']) {
      const { data } = await hub.ask(text, { variables: { name } });
      expect(data!['__type']?.name ?? 'Nothing').toBe(name);
    }
    const two = 'query A { __schema { queryType { name } } } query B { __type(name: "School") { name } }';
    const ask = async (operationName: string): Promise<unknown> =>
      (
        (await (
          await fetch(`${hub.address}/graphql?${new URLSearchParams({ query: two, operationName }).toString()}`)
        ).json()) as { data: unknown }
      ).data;
    expect([await ask('A'), await ask('B'), await ask('A')]).toEqual([
      { __schema: { queryType: { name: 'Query' } } },
      { __type: { name: 'School' } },
      { __schema: { queryType: { name: 'Query' } } },
    ]);
  });
});

describe('more of the schema than any tool needs', () => {
  it.each([
    ['59 times the whole schema', `${aliased(59, WHOLE)} ${FRAGMENTS}`],
    [
      '59 times all types with their fields',
      aliased(59, '__schema { types { name description fields { name description args { name } } } }'),
    ],
    [
      'all types 50 times within one schema',
      `{ __schema { ${Array.from({ length: 50 }, (_, n) => `t${n}: types { fields { name description type { name } } }`).join(' ')} } }`,
    ],
    [
      'all fields 50 times within one list of types',
      `{ __schema { types { ${Array.from({ length: 50 }, (_, n) => `f${n}: fields { description args { description } }`).join(' ')} } } }`,
    ],
    [
      '50 descriptions of each field',
      `{ __schema { types { fields { ${Array.from({ length: 50 }, (_, n) => `d${n}: description`).join(' ')} } } } }`,
    ],
    [
      'the fields of the types of the fields of all types',
      '{ __schema { types { fields { type { fields { name description args { name } } } } } } }',
    ],
    [
      'the fields of the types of the fields of one type, and so on',
      '{ __type(name: "Query") { fields { type { fields { type { fields { name } } } } } } }',
    ],
    [
      'fields behind ofType',
      '{ __type(name: "Query") { fields { type { ofType { ofType { fields { type { ofType { ofType { fields { name } } } } } } } } } } }',
    ],
    [
      '59 times one large type and the types of its fields',
      aliased(
        59,
        '__type(name: "Query") { fields { args { name description } type { fields { name description args { name } } } } }',
      ),
    ],
    [
      'the possible types of all types',
      '{ __schema { types { possibleTypes { possibleTypes { fields { name } } } } } }',
    ],
    [
      'by fragments',
      `{ ${Array.from({ length: 50 }, (_, n) => `a${n}: __schema { ...s }`).join(' ')} } fragment s on __Schema { types { ...t } } fragment t on __Type { fields { name description } }`,
    ],
  ])('%s is refused before it is answered', async (_what, text) => {
    const { errors, data } = await hub.ask(text);
    expect(
      errors!
        .map(({ extensions }) => extensions.code)
        .filter((code) => code !== 'TOO_COSTLY' && code !== 'GRAPHQL_VALIDATION_FAILED'),
    ).toEqual([]);
    expect(data).toBeUndefined();
  });

  it('is priced: what asks for much of it costs points, what asks for little hardly any', async () => {
    const cost = async (text: string): Promise<number> => (await hub.ask(text)).extensions!.cost.requested;
    expect(await cost('{ __schema { queryType { name } } }')).toBe(1);
    expect(await cost(getIntrospectionQuery())).toBeGreaterThan(3_000);
    expect(await cost(aliased(2, '__type(name: "Course") { name }'))).toBe(1);
    expect(await cost('{ __typename }')).toBe(0);
  });
});

/** Twenty to the power of thirteen fields, if each were looked at: it must not matter. */
it('fragments within fragments, each of them spread many times, are answered as if they were spread once', async () => {
  const fragments = Array.from(
    { length: 13 },
    (_, n) => `fragment f${n} on School { ${`...f${n + 1} `.repeat(20)} }`,
  ).join(' ');
  const { status, extensions } = await hub.ask(
    `{ schools(first: 1) { nodes { ...f0 } } } ${fragments} fragment f13 on School { id }`,
  );
  expect([status, extensions?.cost.requested]).toEqual([200, 2]);
});

describe('what asks for too much of the schema', () => {
  const codesOf = async (text: string): Promise<unknown[]> =>
    (await hub.ask(text)).errors!.map(({ extensions }) => extensions.code);

  it('is weighed before anybody looks whether it is valid, which takes longer', async () => {
    const all = aliased(59, '__schema { types { name description fields { name nothing } } }');
    expect(await codesOf(all)).toEqual(['TOO_COSTLY']);
    expect(await codesOf(`query A { __typename } ${all.replace('{', 'query B {')}`)).toEqual(['TOO_COSTLY']);
    expect(await codesOf(aliased(2, '__schema { nothing }'))).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  it('by fragments that stand within themselves is invalid as ever', async () => {
    const text = '{ __schema { types { ...t } } } fragment t on __Type { ofType { ...t } }';
    expect(await codesOf(text)).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  it('is refused once more in the language of whoever asks, though it is read once', async () => {
    const text = aliased(59, '__schema { types { name description fields { name } } }');
    const told = async (language: string): Promise<string> =>
      (await hub.ask(text, { headers: { 'accept-language': language } })).errors![0]!.message;
    expect(await told('zh-CN')).toBe('一次请求查询的模式内容过多。');
    expect(await told('en')).toMatch(/^This asks for more of the schema/);
    expect(await told('zh-CN')).toBe('一次请求查询的模式内容过多。');
  });
});
