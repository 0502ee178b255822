/** Compiles what turns the arrays of a planned statement into an answer. */
import { isNonNullType } from 'graphql';
import { nothingTold, onlySomeTold } from '../disclosure/told.ts';
import { standing } from '../page.ts';
import { objectMaker } from '../rows.ts';
import { fault, type Tally } from './complete.ts';
import { countsBeyond, cursorNames } from './compose.ts';
import type {
  ConnectionView,
  EdgeMember,
  ListOutline,
  Member,
  ObjectMember,
  Outline,
  PageInfoMember,
  RootMember,
  RowOutline,
  View,
} from './outline.ts';
import type { ListState, PlannedRun } from './request.ts';
import { cursorValueOf, leafOf, plannedFactOf } from './values.ts';

type Values = readonly unknown[];
export type Data = Readonly<Record<string, unknown>>;

/** A run while its answer is made. */
export interface Hydration extends PlannedRun, Tally {}

export type Answer = (values: Values, run: Hydration) => Data;
type Make = (values: Values, run: Hydration) => Data;

/** A page of a connection as it was read: its rows in the order of the answer. */
interface Page {
  readonly rows: readonly Values[];
  readonly more: boolean;
  readonly total: unknown;
}

/** The constants that the expressions of one object name. */
class Constants {
  readonly values: unknown[] = [];
  add(value: unknown): string {
    return `k[${this.values.push(value) - 1}]`;
  }
}

const COUNTED = 'run.made += 1';

export class Hydrator {
  readonly #lists: readonly ListState[];

  constructor(lists: readonly ListState[]) {
    this.#lists = lists;
  }

  answer(outline: Outline): Answer {
    const k = new Constants();
    return objectMaker(
      'v, run',
      outline.members.map((member) => [member.key, this.#root(member, k)]),
      k.values,
    );
  }

  #root(member: RootMember, k: Constants): string {
    switch (member.kind) {
      case 'text':
        return JSON.stringify(member.text);
      case 'list':
        return `${k.add(this.#connection(member.list, member.view))}(v[${member.part}], run)`;
      case 'object':
        return `${k.add(this.#object(member.members))}(v, run, run.objects[${member.number}])`;
      case 'ids': {
        const { number, many, types } = member.ids;
        const makers = new Map(
          [...types].map(([name, { row, view, part }]) => [
            name,
            { make: this.#view(row, view), part, id: row.slotOf('id') },
          ]),
        );
        const find = (values: Values, run: Hydration): (Data | null)[] =>
          run.ids[number]!.map((asked) => {
            const maker = asked && makers.get(asked.type);
            const row = maker && (values[maker.part] as Values[] | null)?.find((each) => each[maker.id] === asked.uuid);
            return row ? maker.make(row, run) : null;
          });
        return `${k.add(find)}(v, run)${many ? '' : '[0]'}`;
      }
    }
  }

  #object(members: readonly ObjectMember[]): (values: Values, run: Hydration, object: Data) => Data {
    const k = new Constants();
    return objectMaker(
      'v, run, object',
      members.map((member) => {
        switch (member.kind) {
          case 'text':
            return [member.key, JSON.stringify(member.text)];
          case 'property':
            return [member.key, `${k.add(member.complete)}(object[${JSON.stringify(member.name)}], run)`];
          case 'reference':
            return [member.key, this.#one(member, k)];
          case 'list':
            return [member.key, this.#listOf(member, k)];
          case 'count':
            return [member.key, this.#countOf(member, k)];
        }
      }),
      k.values,
      COUNTED,
    );
  }

  #view(row: RowOutline, view: View): Make {
    const k = new Constants();
    return objectMaker(
      'v, run',
      view.members.map((member) => [member.key, this.#member(row, member, k)]),
      k.values,
      COUNTED,
    );
  }

  #member(row: RowOutline, member: Member, k: Constants): string {
    switch (member.kind) {
      case 'text':
        return JSON.stringify(member.text);
      case 'id':
        return `${JSON.stringify(`${member.prefix}_`)} + v[${row.slotOf('id')}]`;
      case 'column':
        return this.#column(row, member, k);
      case 'computed':
        return this.#computed(row, member, k);
      case 'one':
        return this.#one(member, k);
      case 'list':
        return this.#listOf(member, k);
      case 'count':
        return this.#countOf(member, k);
    }
  }

  #listOf(
    { list, view, part }: Extract<Member, { kind: 'list' }> | Extract<ObjectMember, { kind: 'list' }>,
    k: Constants,
  ): string {
    return `${k.add(this.#connection(list, view))}(v[${part}], run)`;
  }

  #countOf(
    { part, nullable }: Extract<Member, { kind: 'count' }> | Extract<ObjectMember, { kind: 'count' }>,
    k: Constants,
  ): string {
    return nullable ? `v[${part}]` : `(v[${part}] ?? ${k.add(fault)}())`;
  }

  #column(row: RowOutline, { column, type, complete }: Extract<Member, { kind: 'column' }>, k: Constants): string {
    const value = `v[${row.slotOf(column.property)}]`;
    const leaf = leafOf(column, type);
    if (!leaf) {
      const fact = plannedFactOf(column);
      return `${k.add(complete)}(${fact ? `${k.add(fact)}(${value})` : value}, run)`;
    }
    const read = leaf === 'as read' ? value : `${k.add(leaf)}(${value})`;
    if (!column.nullable) return read;
    if (isNonNullType(type)) return `(${value} === null ? ${k.add(fault)}() : ${read})`;
    return leaf === 'as read' ? value : `(${value} === null ? null : ${read})`;
  }

  #computed(row: RowOutline, { field, facts, complete }: Extract<Member, { kind: 'computed' }>, k: Constants): string {
    const named = facts.map(([name, value]): [string, string] => {
      const read = `v[${row.slotOf(value)}]`;
      const fact = plannedFactOf(row.type.columns.get(value));
      return [JSON.stringify(name), fact ? `${k.add(fact)}(${read})` : read];
    });
    const value = `${k.add(field.value)}({ ${named.map(([name, read]) => `${name}: ${read}`).join(', ')} }, run.context)`;
    return `${k.add(complete)}(${value}, run)`;
  }

  #one(
    { part, row, view, nullable }: Extract<Member, { kind: 'one' }> | Extract<ObjectMember, { kind: 'reference' }>,
    k: Constants,
  ): string {
    const otherwise = nullable ? 'null' : `${k.add(fault)}()`;
    return `(v[${part}] === null ? ${otherwise} : ${k.add(this.#view(row, view))}(v[${part}], run))`;
  }

  #connection(list: ListOutline, view: ConnectionView): (found: unknown, run: Hydration) => Data {
    const k = new Constants();
    const make = objectMaker<(page: Page, run: Hydration) => Data>(
      'page, run',
      view.members.map((member) => {
        switch (member.kind) {
          case 'text':
            return [member.key, JSON.stringify(member.text)];
          case 'totalCount':
            return [member.key, 'page.total'];
          case 'nodes':
            return [member.key, `${k.add(each(this.#view(list.row, member.view)))}(page.rows, run)`];
          case 'edges':
            return [member.key, `${k.add(each(this.#edge(list, member.members)))}(page.rows, run)`];
          case 'pageInfo':
            return [member.key, `${k.add(this.#pageInfo(list, member.members))}(page, run)`];
        }
      }),
      k.values,
      COUNTED,
    );
    const read = pageReader(list);
    return (found, run) => make(read(found, run), run);
  }

  #edge(list: ListOutline, members: readonly EdgeMember[]): Make {
    const k = new Constants();
    return objectMaker(
      'v, run',
      members.map((member) => {
        switch (member.kind) {
          case 'text':
            return [member.key, JSON.stringify(member.text)];
          case 'cursor':
            return [member.key, `${k.add(this.#cursor(list))}(v)`];
          case 'node':
            return [member.key, `${k.add(this.#view(list.row, member.view))}(v, run)`];
        }
      }),
      k.values,
      COUNTED,
    );
  }

  #pageInfo(list: ListOutline, members: readonly PageInfoMember[]): (page: Page, run: Hydration) => Data {
    const k = new Constants();
    const cursor = list.wantsCursors ? k.add(this.#cursor(list)) : '';
    const make = objectMaker<
      (stands: ReturnType<typeof standing>, first: Values | undefined, last: Values | undefined, run: Hydration) => Data
    >(
      'stands, first, last, run',
      members.map((member) => {
        switch (member.kind) {
          case 'text':
            return [member.key, JSON.stringify(member.text)];
          case 'startCursor':
            return [member.key, `first ? ${cursor}(first) : null`];
          case 'endCursor':
            return [member.key, `last ? ${cursor}(last) : null`];
          default:
            return [member.key, `stands.${member.kind}`];
        }
      }),
      k.values,
      COUNTED,
    );
    return ({ rows, more }, run) => {
      const { window, args } = run.lists[list.number]!;
      return make(standing(window, args, more), rows[0], rows.at(-1), run);
    };
  }

  #cursor(list: ListOutline): (values: Values) => string {
    const state = this.#lists[list.number]!;
    const more = cursorNames(list, state);
    const terms = state.ordering.terms.map(({ column }) => ({
      slot: list.row.slotOf(column.property, more),
      of: cursorValueOf(column),
    }));
    return (values) =>
      state.cursors.of(
        state.ordering,
        terms.map(({ slot, of }) => (of ? of(values[slot]) : values[slot])),
      );
  }
}

function each(make: Make): (rows: readonly Values[], run: Hydration) => Data[] {
  return (rows, run) => rows.map((row) => make(row, run));
}

function pageReader(list: ListOutline): (found: unknown, run: Hydration) => Page {
  const counted = countsBeyond(list);
  return (found, run) => {
    const { window } = run.lists[list.number]!;
    const [part, total] =
      list.wantsRows && list.wantsCount ? (found as Values) : list.wantsRows ? [found, undefined] : [null, found];
    const [all, beyond] = counted && part ? (part as Values) : [part, false];
    // Of which parents no number or no rows are told is known once they are read: the ordinary way names the field.
    if (total === null) throw onlySomeTold();
    if (all === false) throw nothingTold();
    let rows = (all ?? []) as Values[];
    const more = counted ? (beyond as boolean) : rows.length > window.size;
    if (list.wantsMore && rows.length > window.size) rows = rows.slice(0, window.size);
    return { rows: window.backward ? rows.toReversed() : rows, more, total };
  };
}
