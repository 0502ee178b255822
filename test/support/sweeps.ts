import { domains } from '../../src/app.ts';
import { inTransaction, type Transaction } from '../../src/platform/commands/index.ts';
import { openRequest, Services } from '../../src/platform/request/index.ts';
import { guest } from '../../src/domains/people/index.ts';
import { HELD_OFFERS } from '../../src/domains/volunteering/index.ts';
import type { TestHub } from './hub.ts';

/** Runs what the hub does by itself, on behalf of nobody, as if it were that moment. */
export function sweep<T>({ hub: { database } }: TestHub, now: Date, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const context = openRequest(database, {
    viewer: guest,
    now,
    locale: 'zh-CN',
    signal: new AbortController().signal,
    services: new Services().offer(HELD_OFFERS, HELD_OFFERS.in(domains)),
  });
  return inTransaction(context, work);
}
