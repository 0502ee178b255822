import { GraphQLError } from 'graphql';
import type { Config } from '../../config/index.ts';
import { HubError, TryLater } from '../../errors/index.ts';
import type { Counters, Logger } from '../../observability/index.ts';
import {
  KeptOnRecord,
  PlannableQuery,
  Planner,
  Unhydrated,
  Unplannable,
  type Dependence,
  type PlannedOperation,
} from '../../reading/index.ts';
import type { ExecutionTrace, RequestContext } from '../../request/index.ts';
import { joinHeavy, judge } from '../admission.ts';
import { extensionsOf } from '../explanation.ts';
import { isTooLate, knownError } from '../format-error.ts';
import type { OperationLog } from '../operation-log.ts';
import type { HubSchema } from '../schema.ts';
import type { FoundRequest } from '../trusted/admit.ts';
import { answerText, type AnswerText } from './answer-text.ts';
import { askedIn, type Asked } from './asked.ts';
import type { Documents, ValidDocument, ValidOperation } from './documents.ts';
import type { RoadFacilities } from './facilities.ts';
import { noteFallback } from './fallbacks.ts';
import { Fitness, isOfTheStatement, SHORT_WAY_FAULTS, SHORT_WAYS_CLOSED } from './fitness.ts';

type Plans = NonNullable<ValidOperation['plans']>;

export interface PlannedAnswer {
  readonly text: AnswerText;
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
  readonly #counters: Counters;
  readonly #log: OperationLog;
  readonly #documents: Documents;
  readonly #planner: Planner;

  constructor(hub: HubSchema, config: Config, { logger, counters, log, documents }: RoadFacilities) {
    this.#counters = counters;
    this.#log = log;
    this.#hub = hub;
    this.#config = config;
    this.#logger = logger;
    this.#documents = documents;
    this.#planner = new Planner(hub.reader.catalog, hub.schema, config.plannedRoad.most);
  }

  /** Whether it is worth asking. */
  knows(request: FoundRequest, trace: ExecutionTrace): boolean {
    const asked = askedIn(request);
    return asked !== undefined && this.#plansOf(asked, trace) !== undefined;
  }

  /**
   * Undefined where the ordinary way must answer.
   * @param rights the version of rights under which the viewer was read, where that was for an earlier request: nothing is read
   * for whoever has others by now
   */
  async answer(
    request: FoundRequest,
    context: RequestContext,
    rights: string | null = null,
  ): Promise<PlannedAnswer | undefined> {
    const begun = performance.now();
    const asked = askedIn(request);
    const plans = asked && this.#plansOf(asked, context.trace);
    if (!plans) return undefined;
    const { query } = plans;
    const { variables } = asked;
    let planned: PlannedOperation;
    try {
      judge(this.#hub, this.#config, { document: query.document, operation: query.operation, variables, context });
      planned = this.#planner.plan(query, variables, context, rights);
      for (const field of planned.rootFields) this.#hub.guards.get(field)!(context.viewer);
    } catch (error) {
      this.#decline(plans, error, context);
      return undefined;
    }
    const name = query.operation.name?.value ?? null;
    await joinHeavy(context);
    try {
      const { data, objects } = await planned.run();
      plans.fitness.succeeded();
      const { meter } = context;
      meter.objects = objects;
      const text = await answerText({ data, extensions: extensionsOf(context, 'statement') }, objects);
      this.#log.note(context, { operation: name, kind: 'query', executor: 'statement', begun });
      return { text, dependence: planned.dependence };
    } catch (error) {
      this.#giveWay(plans, error, context);
      return undefined;
    }
  }

  #plansOf({ text, operationName }: Asked, trace: ExecutionTrace): Plans | undefined {
    const valid = this.#documents.known(text, operationName);
    if (valid && valid.operation.operation !== 'query') return undefined;
    if (!valid || !this.#isHot(valid.of)) {
      trace.fellBack('statement', 'not frequent');
      return undefined;
    }
    const plans = (valid.plans ??= {
      query: new PlannableQuery(valid.of.document, valid.operation),
      fitness: new Fitness(),
    });
    const { unfit } = plans.query;
    if (unfit) trace.fellBack('statement', unfit.reason, unfit.at);
    else if (plans.fitness.isOpen(performance.now())) return plans;
    else trace.fellBack('statement', 'closed');
    return undefined;
  }

  /** A plan is dear to make. */
  #isHot({ isOfClient, times }: ValidDocument): boolean {
    const { policy, after } = this.#config.plannedRoad;
    return policy !== 'off' && (isOfClient || (policy === 'hot' && times >= after));
  }

  /** Before anything was read: a refusal is the ordinary way's to tell. */
  #decline(plans: Plans, error: unknown, { trace }: RequestContext): void {
    noteFallback(trace, 'statement', error);
    if (error instanceof HubError || error instanceof GraphQLError || error instanceof KeptOnRecord) return;
    if (error instanceof Unplannable) plans.query.unfit = error;
    else this.#failed(plans, error);
  }

  /** What was read of a database that is away, too slow or being restarted says nothing of the plan: it is tried again the next time. */
  #giveWay(plans: Plans, error: unknown, { loaders, signal, trace }: RequestContext): void {
    noteFallback(trace, 'statement', error);
    // The time is up, or the database does not answer and is not asked for the rest: the ordinary way must only say so.
    if (knownError(error) instanceof TryLater || isTooLate(error) || signal.aborted) loaders.refuse(error);
    else if (error instanceof Unhydrated || isOfTheStatement(error)) this.#failed(plans, error);
  }

  #failed({ query: { operation }, fitness }: Plans, error: unknown): void {
    const closed = fitness.failed(performance.now());
    this.#counters.add(SHORT_WAY_FAULTS, 'planned');
    if (closed) this.#counters.add(SHORT_WAYS_CLOSED, 'planned');
    this.#logger.warn(
      { operation: operation.name?.value ?? null, closed, err: error },
      'a plan failed: resolvers answer',
    );
  }
}
