import sql, { empty, join, raw, Sql } from 'sql-template-tag';
import type { Viewer } from '../auth/viewer.ts';

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
    let text = written.get(ids);
    if (text === undefined)
      written.set(ids, (text = `{${ids.map((id) => `"${id.replace(/["\\]/g, '\\$&')}"`).join()}}`));
    return text;
  });
}

/** The clock of the request. */
export const now: Sql = late('now', 'timestamptz', (run) => run.now);

/** The day of the request, by the calendar of Asia/Shanghai. */
export const today: Sql = sql`(${now} at time zone 'Asia/Shanghai')::date`;

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

/** A statement whose text is settled; its values are taken when it is run. */
export interface Prepared {
  readonly text: string;
  readonly values: (run: Run) => unknown[];
  /** Of each parameter, the first one first, its name; undefined for one whose value is settled. */
  readonly names: readonly (string | undefined)[];
  /** Whether one of them is the viewer's own. */
  readonly namesViewer: boolean;
}

/** Numbers the parameters; a late parameter that is named twice is sent once. */
export function prepare(query: Sql): Prepared {
  let text = query.strings[0]!;
  const sources: unknown[] = [];
  const numbers = new Map<Late, number>();
  for (const [index, value] of query.values.entries()) {
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
  };
}
