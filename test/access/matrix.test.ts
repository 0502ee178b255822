import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubSchema, permissions } from '../../src/app.ts';
import { startTestHub, type GraphqlAnswer, type TestHub } from '../support/hub.ts';
import { writeCallers, type Callers } from './callers.ts';
import { callsOf, type Call } from './calls.ts';
import { contents } from './contents.ts';
import { nobody, PARTS, toldOf } from './parts.ts';
import { CALLERS, HELD_BY, refusalOf, type CallerName } from './who-may.ts';

const access = JSON.parse(readFileSync(new URL('../../schema/access.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, string>
>;
const { reader } = hubSchema();
const queries = callsOf('Query');
const mutations = callsOf('Mutation');
const byHand: ReadonlySet<string> = new Set(Object.keys(HELD_BY));

let hub: TestHub;
let callers: Callers;

beforeAll(async () => {
  hub = await startTestHub({ variables: { COMPILED_QUERIES: 'frequent', COMPILED_QUERIES_AFTER: '1' } });
  callers = await writeCallers(hub);
});
afterAll(() => hub.stop());

const send = (caller: CallerName, { document, variables }: Call): Promise<GraphqlAnswer<Record<string, unknown>>> =>
  hub.ask(document, { headers: callers.headers[caller], variables });

/** What the guard said; `ran` where it let the call through to something that answered. */
function verdictOf({ data, errors }: GraphqlAnswer<Record<string, unknown>>, { field }: Call): string {
  const [error] = errors ?? [];
  if (!error) return 'ran';
  const { code } = error.extensions;
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return code;
  // A command that finds nothing, or does not like a value, has been reached; a document or variable that is refused has not.
  return ['NOT_FOUND', 'BAD_USER_INPUT'].includes(code) && error.path?.[0] === field && !data?.[field]
    ? 'ran'
    : `${code} ${error.message}`;
}

interface Logged {
  readonly mutation: string;
  readonly outcome: string;
  readonly code: string | null;
}

async function recordsSince(from: number): Promise<Logged[]> {
  return (
    await hub.database.pool.query<Logged>(
      'select mutation, outcome, code from audit_record order by created_at, id offset $1',
      [from],
    )
  ).rows;
}

/** Every one is counted. */
async function forbiddenSoFar(): Promise<number> {
  return (
    await hub.database.pool.query<{ n: number }>(
      `select coalesce(sum(refused_count), 0)::int as n from refusal_tally where code = 'FORBIDDEN'`,
    )
  ).rows[0]!.n;
}

describe('who may do what', () => {
  it('is written down here for every permission that there is', () => {
    expect([...byHand].sort()).toEqual(Object.keys(permissions).sort());
  });

  it.each(CALLERS)('is told to a %s as it is', async (caller) => {
    const { data } = await send(caller, {
      name: '',
      field: 'viewer',
      document: '{ viewer { permissions } }',
      variables: {},
    });
    expect([...(data!['viewer'] as { permissions: string[] }).permissions].sort()).toEqual(
      [...byHand].filter((name) => HELD_BY[name]!.includes(caller)).sort(),
    );
  });
});

/** Whoever sees none of a list's rows is told so, though they may ask for the list. */
function rowsAreTold(field: string, caller: CallerName): boolean {
  const root = reader.catalog.roots[field];
  return (
    root?.kind !== 'connection' ||
    toldOf(reader.catalog.typeOf(root.of).readable, { ...nobody, ...PARTS[caller] }, root).endsWith('rows')
  );
}

describe('every root field of queries, as declared, by both executors', () => {
  it.each(CALLERS)('to a %s', async (caller) => {
    const told: Record<string, string> = {};
    for (const call of queries) {
      // The first answer makes the query hot; from the second on it is planned.
      const verdicts = [await send(caller, call), await send(caller, call)].map((answer) => verdictOf(answer, call));
      told[call.name] = [...new Set(verdicts)].join(', then ');
    }
    expect(told).toEqual(
      Object.fromEntries(
        queries.map(({ name, field }) => [
          name,
          refusalOf(access[name]!, caller) ??
            (rowsAreTold(field, caller) ? 'ran' : caller === 'guest' ? 'UNAUTHENTICATED' : 'FORBIDDEN'),
        ]),
      ),
    );
  });
});

describe('every mutation, as declared, and nothing is written but the log', () => {
  it.each(CALLERS)('to a %s', async (caller) => {
    const before = await contents(hub);
    const [logged, counted] = [(await recordsSince(0)).length, await forbiddenSoFar()];
    const told: Record<string, string> = {};
    for (const call of mutations) told[call.name] = verdictOf(await send(caller, call), call);
    expect(told).toEqual(
      Object.fromEntries(mutations.map(({ name }) => [name, refusalOf(access[name]!, caller) ?? 'ran'])),
    );
    expect(await contents(hub)).toEqual(before);
    const expected = mutations
      .filter(({ name }) => refusalOf(access[name]!, caller) === 'FORBIDDEN')
      .map(({ field }) => ({ mutation: field, outcome: 'REFUSED', code: 'FORBIDDEN' }));
    expect((await forbiddenSoFar()) - counted).toBe(expected.length);
    // The first of a minute each have a record.
    const recorded = (await recordsSince(logged)).filter(({ code }) => code === 'FORBIDDEN');
    expect(recorded.length).toBeGreaterThanOrEqual(Math.min(5, expected.length));
    for (const each of recorded) expect(expected).toContainEqual(each);
  });
});

describe('this test bites', () => {
  it('where a call never reached its command', () => {
    const [call] = mutations as [Call];
    const refused = (code: string, path?: string[]) => ({
      status: 200,
      data: null,
      errors: [{ message: '', ...(path && { path }), extensions: { code } }],
    });
    expect(verdictOf(refused('BAD_USER_INPUT'), call)).not.toBe('ran');
    expect(verdictOf(refused('GRAPHQL_VALIDATION_FAILED'), call)).not.toBe('ran');
    expect(verdictOf(refused('INTERNAL', [call.field]), call)).not.toBe('ran');
    expect(verdictOf(refused('NOT_FOUND', [call.field]), call)).toBe('ran');
  });

  it('where something is written', async () => {
    const before = await contents(hub);
    await callers.scenario.school();
    const after = await contents(hub);
    expect([...after.keys()].filter((name) => after.get(name) !== before.get(name))).toEqual(['school']);
  });
});
