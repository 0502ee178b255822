import 'reflect-metadata';
import { openHubDatabase } from './app/database.ts';
import { domains, hubSchema, jobs, permissions } from './app/domains.ts';
import { openRateLimiter } from './app/rate-limiter.ts';
import { checkRole } from './app/roles.ts';
import { offerServices } from './app/services.ts';
import { trustedDocuments } from './app/trusted-documents.ts';
import { createAuthentication, loadViewer } from './domains/identity/index.ts';
import { ONLY_STORED_OPERATIONS } from './domains/people/index.ts';
import { migrations } from './migrations/index.ts';
import {
  createFileTokens,
  createOidcVerifier,
  createSeals,
  createTokens,
  rememberTokens,
  type FileTokens,
  type Tokens,
} from './platform/auth/index.ts';
import { boundTo } from './platform/commands/index.ts';
import type { Config } from './platform/config/index.ts';
import {
  ChangeListener,
  checkMigrations,
  checkServer,
  DatabaseWatch,
  HubClock,
  type Database,
  type StatementListener,
} from './platform/database/index.ts';
import { createGraphqlServer, type DownloadKind } from './platform/graphql/index.ts';
import { createHttpServer, type ExplorerTab } from './platform/http/index.ts';
import { checkJobs, JobRunner } from './platform/jobs/index.ts';
import { counter, Counters, type Logger } from './platform/observability/index.ts';
import { openSystemRequest, ConcurrencyLimiter } from './platform/request/index.ts';

export {
  checks,
  decisionQueues,
  describeEntities,
  domains,
  entities,
  hubSchema,
  jobs,
  noticeKinds,
  permissions,
  rightDependents,
} from './app/domains.ts';
export { migrate, openAsOwner, openHubDatabase, settleDatabaseRoles } from './app/database.ts';
export { explain, NoSuchAccount, type Explained, type ExplainOptions } from './app/explain.ts';
export { openByHand } from './app/services.ts';
export { trustedDocuments } from './app/trusted-documents.ts';

const REFUSED_AT_DOOR = counter(
  'requests_refused_at_door_total',
  'Requests that were not worked on, by what was full; and connections that sent too many ahead.',
  ['all', 'requester', 'late', 'pipelined'],
);
const CONNECTIONS_CLOSED = counter(
  'connections_closed_total',
  'Connections that the hub closed, by why: one that rested gave way to a new one; there was no room; silent in the middle of a request; its answer was not taken in time; too much waited to be taken.',
  ['gave way', 'no room', 'silent', 'slow', 'full'],
);

const OWNS_TABLES =
  'the role of DATABASE_URL owns the tables or the database: whoever gets hold of the hub can change them and switch off what they guard. Give it a role that owns nothing: npm run database:roles, with MIGRATION_DATABASE_URL';

export interface HubOptions {
  readonly logger: Logger;
  readonly clock?: () => Date;
  /** Called with each statement as it is sent to the database. */
  readonly onStatement?: StatementListener;
  /** What the explorer opens with. */
  readonly explorerTabs?: () => readonly ExplorerTab[];
  /** Kinds of files besides those of the domains. */
  readonly downloads?: readonly DownloadKind[];
}

export interface Hub {
  readonly database: Database;
  readonly tokens: Tokens;
  readonly fileTokens: FileTokens;
  /** How often what happened since it started. */
  readonly counters: Counters;
  /** How much it holds at this moment: connections, bytes of answers that wait to be taken, requests that are worked on. */
  holds(): { readonly connections: number; readonly waitingBytes: number; readonly atWork: number };
  /** Does one job here and now, past its queue. */
  runJob(name: string, data?: object): Promise<void>;
  /** Listens, takes up background work, and answers the address. */
  listen(): Promise<string>;
  /** Answers what is in flight and ends the work in hand, then lets go of everything. */
  stop(): Promise<void>;
}

/** After so long background work takes the connection on which changes are heard, where there is no other. */
const WORK_WAITS_MS = 5_000;

export async function createHub(config: Config, options: HubOptions): Promise<Hub> {
  const database = await openHubDatabase(config, options.onStatement);
  const hubClock = new HubClock();
  const watch = new DatabaseWatch({
    databaseUrl: config.databaseUrl,
    connections: database.connections,
    clock: hubClock,
    logger: options.logger,
  });
  try {
    await checkServer(database);
    const role = await checkRole(database);
    await checkMigrations(database, migrations);
    await checkJobs(
      database,
      jobs.map((each) => each.job),
    );
    if (role.ownsTables) options.logger.warn({ role: role.name }, OWNS_TABLES);
    const counters = new Counters(options.logger);
    for (const each of [REFUSED_AT_DOOR, CONNECTIONS_CLOSED] as const) counters.register(each);
    await watch.start();
    const clock = options.clock ?? hubClock.now;
    const signed = createTokens(config.token, hubClock.now);
    const tokens: Tokens = { ...signed, claimsOf: rememberTokens((token) => signed.claimsOf(token), hubClock.now) };
    const seals = createSeals(config.token.key);
    const fileTokens = createFileTokens(seals);
    const services = offerServices(config, { logger: options.logger, tokens, seals, fileTokens });
    const graphql = await createGraphqlServer(
      hubSchema(() => database.orm.getMetadata()),
      config,
      { logger: options.logger, counters, trusted: trustedDocuments(), notTrusted: ONLY_STORED_OPERATIONS },
    );
    const changes = new ChangeListener({
      databaseUrl: config.databaseUrl,
      logger: options.logger,
      onHearing: (tables) => graphql.publicAnswers.hear(tables),
      onChange: () => graphql.publicAnswers.forget(),
      onDeaf: () => graphql.publicAnswers.goDeaf(),
      onCrowded: () => database.connections.makeRoom(),
    });
    const openWork = (signal: AbortSignal) => openSystemRequest(database, { now: clock(), signal, services });
    const { rateLimiter, shared } = openRateLimiter(config, { logger: options.logger, clock, open: openWork });
    const runner: JobRunner = new JobRunner({
      databaseUrl: config.databaseUrl,
      jobs: boundTo(jobs, openWork),
      atOnce: config.jobs.atOnce,
      // What is read anew each time is answered all the same; without background work the process is not ready.
      onCrowded: () =>
        database.connections.makeRoom() || (runner.standsStillForMs > WORK_WAITS_MS && changes.giveWay()),
      logger: options.logger,
    });
    const limiter = new ConcurrencyLimiter({
      ...config.requests,
      maxWaitMs: config.requestTimeoutMs / 2,
      onRefused: (refused) => options.logger.warn({ refused }, 'more ask than can be answered'),
      onRefusal: (why) => counters.add(REFUSED_AT_DOOR, why),
    });
    const http = await createHttpServer({
      config,
      database,
      graphql,
      rateLimiter,
      databaseState: () => watch.state,
      workStandsStillForMs: () => runner.standsStillForMs,
      limiter,
      logger: options.logger,
      clock,
      authentication: createAuthentication({
        database,
        permissions,
        tokens,
        oidc: config.oidc && createOidcVerifier(config.oidc, hubClock.now),
      }),
      viewerOfAccount: (claims, now) => loadViewer(database, permissions, claims, now),
      downloads: [...domains.flatMap((domain) => domain.downloads ?? []), ...(options.downloads ?? [])],
      pages: domains.flatMap((domain) => domain.pages ?? []),
      services,
      onClosed: (why) =>
        why === 'pipelined' ? counters.add(REFUSED_AT_DOOR, why) : counters.add(CONNECTIONS_CLOSED, why),
      explorerTabs: options.explorerTabs ?? (() => []),
    });
    return {
      database,
      tokens,
      fileTokens,
      counters,
      holds: () => ({ ...http.holds(), atWork: limiter.active }),
      runJob: (name, data) => runner.run(name, data),
      async listen() {
        const address = await http.listen();
        if (config.publicCache.on) changes.start();
        shared.start();
        counters.start();
        if (config.jobs.work) void runner.start();
        if (config.production) database.connections.keep(config.poolSize);
        return address;
      },
      async stop() {
        await Promise.all([http.drain(), runner.stop(config.drainTimeoutMs)]);
        await Promise.all([graphql.stop(), shared.stop(), changes.stop(), watch.stop()]);
        await database.close();
        counters.stop();
      },
    };
  } catch (error) {
    await watch.stop();
    await database.close();
    throw error;
  }
}
