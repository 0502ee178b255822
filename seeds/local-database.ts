import { join, resolve } from 'node:path';
import {
  applicationOn,
  databaseOf,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
  urlOfRunning,
} from './embedded/index.ts';

/** Where the demonstration keeps its data, and its database in there. */
export const DATA_DIRECTORY = resolve(process.env['DATA_DIRECTORY'] || join(import.meta.dirname, '..', '.data'));
export const LOCAL_DIRECTORY = join(DATA_DIRECTORY, 'postgres');
export const LOCAL_DATABASE = 'hub';
const LOCAL_ROLE = 'hub';

export interface LocalDatabase {
  /** As the role that the hub works as. */
  readonly url: string;
  /** As the one that owns the tables. */
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

/** Brings up the database of the demonstration. The caller stops it. */
export async function openLocalDatabase(settings: Record<string, string> = {}): Promise<LocalDatabase> {
  const server: EmbeddedPostgres = await startEmbeddedPostgres({
    directory: LOCAL_DIRECTORY,
    persistent: true,
    settings,
  });
  try {
    const ownerUrl = await server.createDatabase(LOCAL_DATABASE);
    return { url: await applicationOn(ownerUrl, LOCAL_ROLE), ownerUrl, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The owner's address of the database that `npm start` has brought up; undefined where it does not run. */
export function ownerUrlOfRunning(): string | undefined {
  const url = urlOfRunning(LOCAL_DIRECTORY);
  return url && databaseOf(url, LOCAL_DATABASE);
}
