import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

const CHINESE = /\p{Script=Han}/u;

async function said(path: string, language: string, init: RequestInit = {}): Promise<string> {
  const response = await fetch(`${hub.address}${path}`, {
    ...init,
    headers: { 'content-type': 'application/json', 'accept-language': language },
  });
  return ((await response.json()) as { errors: { message: string }[] }).errors[0]!.message;
}

const posted = (body: unknown): { readonly method: string; readonly body: string } => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('whoever is refused before anything runs is told why in the language that they ask for', () => {
  it.each<[string, string, RequestInit]>([
    ['a body that is no JSON', '/graphql', posted('{')],
    ['a body that is no object', '/graphql', posted([])],
    ['another method', '/graphql', { method: 'DELETE' }],
    ['nothing', '/nothing', {}],
    ['an object without a query', '/graphql', posted({})],
    ['a query that is no text', '/graphql', posted({ query: 1 })],
    ['an operation with a name that is no text', '/graphql', posted({ query: '{ a }', operationName: 1 })],
    ['variables that are no object', '/graphql', posted({ query: '{ a }', variables: 'x' })],
    ['variables that are a list', '/graphql', posted({ query: '{ a }', variables: [] })],
    ['extensions that are no object', '/graphql', posted({ query: '{ a }', extensions: [] })],
    ['a document that cannot be parsed', '/graphql', posted({ query: '{' })],
    ['a field that there is not', '/graphql', posted({ query: '{ nothing }' })],
    ['more words than a document may have', '/graphql', posted({ query: `{ ${'a '.repeat(5_000)} }` })],
    ['an operation that there is not', '/graphql', posted({ query: '{ __typename }', operationName: 'A' })],
    ['one of several operations', '/graphql', posted({ query: 'query A { __typename } query B { __typename }' })],
    ['a mutation by GET', `/graphql?query=${encodeURIComponent('mutation { __typename }')}`, {}],
    [
      'variables that are missing',
      '/graphql',
      posted({ query: 'query ($n: Int!) { schools(first: $n) { totalCount } }' }),
    ],
    ['an address that cannot be read', '/files/%E0%A4%A', {}],
    ['too large a body', '/graphql', posted('x'.repeat(400_000))],
    ['a kind of operation that there is none of', '/graphql', posted({ query: 'subscription { a }' })],
    [
      'values that are nested too deeply',
      '/graphql',
      posted({ query: `{ schools(where: ${'{ not: '.repeat(30)}{}${' }'.repeat(30)}) { totalCount } }` }),
    ],
    [
      'a year that no calendar knows',
      '/graphql',
      posted({
        query: 'query ($d: DateTime) { shifts(where: { startsAt: { gte: $d } }) { totalCount } }',
        variables: { d: '0001-01-01T00:00:00Z' },
      }),
    ],
  ])('%s', async (_what, path, init) => {
    expect(await said(path, 'zh-CN', init)).toMatch(CHINESE);
    expect(await said(path, 'en', init)).not.toMatch(CHINESE);
  });
});

describe('whoever is refused is told so in the form that they ask for', () => {
  const GRAPHQL = 'application/graphql-response+json';
  const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  const signedIn = { authorization: 'Bearer nonsense' };

  it.each<[number, string, { method?: string; body?: string; headers?: Record<string, string> }]>([
    [401, '/graphql', { ...posted({ query: '{ __typename }' }), headers: signedIn }],
    [400, '/graphql', posted('{')],
    [400, '/graphql', posted([])],
    [413, '/graphql', posted('x'.repeat(400_000))],
    [405, '/graphql', { method: 'DELETE' }],
    [404, '/nothing', {}],
    [400, '/files/%E0%A4%A', {}],
    [401, '/files/nonsense', {}],
    [405, '/files/nonsense', { method: 'POST' }],
  ])('%i at %s', async (status, path, init) => {
    const told = async (accept: string): Promise<[string | null, string]> => {
      const response = await fetch(`${hub.address}${path}`, {
        ...init,
        headers: { ...(init.body && { 'content-type': 'application/json' }), accept, ...init.headers },
      });
      expect(response.status).toBe(status);
      return [response.headers.get('content-type'), await response.text()];
    };
    for (const [accept, type] of [
      ['*/*', 'application/json; charset=utf-8'],
      ['application/json', 'application/json; charset=utf-8'],
      [GRAPHQL, `${GRAPHQL}; charset=utf-8`],
      [`${GRAPHQL}, application/json;q=0.9`, `${GRAPHQL}; charset=utf-8`],
    ] as const) {
      const [found, text] = await told(accept);
      expect(found).toBe(type);
      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: expect.any(String) as string } }] });
    }
    if (path === '/graphql' && init.body) return;
    const [type, text] = await told(BROWSER);
    expect(type).toBe('text/html; charset=utf-8');
    expect(text).toMatch(/<h1>无法完成此请求<\/h1><p>[^<]+。<\/p>/);
  });
});
