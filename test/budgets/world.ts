import { demoAccount, demoAccounts, loadDemo } from '../../seeds/demo/index.ts';
import { DEFAULT_NOW } from '../../seeds/deterministic/index.ts';
import { districtPlan } from '../../seeds/district/plan.ts';
import { permissions } from '../../src/app.ts';
import { loadViewer } from '../../src/domains/identity/index.ts';
import type { Viewer } from '../../src/platform/auth/index.ts';
import type { Explanation } from '../../src/platform/graphql/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startTestHub, type GraphqlAnswer, type TestHub } from '../support/hub.ts';
import { RowCounter, type Examined } from './row-counter.ts';

export const FETCHERS = ['statement', 'batches'] as const;
export type Fetcher = (typeof FETCHERS)[number];

export interface Question {
  readonly operation: string;
  readonly document: string;
  /** Name of the account of the demonstration that asks. */
  readonly as: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Asked {
  readonly answer: GraphqlAnswer<Record<string, unknown>>;
  /** Of the second request: compiled queries have come before. */
  readonly sent: readonly Sent[];
  readonly explain: Explanation;
}

/** The demonstration, with small districts beside it, and a hub for each fetcher. */
export interface World {
  readonly database: TestDatabase;
  /** People of the demonstration, by name. */
  readonly people: ReadonlyMap<string, Viewer>;
  ask(question: Question, fetcher: Fetcher): Promise<Asked>;
  /** Does the work of a job, and tells what it sent. */
  work(job: string, data?: object): Promise<Sent[]>;
  /** As the hub's connections plan, or as they would if tables had too many rows to be read whole. */
  examined(sent: readonly Sent[], how?: 'as sent' | 'by index'): Promise<Examined[]>;
  stop(): Promise<void>;
}

/** Small enough that ANALYZE looks at every row of every table (30,000 at most): statistics are no sample, and plans the same on each run. */
const SHARE_OF_A_DISTRICT = 1 / 50;
/** With more connections, what is sent next depends on which answer comes first. */
const SERIAL = { DATABASE_POOL_SIZE: '1' };

const EXPLAINED = { 'x-hub-explain': '1' };

export async function openWorld(districts: number): Promise<World> {
  const database = await createTestDatabase();
  await loadDemo(database.pool, {
    now: DEFAULT_NOW,
    beside: Array.from({ length: districts }, (_, index) => districtPlan(index + 1, SHARE_OF_A_DISTRICT)),
  });
  await database.pool.query('vacuum (analyze)');
  let sent: Sent[] = [];
  const onStatement = (text: string, values: readonly unknown[]): void => void sent.push({ text, values });
  const start = (compiledQueries: string): Promise<TestHub> =>
    startTestHub({
      database,
      clock: () => DEFAULT_NOW,
      onStatement,
      variables: { ...SERIAL, COMPILED_QUERIES: compiledQueries, ACCESSES_REMEMBERED: '0' },
    });
  const [statement, batches] = [await start('trusted'), await start('off')];
  const people = new Map<string, Viewer>();
  for (const { name, id } of demoAccounts) {
    const claims = { accountId: id, sessionId: null };
    const viewer = await loadViewer(batches.hub.database, permissions, claims, DEFAULT_NOW);
    if (viewer) people.set(name, viewer);
  }
  const counters = {
    'as sent': await RowCounter.connect(database.url),
    'by index': await RowCounter.connect(database.url, { enable_seqscan: 'off' }),
  };
  return {
    database,
    people,
    async ask({ document, as, variables }, fetcher) {
      const hub = { statement, batches }[fetcher];
      const ask = () =>
        hub.ask<Record<string, unknown>>(document, { as: demoAccount(as).id, variables, headers: EXPLAINED });
      await ask();
      sent = [];
      const answer = await ask();
      const taken = sent;
      sent = [];
      const { explain } = answer.extensions as unknown as { readonly explain: Explanation };
      return { answer, sent: taken, explain };
    },
    async work(job, data) {
      sent = [];
      await batches.hub.runJob(job, data);
      const taken = sent;
      sent = [];
      return taken;
    },
    async examined(statements, how = 'as sent') {
      const all: Examined[] = [];
      for (const each of statements) all.push(await counters[how].count(each));
      return all;
    },
    async stop() {
      for (const counter of Object.values(counters)) await counter.end();
      for (const hub of [statement, batches]) await hub.stop();
      await database.drop();
    },
  };
}
