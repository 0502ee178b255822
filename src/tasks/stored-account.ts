import { openHubDatabase } from '../app.ts';
import type { Config } from '../platform/config/index.ts';

/** The bare id of the account of that name; undefined where there is none. */
export async function storedAccount(config: Config, name: string): Promise<string | undefined> {
  const database = await openHubDatabase(config);
  try {
    const [row] = await database.read('select id from account where name = $1', [name]);
    return row?.[0] as string | undefined;
  } finally {
    await database.close();
  }
}
