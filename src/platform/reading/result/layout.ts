/** Where the values of rows lie, and in which form: all in which what a statement and what batches have read differ. */
import { isNonNullType, type GraphQLOutputType } from 'graphql';
import { scalarOf, type Column } from '../catalog.ts';
import type { ComputeContext } from '../declare.ts';
import type { ListNode, PlanNode, RowNode, ValueSource } from '../plan/plan.ts';
import type { FetchedPage, Values } from './fetched.ts';

export type Convert = (value: unknown) => unknown;
/** Takes a value from what was fetched of a row or an object. */
export type MakeValue = (values: Values, context: ComputeContext) => unknown;

/** Where the values of a place lie. */
export interface Layout {
  /** An expression of a value of `v`, what was fetched of a row. */
  of(row: RowNode, name: string): string;
  /** Takes the same value from it. */
  get(row: RowNode, name: string): (values: Values) => unknown;
  /** How a moment becomes what stands in an answer; undefined where it is that. */
  readonly moment: Convert | undefined;
  /** How it becomes a Date. */
  dateOf(moment: string): Date;
  /** What takes values of a plan, as far as it has been made. */
  readonly makers: WeakMap<ValueSource, MakeValue>;
  /** Makes the cursor of a row. */
  cursor(list: ListNode): (values: Values, page: FetchedPage) => string;
}

/** Rows as batches have read them: objects by name, moments as they stand in an answer. */
export const BY_NAME: Layout = {
  of: ofHolder,
  get: getOfHolder,
  moment: undefined,
  dateOf: (text) => new Date(text),
  makers: new WeakMap(),
  cursor({ row }) {
    const own = ownOf(row);
    return (values, { list }) => list.cursors.encode(list.ordering, own(values));
  },
};

/** A property of an object, or a value of a row that batches have read. */
export function ofHolder({ edges }: PlanNode, name: string): string {
  return `v${edges.length === 0 ? '' : `[${edges.length}]`}[${JSON.stringify(name)}]`;
}

export function getOfHolder(of: PlanNode, name: string): (values: Values) => unknown {
  const own = ownOf(of);
  return (values) => own(values)[name];
}

type Own = Readonly<Record<string, unknown>>;

/** The object itself stands behind what hangs on it, and alone where nothing does. */
function ownOf({ edges: { length } }: PlanNode): (values: Values) => Own {
  return length === 0 ? (values) => values as unknown as Own : (values) => values[length] as Own;
}

/** Room for what hangs on it, and the object itself. */
export function holderOf({ edges }: PlanNode, own: object): Values {
  if (edges.length === 0) return own as Values;
  const values: Values = [];
  for (let index = 0; index < edges.length; index += 1) values.push(null);
  values.push(own);
  return values;
}

export type LayoutOf = (node: PlanNode) => Layout;

/** Whether a column's value is that of its field, moments put into the form of answers; else it must be completed. */
export function isLeafOf(column: Column, type: GraphQLOutputType): boolean {
  return scalarOf(column) === (isNonNullType(type) ? type.ofType : type);
}
