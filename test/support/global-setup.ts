import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { applicationOn, startEmbeddedPostgres } from '../../seeds/embedded/index.ts';
import { migrate } from '../../src/app.ts';
import { ownerConfig } from './config.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which tests make databases of their own. */
    serverUrl: string;
    /** A migrated, empty database to copy. */
    templateName: string;
    /** The same, as the role that hubs work as, which owns nothing. */
    applicationUrl: string;
  }
}

/** One PostgreSQL for the whole run: an embedded one, or that of TEST_DATABASE_URL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // What processes that tests start have compiled is there for the next one.
  process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'hub-compile-cache');
  const external = process.env['TEST_DATABASE_URL'];
  const embedded = external
    ? undefined
    : await startEmbeddedPostgres({
        directory: await mkdtemp(join(tmpdir(), 'hub-test-')),
        persistent: false,
        // Tests gather statistics where they need them.
        settings: { max_connections: '200', autovacuum: 'off', jit: 'off' },
      });
  const serverUrl = external ?? embedded!.url;
  const templateName = `hub_test_${randomBytes(4).toString('hex')}`;
  await onServer(serverUrl, `create database ${templateName}`);
  const ownerUrl = databaseUrl(serverUrl, templateName);
  const url = await applicationOn(ownerUrl, templateName);
  await migrate(ownerConfig({ url, ownerUrl }));
  project.provide('serverUrl', serverUrl);
  project.provide('templateName', templateName);
  project.provide('applicationUrl', url);
  return async () => {
    if (external) await dropTestDatabases(serverUrl, templateName);
    await embedded?.stop();
  };
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer<T>(url: string, statement: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows as T[];
  } finally {
    await client.end();
  }
}

async function dropTestDatabases(url: string, prefix: string): Promise<void> {
  const names = await onServer<{ datname: string }>(
    url,
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  for (const { datname } of names) await onServer(url, `drop database if exists "${datname}" with (force)`);
  await onServer(url, `drop role if exists ${prefix}`);
}
