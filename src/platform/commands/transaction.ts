import { setTimeout as sleep } from 'node:timers/promises';
import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager, Kysely } from '@mikro-orm/postgresql';
import { isGuest, type Viewer } from '../auth/index.ts';
import { OthersInTheWay, PLAN_OUTDATED, StatementNames } from '../database/index.ts';
import { enqueue, type EnqueueOptions, type Job } from '../jobs/index.ts';
import { prepare, type Sql } from '../reading/index.ts';
import { GUEST, type RequestContext, type Services } from '../request/index.ts';
import { countChanges, writtenBy, type Changes } from './changes.ts';
import { WRITE_LIMITER } from './write-limiter.ts';

export type Notes = Record<string, string>;

/** The means of a command: managed entities of one transaction, who calls, and the clock of the request. */
export interface Transaction {
  readonly em: EntityManager;
  readonly viewer: Viewer;
  readonly now: Date;
  /** Services of the process besides its database. */
  readonly services: Services;
  /** Ids that the audit record is to name besides those of input and result. `account` is whoever proves in this call who they are. */
  readonly notes: Notes;
  /** Counts what was written so far, by whichever way. */
  readonly changes: Readonly<Changes>;
  /** Runs a statement that may name the viewer and the clock, within the transaction. */
  query<Row>(statement: Sql): Promise<Row[]>;
  /**
   * Asks for background work, which is there when the transaction commits.
   * @returns its id, or null where one waits under the same key
   */
  enqueue<Data extends object>(job: Job<Data>, data: Data, options?: EnqueueOptions): Promise<string | null>;
}

const ATTEMPTS = 5;

/** Serialization failure, deadlock, a plan of before: PostgreSQL undid the transaction, and the same work may go well the next time. */
const WORTH_ANOTHER_TRY: ReadonlySet<unknown> = new Set(['40001', '40P01', PLAN_OUTDATED]);

/**
 * A unique or exclusion constraint: somebody else has just written what was not there when this command looked. It looks again,
 * and says in the words of its own rules what it finds; where more of them are in the way each time it looks, it is nobody's mistake.
 */
const WORTH_ANOTHER_LOOK: ReadonlySet<unknown> = new Set(['23505', '23P01']);

/** Those that a caller waits for, often under a lock. What sweeps is planned each time, for its values say how much it looks at. */
const names = new StatementNames({ answersColumns: true });

/**
 * The one door to a write. `work` may run several times, each time in a transaction of its own; afterwards the request
 * forgets all that it had read, so that the answer shows what was written.
 * @throws OthersInTheWay where each look found that somebody else had just written, besides what `work` throws
 */
export async function inTransaction<T>(context: RequestContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { viewer, now, services } = context;
  const facts = { viewer, now, services, waitedFor: !isGuest(viewer) };
  try {
    return await inTransactionOf([context], facts, isWorthAnotherLook, work);
  } catch (error) {
    throw WORTH_ANOTHER_LOOK.has(codeOf(error)) ? new OthersInTheWay(error) : error;
  }
}

/**
 * The same for several requests at once: of nobody among them, so that nothing is done in the name of the wrong one. Where what they
 * write is refused, each is served by a transaction of their own instead.
 */
export function inTransactionTogether<T>(
  contexts: readonly RequestContext[],
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const now = new Date(Math.max(...contexts.map((each) => each.now.getTime())));
  const { services } = contexts[0]!;
  return inTransactionOf(
    contexts,
    { viewer: services.get(GUEST), now, services, waitedFor: true },
    isWorthAnotherTry,
    work,
  );
}

interface Facts extends Pick<RequestContext, 'viewer' | 'now' | 'services'> {
  /** Somebody waits for the answer. */
  readonly waitedFor: boolean;
}

type TriesAgain = (attempt: number, code: unknown) => boolean;

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;
const isWorthAnotherTry: TriesAgain = (attempt, code) => attempt < ATTEMPTS && WORTH_ANOTHER_TRY.has(code);
const isWorthAnotherLook: TriesAgain = (attempt, code) =>
  attempt < ATTEMPTS && (WORTH_ANOTHER_TRY.has(code) || WORTH_ANOTHER_LOOK.has(code));

async function inTransactionOf<T>(
  contexts: readonly RequestContext[],
  facts: Facts,
  triesAgain: TriesAgain,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const place = await facts.services.find(WRITE_LIMITER)?.acquire(contexts, facts.viewer);
  try {
    return await untilItGoesWell(contexts, facts, triesAgain, work);
  } finally {
    place?.release();
  }
}

async function untilItGoesWell<T>(
  contexts: readonly RequestContext[],
  facts: Facts,
  triesAgain: TriesAgain,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await contexts[0]!.em
        .fork()
        .transactional((em) => untilCommit(contexts, () => work(transactionOf(em as EntityManager, facts))), {
          isolationLevel: IsolationLevel.READ_COMMITTED,
        });
      contexts[0]!.em.clear();
      for (const { loaders } of contexts) loaders.clear();
      return result;
    } catch (error) {
      if (!triesAgain(attempt, codeOf(error))) throw error;
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/** Where the time of one is up before they commit, they have done nothing; of several together, nobody can be called back. */
async function untilCommit<T>(contexts: readonly RequestContext[], work: () => Promise<T>): Promise<T> {
  const isAlone = contexts.length === 1;
  if (!isAlone) for (const { writing } of contexts) writing?.isUnderWay();
  const result = await work();
  if (isAlone) contexts[0]!.writing?.commits();
  return result;
}

function transactionOf(em: EntityManager, { waitedFor, ...facts }: Facts): Transaction {
  const changes = countChanges(em);
  const run = async <Row>(text: string, parameters: readonly unknown[]): Promise<Row[]> => {
    const connection = em.getTransactionContext<Kysely<unknown>>()!;
    const name = waitedFor ? names.of(text) : undefined;
    const { rows, numAffectedRows } = await connection.executeQuery<Row>({
      // Kysely hands it to pg as it is, and pg takes a statement with its name as well.
      sql: name === undefined ? text : ({ text, name } as unknown as string),
      parameters,
      query: { kind: 'RawNode', sqlFragments: [text], parameters: [] },
      queryId: { queryId: text },
    });
    changes.count += writtenBy(text, numAffectedRows, rows.length);
    return rows;
  };
  return {
    ...facts,
    em,
    notes: {},
    changes,
    query<Row>(statement: Sql): Promise<Row[]> {
      const { text, values } = prepare(statement);
      return run<Row>(text, values(facts));
    },
    enqueue: (job, data, options) => enqueue(run, facts.now, job, data, options),
  };
}
