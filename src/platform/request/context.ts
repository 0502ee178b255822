import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { TimedOut, TooCostly, type Locale } from '../errors/index.ts';
import type { Viewer } from '../auth/index.ts';
import type { Database } from '../database/index.ts';
import { ExecutionTrace } from './execution-trace.ts';
import { StatementLoaders } from './loaders.ts';
import { Meter, type RateAccount } from './meter.ts';
import type { RightsVersionCheck } from './rights-version-check.ts';
import { service, type Services } from './services.ts';
import type { Permit } from './concurrency-limiter.ts';
import type { Writing } from './writing.ts';

/** All that a resolver may know of the request that it serves. */
export interface RequestContext {
  /** For writes; its own fork. Reads go through declared relations. */
  readonly em: EntityManager;
  readonly loaders: StatementLoaders;
  readonly viewer: Viewer;
  /** The network from which it comes; empty for the hub's own work. */
  readonly network: string;
  /** The clock, stopped at the arrival of the request. */
  readonly now: Date;
  readonly locale: Locale;
  /** Aborted when the client is gone or time is up. */
  readonly signal: AbortSignal;
  readonly meter: Meter;
  readonly trace: ExecutionTrace;
  /** Services of the process besides its database. */
  readonly services: Services;
  /** The permit of a request that came in by the concurrency limiter. */
  readonly permit?: Permit | undefined;
  /** How far its writing has come, where it is answered in time whatever becomes of the work. */
  readonly writing?: Writing | undefined;
  /** The answer is thrown away: only how it came to be is looked at. */
  readonly toldToNobody?: boolean;
}

export interface RequestFacts {
  readonly viewer: Viewer;
  readonly network?: string;
  readonly now: Date;
  readonly locale: Locale;
  readonly signal: AbortSignal;
  readonly services: Services;
  readonly permit?: Permit | undefined;
  readonly writing?: Writing | undefined;
  readonly toldToNobody?: boolean;
  readonly account?: RateAccount;
  /** Where the operation was tried in another context before. */
  readonly trace?: ExecutionTrace;
  /** Where the viewer was read for an earlier request. */
  readonly rightsVersion?: RightsVersionCheck | undefined;
}

/** Reads that bring so many characters are taken up after others have had their turn. */
const MANY_CHARACTERS = 200_000;

/** An answer that would be larger than any: what was read for it is given up. */
export class AnswerTooLarge extends TooCostly {
  constructor() {
    super({
      zh: '结果过大,请减小分页或分多次查询。',
      en: 'This answer is too large: ask for smaller pages, or for less at once.',
    });
  }
}

export function openRequest(
  database: Database,
  { account, rightsVersion, network = '', trace = new ExecutionTrace(), ...facts }: RequestFacts,
): RequestContext {
  const meter = new Meter(account);
  const loaders = new StatementLoaders(async ({ reads, places, text, values, moments, comparesRights }) => {
    if (facts.signal.aborted) throw new TimedOut();
    meter.statements += 1;
    const begun = performance.now();
    const rows = await (rightsVersion && !comparesRights
      ? rightsVersion.read(database, text, values, moments, facts.signal)
      : database.read(text, values, moments, facts.signal));
    meter.rows += rows.length;
    trace.statements?.push({ reads, places, text, values, rows: rows.length, ms: performance.now() - begun });
    const characters = charactersIn(rows);
    meter.characters += characters;
    if (meter.characters > meter.mostCharacters) {
      const refusal = new AnswerTooLarge();
      loaders.refuse(refusal);
      throw refusal;
    }
    if (characters >= MANY_CHARACTERS) await nextTurn();
    return rows;
  });
  let em: EntityManager | undefined;
  return {
    ...facts,
    network,
    loaders,
    meter,
    trace,
    // Most requests write nothing and never ask for it.
    get em() {
      return (em ??= database.orm.em.fork());
    },
  };
}

function charactersIn(rows: readonly (readonly unknown[])[]): number {
  let characters = 0;
  for (const row of rows) for (const value of row) characters += typeof value === 'string' ? value.length : 1;
  return characters;
}

/** The viewer of whoever has shown no token, for those who ask in the name of nobody. */
export const GUEST = service<Viewer>('guest');

/**
 * The request of background work: of nobody, at a moment of the hub's clock. It sees what a guest sees, for commands decide by facts and not by its rights.
 * What it tells people is made in each reader's own language.
 */
export function openSystemRequest(
  database: Database,
  facts: Pick<RequestFacts, 'now' | 'signal' | 'services'>,
): RequestContext {
  return openRequest(database, { ...facts, viewer: facts.services.get(GUEST), locale: 'zh-CN' });
}
