import { databaseFaultOf } from '../../database/index.ts';
import { HubError } from '../../errors/index.ts';
import { counter } from '../../observability/index.ts';
import type { Executor } from '../../request/index.ts';

/** So long an executor is left alone that has failed; then it is tried again. */
export const CLOSED_MS = 300_000;
/** One may be a chance; what fails twice in a row fails by itself. */
const FAULTS_IN_A_ROW = 2;

/** Those that answer a query without resolvers, the faster one first. */
export const FAST_EXECUTORS = ['statement', 'batches'] as const satisfies readonly Executor[];
export type FastExecutor = (typeof FAST_EXECUTORS)[number];

export const EXECUTOR_FAULTS = counter(
  'executor_faults_total',
  'Faults of an executor itself, by the executor.',
  FAST_EXECUTORS,
);
export const EXECUTORS_CLOSED = counter(
  'executors_closed_total',
  'Queries that the next executor answers for a while because one failed twice in a row, by the executor.',
  FAST_EXECUTORS,
);

/** Whether an executor is worth trying for a query: what fails by a fault of its own, twice in a row, is closed for a while. */
export class Fitness {
  #faults = 0;
  #closedUntil = -Infinity;

  /** @param now milliseconds of a clock that never goes back */
  isOpen(now: number): boolean {
    return now >= this.#closedUntil;
  }

  succeeded(): void {
    this.#faults = 0;
  }

  /** @returns whether it is closed by this */
  failed(now: number): boolean {
    this.#faults += 1;
    if (this.#faults < FAULTS_IN_A_ROW) return false;
    this.#faults = 0;
    this.#closedUntil = now + CLOSED_MS;
    return true;
  }
}

/**
 * Classes of SQLSTATE that tell of the statement or its values: data (22), cardinality (21), syntax and names (42), limits of a
 * program (54). Connections, resources, locks, restarts and cancels come and go, whatever the statement.
 */
const OF_THE_STATEMENT = new Set(['21', '22', '42', '54']);
const SQLSTATE = /^(?:[0-9][0-9A-Z]|F0|HV|P0|XX)[0-9A-Z]{3}$/;

/** Undefined for the codes of the hub and of the system. */
const stateClassOf = (code: unknown): string | undefined =>
  typeof code === 'string' && SQLSTATE.test(code) ? code.slice(0, 2) : undefined;

/**
 * Whether a statement failed by what it says. All else that happens on the way to a database and back tells nothing of the
 * query: one that is away, a statement whose time is up, a connection that was ended.
 */
export function isOfTheStatement(error: unknown): boolean {
  if (error instanceof HubError || typeof error !== 'object' || error === null) return false;
  const state = stateClassOf((error as { code?: unknown }).code);
  return state !== undefined && OF_THE_STATEMENT.has(state);
}

/** Codes of the hub's own and of the system, where something is away or its time is up. */
const OF_A_WAIT = new Set([
  'TRY_LATER',
  'TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Of a database, a connection or a wait: it says nothing of the query. Whatever else fails is a fault of the executor. */
export function comesAndGoes(error: unknown): boolean {
  const fault = databaseFaultOf(error);
  if (fault !== undefined) return fault !== 'TOO_LARGE';
  if (typeof error !== 'object' || error === null) return false;
  const { code } = error as { code?: unknown };
  const state = stateClassOf(code);
  return state === undefined ? typeof code === 'string' && OF_A_WAIT.has(code) : !OF_THE_STATEMENT.has(state);
}
