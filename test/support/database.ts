import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { discourageScans, noteIndexes } from './index-use.ts';

export interface TestDatabase {
  /** As the role that the hub works as, which owns nothing. */
  readonly url: string;
  readonly ownerUrl: string;
  /** The owner's, for arranging and for looking at what was written. */
  readonly pool: pg.Pool;
  drop(): Promise<void>;
}

/** A migrated, empty database of one's own. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = inject('templateName');
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  const server = new pg.Client({ connectionString: inject('serverUrl') });
  await server.connect();
  // Page by page through the log it takes three times as much.
  await server.query(`create database ${name} template ${template} strategy file_copy`);
  // What may be done with the database itself is not copied.
  await server.query(`revoke temporary on database ${name} from public`);
  await server.end();
  const [url, ownerUrl] = [inject('applicationUrl'), inject('serverUrl')].map((each) => {
    const own = new URL(each);
    own.pathname = `/${name}`;
    return own.href;
  }) as [string, string];
  await discourageScans(ownerUrl);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 5 });
  // Dropping the database ends idle connections from the other side.
  pool.on('error', () => undefined);
  return {
    url,
    ownerUrl,
    pool,
    async drop() {
      await pool.end();
      await noteIndexes(ownerUrl);
      const again = new pg.Client({ connectionString: inject('serverUrl') });
      await again.connect();
      await again.query(`drop database if exists ${name} with (force)`);
      await again.end();
    },
  };
}
