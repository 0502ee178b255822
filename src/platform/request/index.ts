export { openRequest, openSystemRequest, type RequestContext, type RequestFacts } from './context.ts';
export { Loaders } from './loaders.ts';
export { Meter } from './meter.ts';
