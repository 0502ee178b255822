export { openRequest, openSystemRequest, type LinkTo, type RequestContext, type RequestFacts } from './context.ts';
export { Loaders } from './loaders.ts';
export { Meter } from './meter.ts';
export { service, Services, type Service } from './services.ts';
