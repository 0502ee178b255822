import 'reflect-metadata';
import { MikroORM } from '@mikro-orm/postgresql';
import * as exported from './domains/index.ts';
import { createAuthentication, offerIdentity } from './domains/identity/index.ts';
import { migrations } from './migrations/index.ts';
import { createOidcVerifier, createTokens, type Permissions, type Tokens } from './platform/auth/index.ts';
import { commandEntities } from './platform/commands/index.ts';
import type { Config } from './platform/config/index.ts';
import { checkMigrations, checkServer, mikroOrmOptions, openDatabase, type Database } from './platform/database/index.ts';
import { buildHubSchema, createGraphqlServer, type Domain, type HubSchema } from './platform/graphql/index.ts';
import { createHttpServer, type ExplorerTab } from './platform/http/index.ts';
import type { Logger } from './platform/observability/index.ts';
import { Services } from './platform/request/index.ts';

export const domains: readonly Domain[] = Object.values(exported);
export const entities = [...commandEntities, ...domains.flatMap((domain) => domain.entities)];
export const permissions: Permissions = Object.assign({}, ...domains.map((domain) => domain.permissions)) as Permissions;
export const checks = domains.flatMap((domain) => domain.checks);

/** The ORM with all that it knows of the entities, and no connection: for the schema, its SDL and the making of migrations. */
export function describeEntities(): MikroORM {
  return new MikroORM({ ...mikroOrmOptions({ entities, migrations }), clientUrl: 'postgresql://nobody@127.0.0.1:1/none' });
}

let described: HubSchema | undefined;

/** The schema of the hub, which needs no database. */
export function hubSchema(): HubSchema {
  described ??= buildHubSchema(domains, describeEntities().getMetadata());
  return described;
}

export interface HubOptions {
  readonly logger: Logger;
  readonly clock?: () => Date;
  /** Called with each statement as it is sent to the database. */
  readonly onStatement?: (text: string) => void;
  /** What the explorer opens with. */
  readonly explorerTabs?: () => readonly ExplorerTab[];
}

export interface Hub {
  readonly database: Database;
  readonly tokens: Tokens;
  /** Listens, and answers the address. */
  listen(): Promise<string>;
  /** Answers what is in flight, then lets go of everything. */
  stop(): Promise<void>;
}

export function openHubDatabase(config: Config, onStatement?: (text: string) => void): Promise<Database> {
  return openDatabase({
    url: config.databaseUrl,
    entities,
    migrations,
    poolSize: config.poolSize,
    statementTimeoutMs: config.statementTimeoutMs,
    applicationName: 'home-school-hub',
    ...(onStatement && { onStatement }),
  });
}

/** Brings the tables up to date. @returns the names of the migrations that ran */
export async function migrate(config: Config): Promise<string[]> {
  const database = await openHubDatabase({ ...config, statementTimeoutMs: 0, poolSize: 2 });
  try {
    await checkServer(database);
    return (await database.orm.migrator.up()).map((each) => each.name);
  } finally {
    await database.close();
  }
}

export async function createHub(config: Config, options: HubOptions): Promise<Hub> {
  const database = await openHubDatabase(config, options.onStatement);
  try {
    await checkServer(database);
    await checkMigrations(database);
    const tokens = createTokens(config.token);
    const graphql = await createGraphqlServer(hubSchema(), config, options.logger);
    const http = await createHttpServer({
      config, database, graphql,
      logger: options.logger,
      clock: options.clock ?? (() => new Date()),
      viewerOf: createAuthentication({ database, permissions, tokens, oidc: config.oidc && createOidcVerifier(config.oidc) }),
      services: offerIdentity(new Services(), config, { tokens, permissions }),
      explorerTabs: options.explorerTabs ?? (() => []),
    });
    return {
      database, tokens,
      listen: () => http.listen(),
      async stop() {
        await http.drain();
        await graphql.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
