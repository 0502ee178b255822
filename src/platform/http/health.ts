import type { FastifyPluginAsync } from 'fastify';
import type { DatabaseState } from '../database/index.ts';

export interface HealthOptions {
  readonly isDraining: () => boolean;
  readonly databaseState: () => DatabaseState;
  /** For how long background work has stood still in this process, in milliseconds; 0 where it does not, or is another's. */
  readonly workStandsStillForMs: () => number;
}

/** The pool gives none although the database has some to give: nothing but a new process helps. */
const LOST_AFTER_MS = 60_000;
/** Whoever sends requests should send them elsewhere. */
const NO_CONNECTION_AFTER_MS = 10_000;
const NO_WORK_AFTER_MS = 60_000;

export interface Health {
  /** Why only a new process helps; undefined where the process can do what it is for, or could if its database answered. */
  readonly unlive: string | undefined;
  /** Why it should be sent no requests. */
  readonly unready: string | undefined;
}

export function healthOf(options: HealthOptions): Health {
  const state = options.databaseState();
  return {
    unlive:
      state.awayForMs === undefined && !state.isCrowded && state.noConnectionForMs >= LOST_AFTER_MS
        ? 'no connection comes back'
        : undefined,
    unready: unreadiness(options, state),
  };
}

export interface HealthAnswer {
  readonly status: 200 | 503;
  readonly body: { readonly status: string };
}

/** The answers at the addresses of health. */
export const HEALTH_PATHS: Readonly<Record<string, (health: Health) => HealthAnswer>> = {
  '/livez': ({ unlive }) => answer(unlive, 'live'),
  '/readyz': ({ unready }) => answer(unready, 'ready'),
};

function answer(reason: string | undefined, well: string): HealthAnswer {
  return { status: reason === undefined ? 200 : 503, body: { status: reason ?? well } };
}

/**
 * `/livez`: the process can do what it is for, or could if its database answered. `/readyz`: it may be sent requests. Both answer
 * from memory: who asks never waits for what is asked about.
 */
export const health: FastifyPluginAsync<HealthOptions> = (app, options) => {
  for (const [path, answerOf] of Object.entries(HEALTH_PATHS)) {
    app.get(path, (_request, reply) => {
      const { status, body } = answerOf(healthOf(options));
      return reply.status(status).send(body);
    });
  }
  return Promise.resolve();
};

function unreadiness(
  { isDraining, workStandsStillForMs }: HealthOptions,
  { awayForMs, onlyReads, noConnectionForMs, clockIsWrong }: DatabaseState,
): string | undefined {
  if (isDraining()) return 'draining';
  if (awayForMs !== undefined) return 'the database does not answer';
  if (onlyReads) return 'the database takes no changes';
  if (noConnectionForMs >= NO_CONNECTION_AFTER_MS) return 'there is no connection to be had';
  if (clockIsWrong) return 'the clock cannot be told from that of the database';
  if (workStandsStillForMs() >= NO_WORK_AFTER_MS) return 'background work stands still';
  return undefined;
}
