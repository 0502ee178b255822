import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../../support/hub.ts';

const DISTRICT = '00000000-0000-7000-8000-000000000001';
/** Few names, so that many rows are equal in all but their id. */
const NAMES = ['安定', '北海', '朝阳', '东华', '阜成'];

let hub: TestHub;
let codes = 0;
beforeAll(async () => {
  hub = await startTestHub();
  await hub.database.pool.query(`insert into district (id, code, name) values ($1, '110199', '测试区')`, [DISTRICT]);
});
afterAll(() => hub.stop());
beforeEach(() => hub.database.pool.query('delete from school'));

async function addSchool(name: string): Promise<string> {
  const id = v7();
  codes += 1;
  await hub.database.pool.query(
    `insert into school (id, district_id, code, name, stages) values ($1, $2, $3, $4, '{PRIMARY}')`,
    [id, DISTRICT, String(1_000_000_000 + codes), name],
  );
  return `school_${id}`;
}

interface Page {
  nodes: { id: string; name: string }[];
  edges: { cursor: string; node: { id: string } }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const WALK = `query ($district: ID!, $first: Int, $last: Int, $after: String, $before: String, $orderBy: [SchoolOrder!]) {
  root: schools(first: $first, last: $last, after: $after, before: $before, orderBy: $orderBy) { ...page }
  district: node(id: $district) { ... on District { schools(first: $first, last: $last, after: $after, before: $before, orderBy: $orderBy) { ...page } } }
}
fragment page on SchoolConnection { totalCount nodes { id name } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;

async function page(list: 'root' | 'district', variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await hub.ask(WALK, { variables: { district: `district_${DISTRICT}`, ...variables } });
  expect(errors).toBeUndefined();
  return (list === 'root' ? data!['root'] : data!['district'].schools) as Page;
}

const orders = fc.constantFrom(
  undefined,
  [{ by: 'NAME', direction: 'ASC' }],
  [{ by: 'NAME', direction: 'DESC' }],
  [
    { by: 'NAME', direction: 'DESC' },
    { by: 'CODE', direction: 'ASC' },
  ],
);

describe.each(['root', 'district'] as const)('the pages of a list (%s)', (list) => {
  it('show each row exactly once, forwards and backwards, while rows are inserted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...NAMES), { minLength: 0, maxLength: 14 }),
        fc.array(fc.constantFrom(...NAMES), { maxLength: 6 }),
        fc.integer({ min: 1, max: 6 }),
        orders,
        fc.boolean(),
        async (names, late, size, orderBy, backward) => {
          await hub.database.pool.query('delete from school');
          const before = new Set<string>();
          for (const name of names) before.add(await addSchool(name));
          const added = new Set<string>();
          const seen: string[] = [];
          let cursor: string | null = null;
          for (;;) {
            const variables: Record<string, unknown> = backward
              ? { last: size, before: cursor }
              : { first: size, after: cursor };
            const { nodes, edges, pageInfo } = await page(list, { ...variables, orderBy });
            expect(edges.map((edge) => edge.node.id)).toEqual(nodes.map((node) => node.id));
            expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null);
            expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
            seen.push(...(backward ? nodes.toReversed() : nodes).map((node) => node.id));
            if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) break;
            cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
            const name = late.pop();
            if (name) added.add(await addSchool(name));
          }
          expect(new Set(seen).size).toBe(seen.length);
          for (const id of before) expect(seen).toContain(id);
          for (const id of seen) expect(before.has(id) || added.has(id)).toBe(true);
          // With nobody writing, the whole list is what the pages gave, in its order.
          const whole = await page(list, { first: 100, orderBy });
          const order = whole.nodes.map((node) => node.id).filter((id) => seen.includes(id));
          expect(backward ? seen.toReversed() : seen).toEqual(order);
          expect(whole.totalCount).toBe(before.size + added.size);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('sort names by pinyin', async () => {
    for (const name of ['阜成', '安定', '东华', '北海', '朝阳']) await addSchool(name);
    const { nodes } = await page(list, { first: 10, orderBy: [{ by: 'NAME' }] });
    expect(nodes.map((node) => node.name)).toEqual(NAMES);
  });

  it('say that a page before or after the whole is empty', async () => {
    await addSchool('安定');
    const only = await page(list, { first: 1 });
    const beyond = await page(list, { first: 1, after: only.pageInfo.endCursor });
    expect(beyond).toMatchObject({
      nodes: [],
      totalCount: 1,
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });
});
