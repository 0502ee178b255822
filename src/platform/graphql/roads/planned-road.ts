import { GraphQLError } from 'graphql';
import type { Config } from '../../config/index.ts';
import { HubError } from '../../errors/index.ts';
import type { Logger } from '../../observability/index.ts';
import { Fault, KeptOnRecord, OutOfDate, PlannableQuery, Planner, Unplannable, type Dependence, type PlannedOperation } from '../../reading/index.ts';
import type { RequestContext } from '../../request/index.ts';
import { costOf, judge, logOperation } from '../admission.ts';
import { isTooLate } from '../format-error.ts';
import type { HubSchema } from '../schema.ts';
import type { FoundRequest } from '../trusted/admit.ts';
import { askedIn, type Asked } from './asked.ts';
import type { Documents, ValidDocument } from './documents.ts';

export interface PlannedAnswer {
  readonly text: string;
  readonly dependence: Dependence;
}

/**
 * The short way of queries that come often: no resolver, one statement. It answers what the ordinary way would, or not at
 * all: whatever it cannot plan, or finds fault with, is left to the ordinary way, whose resolvers name the field.
 */
export class PlannedRoad {
  readonly #hub: HubSchema;
  readonly #config: Config;
  readonly #logger: Logger;
  readonly #documents: Documents;
  readonly #planner: Planner;

  constructor(hub: HubSchema, config: Config, logger: Logger, documents: Documents) {
    this.#hub = hub;
    this.#config = config;
    this.#logger = logger;
    this.#documents = documents;
    this.#planner = new Planner(hub.reader.catalog, hub.schema, config.plannedRoad.most);
  }

  /** Whether it is worth asking. */
  knows(request: FoundRequest): boolean {
    const asked = askedIn(request);
    return asked !== undefined && this.#queryOf(asked) !== undefined;
  }

  /**
   * Undefined where the ordinary way must answer.
   * @param rights the version of rights under which the viewer was read, where that was for an earlier request: nothing is read
   * for whoever has others by now
   */
  async answer(request: FoundRequest, context: RequestContext, rights: string | null = null): Promise<PlannedAnswer | undefined> {
    const begun = performance.now();
    const asked = askedIn(request);
    const query = asked && this.#queryOf(asked);
    if (!query) return undefined;
    const { variables } = asked;
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

  #queryOf({ text, operationName }: Asked): PlannableQuery | undefined {
    const valid = this.#documents.known(text, operationName);
    if (valid?.operation.operation !== 'query' || !this.#isHot(valid.of)) return undefined;
    const query = (valid.plannable ??= new PlannableQuery(valid.of.document, valid.operation));
    return query.unfit ? undefined : query;
  }

  /** A plan is dear to make. */
  #isHot({ isOfClient, times }: ValidDocument): boolean {
    const { policy, after } = this.#config.plannedRoad;
    return policy !== 'off' && (isOfClient || (policy === 'hot' && times >= after));
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
