import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import type { DatabaseState } from '../../../src/platform/database/index.ts';
import { health, type HealthOptions } from '../../../src/platform/http/health.ts';

const WELL: DatabaseState = {
  awayForMs: undefined,
  onlyReads: false,
  noConnectionForMs: 0,
  isCrowded: false,
  clockIsWrong: false,
};

async function told({
  state = {},
  ...more
}: { state?: Partial<DatabaseState> } & Partial<HealthOptions>): Promise<[number, number, string]> {
  const app = fastify();
  await app.register(health, {
    isDraining: () => false,
    workStandsStillForMs: () => 0,
    databaseState: () => ({ ...WELL, ...state }),
    ...more,
  });
  const [live, ready] = [await app.inject('/livez'), await app.inject('/readyz')];
  await app.close();
  return [live.statusCode, ready.statusCode, ready.json<{ status: string }>().status];
}

it.each([
  ['all is well', {}, [200, 200, 'ready']],
  ['the hub drains', { isDraining: () => true }, [200, 503, 'draining']],
  [
    'the database is away: a new process would not help',
    { state: { awayForMs: 600_000, noConnectionForMs: 600_000 } },
    [200, 503, 'the database does not answer'],
  ],
  ['the database only reads', { state: { onlyReads: true } }, [200, 503, 'the database takes no changes']],
  [
    'the pool has given nobody a connection for some time',
    { state: { noConnectionForMs: 20_000 } },
    [200, 503, 'there is no connection to be had'],
  ],
  [
    'the server has no connection left, and one that would be new would have none either',
    { state: { noConnectionForMs: 600_000, isCrowded: true } },
    [200, 503, 'there is no connection to be had'],
  ],
  [
    'the database answers, and the pool has given none for a minute: a new process is needed',
    { state: { noConnectionForMs: 60_000 } },
    [503, 503, 'there is no connection to be had'],
  ],
  [
    'the clock cannot be corrected',
    { state: { clockIsWrong: true } },
    [200, 503, 'the clock cannot be told from that of the database'],
  ],
  [
    'background work has stood still for a minute',
    { workStandsStillForMs: () => 60_000 },
    [200, 503, 'background work stands still'],
  ],
] as const)('/livez and /readyz, where %s', async (_what, given, expected) => {
  expect(await told(given as Parameters<typeof told>[0])).toEqual(expected);
});
