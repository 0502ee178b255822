import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

/** Ten thousand points. */
const HEAVY = '{ policyEditions(first: 100) { nodes { id segments(first: 100) { nodes { id } } } } }';
const SMALL = '{ topics { totalCount } }';

let hub: TestHub;
let accounts: { one: string; other: string };
beforeAll(async () => {
  hub = await startTestHub({ variables: { REQUESTS_AT_ONCE: '2', ANSWER_LIMIT_CHARACTERS: '10000' } });
  const scenario = await beginScenario(hub);
  accounts = { one: (await scenario.districtAdmin()).accountId, other: (await scenario.districtAdmin()).accountId };
  for (let number = 0; number < 30; number += 1) await scenario.school();
});
afterAll(() => hub.stop());

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('whoever asks for much', () => {
  it('holds none of the turns of others, nor of their own: what is small does not stand behind it', async () => {
    const holder = await hub.database.pool.connect();
    try {
      await holder.query('begin');
      await holder.query('lock table policy_edition in access exclusive mode');
      const asked = [HEAVY, `${HEAVY} # another text`].flatMap((query) =>
        [accounts.one, accounts.other, undefined].map((as) => hub.ask(query, { as })),
      );
      const others = [accounts.one, accounts.other, undefined].map((as) => hub.ask(HEAVY, { as }));
      await until(() => hub.hub.holds().atWork === 2);
      for (const as of [accounts.one, accounts.other, undefined])
        expect((await hub.ask(SMALL, { as })).data).toEqual({ topics: { totalCount: expect.any(Number) as number } });
      // Whoever was just answered holds a turn until the answer has been taken.
      await until(() => hub.hub.holds().atWork <= 2);
      expect(hub.hub.holds().atWork).toBe(2);
      await holder.query('commit');
      for (const { data } of await Promise.all([...asked, ...others]))
        expect(data).toEqual({ policyEditions: { nodes: [] } });
      expect(hub.hub.holds().atWork).toBe(0);
    } finally {
      holder.release();
    }
  });

  it('is told once where the answer would be too large, whoever answers, and nothing more is read', async () => {
    const wide = `{ ${Array.from({ length: 20 }, (_, number) => `a${number}: schools(first: ${number + 40}) { nodes { id name } }`).join(' ')} }`;
    for (const headers of [{}, { accept: 'application/json;x=1, */*' }] as Record<string, string>[]) {
      const { result, statements } = await hub.statementsOf(() =>
        hub.ask(wide, { as: accounts.one, headers: { ...headers, 'accept-language': 'en' } }),
      );
      expect(result).toMatchObject({
        status: 200,
        data: null,
        errors: [
          {
            message: 'This answer is too large: ask for smaller pages, or for less at once.',
            extensions: { code: 'TOO_COSTLY' },
          },
        ],
      });
      expect(result.errors).toHaveLength(1);
      expect(statements.length).toBeLessThan(30);
    }
    const withMore = await fetch(`${hub.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await hub.tokenOf(accounts.one)}` },
      body: JSON.stringify({ query: wide, extensions: {} }),
    });
    expect(await withMore.json()).toMatchObject({ data: null, errors: [{ extensions: { code: 'TOO_COSTLY' } }] });
    expect((await hub.ask(SMALL, { as: accounts.one })).errors).toBeUndefined();
  });
});
