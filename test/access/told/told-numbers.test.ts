import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccount } from '../../../seeds/demo/index.ts';
import { hubSchema } from '../../../src/app.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { everybody, MIXED, nearby, ownThings, VARIABLES, writeEverybody, type Who } from './everybody.ts';
import { LEFT_OF_OWN, minutesOf, numbersOf, OF_DISTRICT, telling, THINGS, truthOf } from './truth.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');
const {
  reader: { catalog },
} = hubSchema();

const WHOLE_DISTRICT: readonly string[] = [
  'district-admin',
  'district-admin-2',
  'analyst',
  'privacy-officer',
  ...MIXED.filter((each) => /district|analyst|privacy/.test(each)),
];

let hub: TestHub;
let district: string;
let asked: ReadonlyMap<string, Who>;
/** By type and field, of each parent. */
const truth = new Map<string, ReadonlyMap<string, number>>();
const types = [...catalog.types.values()].filter((type) => numbersOf(type).length > 0);

beforeAll(async () => {
  hub = await startTestHub({ clock: () => NOW, variables: VARIABLES });
  ({ asked, district } = await writeEverybody(hub, NOW));
  for (const type of types)
    for (const each of numbersOf(type))
      truth.set(`${type.name}.${each.name}`, await truthOf(hub.database.pool, type, each, NOW));
});
afterAll(() => hub.stop());

/** Those who play several parts are asked for of both executors. */
const executorsFor = (name: string): 1 | 2 => (MIXED.some((each) => each === name) ? 2 : 1);

async function answer(document: string, options: Who, executors: 1 | 2) {
  const first = await hub.ask(document, options);
  if (executors === 2) expect((await hub.ask(document, options)).data).toEqual(first.data);
  for (const { extensions } of first.errors ?? []) expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(extensions.code);
  return first;
}

describe('a number of people that is told is that of all, to whomever: what somebody sees a part of, or nothing, is refused', () => {
  it.each(everybody)(
    '%s',
    async (name) => {
      const who = asked.get(name)!;
      const [own, near] = [await ownThings(hub, who), await nearby(hub, who)];
      const wrong: string[] = [];
      for (const type of types) {
        const numbers = numbersOf(type);
        const truths = (each: string): ReadonlyMap<string, number> => truth.get(`${type.name}.${each}`)!;
        const ids = [
          ...new Set([
            ...numbers.flatMap((each) => telling(truths(each.name))),
            ...[...own, ...near].filter((id) => truths(numbers[0]!.name).has(id)),
          ]),
        ];
        const fields = numbers
          .map((each) => `${each.name}${each.field.kind === 'many' ? ' { totalCount }' : ''}`)
          .join(' ');
        for (let start = 0; start < ids.length; start += 100) {
          const { data } = await answer(
            `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ${type.name} { ${fields} } } }`,
            { ...who, variables: { ids: ids.slice(start, start + 100) } },
            executorsFor(name),
          );
          for (const node of data!['nodes'] as (
            (Record<string, { totalCount: number } | number | null> & { id: string }) | null
          )[]) {
            if (node === null) continue;
            for (const each of numbers) {
              const told = node[each.name] ?? null;
              const number = typeof told === 'object' ? told?.totalCount : told;
              if (number === undefined || number === null) continue;
              const left = own.includes(node.id) && LEFT_OF_OWN[`${type.name}.${each.name}`];
              const all = left
                ? Number(
                    (
                      await hub.database.pool.query<{ count: string }>(left, [
                        node.id.slice(node.id.lastIndexOf('_') + 1),
                      ])
                    ).rows[0]!.count,
                  )
                : truths(each.name).get(node.id);
              if (number !== all)
                wrong.push(
                  `${type.name}.${each.name} of ${own.includes(node.id) ? 'their own' : 'another'}: ${number} of ${all}`,
                );
            }
          }
        }
      }
      expect([...new Set(wrong)]).toEqual([]);
    },
    120_000,
  );
});

describe('minutes of service and the rate of replies are those of all, or are not told', () => {
  it('to the family the whole of its own, to the administrators of its school all that was served, to everybody else nothing', async () => {
    const { pool } = hub.database;
    const { rows } = await pool.query<{ guardian: string; household: string }>(
      `select guardian_id as guardian, household_id as household from service_record where status = 'APPROVED' and household_id is not null order by id limit 5`,
    );
    const ids = rows.flatMap(({ guardian, household }) => [`guardian_${guardian}`, `household_${household}`]);
    let told = 0;
    for (const name of [
      'parent',
      'parent-separated-a',
      'teacher',
      'teacher-parent',
      'grade-head',
      'school-admin',
      'lecturer',
      'school administrator and parent',
      'district and parent',
    ]) {
      const who = asked.get(name)!;
      const own = await ownThings(hub, who);
      const { data, errors } = await hub.ask(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Guardian { serviceMinutes serviceMinutesThisTerm } ... on Household { serviceMinutes serviceMinutesThisTerm } } }`,
        { ...who, variables: { ids: [...ids, ...own] } },
      );
      expect(errors).toBeUndefined();
      for (const node of data!['nodes'] as ({
        id: string;
        serviceMinutes: number | null;
        serviceMinutesThisTerm: number | null;
      } | null)[]) {
        const [type, id] = [node?.id.split('_')[0], node?.id.split('_')[1]];
        if (type !== 'guardian' && type !== 'household') continue;
        const all = await minutesOf(pool, type === 'guardian' ? 'guardian_id' : 'household_id', id!);
        expect([
          name,
          node!.id,
          own.includes(node!.id) ? [all] : name.startsWith('school') ? [all, null] : [null],
        ]).toEqual([name, node!.id, expect.toSatisfy((may: unknown[]) => may.includes(node!.serviceMinutes))]);
        expect(node!.serviceMinutesThisTerm === null).toBe(node!.serviceMinutes === null);
        told += node!.serviceMinutes ?? 0;
      }
    }
    expect(told).toBeGreaterThan(0);
  });

  it('of the replies to whom all invited families are known or counted, and to nobody else', async () => {
    const {
      rows: [held],
    } = await hub.database.pool.query<{ id: string; invited: number; replied: number }>(
      `select m.id,
        (select count(*)::int from meeting_invitation i where i.meeting_id = m.id and i.status = 'INVITED') as invited, (select count(*)::int from meeting_reply r where r.meeting_id = m.id and r.superseded_at is null) as replied
      from meeting m where m.scope = 'SCHOOL' and m.published_at is not null and m.school_id = (select a.school_id from staff_assignment a join staff s on s.id = a.staff_id join account c on c.person_id = s.person_id where c.id = $1 limit 1)
      order by 2 desc, m.id limit 1`,
      [demoAccount('school-admin').id],
    );
    const rate = { numerator: held!.replied, denominator: held!.invited };
    const ask = async (name: string) =>
      (
        await hub.ask(
          'query ($id: ID!) { meeting(id: $id) { replyRate { numerator denominator } invitedHouseholdCount } }',
          { ...asked.get(name)!, variables: { id: `meeting_${held!.id}` } },
        )
      ).data!['meeting'] as unknown;
    for (const name of ['school-admin', 'district-admin', 'district and parent', 'school administrator and parent'])
      expect([name, await ask(name)]).toEqual([name, { replyRate: rate, invitedHouseholdCount: held!.invited }]);
    for (const name of ['teacher', 'grade-head', 'subject teacher'])
      expect([null, 'hidden', { replyRate: null, invitedHouseholdCount: null }]).toContainEqual(await ask(name));
  });
});

describe('a number that hangs on nothing is that of the whole district to whoever looks after it, and to others that of what they see', () => {
  const roots = Object.entries(catalog.roots).flatMap(([name, root]) =>
    root.kind === 'connection' && !THINGS.has(catalog.typeOf(root.of).name) ? [name] : [],
  );
  /** What is the caller's to do is counted as they see it, whoever they are. */
  const ofViewer = roots.filter((name) => 'ofViewer' in catalog.roots[name]!);

  it('and every root field of people is thought of', () => {
    expect(roots.filter((name) => !ofViewer.includes(name)).sort()).toEqual(Object.keys(OF_DISTRICT).sort());
  });

  it.each(everybody)(
    '%s',
    async (name) => {
      const who = asked.get(name)!;
      for (const root of roots) {
        const number = (await answer(`{ ${root} { totalCount } }`, who, executorsFor(name))).data![root]?.totalCount as
          number | undefined;
        if (number === undefined) continue;
        if (WHOLE_DISTRICT.includes(name) && !ofViewer.includes(root)) {
          const { rows } = await hub.database.pool.query<{ count: string }>(OF_DISTRICT[root]!, [district]);
          expect([root, number]).toEqual([root, Number(rows[0]!.count)]);
        } else {
          let seen = 0;
          for (let after: string | null | undefined = null; after !== undefined;) {
            const { data } = await hub.ask(
              `query ($after: String) { ${root}(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
              { ...who, variables: { after } },
            );
            const page = (data?.[root] ?? undefined) as
              { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } } | undefined;
            seen = page ? seen + page.nodes.length : number;
            after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
          }
          expect([root, number]).toEqual([root, seen]);
        }
      }
    },
    120_000,
  );
});
