export * from './config.ts';
export { configFromProcess, configOrExit } from './process.ts';
export * from './rates.ts';
