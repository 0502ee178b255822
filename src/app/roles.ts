import type { MetadataStorage } from '@mikro-orm/postgresql';
import type { Config } from '../platform/config/index.ts';
import {
  MIGRATIONS_TABLE,
  refusesAlways,
  roleAtWork,
  ROW_PRIVILEGES,
  settleApplicationRole,
  storedEntities,
  type Database,
  type LimitedTables,
  type RoleAtWork,
} from '../platform/database/index.ts';
import { JOB_TABLES } from '../platform/jobs/index.ts';

/** Only the owner writes which migrations have run. */
const MIGRATIONS: LimitedTables = { [`public.${MIGRATIONS_TABLE}`]: { may: ['SELECT'] } };

/** Where rows are only added, the application may do no more: what the database refuses by a trigger, it is not granted either. */
function limitedTables(metadata: MetadataStorage): LimitedTables {
  const onlyAdded = storedEntities(metadata).flatMap(({ tableName, triggers = [] }) => {
    const refused = triggers.flatMap(refusesAlways).map((event) => event.toUpperCase());
    const may = ROW_PRIVILEGES.filter((privilege) => !refused.includes(privilege));
    return may.length < ROW_PRIVILEGES.length ? [[`public.${tableName}`, { may }] as const] : [];
  });
  return { ...MIGRATIONS, ...JOB_TABLES, ...Object.fromEntries(onlyAdded) };
}

/** Brings the rights of the application's role to those that the hub needs. @returns the statements that were run */
export async function grantToApplication(config: Config, metadata: MetadataStorage): Promise<string[]> {
  if (config.migrationDatabaseUrl === null) return [];
  return settleApplicationRole({
    ownerUrl: config.migrationDatabaseUrl,
    applicationUrl: config.databaseUrl,
    limited: limitedTables(metadata),
  });
}

/** @throws UnfitDatabase where the role of the hub lacks a right to a table of this version */
export function checkRole(database: Database): Promise<RoleAtWork> {
  const metadata = database.orm.getMetadata();
  const limited = limitedTables(metadata);
  const tables = storedEntities(metadata).map(({ tableName }) => `public.${tableName}`);
  return roleAtWork(database, [...new Set([...tables, ...Object.keys(limited), 'pgboss.job'])], limited);
}
