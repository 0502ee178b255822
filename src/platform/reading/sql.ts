import sql, { empty, join, raw, Sql } from 'sql-template-tag';
import type { Viewer } from '../auth/viewer.ts';
import { shanghaiDay } from '../calendar/index.ts';
import { keptIn } from '../memory/index.ts';

export { empty, join, raw, sql, Sql };

/** The name under which a row of a table stands in a statement. */
export type Alias = Sql;

/** What a statement may depend on when it is run, besides its own arguments. */
export interface Run {
  readonly viewer: Viewer;
  readonly now: Date;
  /** The rows that are asked for, or the parents whose children are. */
  readonly keys?: readonly string[];
  /** Rows wanted of each parent. */
  readonly take?: number;
}

/**
 * A parameter whose value is known only when the statement is run. A statement that names the viewer by such
 * parameters alone has one text for every viewer, so it is planned once and its text can be kept.
 */
export class Late {
  readonly name: string;
  readonly value: (run: Run) => unknown;
  constructor(name: string, value: (run: Run) => unknown) {
    this.name = name;
    this.value = value;
  }
}

const late = (name: string, type: string, value: (run: Run) => unknown): Sql =>
  sql`${new Late(name, value)}${raw(`::${type}`)}`;

/** One that is the viewer's own: an answer that depends on it is theirs alone. */
class OfViewer extends Late {}

/** Declared by the domain that knows what viewers hold; conditions name the viewer by nothing else. */
export function viewerParameter(name: string, type: string, of: (viewer: Viewer) => unknown): Sql {
  return sql`${new OfViewer(name, ({ viewer }) => of(viewer))}${raw(`::${type}`)}`;
}

const written = new WeakMap<readonly string[], string>();

/** A viewer is remembered for many requests: their ids are written down for PostgreSQL once. */
export function viewerIds(name: string, type: 'uuid[]' | 'text[]', of: (viewer: Viewer) => readonly string[]): Sql {
  return viewerParameter(name, type, (viewer) => {
    const ids = of(viewer);
    return keptIn(written, ids, () => `{${ids.map((id) => `"${id.replace(/["\\]/g, '\\$&')}"`).join()}}`);
  });
}

/** The clock of the request. */
export const now: Sql = late('now', 'timestamptz', (run) => run.now);

/** The day of the request, by the calendar of Asia/Shanghai. */
export const today: Sql = late('today', 'date', (run) => shanghaiDay(run.now));

export const always: Sql = raw('true');
export const never: Sql = raw('false');

/** True where at least one condition is; `never` where there is none. */
export function anyOf(conditions: readonly (Sql | false | null | undefined)[]): Sql {
  const given = conditions.filter((each): each is Sql => Boolean(each));
  if (given.includes(always)) return always;
  const rest = given.filter((each) => each !== never);
  return rest.length === 0 ? never : rest.length === 1 ? rest[0]! : join(rest, ' or ', '(', ')');
}

/** A condition about another row, looked up for this one: where it holds of none, nothing is looked up. */
export function unlessNever(condition: Sql, lookedUp: (condition: Sql) => Sql): Sql {
  return condition === never ? never : lookedUp(condition);
}

/** True where every condition is; `always` where there is none, and `never` where one is. */
export function allOf(conditions: readonly (Sql | false | null | undefined)[]): Sql {
  const given = conditions.filter((each): each is Sql => Boolean(each) && each !== always);
  if (given.includes(never)) return never;
  return given.length === 0 ? always : given.length === 1 ? given[0]! : join(given, ' and ', '(', ')');
}

export const theKeys: Sql = late('keys', 'uuid[]', (run) => run.keys);
export const take: Sql = late('take', 'int', (run) => run.take);

/** A table that a statement reads or writes: `prepare` writes its name, and tells of it. */
class TableName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A table, named in such a way that it is known of every statement in which tables it looks. */
export class Table extends Sql {
  readonly name: string;
  constructor(name: string) {
    super(['', ''], [new TableName(name)]);
    this.name = name;
  }
}

/** Written `from ${table('comment')} cmt`. What is kept of an answer is thrown away where a row of such a table changes. */
export function table(name: string): Table {
  return new Table(name);
}

/** The same SQL with other parameters; tables are none. */
export function withParameters({ strings, values }: Sql, by: (value: unknown, index: number) => unknown): Sql {
  return new Sql(
    strings,
    values.map((value, index) => (value instanceof TableName ? value : by(value, index))),
  );
}

/** A statement whose text is settled; its values are taken when it is run. */
export interface Prepared {
  readonly text: string;
  readonly values: (run: Run) => unknown[];
  /** Of each parameter, the first one first, its name; undefined for one whose value is settled. */
  readonly names: readonly (string | undefined)[];
  /** Whether one of them is the viewer's own. */
  readonly namesViewer: boolean;
  /** The names of all tables that stand in it. */
  readonly tables: ReadonlySet<string>;
}

/** Numbers the parameters; a late parameter that is named twice is sent once. */
export function prepare(query: Sql): Prepared {
  let text = query.strings[0]!;
  const sources: unknown[] = [];
  const numbers = new Map<Late, number>();
  const tables = new Set<string>();
  for (const [index, value] of query.values.entries()) {
    if (value instanceof TableName) {
      tables.add(value.name);
      text += value.name + query.strings[index + 1]!;
      continue;
    }
    let number = value instanceof Late ? numbers.get(value) : undefined;
    if (number === undefined) {
      number = sources.push(value);
      if (value instanceof Late) numbers.set(value, number);
    }
    text += `$${number}${query.strings[index + 1]!}`;
  }
  return {
    text,
    values: (run) => sources.map((source) => (source instanceof Late ? source.value(run) : source)),
    names: sources.map((source) => (source instanceof Late ? source.name : undefined)),
    namesViewer: sources.some((source) => source instanceof OfViewer),
    tables,
  };
}
