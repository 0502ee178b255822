import { expect, it } from 'vitest';
import { LruCache } from '../../../src/platform/memory/index.ts';

it('a cache keeps what is undefined like anything else, and forgets it in its turn', () => {
  const cache = new LruCache<string, number | undefined>(2, { most: 10, of: () => 4 });
  cache.set('one', undefined);
  cache.set('two', 2);
  expect([cache.get('one'), cache.size, cache.weight]).toEqual([undefined, 2, 8]);
  cache.set('three', 3);
  expect([cache.get('two'), cache.get('three'), cache.size, cache.weight]).toEqual([undefined, 3, 2, 8]);
  cache.set('four', 4);
  cache.set('five', undefined);
  cache.delete('five');
  expect([cache.size, cache.weight]).toEqual([1, 4]);
});
