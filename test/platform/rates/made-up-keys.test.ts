import { afterAll, beforeAll, expect, it } from 'vitest';
import { startIdentityProvider, type IdentityProvider, type ProviderKey } from '../../support/identity-provider.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { many, visit, visits } from './visitors.ts';

/** More than the provider is asked for because of unknown keys, so that some are answered without anybody being asked. */
const LIMIT = 15;
const ASKED = 10;

let provider: IdentityProvider;
let hub: TestHub;
let unpublished: ProviderKey;
let moment: Date;

beforeAll(async () => {
  provider = await startIdentityProvider();
  await provider.newKey();
  unpublished = await provider.newKey('ES256', false);
  moment = new Date();
  hub = await startTestHub({
    clock: () => moment,
    variables: {
      ...provider.variables,
      RATE_LIMITS: 'on',
      RATE_LIMIT_STORE: 'memory',
      TRUSTED_PROXIES: '127.0.0.1',
      RATE_REFUSED_TOKENS_PER_MINUTE: String(LIMIT),
    },
  });
});
afterAll(async () => {
  await hub?.stop();
  await provider?.stop();
});

let made = 0;
const madeUp = async (from: string) =>
  visit(hub, undefined, {
    from,
    token: await provider.tokenFor('someone', unpublished, {}, { kid: `made-up-${made++}` }),
  });

it('a token with a made-up key is charged to its address, whether the provider was asked or nobody can say', async () => {
  expect(await visits(LIMIT + 5, () => madeUp('203.0.113.1'))).toEqual([
    ...many(401, ASKED),
    ...many(503, LIMIT - ASKED),
    ...many(429, 5),
  ]);
  // The provider heard of ten of them, and of its keys once.
  expect(provider.asked).toBe(ASKED + 1);
});

it('where the provider does not answer either, and at no other address', async () => {
  provider.answers = 'DOWN';
  expect(await visits(LIMIT + 2, () => madeUp('203.0.113.2'))).toEqual([...many(503, LIMIT), ...many(429, 2)]);
  expect((await visit(hub, undefined, { from: '203.0.113.2' })).status).toBe(200);
});

it('where nobody’s token can be judged, because no keys are there, nobody is charged', async () => {
  provider.answers = 'DOWN';
  const later = await startTestHub({
    variables: {
      ...provider.variables,
      RATE_LIMITS: 'on',
      RATE_LIMIT_STORE: 'memory',
      RATE_REFUSED_TOKENS_PER_MINUTE: '5',
    },
  });
  try {
    const token = await provider.tokenFor('someone', unpublished);
    expect(await visits(10, () => visit(later, undefined, { token }))).toEqual(many(503, 10));
  } finally {
    await later.stop();
  }
});
