import { GraphQLError, type GraphQLFormattedError, type OperationTypeNode } from 'graphql';
import { recordAccesses } from '../../commands/index.ts';
import { TryLater } from '../../errors/index.ts';
import type { Logger } from '../../observability/index.ts';
import type { Dependence } from '../../reading/index.ts';
import type { RequestContext } from '../../request/index.ts';
import type { RefusalHttp } from '../admission.ts';
import { extensionsOf } from '../explanation.ts';
import { formatterOf, isUnavailable, knownError, markErrors } from '../format-error.ts';
import { codesOf, type OperationLog } from '../operation-log.ts';
import { answerText, type AnswerText } from './answer-text.ts';
import type { ValidOperation } from './documents.ts';
import type { Executed } from './executors.ts';

/** As it is sent. */
export interface ExecutionAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text: AnswerText;
  /** What it depends on, where one statement has read all of it. */
  readonly dependence?: Dependence | undefined;
}

/** What could not run, as far as it is known. */
export interface RefusedOperation {
  readonly errors: readonly GraphQLError[];
  readonly valid?: ValidOperation;
}

/** The last step of an operation: its answer in words, who was read of on record, a line in the log. */
export class Answers {
  readonly #log: OperationLog;
  readonly #format: ReturnType<typeof formatterOf>;

  constructor(logger: Logger, log: OperationLog) {
    this.#log = log;
    this.#format = formatterOf(logger);
  }

  /** Nothing has run. */
  refused({ errors, valid }: RefusedOperation, context: RequestContext, begun: number): ExecutionAnswer {
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

  async told(
    { operation, name }: ValidOperation,
    { data, text: known, errors, objects, executor, dependence }: Executed,
    context: RequestContext,
    begun: number,
  ): Promise<ExecutionAnswer> {
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
      return this.#unrecorded(error, context, { operation, name }, begun);
    }
    this.#log.note(context, {
      operation: name,
      kind: operation.operation,
      executor,
      codes: formatted && codesOf(formatted),
      begun,
    });
    return { status, text, dependence };
  }

  #unrecorded(
    error: unknown,
    context: RequestContext,
    { operation, name }: Pick<ValidOperation, 'operation' | 'name'>,
    begun: number,
  ): ExecutionAnswer {
    const fault = knownError(error);
    // Whether the record was committed is nobody's concern who asks: nothing was told, and they ask again.
    const known = operation.operation === 'query' && fault instanceof TryLater ? new TryLater() : fault;
    const unrecorded = new GraphQLError('unrecorded', {
      originalError: known ?? new Error('Who has read whom could not be recorded.', { cause: error }),
    });
    const errors = this.#formatted([unrecorded], context, operation.operation);
    this.#log.note(context, {
      operation: name,
      kind: operation.operation,
      executor: 'none',
      codes: codesOf(errors),
      begun,
    });
    return { status: known instanceof TryLater ? 503 : 500, text: `${JSON.stringify({ errors })}\n` };
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
