import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubSchema } from '../../../src/app.ts';
import { FULL } from '../../forms/form.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { everybody, MIXED, nearby, ownThings, VARIABLES, writeEverybody, type Who } from './everybody.ts';
import { LEFT_OF_OWN, numbersOf, telling, truthOf } from './truth.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');
const {
  reader: { catalog },
} = hubSchema();

/**
 * Lists of which somebody sees a part by a right that may lead to no row, written down by hand: a family its own, whoever teaches or
 * runs a class or a school what takes place there, and whoever sees a family those of it whom they know. Everywhere else a list
 * without rows is the truth, or is refused.
 */
const PARTS: Readonly<Record<string, RegExp>> = {
  'Shift.signups': /parent|guardian/,
  'Shift.standIns': /parent|guardian/,
  'Shift.attendances': /parent|guardian/,
  'Shift.serviceRecords': /parent|guardian/,
  'ShiftRole.signups': /parent|guardian/,
  'ShiftRole.waitlistEntries': /parent|guardian/,
  'Meeting.replies': /parent|guardian/,
  'SchoolClass.parentLectures': /parent|guardian|teacher|head|district/,
  'School.parentLectures': /parent|guardian|teacher|head|district/,
  'Household.guardians': /teacher|head|admin/,
};

let hub: TestHub;
let asked: ReadonlyMap<string, Who>;
const truth = new Map<string, ReadonlyMap<string, number>>();
const listsOf = (type: Parameters<typeof numbersOf>[0]) => numbersOf(type).filter(({ field }) => field.kind === 'many');
const types = [...catalog.types.values()].filter((type) => listsOf(type).length > 0);

beforeAll(async () => {
  hub = await startTestHub({ clock: () => NOW, variables: VARIABLES });
  ({ asked } = await writeEverybody(hub, NOW));
  for (const type of types)
    for (const each of listsOf(type))
      truth.set(`${type.name}.${each.name}`, await truthOf(hub.database.pool, type, each, NOW));
});
afterAll(() => hub.stop());

interface Told {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}
type Node = { readonly id: string } & Readonly<Record<string, Told | null>>;
type Counted = { readonly id: string } & Readonly<Record<string, { readonly totalCount: number } | null>>;

/** Those who play several parts are asked for of both executors; in the full form everybody is. */
const executorsFor = (name: string): 1 | 2 => (FULL || MIXED.some((each) => each === name) ? 2 : 1);

/** The same of both executors; what is refused is refused at its field. */
async function ask<N>(document: string, options: Who, executors: 1 | 2): Promise<readonly (N | null)[]> {
  const first = await hub.ask<{ nodes: (N | null)[] }>(document, options);
  if (executors === 2) expect((await hub.ask(document, options)).data).toEqual(first.data);
  for (const { extensions } of first.errors ?? []) expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(extensions.code);
  return first.data!.nodes;
}

describe('rows that are told are all that there are, or a part whose number is refused; none are told for some', () => {
  it.each(everybody)(
    '%s',
    async (name) => {
      const who = asked.get(name)!;
      const [own, near] = [await ownThings(hub, who), await nearby(hub, who)];
      const wrong = new Set<string>();
      for (const type of types) {
        const lists = listsOf(type);
        const all = (each: string): ReadonlyMap<string, number> => truth.get(`${type.name}.${each}`)!;
        const ids = [
          ...new Set([
            ...lists.flatMap((each) => telling(all(each.name))),
            ...[...own, ...near].filter((id) => all(lists[0]!.name).has(id)),
          ]),
        ];
        for (let start = 0; start < ids.length; start += 20) {
          const options = { ...who, variables: { ids: ids.slice(start, start + 20) } };
          const of = (selection: (list: string) => string) =>
            `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ${type.name} { ${lists.map((each) => selection(each.name)).join(' ')} } } }`;
          const rows = await ask<Node>(
            of((list) => `${list}(first: 100) { nodes { id } pageInfo { hasNextPage } }`),
            options,
            executorsFor(name),
          );
          const numbers = await ask<Counted>(
            of((list) => `${list} { totalCount }`),
            options,
            executorsFor(name),
          );
          for (const [index, node] of rows.entries()) {
            for (const each of node ? lists : []) {
              const page = node![each.name];
              const there = all(each.name).get(node!.id)!;
              if (!page || page.pageInfo.hasNextPage || page.nodes.length === there) continue;
              const list = `${type.name}.${each.name}`;
              const isPart =
                page.nodes.length > 0 || PARTS[list]?.test(name) || (own.includes(node!.id) && list in LEFT_OF_OWN);
              const number = numbers[index]?.[each.name]?.totalCount;
              if (!isPart || (number !== undefined && number !== page.nodes.length))
                wrong.add(`${list}: ${page.nodes.length} of ${there}, and the number ${number ?? 'is refused'}`);
            }
          }
        }
      }
      expect([...wrong]).toEqual([]);
    },
    120_000,
  );
});
