/** Rows by what they have in common, and a figure of each group: how it is asked for, as SQL, and as an answer has it. */
import { BadUserInput } from '../../errors/index.ts';
import { toGlobalId } from '../global-id.ts';
import { LARGEST_PAGE, windowOf, type GroupArguments } from '../list.ts';
import type { ReadType } from '../read-type.ts';
import type { Groups } from '../result/fetched.ts';
import type { Scope } from '../scope/scope.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import { arrayOfRows, rowText } from '../statement/text.ts';
import type { Measure } from './declare-aggregates.ts';
import type { Grouping, GroupedBy } from './grouping.ts';

/** Groups as they were asked for, found good. */
export interface AskedGroups {
  readonly measures: Grouping['measures'];
  readonly by: readonly GroupedBy[];
  readonly size: number;
  /** What their statement depends on. */
  readonly key: string;
}

export const NO_GROUPS: Groups = { nodes: [], hasMore: false };

const MOST_DIMENSIONS = 3;

/** @throws BadUserInput for dimensions that make no groups, or more groups than are shown */
export function askedGroups({ measures, dimensions }: Grouping, { groupBy, first }: GroupArguments): AskedGroups {
  if (groupBy.length === 0)
    throw new BadUserInput({ zh: 'groupBy 至少要有一个维度。', en: 'groupBy must name a dimension.' }, ['groupBy']);
  if (groupBy.length > MOST_DIMENSIONS)
    throw new BadUserInput(
      {
        zh: `groupBy 最多 ${MOST_DIMENSIONS} 个维度。`,
        en: `groupBy may name ${MOST_DIMENSIONS} dimensions at most.`,
      },
      ['groupBy'],
    );
  if (new Set(groupBy).size < groupBy.length)
    throw new BadUserInput({ zh: 'groupBy 中同一维度出现了两次。', en: 'groupBy names one dimension twice.' }, [
      'groupBy',
    ]);
  const { size } = windowOf({ first: first ?? LARGEST_PAGE });
  return { measures, by: groupBy.map((key) => dimensions.get(key)!), size, key: groupBy.join() };
}

const MEASURED: Readonly<Record<Measure['kind'], Sql>> = { count: sql`count(*)` };

const GROUP = raw('_group');
const measured = (index: number): Sql => raw(`_m${index}`);
const common = (index: number): Sql => raw(`_d${index}`);

/**
 * The text of an array of groups, each an array of its figures and of what its rows have in common; null where there are none. The group of
 * the largest figure comes first, and of equal figures that of the least values: no two groups have the same values, so the order is total.
 * @param from tables and conditions, to be written after `from` @param most one more than are shown tells that there are more
 */
export function groupsText({ measures, by }: AskedGroups, type: ReadType, row: Scope, from: Sql, most: Sql): Sql {
  const columns = by.map(({ column }) => sql`${row}.${column.column}`);
  const figures = [...measures.values()].map(({ kind }, index) => sql`${MEASURED[kind]} as ${measured(index)}`);
  const values = columns.map((column, index) => sql`${column} as ${common(index)}`);
  const order = join([sql`${measured(0)} desc`, ...by.map((_, index) => common(index))]);
  const text = rowText({
    type,
    parts: figures.map((_, index) => sql`${GROUP}.${measured(index)}::text`),
    names: by.map(({ column }) => column.property),
    more: [],
    valueOf: (name) => sql`${GROUP}.${common(by.findIndex(({ column }) => column.property === name))}`,
  });
  return sql`(select ${arrayOfRows(text)} from (select ${join([...figures, ...values])} from ${from}
    group by ${join(columns)} order by ${order} limit ${most}) ${GROUP})`;
}

/** @param refused where it is not told how many there are: null then, and an array in all other cases */
export function toldGroups(text: Sql, refused?: Sql): Sql {
  const all = sql`coalesce(${text}, '[]')`;
  return refused ? sql`case when ${refused} then 'null' else ${all} end` : all;
}

/** @param read what `toldGroups` has answered, parsed */
export function groupsIn({ measures, by, size }: AskedGroups, read: readonly (readonly unknown[])[]): Groups {
  const names = [...measures.keys(), ...by.map(({ field }) => field)];
  const prefixes = by.map(({ refersTo }) => refersTo?.readable.prefix);
  const valueOf = (value: unknown, at: number): unknown => {
    const prefix = prefixes[at - measures.size];
    return prefix === undefined || value === null ? value : toGlobalId(prefix, value as string);
  };
  const nodes = read
    .slice(0, size)
    .map((group) => Object.fromEntries(group.map((value, at) => [names[at]!, valueOf(value, at)])));
  return { nodes, hasMore: read.length > size };
}
