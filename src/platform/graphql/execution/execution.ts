import { GraphQLError } from 'graphql';
import type { Config } from '../../config/index.ts';
import type { Counters, Logger } from '../../observability/index.ts';
import type { Message } from '../../errors/index.ts';
import { OutOfDate } from '../../reading/index.ts';
import type { RequestContext } from '../../request/index.ts';
import { joinHeavy, judge, payReading } from '../admission.ts';
import type { OperationLog } from '../operation-log.ts';
import { inWords } from '../limits/sentence.ts';
import type { HubSchema } from '../schema.ts';
import type { FoundRequest } from '../trusted/admit.ts';
import { Answers, type ExecutionAnswer, type RefusedOperation } from './answers.ts';
import { askedIn, type Asked } from './asked.ts';
import { type Documents, type RefusedDocument, type ValidOperation } from './documents.ts';
import { coerced } from './coerced.ts';
import { Executors, type RunnableOperation, type Executed } from './executors.ts';
import { KeptSchemas } from './kept-schemas.ts';

/** An operation of a valid document, with values that nobody has looked at; or what is wrong with the document. */
export type Runnable = ({ readonly valid: ValidOperation; readonly given: Asked['variables'] } | RefusedDocument) & {
  /** Of a text that had to be read, until that is paid. */
  characters: number;
};

/** A viewer who was read for an earlier request. */
export interface Remembered {
  /** The version of rights under which that was. */
  readonly version: string;
  /** Whether they are still who they were: asked when a query has run, and an answer to whom the viewer is no more is thrown away. */
  stillHolds(): Promise<boolean>;
}

/** Addresses are followed by whoever comes by: nothing is done by one. */
const ONLY_QUERIES = fault(
  { zh: 'GET 请求只能用于查询(query)。', en: 'GET requests only support query operations.' },
  { code: 'BAD_REQUEST', http: { status: 405, headers: new Map([['allow', 'POST']]) } },
);

function noSuchOperation(name: string | null): GraphQLError {
  const sentence =
    name === null
      ? {
          zh: '请用 operationName 指明要执行文档中的哪个操作。',
          en: 'Say by operationName which operation of the document is asked for.',
        }
      : { zh: `文档中没有操作 ${name}。`, en: `There is no operation ${name}.` };
  return fault(sentence, { code: 'OPERATION_RESOLUTION_FAILURE' });
}

function fault(sentence: Message, extensions: GraphQLError['extensions']): GraphQLError {
  return new GraphQLError(sentence.en, { extensions: { ...extensions, ...inWords(sentence) } });
}

/**
 * Any operation, by anybody, in five steps: it is identified (`find`), admitted, planned, executed and told. What is refused
 * before it runs – no valid document, values of the wrong type, a cost above the limit – is told why. A request of another
 * form is left to Apollo.
 */
export class Execution {
  readonly #hub: HubSchema;
  readonly #config: Config;
  readonly #documents: Documents;
  readonly #executors: Executors;
  readonly #answers: Answers;
  readonly #schemas = new KeptSchemas();

  constructor(
    hub: HubSchema,
    config: Config,
    of: {
      readonly logger: Logger;
      readonly counters: Counters;
      readonly log: OperationLog;
      readonly documents: Documents;
    },
  ) {
    this.#hub = hub;
    this.#config = config;
    this.#documents = of.documents;
    this.#executors = new Executors(hub, config, of.logger, of.counters);
    this.#answers = new Answers(of.logger, of.log);
  }

  /** What is asked, in a form that may be run; undefined where Apollo must say what is wrong with it. */
  async find(request: FoundRequest, method: string): Promise<Runnable | undefined> {
    const asked = askedIn(request);
    if (!asked) return undefined;
    const { document, isNew } = await this.#documents.find(asked.text);
    // What clients send is known before.
    const isOfClient = 'isOfClient' in document && document.isOfClient;
    const characters = isNew && !isOfClient ? asked.text.length : 0;
    if ('faults' in document) return { ...document, characters };
    const valid = this.#documents.operationOf(document, asked.operationName);
    if (!valid) return { faults: [noSuchOperation(asked.operationName)], characters };
    if (method === 'GET' && valid.operation.operation !== 'query') return { faults: [ONLY_QUERIES], characters };
    return { valid, given: asked.variables, characters };
  }

  /** Undefined where the viewer is remembered, and must be read anew: nothing has run, or nobody has seen what was read. */
  async answer(
    runnable: Runnable,
    context: RequestContext,
    remembered?: Remembered,
  ): Promise<ExecutionAnswer | undefined> {
    const begun = performance.now();
    const admitted = this.#admit(runnable, context, remembered);
    // Whether somebody is refused depends on who they are by now.
    if ('errors' in admitted) return remembered ? undefined : this.#answers.refused(admitted, context, begun);
    const { valid } = admitted;
    if (remembered && valid.operation.operation !== 'query') return undefined;
    let executed: Executed;
    try {
      executed = await this.#run(admitted, context);
    } catch (error) {
      if (error instanceof OutOfDate) return undefined;
      throw error;
    }
    if (remembered && !executed.comparesRights && !(await remembered.stillHolds())) return undefined;
    return this.#answers.told(valid, executed, context, begun);
  }

  #admit(
    runnable: Runnable,
    context: RequestContext,
    remembered: Remembered | undefined,
  ): RunnableOperation | RefusedOperation {
    const isRefused = 'faults' in runnable;
    payReading(context.meter, runnable.characters, isRefused);
    runnable.characters = 0;
    if (isRefused) return { errors: runnable.faults };
    const { valid, given } = runnable;
    const { of, operation } = valid;
    try {
      judge(this.#hub, this.#config, { document: of.document, operation, variables: given, context });
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error], valid };
      throw error;
    }
    const { variables, faults } = coerced(this.#hub.schema, operation, given);
    if (faults) return { errors: faults, valid };
    return { valid, given, variables, rights: remembered?.version ?? null };
  }

  async #run(admitted: RunnableOperation, context: RequestContext): Promise<Executed> {
    const key = this.#schemas.keyOf(admitted);
    const isQuery = admitted.valid.operation.operation === 'query';
    if (isQuery && !this.#schemas.get(key)) await joinHeavy(context);
    return this.#schemas.get(key) ?? this.#schemas.keep(key, await this.#executors.run(admitted, context));
  }
}
