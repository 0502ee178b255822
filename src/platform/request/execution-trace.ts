/** How an operation was answered, and why not by a faster executor. */

/** In the order in which they are tried: one statement for a whole query, one statement a relation and level, and graphql-js. */
export const EXECUTORS = ['statement', 'batches', 'resolvers'] as const;
export type Executor = (typeof EXECUTORS)[number];

/** Why an executor left an operation to the next one. */
export const FALLBACK_REASONS = [
  /** An ad hoc document that has not come often enough to be worth compiling. */
  'not frequent',
  /** Compiled queries are switched off, or are for what clients have stored alone. */
  'switched off',
  /** The schema is asked for. */
  'introspection',
  /** A field with a resolver of its own. */
  'resolver',
  /** The type of a row stands in another row alone. */
  'abstract type',
  /** A plain object holds a list of ids. */
  'several ids',
  /** Something hangs on an id in a value that is made of facts. */
  'made of facts',
  /** A value of a type that is not the same read as JSON and read as a column. */
  'not JSON',
  /** More fields, places or values than one statement should have. */
  'too wide',
  /** Somebody may be looked up by an exact value. */
  'look-up',
  /** Arguments, or the access of a root field: resolvers name the field that refuses. */
  'refused',
  /** A value that its field does not allow: resolvers name the field. */
  'value at fault',
  /** The database is away, too slow or restarting, or nobody waits any more. */
  'database',
  /** The executor itself failed. */
  'failed',
  /** It failed twice in a row, and is left alone for a while. */
  'closed',
] as const;
export type FallbackReason = (typeof FALLBACK_REASONS)[number];

export interface Fallback {
  readonly executor: Executor;
  readonly reason: FallbackReason;
  /** The field or the type, where it is known. */
  readonly at?: string | undefined;
}

/** What the statement of a query left to batches. */
export interface CutOut {
  readonly reason: FallbackReason;
  readonly at: string;
}

/** A reading statement as it was sent. */
export interface SeenStatement {
  /** Which part of the schema it reads: `Meeting.replies`, a type whose rows are read by their ids, or a whole query. */
  readonly reads: string;
  /** Where it reads several places: by the name under which rows stand in it, the field that reads them. */
  readonly places?: Readonly<Record<string, string>> | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly rows: number;
  /** Milliseconds until its rows had come, with the wait for a connection. */
  readonly ms: number;
}

/** The trace of one operation, whoever it is tried for: a viewer who is remembered, and the same one read anew. */
export class ExecutionTrace {
  /** In the order in which they were answered; undefined where nobody has asked how they are answered. */
  readonly statements: SeenStatement[] | undefined;
  readonly #fallbacks = new Map<Executor, Fallback>();
  readonly #cuts: CutOut[] = [];

  constructor({ explains = false }: { readonly explains?: boolean } = {}) {
    this.statements = explains ? [] : undefined;
  }

  /** The reason that was found last, for each executor that did not answer. */
  get fallbacks(): readonly Fallback[] {
    return [...this.#fallbacks.values()];
  }

  get cuts(): readonly CutOut[] {
    return this.#cuts;
  }

  cutOut(cut: CutOut): void {
    if (!this.#cuts.some(({ at }) => at === cut.at)) this.#cuts.push(cut);
  }

  fellBack(executor: Executor, reason: FallbackReason, at?: string): void {
    this.#fallbacks.set(executor, { executor, reason, ...(at !== undefined && { at }) });
  }
}
