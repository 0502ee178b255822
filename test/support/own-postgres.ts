import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../seeds/embedded/index.ts';

/** A PostgreSQL that a test may stop and start as it likes, for nobody else uses it. Its address stays. */
export class OwnPostgres {
  readonly #directory: string;
  #running: EmbeddedPostgres;

  private constructor(directory: string, running: EmbeddedPostgres) {
    this.#directory = directory;
    this.#running = running;
  }

  static async start(): Promise<OwnPostgres> {
    const directory = await mkdtemp(join(tmpdir(), 'hub-own-'));
    return new OwnPostgres(directory, await run(directory, 0));
  }

  createDatabase(name: string): Promise<string> {
    return this.#running.createDatabase(name);
  }

  async restart(): Promise<void> {
    const port = Number(new URL(this.#running.url).port);
    await this.#running.stop();
    this.#running = await run(this.#directory, port);
  }

  async remove(): Promise<void> {
    await this.#running.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }
}

function run(directory: string, port: number): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    directory,
    port,
    persistent: true,
    settings: { fsync: 'off', synchronous_commit: 'off', max_connections: '60' },
  });
}
