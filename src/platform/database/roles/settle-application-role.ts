import pg from 'pg';
import { watchful } from '../database.ts';
import { MIGRATION_LOCK_TIMEOUT_MS } from '../migrating.ts';
import { UnfitDatabase } from '../requirements.ts';
import { grantsFor } from './grants.ts';
import { settleOwnership } from './ownership.ts';
import type { LimitedTables } from './privileges.ts';

export interface ApplicationRoleOptions {
  /** The address for the role that owns the tables. */
  readonly ownerUrl: string;
  /** The address for the role that the application signs in as. */
  readonly applicationUrl: string;
  readonly limited: LimitedTables;
}

/**
 * Makes the role of the application one that owns nothing and may do with rows what the hub does, also with those of tables that are
 * made later. All of it or nothing, and a second time nothing.
 * @returns the statements that were run
 * @throws UnfitDatabase naming what somebody with more rights has to do
 */
export async function settleApplicationRole({
  ownerUrl,
  applicationUrl,
  limited,
}: ApplicationRoleOptions): Promise<string[]> {
  const { user, password } = new pg.Client({ connectionString: applicationUrl });
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'home-school-hub-roles',
    ...watchful(0),
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`begin; set local lock_timeout = ${MIGRATION_LOCK_TIMEOUT_MS}`);
    const role = user ?? '';
    const { oid, done } = await settleOwnership(client, { role, password: password ?? undefined }, limited);
    const grants = await grantsFor(client, { oid, name: role }, limited);
    for (const grant of grants) await client.query(grant);
    // To grant what is not one's own is a warning for PostgreSQL, and nothing is done.
    const left = grants.length === 0 ? [] : await grantsFor(client, { oid, name: role }, limited);
    if (left.length > 0)
      throw new UnfitDatabase([
        `Whoever owns what the role of MIGRATION_DATABASE_URL does not, e.g. the database or its schema, has to run:`,
        ...left.map((each) => `${each};`),
      ]);
    await client.query('commit');
    return [...done, ...grants];
  } finally {
    await client.end();
  }
}
