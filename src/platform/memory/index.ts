export { keptIn } from './kept-in.ts';
export { LruCache } from './lru-cache.ts';
export { boundHeapGrowth, collectEarlyForLargeAnswer } from './heap.ts';
