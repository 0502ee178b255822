import { afterAll, beforeAll, expect, it } from 'vitest';
import { MyGuardianshipsDocument } from '../../../schema/generated/mini-program.ts';
import { families } from '../../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

const PARENTS = 500;
const SCHOOL = { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.20' };
const GUESTS = 400;

let hub: TestHub;
let parents: string[];
beforeAll(async () => {
  hub = await startTestHub({
    variables: {
      RATE_LIMITS: 'on',
      RATE_LIMIT_STORE: 'memory',
      RATE_POINTS_PER_MINUTE_GUEST: '500',
      RATE_REFUSED_TOKENS_PER_MINUTE: '600',
      TRUSTED_PROXIES: '127.0.0.1',
      REQUESTS_AT_ONCE: '10',
    },
  });
  const scenario = await beginScenario(hub);
  const all = await families(scenario, PARENTS, [await scenario.schoolClass(await scenario.school())]);
  parents = await Promise.all(all.map(({ parent }) => hub.tokenOf(parent.accountId)));
});
afterAll(() => hub.stop());

async function send(body: object, token?: string): Promise<number> {
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { ...SCHOOL, ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response.status;
}

const statuses = (all: readonly number[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(all, String)].map(([status, each]) => [status, each.length]));

it('five hundred signed-in parents behind one address of a school are all answered, while guests from there are told to come again, and forged tokens are refused', async () => {
  const home = (): Promise<number[]> =>
    Promise.all(parents.map((token) => send({ documentId: MyGuardianshipsDocument.documentId }, token)));
  // Their tokens are new to the process, then known.
  expect(statuses(await home())).toEqual({ 200: PARENTS });
  const guests = Promise.all(Array.from({ length: GUESTS }, () => send({ query: '{ topics { totalCount } }' })));
  const forgers = Promise.all(
    Array.from({ length: GUESTS }, (_, number) => send({ query: '{ topics { totalCount } }' }, `made.up.${number}`)),
  );
  expect(statuses(await home())).toEqual({ 200: PARENTS });
  const told = statuses(await guests);
  expect(told['429']).toBeGreaterThan(GUESTS / 2);
  expect(Object.keys(statuses(await forgers)).every((status) => ['401', '429'].includes(status))).toBe(true);
  const figures = hub.hub.counters.figures();
  expect(figures).toMatchObject({
    'requests_refused_at_door_total{requester}': 0,
    'requests_refused_at_door_total{all}': 0,
  });
}, 240_000);
