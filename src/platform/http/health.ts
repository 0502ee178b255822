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

/**
 * `/livez`: the process can do what it is for, or could if its database answered. `/readyz`: it may be sent requests. Both answer
 * from memory: who asks never waits for what is asked about.
 */
export const health: FastifyPluginAsync<HealthOptions> = (app, options) => {
  app.get('/livez', (_request, reply) => {
    const { awayForMs, noConnectionForMs } = options.databaseState();
    if (awayForMs === undefined && noConnectionForMs >= LOST_AFTER_MS) return reply.status(503).send({ status: 'no connection comes back' });
    return { status: 'live' };
  });
  app.get('/readyz', (_request, reply) => {
    const reason = unreadiness(options);
    return reason === undefined ? { status: 'ready' } : reply.status(503).send({ status: reason });
  });
  return Promise.resolve();
};

function unreadiness({ isDraining, databaseState, workStandsStillForMs }: HealthOptions): string | undefined {
  if (isDraining()) return 'draining';
  const { awayForMs, onlyReads, noConnectionForMs, clockIsWrong } = databaseState();
  if (awayForMs !== undefined) return 'the database does not answer';
  if (onlyReads) return 'the database takes no changes';
  if (noConnectionForMs >= NO_CONNECTION_AFTER_MS) return 'there is no connection to be had';
  if (clockIsWrong) return 'the clock cannot be told from that of the database';
  if (workStandsStillForMs() >= NO_WORK_AFTER_MS) return 'background work stands still';
  return undefined;
}
