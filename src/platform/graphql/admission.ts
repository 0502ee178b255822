/** What holds for each operation, whichever executor answers it: limits of its caller, the cost that it is told, a line in the log. */
import { GraphQLError, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { Config } from '../config/index.ts';
import { RateLimited } from '../errors/index.ts';
import { keptIn, LruCache } from '../memory/index.ts';
import { variablesGivenTo } from '../reading/index.ts';
import type { Meter, RequestContext } from '../request/index.ts';
import { refuseRepeated } from './limits/introspection.ts';
import { reckon, refuseAbove, refuseMoreThan, type Reckoning } from './limits/limits.ts';
import { selectionsIn } from './limits/selections.ts';
import { inWords } from './limits/sentence.ts';
import { refuseNulls } from './null-variables.ts';
import type { HubSchema } from './schema.ts';

const CLOSED = { zh: '此处不开放对模式的查询。', en: 'Introspection is closed.' };

export interface AdmittedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

/** @throws GraphQLError before anything runs, where the operation is not for this caller */
export function judge(
  hub: HubSchema,
  config: Config,
  { document, operation, variables, context: { viewer, meter } }: AdmittedOperation,
): void {
  const { selections, cost, introspection, calls } = reckoningOf(hub, document, operation, variables);
  const limits = config.limits[viewer.kind];
  meter.requested = cost;
  meter.limit = limits.cost;
  if (operation.operation === 'query') meter.mostCharacters = config.answers.most;
  if (introspection !== null && config.production && viewer.clients !== null) {
    throw new GraphQLError(CLOSED.en, {
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 }, ...inWords(CLOSED) },
    });
  }
  try {
    refuseMoreThan(limits.selections, selections);
    refuseNulls(hub.schema, document, operation, variables);
    refuseRepeated(hub.schema, introspection ?? 0);
    refuseAbove(meter.limit, cost);
    meter.charge(calls);
  } catch (refusal) {
    throw refusedBecause(refusal as Error);
  }
}

/** So long a text is read as soon as the request around it. */
const CHARACTERS_FREE = 1_000;
/** Whoever sends more is refused sooner than it is read to its end. */
const MOST_CHARACTERS_PAID = 20_000;
/** Of a text that is valid: its cost is paid besides. */
const CHARACTERS_A_POINT = 4;

/** What is new has been read, which takes the longer the longer it is. */
export function payReading(meter: Meter, characters: number, isRefused: boolean): void {
  const paid = Math.min(characters, MOST_CHARACTERS_PAID) - CHARACTERS_FREE;
  if (paid > 0) meter.spend(isRefused ? paid : Math.ceil(paid / CHARACTERS_A_POINT));
}

/** What a client is told by the code and the sentence of `refusal`, with the status that it has over HTTP. */
export function refusedBecause(refusal: Error): GraphQLError {
  return new GraphQLError('refused', { originalError: refusal, extensions: { http: answerTo(refusal) } });
}

/** Of the screens of clients hardly one is reckoned at a tenth of it. */
const HEAVY_POINTS = 4_000;

/** Whoever asks for much stands in line with those who do: what is small does not stand behind it. @throws TryLater */
export async function joinHeavy({ meter, permit: turn }: RequestContext): Promise<void> {
  if (meter.requested >= HEAVY_POINTS) await turn?.becomeHeavy();
}

/** How HTTP tells of a refusal. */
export interface RefusalHttp {
  readonly status: number;
  readonly headers?: ReadonlyMap<string, string>;
}

function answerTo(refusal: unknown): RefusalHttp {
  return refusal instanceof RateLimited
    ? { status: 429, headers: new Map([['retry-after', String(refusal.retryAfterSeconds)]]) }
    : { status: 400 };
}

interface Reckoned {
  readonly selections: number;
  /** Variables that say how long a list may become. */
  readonly sizes: readonly string[];
  readonly bySizes: LruCache<string, Reckoning>;
}

const reckoned = new WeakMap<OperationDefinitionNode, Reckoned>();
const MOST_RECKONINGS = 20;

/** A document that is kept parsed is walked once for each choice of its page sizes. */
function reckoningOf(
  { schema }: HubSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Reckoning & Pick<Reckoned, 'selections'> {
  const { selections, sizes, bySizes } = keptIn(reckoned, operation, () => ({
    selections: selectionsIn(document),
    sizes: variablesGivenTo(/^(?:first|last|ids)$/, document),
    bySizes: new LruCache<string, Reckoning>(MOST_RECKONINGS),
  }));
  const key = sizes.map((name) => sizeKey(variables[name])).join();
  return { ...keptIn(bySizes, key, () => reckon(schema, document, operation, variables)), selections };
}

function sizeKey(value: unknown): string {
  return Array.isArray(value) ? `[${value.length}]` : typeof value === 'number' || value === null ? String(value) : '-';
}

export interface Cost {
  readonly requested: number;
  readonly actual: number;
  readonly limit: number;
  readonly remaining: number;
}

/** Both are counted in objects: those that an operation may answer, and those that it did. */
export function costOf({ requested, objects, limit }: Meter): Cost {
  return { requested, actual: objects, limit, remaining: Math.max(0, limit - requested) };
}

/** Objects of an answer, the outermost apart. */
export function objectsIn(data: unknown): number {
  return Math.max(0, count(data) - 1);
}

function count(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Date) return 0;
  let objects = 0;
  if (Array.isArray(value)) {
    for (const each of value) objects += count(each);
    return objects;
  }
  for (const name in value) objects += count((value as Record<string, unknown>)[name]);
  return objects + 1;
}
