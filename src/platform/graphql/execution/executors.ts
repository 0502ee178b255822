import { execute, GraphQLError, type ExecutionResult } from 'graphql';
import type { Config } from '../../config/index.ts';
import { HubError, TryLater } from '../../errors/index.ts';
import type { Counters, Logger } from '../../observability/index.ts';
import {
  fetchByBatches,
  OutOfDate,
  StatementFetcher,
  Unmapped,
  Unplannable,
  type BoundPlan,
  type Dependence,
} from '../../reading/index.ts';
import { AnswerTooLarge, type FallbackReason, type RequestContext } from '../../request/index.ts';
import { objectsIn } from '../admission.ts';
import { isTooLate, knownError } from '../format-error.ts';
import type { AnsweredBy } from '../operation-log.ts';
import type { HubSchema } from '../schema.ts';
import type { ValidOperation } from './documents.ts';
import { noteFallback } from './fallbacks.ts';
import {
  comesAndGoes,
  EXECUTOR_FAULTS,
  EXECUTORS_CLOSED,
  FAST_EXECUTORS,
  isOfTheStatement,
  type FastExecutor,
} from './fitness.ts';

/** An operation that may run, with its values. */
export interface RunnableOperation {
  readonly valid: ValidOperation;
  /** As they were sent. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The version of rights under which the viewer was read; null where that was for this request. */
  readonly rights: string | null;
}

export type Executed = Pick<ExecutionResult, 'errors'> & {
  readonly data?: unknown;
  /** In place of the data, where that is known as text. */
  readonly text?: string;
  readonly objects: number;
  readonly executor: AnsweredBy;
  /** What the answer depends on, where one statement has read all of it. */
  readonly dependence?: Dependence;
  /** All that was read has been read under the rights of the viewer. */
  readonly comparesRights?: true;
};

/** One of the fast executors did not answer: which, why, and whether another may. */
interface Miss {
  readonly executor: FastExecutor;
  readonly error: unknown;
  readonly goesOn: boolean;
  /** It has been counted as a fault of the executor. */
  readonly isKnown?: boolean;
}

/**
 * A query is read by one statement, else by batches; either answers as graphql-js would, or not at all: whatever it has not
 * planned or finds fault with is left to resolvers, which name the field, and mutations are theirs alone.
 */
export class Executors {
  readonly #hub: HubSchema;
  readonly #config: Config;
  readonly #logger: Logger;
  readonly #counters: Counters;
  readonly #statements: StatementFetcher;

  constructor(hub: HubSchema, config: Config, logger: Logger, counters: Counters) {
    this.#hub = hub;
    this.#config = config;
    this.#logger = logger;
    this.#counters = counters;
    this.#statements = new StatementFetcher(hub.reader, config.compiledQueries.most);
  }

  /** @throws OutOfDate where a remembered viewer has other rights by now: nothing was read for them */
  async run(admitted: RunnableOperation, context: RequestContext): Promise<Executed> {
    const bound = this.#bind(admitted, context);
    const misses: Miss[] = [];
    if (bound) {
      for (const executor of FAST_EXECUTORS) {
        const read = await this.#by(executor, admitted, bound, context);
        if (!('goesOn' in read)) return read;
        if (read.error instanceof AnswerTooLarge) return tooLarge(read.error);
        misses.push(read);
        if (!read.goesOn) break;
      }
    }
    const executed = await this.#byResolvers(admitted, context);
    // They gave way where nothing is wrong with the answer.
    if (!executed.errors) for (const miss of misses) this.#judge(admitted.valid, miss);
    return executed;
  }

  #by(
    executor: FastExecutor,
    admitted: RunnableOperation,
    bound: BoundPlan,
    context: RequestContext,
  ): Promise<Executed | Miss> {
    return executor === 'statement'
      ? this.#byStatement(admitted, bound, context)
      : this.#byBatches(admitted, bound, context);
  }

  /** What is refused, is away or takes too long says nothing of an executor. */
  #judge(valid: ValidOperation, { executor, error, isKnown }: Miss): void {
    const isRefusal = error instanceof Unplannable || error instanceof GraphQLError || error instanceof HubError;
    if (error === undefined || isKnown || isRefusal || comesAndGoes(error)) return;
    this.#failed(valid, executor, error);
  }

  /** Undefined where resolvers must answer. */
  #bind({ valid, variables }: RunnableOperation, { viewer, trace }: RequestContext): BoundPlan | undefined {
    if (!valid.query) return undefined;
    try {
      const bound = valid.query.bind(variables);
      for (const field of bound.plan.rootFields) this.#hub.guards.get(field)!(viewer);
      return bound;
    } catch (error) {
      for (const executor of FAST_EXECUTORS) noteFallback(trace, executor, error);
      const isRefusal = error instanceof GraphQLError || error instanceof HubError;
      if (!(error instanceof Unplannable) && !isRefusal) this.#failed(valid, 'batches', error);
      return undefined;
    }
  }

  async #byStatement(
    { valid, rights }: RunnableOperation,
    bound: BoundPlan,
    context: RequestContext,
  ): Promise<Executed | Miss> {
    const { trace, loaders, signal } = context;
    const miss = (error: unknown, goesOn: boolean): Miss => ({ executor: 'statement', error, goesOn });
    const reason = this.#notCompiled(valid);
    if (reason) {
      trace.fellBack('statement', reason);
      return miss(undefined, true);
    }
    let hasRead = false;
    try {
      const read = this.#statements.prepare(bound, context, rights, valid.of.isOfClient);
      hasRead = true;
      const { data, objects } = await read.run();
      valid.fitness.statement.succeeded();
      const { cuts } = bound.plan;
      for (const { cut } of cuts) trace.cutOut(cut!);
      return {
        data,
        objects,
        executor: 'statement',
        ...(cuts.length === 0 && { dependence: read.dependence, comparesRights: true }),
      };
    } catch (error) {
      if (error instanceof OutOfDate) throw error;
      noteFallback(trace, 'statement', error);
      // Resolvers tell where it is at fault, and read no more than they must for it.
      if (error instanceof Unplannable) return miss(error, true);
      if (error instanceof HubError || error instanceof GraphQLError) return miss(error, !hasRead);
      const ofTheStatement = error instanceof Unmapped || isOfTheStatement(error) || !hasRead;
      // The time is up, or the database does not answer and is not asked for the rest.
      if (knownError(error) instanceof TryLater || isTooLate(error) || signal.aborted) loaders.refuse(error);
      else if (ofTheStatement) this.#failed(valid, 'statement', error);
      // What people try out may be too much for one statement and not for several; of a client's own query it says that the database is slow.
      if (isTooLate(error) && !valid.of.isOfClient) valid.fitness.statement.failed(performance.now());
      return { ...miss(error, ofTheStatement), isKnown: ofTheStatement };
    }
  }

  async #byBatches({ valid }: RunnableOperation, bound: BoundPlan, context: RequestContext): Promise<Executed | Miss> {
    const { trace } = context;
    if (!valid.fitness.batches.isOpen(performance.now())) {
      trace.fellBack('batches', 'closed');
      return { executor: 'batches', error: undefined, goesOn: true };
    }
    try {
      const { data, objects } = await fetchByBatches(this.#hub.reader, bound, context);
      valid.fitness.batches.succeeded();
      return { data, objects, executor: 'batches' };
    } catch (error) {
      noteFallback(trace, 'batches', error);
      return { executor: 'batches', error, goesOn: true };
    }
  }

  async #byResolvers({ valid: { of, name }, given }: RunnableOperation, context: RequestContext): Promise<Executed> {
    const result = await execute({
      schema: this.#hub.schema,
      document: of.document,
      contextValue: context,
      variableValues: given,
      operationName: name,
    });
    const refusal = result.errors?.find(({ originalError }) => originalError instanceof AnswerTooLarge);
    if (refusal) return tooLarge(refusal.originalError!);
    return { ...result, objects: objectsIn(result.data), executor: 'resolvers' };
  }

  /** A statement is dear to make, and PostgreSQL plans it anew until it is known; what batches send is known from other queries. */
  #notCompiled({ of: { isOfClient, times }, fitness }: ValidOperation): FallbackReason | undefined {
    const { policy, after } = this.#config.compiledQueries;
    if (policy === 'off' || (policy === 'trusted' && !isOfClient)) return 'switched off';
    if (!isOfClient && times <= after) return 'not frequent';
    return fitness.statement.isOpen(performance.now()) ? undefined : 'closed';
  }

  #failed({ fitness, name }: ValidOperation, executor: FastExecutor, fault: unknown): void {
    const closed = fitness[executor].failed(performance.now());
    this.#counters.add(EXECUTOR_FAULTS, executor);
    if (closed) this.#counters.add(EXECUTORS_CLOSED, executor);
    this.#logger.warn({ operation: name, executor, closed, err: fault }, 'an executor failed: the next one answers');
  }
}

/** Said once, and not at each place that could not be read. */
function tooLarge(error: Error): Executed {
  return { data: null, errors: [new GraphQLError('refused', { originalError: error })], objects: 0, executor: 'none' };
}
