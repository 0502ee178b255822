import { permissions } from '../../src/app.ts';
import { loadViewer } from '../../src/domains/identity/index.ts';
import { openRequest, Services, type RequestContext } from '../../src/platform/request/index.ts';
import type { TestHub } from '../support/hub.ts';

/** A request of theirs at that moment, as what reads rows for them wants it. */
export async function askerOf(
  { hub: { database } }: TestHub,
  { accountId }: { readonly accountId: string },
  now: Date,
): Promise<RequestContext> {
  const viewer = (await loadViewer(database, permissions, { accountId, sessionId: null }, now))!;
  return openRequest(database, {
    viewer,
    now,
    locale: 'zh-CN',
    signal: new AbortController().signal,
    services: new Services(),
  });
}
