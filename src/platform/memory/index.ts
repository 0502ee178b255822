export { LruCache } from './lru-cache.ts';
