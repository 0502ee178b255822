import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { discourageScans, noteIndexes } from './index-use.ts';

export interface TestDatabase {
  readonly url: string;
  /** For arranging and for looking at what was written. */
  readonly pool: pg.Pool;
  drop(): Promise<void>;
}

/** A migrated, empty database of one's own. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = inject('templateName');
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  const server = new pg.Client({ connectionString: inject('serverUrl') });
  await server.connect();
  await server.query(`create database ${name} template ${template}`);
  await server.end();
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${name}`;
  await discourageScans(url.href);
  const pool = new pg.Pool({ connectionString: url.href, max: 5 });
  // Dropping the database ends idle connections from the other side.
  pool.on('error', () => undefined);
  return {
    url: url.href,
    pool,
    async drop() {
      await pool.end();
      await noteIndexes(url.href);
      const again = new pg.Client({ connectionString: inject('serverUrl') });
      await again.connect();
      await again.query(`drop database if exists ${name} with (force)`);
      await again.end();
    },
  };
}
