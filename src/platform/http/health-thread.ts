import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Logger } from '../observability/index.ts';
import { healthOf, type HealthOptions } from './health.ts';
import type { HealthServerData } from './health-server.ts';

const TOLD_EACH_MS = 250;
const SILENCE = { unreadyAfterMs: 10_000, unliveAfterMs: 60_000 };
/** It holds some kilobytes: what is beyond is not its own. */
const LIMITS = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 };
/** The same file as this one is: source or built. */
const SERVER = new URL(`./health-server${extname(import.meta.filename)}`, import.meta.url);

/**
 * Tells of the health of the process at a port of its own, by a thread of its own: whoever looks after the process is answered
 * at once, however much is asked of it, and is told where it does not turn any more.
 */
export class HealthThread {
  /** Where it listens. */
  readonly port: number;
  readonly #worker: Worker;
  readonly #options: HealthOptions;
  readonly #timer: NodeJS.Timeout;
  #stopped = false;

  private constructor(worker: Worker, port: number, options: HealthOptions) {
    this.port = port;
    this.#worker = worker;
    this.#options = options;
    this.tell();
    this.#timer = setInterval(() => this.tell(), TOLD_EACH_MS);
    this.#timer.unref();
  }

  /** Resolves once it listens. @throws where the port cannot be had */
  static async start(
    {
      host,
      port: wanted,
      silence = SILENCE,
    }: Omit<HealthServerData, 'silence'> & Partial<Pick<HealthServerData, 'silence'>>,
    { logger, ...options }: HealthOptions & { readonly logger: Logger },
  ): Promise<HealthThread> {
    const workerData: HealthServerData = { host, port: wanted, silence };
    const worker = new Worker(SERVER, { workerData, execArgv: [], env: {}, resourceLimits: LIMITS, name: 'health' });
    const [port] = (await once(worker, 'message')) as [number];
    worker.unref();
    const thread = new HealthThread(worker, port, options);
    worker.on('error', (error) => logger.error({ err: error }, 'the thread that tells of health has failed'));
    worker.on('exit', () => {
      if (!thread.#stopped) logger.error('the thread that tells of health has ended');
    });
    logger.info({ host, port }, 'health is told at a port of its own');
    return thread;
  }

  tell(): void {
    this.#worker.postMessage(healthOf(this.#options));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#worker.terminate();
  }
}
