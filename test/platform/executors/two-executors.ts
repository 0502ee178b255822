import { Writable } from 'node:stream';
import { pino } from 'pino';
import { startTestHub, type AskOptions, type GraphqlAnswer, type TestHub } from '../../support/hub.ts';
import type { TestDatabase } from '../../support/database.ts';

export interface BothAnswers {
  readonly complete: GraphqlAnswer<Record<string, unknown>>;
  readonly planned: GraphqlAnswer<Record<string, unknown>>;
  /** Whether the short way answered, and not resolvers in its place. */
  readonly wasPlanned: boolean;
  /** It is not told to them what a list or a count of the query says, an argument is wrong, or somebody is looked up. */
  readonly wasRefused: boolean;
  /** What the planned answer took, the reading of the viewer apart. */
  readonly statements: number;
  /** What the statement left to batches. */
  readonly cuts: number;
}

export interface TwoExecutors {
  /** Asks both; the planned one once before, for it takes only documents that were found valid. */
  ask(document: string, options: AskOptions<Record<string, unknown>>): Promise<BothAnswers>;
  readonly planned: TestHub;
  /** Messages of what the hub found wrong with its own plans. */
  readonly warnings: readonly string[];
  stop(): Promise<void>;
}

/** Two hubs on one database: one without plans, and one that plans all that it can. */
export async function startTwoExecutors(database: TestDatabase, clock: () => Date): Promise<TwoExecutors> {
  const lines: {
    msg: string;
    executor?: string;
    statements?: number;
    cuts?: unknown[];
    fallbacks?: { reason: string }[];
    level: number;
    err?: { message: string };
  }[] = [];
  const logger = pino(
    { level: 'info' },
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(JSON.parse(chunk.toString()) as (typeof lines)[number]);
        done();
      },
    }),
  );
  const costs = Object.fromEntries(
    ['GUEST', 'GUARDIAN', 'STAFF', 'ANALYST'].flatMap((kind) => [
      [`MAX_COST_${kind}`, '10000000'],
      [`MAX_SELECTIONS_${kind}`, '100000'],
    ]),
  );
  const variables = { ...costs, MAX_ALIASES: '1000', MAX_DIRECTIVES: '1000', MAX_TOKENS: '20000', MAX_DEPTH: '40' };
  const complete = await startTestHub({ database, clock, variables: { ...variables, COMPILED_QUERIES: 'off' } });
  const planned = await startTestHub({
    database,
    clock,
    logger,
    variables: { ...variables, COMPILED_QUERIES: 'frequent', COMPILED_QUERIES_AFTER: '1', LOG_LEVEL: 'info' },
  });
  return {
    planned,
    get warnings() {
      return lines.filter((line) => line.level > 30).map((line) => `${line.msg}: ${line.err?.message}`);
    },
    async ask(document, options) {
      // What this writes by being asked (a record of who has read whom) is there for both of the next.
      await planned.ask(document, options);
      const expected = await complete.ask(document, options);
      const answer = await planned.ask(document, options);
      const line = lines.findLast((each) => each.msg === 'operation')!;
      return {
        complete: withoutErrorIds(expected),
        planned: withoutErrorIds(answer),
        wasPlanned: line.executor === 'statement',
        wasRefused: ['refused', 'look-up'].includes(line.fallbacks?.[0]?.reason ?? ''),
        statements: line.statements!,
        cuts: line.cuts?.length ?? 0,
      };
    },
    async stop() {
      await complete.stop();
      await planned.stop();
    },
  };
}

/** Each fault has an id of its own. */
function withoutErrorIds<T extends GraphqlAnswer<Record<string, unknown>>>(answer: T): T {
  const errors = answer.errors?.map((error) => ({
    ...error,
    extensions: { ...error.extensions, ...(error.extensions['errorId'] !== undefined && { errorId: '…' }) },
  }));
  return { ...answer, ...(errors && { errors }) };
}
