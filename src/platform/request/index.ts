export { AnswerTooLarge, openRequest, openSystemRequest, type RequestContext, type RequestFacts } from './context.ts';
export { Loaders } from './loaders.ts';
export { Meter, type Purse } from './meter.ts';
export { RightsWitness } from './rights-witness.ts';
export { FILE_TOKENS, linkTo, PUBLIC_URL, SEALS } from './seals.ts';
export { service, Services, type Service } from './services.ts';
export { Turnstile, type Claimant, type Refusal, type Turn, type TurnstileOptions } from './turnstile.ts';
export { Writing } from './writing.ts';
