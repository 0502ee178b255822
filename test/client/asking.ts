import { expect } from 'vitest';
import {
  createHubClient,
  wxStorage,
  wxTransport,
  type Credentials,
  type HubClient,
  type HubClientOptions,
  type HubError,
} from '../../schema/client/index.ts';
import type { TestHub } from '../support/hub.ts';
import type { FakeWx } from './fake-wx.ts';

/** A client on that phone, which notes how long it would have waited. */
export function clientOn(
  phone: FakeWx,
  hub: TestHub,
  slept: number[],
  options: Partial<HubClientOptions> = {},
): HubClient {
  return createHubClient({
    url: `${hub.address}/graphql`,
    transport: wxTransport(phone.wx),
    storage: wxStorage(phone.wx),
    clockwork: {
      now: () => Date.now(),
      random: () => Math.random(),
      async sleep(milliseconds) {
        slept.push(milliseconds);
      },
    },
    ...options,
  });
}

/** A token that lasts an hour. */
export const speaksFor = (hub: TestHub, accountId: string): Credentials => ({
  current: () => hub.tokenOf(accountId),
  renew: () => Promise.resolve(undefined),
});

export const failure = (work: Promise<unknown>): Promise<HubError> =>
  work.then(
    () => expect.fail('It was answered.'),
    (error: HubError) => error,
  );
