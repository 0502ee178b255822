import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { MikroORM, type MetadataStorage } from '@mikro-orm/postgresql';
import * as exported from './domains/index.ts';
import { createAuthentication, loadViewer, offerIdentity, tokenAtWork } from './domains/identity/index.ts';
import { askedRest, inbox, knowNoticeKinds } from './domains/notices/index.ts';
import { INBOX, myRolesAtWork } from './domains/people/index.ts';
import { migrations } from './migrations/index.ts';
import {
  createFileTokens,
  createOidcVerifier,
  createSeals,
  createTokens,
  rememberTokens,
  type FileTokens,
  type Permissions,
  type Tokens,
} from './platform/auth/index.ts';
import {
  boundTo,
  commandEntities,
  commandJobs,
  DECIDED,
  Lines,
  LINES,
  RESTING,
  RIGHTS_AT_WORK,
  WAITING,
  Writers,
  WRITERS,
} from './platform/commands/index.ts';
import type { Config } from './platform/config/index.ts';
import {
  ChangeListener,
  checkMigrations,
  checkServer,
  DatabaseWatch,
  HubClock,
  migrateAlone,
  MIGRATION_LOCK_TIMEOUT_MS,
  mikroOrmOptions,
  openDatabase,
  untilLocksAreFree,
  type Database,
  type StatementListener,
} from './platform/database/index.ts';
import {
  buildHubSchema,
  createGraphqlServer,
  TrustedDocuments,
  type Domain,
  type DownloadKind,
  type HubSchema,
  type Manifest,
} from './platform/graphql/index.ts';
import { createHttpServer, type ExplorerTab } from './platform/http/index.ts';
import { checkJobs, JobRunner, jobsWithoutQueue, prepareQueues } from './platform/jobs/index.ts';
import { counter, Counters, type Logger } from './platform/observability/index.ts';
import { Budgets, Gate, rateEntities, rateJobs, RefusalLog, SharedBudgets } from './platform/rates/index.ts';
import { Cursors, CURSORS } from './platform/reading/index.ts';
import {
  FILE_TOKENS,
  openSystemRequest,
  PUBLIC_URL,
  SEALS,
  Services,
  Turnstile,
  type RequestContext,
} from './platform/request/index.ts';

export const domains: readonly Domain[] = Object.values(exported);
export const entities = [...commandEntities, ...rateEntities, ...domains.flatMap((domain) => domain.entities)];
export const permissions: Permissions = Object.assign(
  {},
  ...domains.map((domain) => domain.permissions),
) as Permissions;
export const checks = domains.flatMap((domain) => domain.checks);
/** What ends with the rights of people. */
const waiting = domains.flatMap((domain) => domain.waiting ?? []);
export const resting = [...domains.flatMap((domain) => domain.resting ?? []), askedRest(waiting)];
export const jobs = [...commandJobs, ...rateJobs, ...domains.flatMap((domain) => domain.jobs ?? [])];
export const noticeKinds = domains.flatMap((domain) => domain.noticeKinds ?? []);
knowNoticeKinds(noticeKinds);

const REFUSED_AT_DOOR = counter(
  'requests_refused_at_door_total',
  'Requests that were not worked on, by what was full; and connections that sent too many ahead.',
  ['all', 'claimant', 'late', 'pipelined'],
);
const CONNECTIONS_CLOSED = counter(
  'connections_closed_total',
  'Connections that the hub closed, by why: one that rested gave way to a new one; there was no room; silent in the middle of a request; its answer was not taken in time; too much waited to be taken.',
  ['gave way', 'no room', 'silent', 'slow', 'full'],
);

/** The ORM with all that it knows of the entities, and no connection: for the schema, its SDL and the making of migrations. */
export function describeEntities(): MikroORM {
  return new MikroORM({
    ...mikroOrmOptions({ entities, migrations }),
    clientUrl: 'postgresql://nobody@127.0.0.1:1/none',
  });
}

let described: HubSchema | undefined;

/** The schema of the hub, which needs no database: where there is one, what it knows of the entities need not be found a second time. */
export function hubSchema(metadata = (): MetadataStorage => describeEntities().getMetadata()): HubSchema {
  described ??= buildHubSchema(domains, metadata());
  return described;
}

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

export function openHubDatabase(config: Config, onStatement?: StatementListener): Promise<Database> {
  return openDatabase({
    url: config.databaseUrl,
    entities,
    migrations,
    poolSize: config.poolSize,
    statementTimeoutMs: config.statementTimeoutMs,
    lockTimeoutMs: config.lockTimeoutMs,
    waitMs: config.requestTimeoutMs,
    applicationName: 'home-school-hub',
    ...(onStatement && { onStatement }),
  });
}

/** A request of whoever runs the hub, by its database alone: with what commands ask of one another, and without what takes a configuration. */
export function openByHand(database: Database, now: Date): RequestContext {
  return openSystemRequest(database, {
    now,
    signal: new AbortController().signal,
    services: offerToOneAnother(new Services()),
  });
}

/** What the domains offer to the rooms below them. */
function offerToOneAnother(services: Services): Services {
  return services
    .offer(RESTING, resting)
    .offer(WAITING, waiting)
    .offer(
      DECIDED,
      domains.flatMap((domain) => domain.decided ?? []),
    )
    .offer(RIGHTS_AT_WORK, { roles: myRolesAtWork, token: tokenAtWork })
    .offer(INBOX, inbox);
}

/** Brings the tables up to date; several processes may start at once. @returns the names of the migrations that ran */
export async function migrate(config: Config, onWait: (sentence: string) => void = () => undefined): Promise<string[]> {
  const database = await openHubDatabase({
    ...config,
    statementTimeoutMs: 0,
    lockTimeoutMs: MIGRATION_LOCK_TIMEOUT_MS,
    poolSize: 2,
  });
  try {
    await checkServer(database);
    return await migrateAlone({ databaseUrl: config.databaseUrl, onWait }, async ({ signal }) => {
      signal.addEventListener('abort', () => database.connections.abandon(), { once: true });
      const done: string[] = [];
      const migrator = database.orm.migrator;
      await untilLocksAreFree({ onWait }, async () => {
        for (const { name } of await migrator.getPending()) {
          signal.throwIfAborted();
          done.push(...(await migrator.up({ migrations: [name] })).map((each) => each.name));
        }
      });
      // What else is told of a job may change without a migration: a process that works settles it as it starts.
      const declared = jobs.map((each) => each.job);
      if ((await jobsWithoutQueue(database, declared)).length > 0) await prepareQueues(config.databaseUrl, declared);
      return done;
    });
  } finally {
    await database.close();
  }
}

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
    await checkMigrations(database, migrations);
    await checkJobs(
      database,
      jobs.map((each) => each.job),
    );
    const counters = new Counters(options.logger);
    for (const each of [REFUSED_AT_DOOR, CONNECTIONS_CLOSED] as const) counters.register(each);
    await watch.start();
    const clock = options.clock ?? hubClock.now;
    const signed = createTokens(config.token, hubClock.now);
    const tokens: Tokens = { ...signed, claimsOf: rememberTokens((token) => signed.claimsOf(token), hubClock.now) };
    const seals = createSeals(config.token.key);
    const fileTokens = createFileTokens(seals);
    const services = offerIdentity(
      offerToOneAnother(new Services())
        .offer(SEALS, seals)
        .offer(FILE_TOKENS, fileTokens)
        .offer(PUBLIC_URL, config.publicUrl)
        .offer(
          WRITERS,
          new Writers({
            ...config.writes,
            longestWaitMs: config.requestTimeoutMs / 2,
            onRefused: (refused) => options.logger.warn({ refused }, 'more write than can'),
          }),
        )
        .offer(LINES, new Lines(config.requestTimeoutMs))
        .offer(CURSORS, new Cursors(config.token.key)),
      config,
      { tokens, permissions },
    );
    const graphql = await createGraphqlServer(
      hubSchema(() => database.orm.getMetadata()),
      config,
      { logger: options.logger, counters, trusted: trustedDocuments() },
    );
    const changes = new ChangeListener({
      databaseUrl: config.databaseUrl,
      logger: options.logger,
      onHearing: (tables) => graphql.publicAnswers.hear(tables),
      onChange: () => graphql.publicAnswers.forget(),
      onDeaf: () => graphql.publicAnswers.goDeaf(),
    });
    const openWork = (signal: AbortSignal) => openSystemRequest(database, { now: clock(), signal, services });
    const { gate, shared } = openGate(config, { logger: options.logger, clock, open: openWork });
    const runner = new JobRunner({
      databaseUrl: config.databaseUrl,
      jobs: boundTo(jobs, openWork),
      atOnce: config.jobs.atOnce,
      logger: options.logger,
    });
    const turnstile = new Turnstile({
      ...config.requests,
      longestWaitMs: config.requestTimeoutMs / 2,
      onRefused: (refused) => options.logger.warn({ refused }, 'more ask than can be answered'),
      onRefusal: (why) => counters.add(REFUSED_AT_DOOR, why),
    });
    const http = await createHttpServer({
      config,
      database,
      graphql,
      gate,
      databaseState: () => watch.state,
      workStandsStillForMs: () => runner.standsStillForMs,
      turnstile,
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
      holds: () => ({ ...http.holds(), atWork: turnstile.inside }),
      runJob: (name, data) => runner.run(name, data),
      async listen() {
        const address = await http.listen();
        if (config.publicCache.on) changes.start();
        shared.start();
        counters.start();
        if (config.jobs.work) void runner.start();
        return address;
      },
      async stop() {
        await Promise.all([http.drain(), runner.stop(config.drainTimeoutMs)]);
        await Promise.all([graphql.apollo.stop(), shared.stop(), changes.stop(), watch.stop()]);
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

function openGate(
  { rates, token }: Config,
  {
    logger,
    clock,
    open,
  }: { readonly logger: Logger; readonly clock: () => Date; readonly open: (signal: AbortSignal) => RequestContext },
): { gate: Gate; shared: SharedBudgets } {
  const budgets = new Budgets();
  const gate = new Gate({
    rates,
    attempts: hubSchema().attempts,
    budgets,
    log: new RefusalLog(logger, token.key),
    clock,
  });
  const asNobody = (): RequestContext => open(new AbortController().signal);
  return {
    gate,
    shared: new SharedBudgets({
      budgets,
      open: rates.store === 'postgres' ? asNobody : null,
      secret: token.key,
      clock,
      logger,
    }),
  };
}

/** What the hub's own clients send, and what their earlier builds still do. */
function trustedDocuments(): TrustedDocuments {
  const read = (name: string): Manifest =>
    JSON.parse(readFileSync(new URL(`../schema/${name}`, import.meta.url), 'utf8')) as Manifest;
  return new TrustedDocuments(read('trusted-documents.json'), read('retired-documents.json'));
}
