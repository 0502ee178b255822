/** What comes from somebody else than the hub, or lies where its tokens should. */
import { describe, expect, it, vi } from 'vitest';
import {
  fetchTransport,
  memoryStorage,
  NoConnection,
  webStorage,
  wxStorage,
  type Fetch,
} from '../../schema/client/index.ts';
import { InboxId, RefreshSessionId } from '../../schema/generated/mini-program-operations.ts';
import { failure } from './asking.ts';
import { DONE, kit, REFUSED, TOKENS } from './kit.ts';

describe('an answer of somebody else', () => {
  const ERRORS = [{ errors: [{ message: 'upstream' }] }, { errors: 'oops' }, { errors: [] }, { errors: [null] }];

  it.each([...ERRORS, { data: {} }])('is waited for where a gateway says %j with 502', async (body) => {
    const { client, asked } = kit((_asked, time) => (time === 1 ? { status: 502, body } : DONE));
    await client.query(InboxId);
    expect(asked).toHaveLength(2);
  });

  it.each([...ERRORS, { data: 'text' }, { data: [] }, { data: { it: {} }, errors: 'oops' }, null, 5])(
    'cannot be read: %j',
    async (body) => {
      const { client } = kit(() => ({ body }));
      expect(await failure(client.query(InboxId))).toMatchObject({ name: 'HubError', code: 'UNREADABLE', status: 200 });
    },
  );

  it.each([{ data: { it: null } }, { data: {} }, { data: { it: {} } }, { data: { it: 1 } }])(
    'is no end of the session: %j',
    async (body) => {
      const storage = memoryStorage();
      const answer = { body };
      const { client, signedOut } = kit(({ documentId }) => (documentId === RefreshSessionId ? answer : REFUSED), {
        storage,
      });
      await client.begin(TOKENS);
      expect(await failure(client.query(InboxId))).toMatchObject({ code: 'UNREADABLE' });
      expect([signedOut(), await storage.read()]).toEqual([0, expect.objectContaining(TOKENS)]);
    },
  );
});

describe('fetch', () => {
  const REQUEST = { url: '-', headers: {}, body: '', timeoutMs: 20 };
  const silent = ((_url: string, { signal }: { signal: AbortSignal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    })) as unknown as Fetch;

  it('is given up in time, in browsers that have no AbortSignal.timeout as well', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      throw new TypeError('AbortSignal.timeout is not a function');
    });
    try {
      const given = await fetchTransport(silent)(REQUEST).catch((error: unknown) => error);
      expect(given).toBeInstanceOf(NoConnection);
      expect((given as Error).message).toMatch(/^AbortError/);
    } finally {
      timeout.mockRestore();
    }
  });

  it('that cannot be called is a fault of the program, and nothing to wait for', async () => {
    const { client } = kit(() => DONE, { transport: fetchTransport(undefined as never) });
    await expect(client.query(InboxId)).rejects.toBeInstanceOf(TypeError);
  });
});

describe('what is kept', () => {
  it.each([
    '{"accessToken":',
    'true',
    '"text"',
    '{}',
    '{"accessToken":"a"}',
    '{"accessToken":"令牌","refreshToken":"b"}',
  ])('counts as none where it is no tokens: %s', async (text) => {
    const web = { getItem: () => text, setItem: () => undefined, removeItem: () => undefined };
    for (const storage of [webStorage(web), wxStorage({ getStorageSync: () => text } as never)]) {
      const { client, asked } = kit(() => DONE, { storage });
      await client.query(InboxId);
      expect(asked.map(({ token }) => token)).toEqual([undefined]);
      expect(await client.isSignedIn()).toBe(false);
    }
  });
});
