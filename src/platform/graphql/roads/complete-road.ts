import { hash } from 'node:crypto';
import {
  execute,
  getVariableValues,
  GraphQLError,
  type ExecutionResult,
  type OperationTypeNode,
  type GraphQLFormattedError,
} from 'graphql';
import { recordAccesses } from '../../commands/index.ts';
import type { Config } from '../../config/index.ts';
import { TryLater } from '../../errors/index.ts';
import type { Counters, Logger } from '../../observability/index.ts';
import { LruCache } from '../../memory/index.ts';
import { Unplannable } from '../../reading/index.ts';
import { AnswerTooLarge, type RequestContext } from '../../request/index.ts';
import { joinHeavy, judge, objectsIn, type RefusalHttp } from '../admission.ts';
import { extensionsOf } from '../explanation.ts';
import { formatterOf, isUnavailable, knownError, markErrors } from '../format-error.ts';
import { isIntrospection } from '../limits/introspection.ts';
import { codesOf, type AnsweredBy, type OperationLog } from '../operation-log.ts';
import type { HubSchema } from '../schema.ts';
import type { FoundRequest } from '../trusted/admit.ts';
import { answerText, type AnswerText } from './answer-text.ts';
import { askedIn, type Asked } from './asked.ts';
import { coded, MOST_ERRORS, type Documents, type RefusedDocument, type ValidOperation } from './documents.ts';
import type { RoadFacilities } from './facilities.ts';
import { noteFallback } from './fallbacks.ts';
import { comesAndGoes, SHORT_WAY_FAULTS, SHORT_WAYS_CLOSED } from './fitness.ts';

export interface CompleteAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text: AnswerText;
}

type Variables = Asked['variables'];
type Result = Pick<ExecutionResult, 'errors'> & {
  readonly data?: unknown;
  /** In place of the data, where that is known as text. */
  readonly text?: string;
  readonly objects: number;
  readonly executor: AnsweredBy;
};

/** What was answered of the schema. */
type KeptSchema = Pick<Result, 'objects'> & { readonly text: string };
/** By what was asked of it. */
type KeptSchemas = LruCache<string, KeptSchema>;

const MOST_SCHEMAS = 20;
const MOST_SCHEMA_CHARACTERS = 8_000_000;
const LONGEST_VARIABLES = 1_000;

/** An operation of a valid document, with values that nobody has looked at; or what is wrong with the document. */
export type Runnable = { readonly valid: ValidOperation; readonly given: Variables } | RefusedDocument;

/** What could not run, as far as it is known. */
interface Refused {
  readonly errors: readonly GraphQLError[];
  readonly valid?: ValidOperation;
}

/** Whether the viewer is still who they were when they were read. */
export type StillHolds = () => Promise<boolean>;

/**
 * Any operation, by anybody. What is refused before it runs – no valid document, values of the wrong type, a cost above the
 * limit – is looked at once and told why. A request of another form, or for an operation that its document has not, is left to Apollo. A query is answered level by level where
 * nothing is wrong with it; in all else graphql-js runs the resolvers, and what it answers is the answer.
 */
export class CompleteRoad {
  readonly #hub: HubSchema;
  readonly #config: Config;
  readonly #logger: Logger;
  readonly #counters: Counters;
  readonly #log: OperationLog;
  readonly #documents: Documents;
  readonly #schemas: KeptSchemas = new LruCache(MOST_SCHEMAS, {
    most: MOST_SCHEMA_CHARACTERS,
    of: (_key, { text }) => text.length,
  });
  readonly #format: ReturnType<typeof formatterOf>;

  constructor(hub: HubSchema, config: Config, { logger, counters, log, documents }: RoadFacilities) {
    this.#log = log;
    this.#hub = hub;
    this.#config = config;
    this.#logger = logger;
    this.#counters = counters;
    this.#documents = documents;
    this.#format = formatterOf(logger);
  }

  /** What is asked, in a form that may be run; undefined where Apollo must say what is wrong with it. */
  find(request: FoundRequest, method: string): Runnable | undefined {
    const asked = askedIn(request);
    const valid = asked && this.#documents.find(asked.text, asked.operationName);
    if (valid && 'faults' in valid) return valid;
    if (!valid || (method === 'GET' && valid.operation.operation !== 'query')) return undefined;
    return { valid, given: asked.variables };
  }

  /**
   * Undefined where nothing has run, and somebody else must answer.
   * @param stillHolds where the viewer was read for an earlier request: it is asked when a query has run, and an answer to
   * whom the viewer is no more is thrown away
   */
  async answer(
    runnable: Runnable,
    context: RequestContext,
    stillHolds?: StillHolds,
  ): Promise<CompleteAnswer | undefined> {
    const begun = performance.now();
    // Whether somebody is refused depends on who they are by now.
    const refused = (refusal: Refused): CompleteAnswer | undefined =>
      stillHolds ? undefined : this.#refused(refusal, context, begun);
    if ('faults' in runnable) return refused({ errors: runnable.faults });
    const { valid, given } = runnable;
    const { operation } = valid;
    if (stillHolds && operation.operation !== 'query') return undefined;
    const refusal = this.#refusalOf(valid, given, context);
    if (refusal) return refused({ errors: [refusal], valid });
    const { coerced, errors } = getVariableValues(this.#hub.schema, operation.variableDefinitions ?? [], given, {
      maxErrors: MOST_ERRORS,
    });
    if (errors) return refused({ errors: errors.map((error) => coded(error, 'BAD_USER_INPUT')), valid });
    const result = await this.#run(valid, given, coerced, context);
    if (stillHolds && !(await stillHolds())) return undefined;
    return this.#told(valid, result, context, begun);
  }

  #refusalOf(
    { of: { document }, operation }: ValidOperation,
    variables: Variables,
    context: RequestContext,
  ): GraphQLError | undefined {
    try {
      judge(this.#hub, this.#config, { document, operation, variables, context });
      return undefined;
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  }

  /** Nothing has run. */
  #refused({ errors, valid }: Refused, context: RequestContext, begun: number): CompleteAnswer {
    const kind = valid?.operation.operation;
    const { meter } = context;
    const { status = 400, headers } = (errors[0]!.extensions['http'] ?? {}) as Partial<RefusalHttp>;
    const formatted = this.#formatted(errors, context, kind);
    const told = { errors: formatted, ...(meter.limit > 0 && { extensions: extensionsOf(context, 'none') }) };
    this.#log.note(context, {
      operation: valid?.name ?? null,
      kind: kind ?? null,
      executor: 'none',
      codes: codesOf(formatted),
      begun,
    });
    return { status, headers: Object.fromEntries(headers ?? []), text: `${JSON.stringify(told)}\n` };
  }

  async #run(valid: ValidOperation, given: Variables, coerced: Variables, context: RequestContext): Promise<Result> {
    const key = isIntrospection(valid.operation) ? schemaKey(valid, coerced) : undefined;
    const kept = (): KeptSchema | undefined => (key === undefined ? undefined : this.#schemas.get(key));
    if (valid.operation.operation === 'query' && !kept()) await joinHeavy(context);
    const known = kept();
    if (known) return { ...known, executor: 'kept' };
    const result = await this.#execute(valid, given, coerced, context);
    if (key === undefined || result.errors) return result;
    // The schema is what it is as long as the process lives.
    const made = { text: JSON.stringify(result.data), objects: result.objects };
    this.#schemas.set(key, made);
    return { ...made, executor: result.executor };
  }

  async #execute(
    valid: ValidOperation,
    given: Variables,
    coerced: Variables,
    context: RequestContext,
  ): Promise<Result> {
    const { trace } = context;
    const {
      levels,
      levelsFitness: fitness,
      of: { document },
      name,
    } = valid;
    let fault: unknown;
    try {
      if (levels instanceof Unplannable) trace.fellBack('batches', levels.reason, levels.at);
      else if (levels && !fitness.isOpen(performance.now())) trace.fellBack('batches', 'closed');
      else if (levels) {
        const answered = await levels.answer(coerced, context, (rootField) =>
          this.#hub.guards.get(rootField)!(context.viewer),
        );
        fitness.succeeded();
        return { ...answered, executor: 'batches' };
      }
    } catch (error) {
      fault = error;
      noteFallback(trace, 'batches', error);
    }
    if (fault instanceof AnswerTooLarge) return tooLarge(fault);
    const result = await execute({
      schema: this.#hub.schema,
      document,
      contextValue: context,
      variableValues: given,
      operationName: name,
    });
    const refusal = result.errors?.find(({ originalError }) => originalError instanceof AnswerTooLarge);
    if (refusal) return tooLarge(refusal.originalError!);
    if (fault instanceof Unplannable) valid.levels = fault;
    else if (fault !== undefined && !result.errors && !comesAndGoes(fault)) this.#failed(valid, fault);
    return { ...result, objects: objectsIn(result.data), executor: 'resolvers' };
  }

  /** It gave way where nothing is wrong with the answer. */
  #failed({ levelsFitness, name }: ValidOperation, fault: unknown): void {
    const closed = levelsFitness.failed(performance.now());
    this.#counters.add(SHORT_WAY_FAULTS, 'levels');
    if (closed) this.#counters.add(SHORT_WAYS_CLOSED, 'levels');
    this.#logger.warn(
      { operation: name, closed, err: fault },
      'a query was not answered level by level: resolvers answer',
    );
  }

  async #told(
    { operation, name }: ValidOperation,
    { data, text: known, errors, objects, executor }: Result,
    context: RequestContext,
    begun: number,
  ): Promise<CompleteAnswer> {
    const { meter } = context;
    meter.objects = objects;
    const formatted = errors && this.#formatted(errors, context, operation.operation);
    const status = isUnavailable({ data, errors: formatted }, operation.operation) ? 503 : 200;
    const rest = { extensions: extensionsOf(context, executor) };
    const text =
      known === undefined
        ? await answerText({ errors: formatted, data, ...rest }, objects)
        : `{"data":${known},${JSON.stringify(rest).slice(1)}\n`;
    try {
      // First the record, then the answer: where it cannot be written, nobody sees what they would have read.
      await recordAccesses(context);
    } catch (error) {
      const known = knownError(error);
      const unrecorded = new GraphQLError('unrecorded', {
        originalError: known ?? new Error('Who has read whom could not be recorded.', { cause: error }),
      });
      return {
        status: known instanceof TryLater ? 503 : 500,
        text: `${JSON.stringify({ errors: this.#formatted([unrecorded], context, operation.operation) })}\n`,
      };
    }
    this.#log.note(context, {
      operation: name,
      kind: operation.operation,
      executor,
      codes: formatted && codesOf(formatted),
      begun,
    });
    return { status, text };
  }

  #formatted(
    errors: readonly GraphQLError[],
    { locale }: RequestContext,
    operation: OperationTypeNode | undefined,
  ): GraphQLFormattedError[] {
    markErrors(errors, locale, operation);
    return errors.map((error) => this.#format(error.toJSON(), error));
  }
}

/** Said once, and not at each place that could not be read. */
function tooLarge(error: Error): Result {
  return { data: null, errors: [new GraphQLError('refused', { originalError: error })], objects: 0, executor: 'none' };
}

/** Undefined where it is too long to be worth keeping. */
function schemaKey({ of: { text }, name }: ValidOperation, variables: Variables): string | undefined {
  const values = JSON.stringify(variables);
  return values.length > LONGEST_VARIABLES ? undefined : hash('sha256', JSON.stringify([text, name, values]), 'base64');
}
