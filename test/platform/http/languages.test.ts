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

const posted = (body: unknown): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('whoever is refused before anything runs is told why in the language that they ask for', () => {
  it.each<[string, string, RequestInit]>([
    ['a body that is no JSON', '/graphql', posted('{')],
    ['a body that is no object', '/graphql', posted([])],
    ['another method', '/graphql', { method: 'DELETE' }],
    ['nothing', '/nothing', {}],
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
