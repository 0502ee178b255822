import type { FastifyPluginAsync } from 'fastify';
import type { Database } from '../database/index.ts';

interface HealthOptions {
  readonly database: Database;
  readonly isDraining: () => boolean;
}

const PING_TIMEOUT_MS = 2_000;

/** `/livez`: the process answers. `/readyz`: it may be sent requests, and its database answers. */
export const health: FastifyPluginAsync<HealthOptions> = (app, { database, isDraining }) => {
  app.get('/livez', () => ({ status: 'live' }));
  app.get('/readyz', async (_request, reply) => {
    if (isDraining()) return reply.status(503).send({ status: 'draining' });
    try {
      await Promise.race([
        database.ping(),
        new Promise((_resolve, reject) => setTimeout(() => reject(new Error('the database is slow')), PING_TIMEOUT_MS).unref()),
      ]);
      return { status: 'ready' };
    } catch {
      return reply.status(503).send({ status: 'the database does not answer' });
    }
  });
  return Promise.resolve();
};
