import type { Server } from 'node:http';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { fastify, type FastifyInstance } from 'fastify';
import { LONGEST_SEAL } from '../auth/index.ts';
import { TryLater, type Message } from '../errors/index.ts';
import { admit, rateAccountOf } from './admit.ts';
import { AcceptQueues } from './connections/accept-queues.ts';
import { ClientConnections } from './connections/client-connections.ts';
import { boundPipelines } from './connections/pipelines.ts';
import { downloads } from './downloads.ts';
import { explorer, type ExplorerOptions } from './explorer/index.ts';
import { GRAPHQL_PATH, graphqlRoutes } from './graphql-routes.ts';
import { health, type HealthOptions } from './health.ts';
import { HealthThread } from './health-thread.ts';
import type { HttpFacilities, HttpOptions } from './options.ts';
import { trusts } from './origin.ts';
import { ResponseWriter } from './answers/response-writer.ts';
import { pages } from './pages.ts';
import { localeOf } from './language.ts';
import { sendProblem } from './answers/problem-answer.ts';
import {
  discardBody,
  NOTHING_HERE,
  problemFor,
  problemOf,
  unmetExpectation,
  unreadableRequest,
  wireAnswer,
} from './answers/problems.ts';

export interface HttpServer {
  readonly app: FastifyInstance;
  /** How much it holds at this moment. */
  readonly holds: () => { readonly connections: number; readonly waitingBytes: number };
  /** Listens, and answers the address. */
  listen(): Promise<string>;
  /**
   * Tells "not ready" and goes on answering for a while, so that whoever sends requests can look elsewhere; then takes
   * no new connection, answers what is in flight, and closes.
   */
  drain(): Promise<void>;
}

export async function createHttpServer(options: HttpOptions): Promise<HttpServer> {
  const { config, onClosed } = options;
  const state = { draining: false };
  const isProxy = trusts(config.trustedProxies);
  const connections = new ClientConnections({
    ...config.connections,
    isProxy,
    refusal: wireAnswer(503, { 'retry-after': String(TryLater.retryAfterSeconds) }),
    onClosed,
  });
  const responses = new ResponseWriter({ ...config.answers, onCut: onClosed });
  const facilities: HttpFacilities = { ...options, connections, responses };
  const app = fastify({
    logger: false,
    bodyLimit: config.bodyLimitBytes,
    trustProxy: config.trustedProxies.length > 0 ? isProxy : false,
    frameworkErrors: ({ code }, { headers }, reply) => {
      // An address that cannot be decoded, or with a part that is longer than any.
      const status = code === 'FST_ERR_MAX_PARAM_LENGTH' ? 414 : 400;
      void sendProblem(
        reply.header('x-content-type-options', 'nosniff'),
        status,
        problemOf(status, localeOf(headers['accept-language'])),
      );
    },
    clientErrorHandler: unreadableRequest,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    requestTimeout: config.requestTimeoutMs,
    keepAliveTimeout: 65_000,
    // Nothing comes and nothing is taken, though the longest that anything may take is over.
    connectionTimeout:
      Math.max(config.requestTimeoutMs, config.downloadTimeoutMs, config.answers.takenWithinMs) + SILENT_BEYOND_MS,
    routerOptions: { maxParamLength: LONGEST_SEAL },
    http: {
      headersTimeout: 15_000,
      connectionsCheckingInterval: 2_000,
      maxHeaderSize: 16_384,
      requireHostHeader: false,
    },
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (request.raw.httpVersion === '1.0' || request.headers.host !== undefined) return done();
    void sendProblem(reply, 400, problemOf(400, localeOf(request.headers['accept-language'])));
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    reply.header('x-content-type-options', 'nosniff');
    if (state.draining) reply.header('connection', 'close');
    done();
  });
  app.setErrorHandler((error: { statusCode?: number; told?: Message }, request, reply) => {
    const status =
      error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) options.logger.error({ err: error }, 'a request failed');
    discardBody(request, reply);
    void sendProblem(reply, status, problemOf(status, localeOf(request.headers['accept-language']), error.told));
  });
  app.setNotFoundHandler((request, reply) => {
    void sendProblem(reply, 404, problemFor(request, 'NOT_FOUND', NOTHING_HERE));
  });
  const ofHealth: HealthOptions = {
    isDraining: () => state.draining,
    databaseState: options.databaseState,
    workStandsStillForMs: options.workStandsStillForMs,
  };
  let thread: HealthThread | undefined;
  const queues = new AcceptQueues(app.server);
  await app.register(health, ofHealth);
  await app.register(graphqlRoutes, facilities);
  await app.register(downloads, facilities);
  await app.register(pages, facilities);
  await app.register(async (scope) => {
    admit(scope, options, () => undefined);
    const send: ExplorerOptions['send'] = (reply, told) =>
      responses.send(reply, told, rateAccountOf(reply.request).who);
    await scope.register(explorer, {
      send,
      endpoint: GRAPHQL_PATH,
      tabs: options.explorerTabs,
      title: '家校社协同数据中心',
      loadSchema: !config.production,
    });
  });
  app.server.on('checkExpectation', unmetExpectation);
  connections.watch(app.server);
  boundPipelines(app.server, { isKnown: (socket) => connections.knows(socket), onCut: () => onClosed('pipelined') });
  return {
    app,
    holds: () => ({ connections: connections.open, waitingBytes: responses.bytes }),
    async listen() {
      if (config.healthPort !== null)
        thread = await HealthThread.start(
          { host: config.host, port: config.healthPort },
          { ...ofHealth, logger: options.logger },
        );
      const { host, port } = config;
      const address = await app.listen({ host, port, backlog: BACKLOG, ...(await AcceptQueues.options(host, port)) });
      await queues.listen(host, BACKLOG);
      return address;
    },
    async drain() {
      state.draining = true;
      thread?.tell();
      await sleep(config.drainDelayMs);
      await nothingWaits(app.server);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(() => {
          app.server.closeAllConnections();
          resolve();
        }, config.drainTimeoutMs);
      });
      await Promise.race([Promise.all([queues.close(), app.close()]), late]);
      clearTimeout(timer);
      responses.stop();
      await thread?.stop();
    },
  };
}

/** A client that finds the queue full is heard by its system's second try only, after a second or three. */
const BACKLOG = 4_096;
const SILENT_BEYOND_MS = 5_000;
const QUIET_TURNS = 3;
const LONGEST_WAIT_MS = 2_000;

/**
 * What already waits in the sockets is in flight. A turn of the event loop takes up a connection, a later one reads it:
 * resolves when some turns in a row have brought nothing, however long each of them takes.
 */
async function nothingWaits(server: Server): Promise<void> {
  let arrived = 0;
  const arrives = (): void => {
    arrived += 1;
  };
  server.on('connection', arrives).on('request', arrives);
  const deadline = performance.now() + LONGEST_WAIT_MS;
  for (let quiet = 0; quiet < QUIET_TURNS && performance.now() < deadline;) {
    const before = arrived;
    await nextTurn();
    quiet = arrived === before ? quiet + 1 : 0;
  }
  server.off('connection', arrives).off('request', arrives);
}
