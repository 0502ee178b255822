import type { EntityManager } from '@mikro-orm/postgresql';
import { TimedOut, type Locale } from '../errors/index.ts';
import { system, type Viewer } from '../auth/index.ts';
import type { Database } from '../database/index.ts';
import { Loaders } from './loaders.ts';
import { Meter, type Purse } from './meter.ts';
import type { RightsWitness } from './rights-witness.ts';
import type { Services } from './services.ts';
import type { Turn } from './turnstile.ts';

/** All that a resolver may know of the request that it serves. */
export interface RequestContext {
  /** For writes; its own fork. Reads go through declared relations. */
  readonly em: EntityManager;
  readonly loaders: Loaders;
  readonly viewer: Viewer;
  /** The clock, stopped at the arrival of the request. */
  readonly now: Date;
  readonly locale: Locale;
  /** Aborted when the client is gone or time is up. */
  readonly signal: AbortSignal;
  readonly meter: Meter;
  /** What the process offers besides its database. */
  readonly services: Services;
  /** Of those who came in by the turnstile. */
  readonly turn?: Turn | undefined;
}

export interface RequestFacts {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly locale: Locale;
  readonly signal: AbortSignal;
  readonly services: Services;
  readonly turn?: Turn | undefined;
  readonly purse?: Purse;
  /** Where the viewer was read for an earlier request. */
  readonly witness?: RightsWitness | undefined;
}

export function openRequest(database: Database, { purse, witness, ...facts }: RequestFacts): RequestContext {
  const meter = new Meter(purse);
  const loaders = new Loaders(async (text, values, moments) => {
    if (facts.signal.aborted) throw new TimedOut();
    meter.statements += 1;
    const rows = await (witness ? witness.read(database, text, values, moments) : database.read(text, values, moments));
    meter.rows += rows.length;
    return rows;
  });
  let em: EntityManager | undefined;
  return {
    ...facts, loaders, meter,
    // Most requests write nothing and never ask for it.
    get em() {
      return (em ??= database.orm.em.fork());
    },
  };
}

/** The request of background work: of nobody, at a moment of the hub's clock. What it tells people is made in each reader's own language. */
export function openSystemRequest(database: Database, facts: Pick<RequestFacts, 'now' | 'signal' | 'services'>): RequestContext {
  return openRequest(database, { ...facts, viewer: system, locale: 'zh-CN' });
}
