import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { loginOf } from '../../src/platform/database/index.ts';

/**
 * A role that owns nothing, for the hub to work as. It is given a new password each time, which is kept nowhere.
 * @returns the address of the owner's database for that role
 */
export async function applicationOn(ownerUrl: string, role: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${loginOf(role, password)}`);
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
