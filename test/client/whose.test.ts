/** As whom a client asks, where people sign in, out, and in elsewhere. */
import { describe, expect, it } from 'vitest';
import { memoryStorage, webStorage, type TokenStorage } from '../../schema/client/index.ts';
import {
  InboxId,
  MarkAllNoticesReadId,
  RefreshSessionId,
  SignOutId,
} from '../../schema/generated/mini-program-operations.ts';
import { failure } from './asking.ts';
import { DONE, kit, OTHER_TOKENS, REFUSED, TOKENS, type Answer, type Asked } from './kit.ts';

const RENEWED = { body: { data: { it: OTHER_TOKENS } } };
const OVER = {
  body: { data: { it: { accessToken: null, refreshToken: null, userErrors: [{ code: 'UNAUTHENTICATED' }] } } },
};
const tokensOf = (asked: readonly Asked[], documentId: string): unknown[] =>
  asked.filter((each) => each.documentId === documentId).map(({ token }) => token);
/** A hub that refuses the first token, and answers what is said where that is renewed. */
const expired =
  (renewal: Answer) =>
  ({ documentId, token }: Asked): Answer =>
    documentId === RefreshSessionId ? renewal : token === TOKENS.accessToken ? REFUSED : DONE;

describe('pages that share a storage', () => {
  const pages = () => {
    const values = new Map<string, string>();
    const storage = (): TokenStorage =>
      webStorage({
        getItem: (key) => values.get(key) ?? null,
        setItem: (key, value) => void values.set(key, value),
        removeItem: (key) => void values.delete(key),
      });
    return [kit(() => DONE, { storage: storage() }), kit(() => DONE, { storage: storage() })] as const;
  };

  it('send nothing of one person as another, who signs in on the other page', async () => {
    const [one, two] = pages();
    await one.client.begin(TOKENS);
    const press = one.client.press(MarkAllNoticesReadId, {});
    await two.client.begin(OTHER_TOKENS);
    expect(await failure(press.send())).toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
    expect(one.asked).toEqual([]);
    await one.client.query(InboxId);
    expect(tokensOf(one.asked, InboxId)).toEqual([OTHER_TOKENS.accessToken]);
  });

  it('nor as a guest, where the other page signs out', async () => {
    const [one, two] = pages();
    await one.client.begin(TOKENS);
    const press = one.client.press(MarkAllNoticesReadId, {});
    await two.client.signOut();
    expect(await failure(press.send())).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(one.asked).toEqual([]);
  });

  it('go on with what was begun after the other page has renewed the tokens, or has signed in a guest', async () => {
    const storage = memoryStorage();
    const other = kit(expired(RENEWED), { storage }).client;
    const { client, asked } = kit(() => DONE, { storage });
    const asGuest = client.press(MarkAllNoticesReadId, {});
    await other.begin(TOKENS);
    const press = client.press(MarkAllNoticesReadId, {});
    await other.query(InboxId);
    for (const each of [asGuest, press]) await each.send();
    expect(tokensOf(asked, MarkAllNoticesReadId)).toEqual([OTHER_TOKENS.accessToken, OTHER_TOKENS.accessToken]);
  });

  it('are as clients whose credentials say whose they are', async () => {
    let who = 'one';
    const credentials = {
      current: async () => `token-of-${who}`,
      renew: async () => undefined,
      whose: async () => who,
    };
    const { client, asked } = kit(() => DONE, { credentials });
    const press = client.press(MarkAllNoticesReadId, {});
    await client.query(InboxId);
    who = 'other';
    expect(await failure(press.send())).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(asked.map(({ token }) => token)).toEqual(['token-of-one']);
  });
});

describe('signing out', () => {
  it('takes the tokens away first, and tells the hub once', async () => {
    const storage = memoryStorage();
    let meanwhile: unknown;
    const { client, asked, signedOut } = kit(
      async (): Promise<Answer> => {
        meanwhile = [await storage.read(), signedOut()];
        return 'lost';
      },
      { storage },
    );
    await client.begin(TOKENS);
    await client.signOut();
    expect(meanwhile).toEqual([null, 1]);
    expect(asked).toHaveLength(1);
    expect(tokensOf(asked, SignOutId)).toEqual([TOKENS.accessToken]);
    expect(signedOut()).toBe(1);
  });

  it('ends the session on the hub though its access token is over', async () => {
    const storage = memoryStorage();
    const { client, asked, signedOut } = kit(expired(RENEWED), { storage });
    await client.begin(TOKENS);
    await client.signOut();
    expect(tokensOf(asked, SignOutId)).toEqual([TOKENS.accessToken, OTHER_TOKENS.accessToken]);
    expect([signedOut(), await storage.read()]).toEqual([1, null]);
  });

  it('is told once, though the session was over', async () => {
    const { client, signedOut } = kit(expired(OVER), { storage: memoryStorage() });
    await client.begin(TOKENS);
    await client.signOut();
    expect(signedOut()).toBe(1);
  });

  it('is asked for where credentials are good for nothing, once for each', async () => {
    let token = 'one';
    const credentials = { current: async () => token, renew: async () => undefined };
    const { client, signedOut } = kit(() => REFUSED, { credentials });
    const failures = await Promise.all([1, 2, 3].map(() => failure(client.query(InboxId))));
    expect(failures.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(signedOut()).toBe(1);
    token = 'another';
    await failure(client.query(InboxId));
    expect(signedOut()).toBe(2);
  });
});

describe('a renewal', () => {
  it('has all its time in the first attempt, and what is left in those after it', async () => {
    let now = 0;
    const { client, asked } = kit(
      (each, time) => {
        if (each.documentId === RefreshSessionId) now += 2_000;
        return time === 2 ? 'lost' : expired(RENEWED)(each);
      },
      {
        storage: memoryStorage(),
        clockwork: { now: () => now, random: () => 0, sleep: async (milliseconds) => void (now += milliseconds) },
      },
    );
    await client.begin(TOKENS);
    await client.query(InboxId);
    const times = asked.filter(({ documentId }) => documentId === RefreshSessionId).map(({ timeoutMs }) => timeoutMs);
    expect(times).toEqual([9_000, 6_500]);
  });

  it('is not asked for again by a device that has slept: the token would count as stolen', async () => {
    let now = 0;
    const { client, asked } = kit(expired('lost'), {
      storage: memoryStorage(),
      patienceMs: 0,
      clockwork: { now: () => now, random: () => 0, sleep: async () => void (now += 60_000) },
    });
    await client.begin(TOKENS);
    expect(await failure(client.query(InboxId))).toMatchObject({ code: 'NO_CONNECTION' });
    expect(tokensOf(asked, RefreshSessionId)).toHaveLength(1);
  });
});
