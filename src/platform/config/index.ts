export * from './config.ts';
export { configFromProcess, configOrExit } from './process.ts';
export { attemptLimit, unknownAttempts, type AttemptKind, type CallerKind, type Rates } from './rates.ts';
export { readConfig } from './read-config.ts';
export { DATABASE_URL_FORM, isDatabaseUrl, LOCAL_ISSUER } from './variables.ts';
