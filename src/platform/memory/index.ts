export { LruCache } from './lru-cache.ts';
export { collectEarly } from './heap.ts';
