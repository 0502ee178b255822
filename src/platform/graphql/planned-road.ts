import { hash } from 'node:crypto';
import { getOperationAST, GraphQLError, type DocumentNode } from 'graphql';
import type { Config } from '../config/index.ts';
import { HubError } from '../errors/index.ts';
import type { Logger } from '../observability/index.ts';
import { Bounded } from '../memory/index.ts';
import { Fault, KeptOnRecord, OutOfDate, PlannableQuery, Planner, Unplannable, type Dependence, type PlannedOperation } from '../reading/index.ts';
import type { RequestContext } from '../request/index.ts';
import { costOf, judge, logOperation } from './admission.ts';
import { isTooLate } from './format-error.ts';
import type { HubSchema } from './schema.ts';
import type { TrustedDocuments } from './trusted/trusted-documents.ts';

/** A request as a client sent it. */
export interface GraphqlRequest {
  readonly query?: unknown;
  /** In place of the text. */
  readonly documentId?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

export interface PlannedAnswer {
  readonly text: string;
  readonly dependence: Dependence;
}

/** A document that was found valid, and is worth a plan. */
interface Hot {
  readonly document: DocumentNode;
  readonly queries: Map<string | null, PlannableQuery | null>;
}

const MOST_COUNTED = 10_000;
const MOST_HOT = 500;
/** Longer texts are not kept, so that what is kept stays small. */
const LONGEST_TEXT = 20_000;

/**
 * The short way of queries that come often: no resolver, one statement. It answers what the ordinary way would, or not at
 * all: whatever it cannot plan, or finds fault with, is left to the ordinary way, whose resolvers name the field.
 */
export class PlannedRoad {
  readonly #hub: HubSchema;
  readonly #config: Config;
  readonly #logger: Logger;
  readonly #trusted: TrustedDocuments;
  readonly #planner: Planner;
  readonly #hot = new Bounded<string, Hot>(MOST_HOT);
  /** How often each document came that is not hot, by its hash. */
  readonly #seen = new Bounded<string, number>(MOST_COUNTED);

  constructor(hub: HubSchema, config: Config, logger: Logger, trusted: TrustedDocuments) {
    this.#hub = hub;
    this.#config = config;
    this.#logger = logger;
    this.#trusted = trusted;
    this.#planner = new Planner(hub.reader.catalog, hub.schema, config.plannedRoad.most);
  }

  /** Told of each valid document that somebody was allowed to run. */
  note(text: string, document: DocumentNode): void {
    const { policy, after } = this.#config.plannedRoad;
    if (policy === 'off' || text.length > LONGEST_TEXT || this.#hot.get(text)) return;
    if (!this.#trusted.byText(text)) {
      if (policy === 'trusted') return;
      const key = hash('sha256', text, 'base64');
      const times = (this.#seen.get(key) ?? 0) + 1;
      this.#seen.set(key, times);
      if (times < after) return;
    }
    this.#hot.set(text, { document, queries: new Map() });
  }

  /** Whether it is worth asking. */
  knows(request: GraphqlRequest): boolean {
    return this.#queryOf(request) !== undefined;
  }

  /**
   * Undefined where the ordinary way must answer.
   * @param rights the version of rights under which the viewer was read, where that was for an earlier request: nothing is read
   * for whoever has others by now
   */
  async answer(request: GraphqlRequest, context: RequestContext, rights: number | null = null): Promise<PlannedAnswer | undefined> {
    const begun = performance.now();
    const query = this.#queryOf(request);
    if (!query) return undefined;
    const variables = (request.variables ?? {}) as Record<string, unknown>;
    let planned: PlannedOperation;
    try {
      judge(this.#hub, this.#config, { document: query.document, operation: query.operation, variables, context });
      planned = this.#planner.plan(query, variables, context, rights);
      for (const field of planned.rootFields) this.#hub.guards.get(field)!(context.viewer);
    } catch (error) {
      this.#decline(query, error);
      return undefined;
    }
    const name = query.operation.name?.value ?? null;
    try {
      const { data, objects } = await planned.run();
      const { meter } = context;
      meter.objects = objects;
      const text = `${JSON.stringify({ data, extensions: { cost: costOf(meter) } })}\n`;
      logOperation(this.#logger, context, { operation: name, kind: 'query', road: 'planned', begun });
      return { text, dependence: planned.dependence };
    } catch (error) {
      this.#giveWay(query, error, context);
      return undefined;
    }
  }

  #queryOf({ query: text, operationName, variables, extensions }: GraphqlRequest): PlannableQuery | undefined {
    if (typeof text !== 'string' || extensions !== undefined) return undefined;
    if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return undefined;
    if (variables !== undefined && (typeof variables !== 'object' || Array.isArray(variables))) return undefined;
    const hot = this.#hot.get(text);
    if (!hot) return undefined;
    let query = hot.queries.get(operationName ?? null);
    if (query === undefined) {
      const operation = getOperationAST(hot.document, operationName);
      query = operation?.operation === 'query' ? new PlannableQuery(hot.document, operation) : null;
      // Names that a client makes up are not kept.
      if (query) hot.queries.set(operationName ?? null, query);
    }
    return query && !query.unfit ? query : undefined;
  }

  /** Before anything was read: a refusal is the ordinary way's to tell. */
  #decline(query: PlannableQuery, error: unknown): void {
    if (error instanceof HubError || error instanceof GraphQLError || error instanceof KeptOnRecord) return;
    query.unfit = true;
    if (!(error instanceof Unplannable)) this.#warn(query, error);
  }

  #warn({ operation }: PlannableQuery, error: unknown): void {
    this.#logger.warn({ operation: operation.name?.value ?? null, err: error }, 'a plan failed: the query is answered by resolvers from now on');
  }

  #giveWay(query: PlannableQuery, error: unknown, { loaders, signal }: RequestContext): void {
    if (isTooLate(error) || signal.aborted) {
      // The time is up: the ordinary way must only say so.
      loaders.refuse(error);
      query.unfit = !signal.aborted;
    } else if (!(error instanceof Fault || error instanceof OutOfDate)) {
      query.unfit = true;
      this.#warn(query, error);
    }
  }
}
