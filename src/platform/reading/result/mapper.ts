/** Compiles what turns what was fetched for a plan into its answer. */
import { isNonNullType } from 'graphql';
import { keptIn } from '../../memory/index.ts';
import { isMoment } from '../catalog.ts';
import type { ComputeContext } from '../declare.ts';
import { standing } from '../list.ts';
import { completed, fault, objectIn, type Complete } from '../plan/complete.ts';
import {
  type RowNode,
  type ConnectionView,
  type EdgeMember,
  type Holder,
  type ListNode,
  type Member,
  type MemberOf,
  type ObjectView,
  type PageInfoMember,
  type Plan,
  type PlanNode,
  type RowView,
  type ValueSource,
  type View,
} from '../plan/plan.ts';
import { objectMaker } from '../rows.ts';
import { isLeafOf, ofHolder, type LayoutOf } from './layout.ts';
import { factExpressions, factOf } from './facts.ts';
import type { FetchedNode, FetchedPage, Values } from './fetched.ts';

export type Data = Readonly<Record<string, unknown>>;

/** A run while its answer is made. */
export interface MappingRun {
  readonly context: ComputeContext;
  /** Objects of the answer. */
  made: number;
}

/** An answer, or an object of it. */
export type Make = (values: Values, run: MappingRun) => Data;
/** The page, a row of it, or what else an object is made of. */
type MakeOf<T> = (of: T, run: MappingRun) => Data;
/** Of a page, and what else the row or the query holds that has the list. */
type MakePage = (page: FetchedPage, run: MappingRun, held: Values) => Data;

/** The constants that the expressions of one object name. */
class Constants {
  readonly values: unknown[] = [];
  add(value: unknown): string {
    return `k[${this.values.push(value) - 1}]`;
  }
}

const COUNTED = 'run.made += 1';

/** @throws Fault while an answer is made, where a value is not what its field allows */
export function mapperOf({ root, view }: Plan, layoutOf: LayoutOf): Make {
  return new Mapper(layoutOf).view(root, view, '');
}

class Mapper {
  readonly #layoutOf: LayoutOf;

  constructor(layoutOf: LayoutOf) {
    this.#layoutOf = layoutOf;
  }

  view(of: PlanNode, { members }: View, before = COUNTED): Make {
    const k = new Constants();
    return objectMaker(
      'v, run',
      members.map((member) => [member.key, this.#member(of, member, k)]),
      k.values,
      before,
    );
  }

  #member(of: PlanNode, member: Member, k: Constants): string {
    switch (member.kind) {
      case 'text':
        return JSON.stringify(member.text);
      case 'id':
        return `${JSON.stringify(`${member.prefix}_`)} + ${this.#layoutOf(of).of(of as RowNode, 'id')}`;
      case 'column':
        return this.#column(of as RowNode, member, k);
      case 'value':
        return `${k.add(member.complete)}(${this.#valueOf(of as Holder, member.from, k)})`;
      case 'plain':
        return `${k.add(this.#objects(member))}(${this.#valueOf(of as Holder, member.from, k)}, run)`;
      case 'one':
        return orNull(member, `${k.add(this.view(member.row, member.view))}(v[${member.edge}], run)`, k);
      case 'count':
        return member.nullable ? `v[${member.edge}]` : `(v[${member.edge}] ?? ${k.add(fault)}())`;
      case 'list':
        return `${k.add(this.#connection(member.list, member.view))}(v[${member.edge}], run, v)`;
      case 'several':
        return `${k.add(each(this.view(member.row, member.view)))}(v[${member.edge}], run)`;
      case 'node':
        return orNull(member, `${k.add(this.#ofAnyType())}(v[${member.edge}], run)`, k);
      case 'ids': {
        const make = this.#ofAnyType();
        const all = (nodes: readonly (FetchedNode | null)[], run: MappingRun): (Data | null)[] =>
          nodes.map((node) => (node === null ? null : make(node, run)));
        return `${k.add(all)}(v[${member.edge}], run)${member.ids.many ? '' : '[0]'}`;
      }
      case 'objects':
        return `${k.add(this.#objects(member))}(v[${member.edge}], run)`;
    }
  }

  #objects({ type, object, view }: ObjectView): Complete<MappingRun> {
    const make = this.view(object, view);
    return completed<MappingRun>(type, (value, run) => (value == null ? null : make(objectIn(value) as Values, run)));
  }

  #column(of: RowNode, { column, type, complete }: MemberOf<'column'>, k: Constants): string {
    const layout = this.#layoutOf(of);
    const value = layout.of(of, column.property);
    if (!isLeafOf(column, type)) {
      const fact = factOf(column, layout);
      return `${k.add(complete)}(${fact ? `${k.add(fact)}(${value})` : value})`;
    }
    const moment = isMoment(column) ? layout.moment : undefined;
    const read = moment ? `${k.add(moment)}(${value})` : value;
    if (!column.nullable) return read;
    if (isNonNullType(type)) return `(${value} === null ? ${k.add(fault)}() : ${read})`;
    return moment ? `(${value} === null ? null : ${read})` : value;
  }

  #valueOf(of: Holder, from: ValueSource, k: Constants): string {
    if ('property' in from) return ofHolder(of, from.property);
    const facts = factExpressions(of as RowNode, from.facts, this.#layoutOf(of), (value) => k.add(value));
    const named = facts.map(([name, read]) => `${JSON.stringify(name)}: ${read}`);
    return `${k.add(from.field.value)}({ ${named.join(', ')} }, run.context)`;
  }

  /** Rows of several types: each is of the one that was found for it. */
  #ofAnyType(): MakeOf<FetchedNode> {
    const makers = new Map<RowView, Make>();
    return ({ target, values }, run) => keptIn(makers, target, () => this.view(target.row, target.view))(values, run);
  }

  #connection(list: ListNode, { members }: ConnectionView): MakePage {
    const k = new Constants();
    return objectMaker(
      'page, run, v',
      members.map((member) => {
        switch (member.kind) {
          case 'text':
            return [member.key, JSON.stringify(member.text)];
          case 'totalCount':
            return [member.key, 'page.total'];
          case 'groups':
            return [member.key, `${k.add(this.#objects(member))}(v[${member.edge}], run)`];
          case 'nodes':
            return [member.key, `${k.add(each(this.view(list.row, member.view)))}(page.rows, run)`];
          case 'edges':
            return [member.key, `${k.add(this.#edges(list, member.members))}(page, run)`];
          case 'pageInfo':
            return [member.key, `${k.add(this.#pageInfo(list, member.members))}(page, run)`];
        }
      }),
      k.values,
      COUNTED,
    );
  }

  #edges(list: ListNode, members: readonly EdgeMember[]): (page: FetchedPage, run: MappingRun) => Data[] {
    const k = new Constants();
    const make = objectMaker<(values: Values, page: FetchedPage, run: MappingRun) => Data>(
      'v, page, run',
      members.map((member) => {
        switch (member.kind) {
          case 'text':
            return [member.key, JSON.stringify(member.text)];
          case 'cursor':
            return [member.key, `${k.add(this.#layoutOf(list.row).cursor(list))}(v, page)`];
          case 'node':
            return [member.key, `${k.add(this.view(list.row, member.view))}(v, run)`];
        }
      }),
      k.values,
      COUNTED,
    );
    return (page, run) => page.rows.map((values) => make(values, page, run));
  }

  #pageInfo(list: ListNode, members: readonly PageInfoMember[]): MakeOf<FetchedPage> {
    const k = new Constants();
    const cursor = list.wantsCursors ? k.add(this.#layoutOf(list.row).cursor(list)) : '';
    const make = objectMaker<
      (
        stands: ReturnType<typeof standing>,
        page: FetchedPage,
        first: Values | undefined,
        last: Values | undefined,
        run: MappingRun,
      ) => Data
    >(
      'stands, page, first, last, run',
      members.map((member) => {
        switch (member.kind) {
          case 'text':
            return [member.key, JSON.stringify(member.text)];
          case 'startCursor':
            return [member.key, `first ? ${cursor}(first, page) : null`];
          case 'endCursor':
            return [member.key, `last ? ${cursor}(last, page) : null`];
          default:
            return [member.key, `stands.${member.kind}`];
        }
      }),
      k.values,
      COUNTED,
    );
    return (page, run) => {
      const { rows, more, list: asked } = page;
      return make(standing(asked, more), page, rows[0], rows.at(-1), run);
    };
  }
}

function orNull(
  { edge, nullable }: { readonly edge: number; readonly nullable: boolean },
  made: string,
  k: Constants,
): string {
  return `(v[${edge}] === null ? ${nullable ? 'null' : `${k.add(fault)}()`} : ${made})`;
}

function each(make: Make): (rows: readonly Values[], run: MappingRun) => Data[] {
  return (rows, run) => rows.map((row) => make(row, run));
}
