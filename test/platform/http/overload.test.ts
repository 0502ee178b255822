import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({
    variables: { REQUESTS_AT_ONCE: '2', REQUESTS_WAITING: '1', REQUEST_TIMEOUT_MS: '20000' },
  });
});
afterAll(() => hub.stop());

const ask = (): Promise<Response> =>
  fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'zh-CN' },
    body: JSON.stringify({ query: '{ topics(first: 1) { totalCount } }' }),
  });

it('more than can be answered: so many are worked on, so many wait, and the others are told at once to come again', async () => {
  const holder = await hub.database.pool.connect();
  try {
    await holder.query('begin');
    await holder.query('lock table topic in access exclusive mode');
    const all = Array.from({ length: 6 }, () => ask());
    // Nobody who is worked on can be answered: who is, was sent away.
    const away = new Set<Response>();
    for (const each of all) void each.then((response) => away.add(response));
    while (away.size < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    for (const response of away) {
      expect(response.status).toBe(503);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await response.json()).toEqual({
        errors: [{ message: '当前访问人数较多,请稍后重试。', extensions: { code: 'TRY_LATER' } }],
      });
    }
    expect((await fetch(`${hub.address}/livez`)).status).toBe(200);
    await holder.query('commit');
    expect((await Promise.all(all)).map(({ status }) => status).sort()).toEqual([200, 200, 200, 503, 503, 503]);
    expect((await ask()).status).toBe(200);
  } finally {
    holder.release();
  }
});

it('whoever gives up in line is in nobody’s way', async () => {
  const holder = await hub.database.pool.connect();
  try {
    await holder.query('begin');
    await holder.query('lock table topic in access exclusive mode');
    const inside = [ask(), ask()];
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (let time = 0; time < 3; time += 1) {
      const gone = new AbortController();
      const waiting = fetch(`${hub.address}/graphql`, {
        method: 'POST',
        signal: gone.signal,
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ __typename }"}',
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      gone.abort();
      await expect(waiting).rejects.toThrow();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const last = ask();
    await holder.query('commit');
    expect((await Promise.all([...inside, last])).map(({ status }) => status)).toEqual([200, 200, 200]);
  } finally {
    holder.release();
  }
});
