export {
  AnswerTooLarge,
  GUEST,
  openRequest,
  openSystemRequest,
  type RequestContext,
  type RequestFacts,
} from './context.ts';
export {
  EXECUTORS,
  ExecutionTrace,
  FALLBACK_REASONS,
  type Executor,
  type Fallback,
  type FallbackReason,
  type SeenStatement,
  type CutOut,
} from './execution-trace.ts';
export { StatementLoaders, type ReadingStatement } from './loaders.ts';
export { Meter, type RateAccount } from './meter.ts';
export { RightsVersionCheck } from './rights-version-check.ts';
export { FILE_TOKENS, linkTo, PUBLIC_URL, SEALS } from './seals.ts';
export { service, Services, type Service } from './services.ts';
export {
  ConcurrencyLimiter,
  type Requester,
  type Refusal,
  type Permit,
  type ConcurrencyLimiterOptions,
} from './concurrency-limiter.ts';
export { Writing } from './writing.ts';
