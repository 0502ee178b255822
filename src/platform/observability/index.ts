export { counter, Counters, type Counter, type Figures } from './counters.ts';
export { createLogger, type Logger } from './logger.ts';
