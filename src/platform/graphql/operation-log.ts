import type { GraphQLFormattedError } from 'graphql';
import { counter, type Counters, type Logger } from '../observability/index.ts';
import { EXECUTORS, FALLBACK_REASONS, type Executor, type RequestContext } from '../request/index.ts';

/** Who answered: `kept` was read for somebody else; `none` where it was refused, before it ran or because more was to be answered than may be. */
const ANSWERED_BY = ['kept', ...EXECUTORS, 'none'] as const;
export type AnsweredBy = (typeof ANSWERED_BY)[number];

const OPERATIONS = counter('operations_total', 'Operations that were answered, by what answered them.', ANSWERED_BY);
const FALLBACKS = counter(
  'executor_fallbacks_total',
  'Queries that an executor left to the next one, by the executor and why.',
  EXECUTORS.flatMap((executor) => FALLBACK_REASONS.map((reason) => `${executor}: ${reason}` as const)),
);

export interface OperationLine {
  readonly operation: string | null;
  readonly kind: string | null;
  readonly executor: AnsweredBy;
  readonly begun: number;
  readonly codes?: readonly unknown[] | undefined;
}

/** A name that a client chose may be as long as its document. */
const LONGEST_NAME = 100;

/** Each code once. */
export const codesOf = (errors: readonly GraphQLFormattedError[]): unknown[] => [
  ...new Set(errors.map(({ extensions }) => extensions?.['code'])),
];

/** A line for each operation, and how often each executor has answered or has left it to the next. */
export class OperationLog {
  readonly #logger: Logger;
  readonly #counters: Counters;

  constructor(logger: Logger, counters: Counters) {
    this.#logger = logger;
    this.#counters = counters;
    for (const each of [OPERATIONS, FALLBACKS] as const) counters.register(each);
  }

  /** Figures and names that clients chose for their operations, types and fields: nothing of what was asked for or answered. */
  note({ viewer, meter, trace }: RequestContext, { operation, begun, codes, executor, ...line }: OperationLine): void {
    // Why others did not answer says nothing where nobody did.
    const fallbacks = executor === 'none' ? [] : trace.fallbacks.filter((each) => isBefore(each.executor, executor));
    this.#counters.add(OPERATIONS, executor);
    for (const each of fallbacks) this.#counters.add(FALLBACKS, `${each.executor}: ${each.reason}`);
    this.#logger.info(
      {
        operation: operation && operation.slice(0, LONGEST_NAME),
        ...line,
        executor,
        ...(fallbacks.length > 0 && { fallbacks }),
        ...(executor === 'statement' && trace.cuts.length > 0 && { cuts: trace.cuts }),
        caller: viewer.kind,
        cost: meter.requested,
        statements: meter.statements,
        rows: meter.rows,
        objects: meter.objects,
        ...(codes && { codes }),
        ms: Math.round(performance.now() - begun),
      },
      'operation',
    );
  }
}

function isBefore(executor: Executor, answeredBy: AnsweredBy): boolean {
  return ANSWERED_BY.indexOf(executor) < ANSWERED_BY.indexOf(answeredBy);
}
