import './platform/config/require-node.ts';
import { createHub, migrate, type HubOptions } from './app.ts';
import { configOrExit, type Config } from './platform/config/index.ts';
import { troubleOf } from './platform/database/index.ts';
import { boundHeapGrowth } from './platform/memory/index.ts';
import { createLogger } from './platform/observability/index.ts';

export interface ServeOptions extends Pick<HubOptions, 'explorerTabs'> {
  /** Called when the hub listens. */
  readonly onListening?: (address: string) => void;
  /** Called last, when nothing uses the database any more. */
  readonly onStopped?: () => Promise<void>;
}

/** Ctrl-C reaches the process twice, from the terminal and from npm: what follows within this time is the same wish. */
const SAME_WISH_MS = 1_000;

/** Beyond the time that draining may take. What keeps silent, e.g. a database, is not waited for. */
const HARD_END_MS = 5_000;

/** Runs the hub until SIGTERM, SIGINT or SIGHUP, then drains and stops; a second signal ends the process at once. */
export async function serve(config: Config, options: ServeOptions = {}): Promise<void> {
  boundHeapGrowth();
  const logger = createLogger(config.logLevel);
  let stoppingSince: number | undefined;
  let hub: Awaited<ReturnType<typeof createHub>> | undefined;
  const stop = async (reason: string, exitCode: number): Promise<void> => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > SAME_WISH_MS) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    logger.info({ reason }, 'draining');
    setTimeout(
      () => {
        logger.error('something did not end in time: the process ends without it');
        process.exit(1);
      },
      config.drainDelayMs + config.drainTimeoutMs + HARD_END_MS,
    ).unref();
    try {
      await hub?.stop();
    } finally {
      await options.onStopped?.();
    }
    logger.info('stopped');
    process.exit(exitCode);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      void stop(signal, 0);
    });
  }
  try {
    if (config.migrateOnStart) {
      for (const name of await migrate(config, (reason) => logger.info({ reason }, 'migrations wait')))
        logger.info({ migration: name }, 'migrated');
    }
    for (const { variables, without } of config.missing) logger.warn(`${variables}: not set; ${without}`);
    hub = await createHub(config, { logger, ...(options.explorerTabs && { explorerTabs: options.explorerTabs }) });
    const address = await hub.listen();
    logger.info({ address }, 'listening');
    options.onListening?.(address);
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === undefined) logger.fatal({ err: error }, 'the hub cannot start');
    else logger.fatal(trouble);
    await stop('failed start', 1);
  }
}

if (import.meta.main) await serve(configOrExit());
