import './require-node.ts';
import { ConfigurationError, type Config } from './config.ts';
import { readConfig } from './read-config.ts';

/** The environment of this process: nothing else reads it. @throws ConfigurationError */
export function configFromProcess(demoDatabaseUrl?: string): Config {
  return readConfig(process.env, demoDatabaseUrl);
}

/** Ends the process with the mistakes of its configuration, each on a line (EX_CONFIG of sysexits). */
export function configOrExit(demoDatabaseUrl?: string): Config {
  try {
    return configFromProcess(demoDatabaseUrl);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78);
  }
}
