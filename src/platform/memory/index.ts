export { LruCache } from './lru-cache.ts';
export { boundHeapGrowth, collectEarlyForLargeAnswer } from './heap.ts';
