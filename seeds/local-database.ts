import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/index.ts';

/** Where the demonstration keeps its data, and its database in there. */
export const DATA_DIRECTORY = process.env['DATA_DIRECTORY'] ?? join(import.meta.dirname, '..', '.data');
export const LOCAL_DIRECTORY = join(DATA_DIRECTORY, 'postgres');
export const LOCAL_DATABASE = 'hub';

export interface LocalDatabase {
  readonly url: string;
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
    return { url: await server.createDatabase(LOCAL_DATABASE), stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
