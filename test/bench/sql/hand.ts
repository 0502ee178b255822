import { domains } from '../../../src/app.ts';
import type { Viewer, ViewerShape } from '../../../src/platform/auth/index.ts';
import {
  always,
  Late,
  prepare,
  raw,
  sql,
  type Alias,
  type Prepared,
  type Run,
  type Sql,
} from '../../../src/platform/reading/sql.ts';
import { Scope } from '../../../src/platform/reading/scope/scope.ts';

/** What a statement written by hand may look at when it runs. */
export interface HandRun extends Run {
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Which rows of a type may be told. With checks: those that the hub's declarations make visible; bare: `plain`, the
 * least that makes the answer the same, which is what a server without rights would have as its filter.
 */
export interface Hand {
  readonly shape: ViewerShape;
  see(type: string, row: Alias, plain?: Sql): Sql;
  /** The same for rows that may be counted without being seen. */
  count(type: string, row: Alias, plain?: Sql): Sql;
}

export type Statement = (hand: Hand) => Sql;

const readables = new Map(domains.flatMap((domain) => domain.readables.map((each) => [each.entity.name, each])));

function handOf(shape: ViewerShape, checks: boolean): Hand {
  const declared = (type: string): NonNullable<ReturnType<typeof readables.get>> => {
    const readable = readables.get(type);
    if (!readable) throw new Error(`${type} is not declared readable.`);
    return readable;
  };
  return {
    shape,
    see: (type, row, plain = always) => (checks ? declared(type).visible(new Scope(row.sql), shape) : plain),
    count: (type, row, plain = always) =>
      checks ? (declared(type).countable ?? declared(type).visible)(new Scope(row.sql), shape) : plain,
  };
}

/** One text for each statement and shape of viewer, as the hub has it. */
export class Statements {
  readonly #prepared = new Map<string, Prepared>();
  readonly #checks: boolean;

  constructor(checks: boolean) {
    this.#checks = checks;
  }

  get(name: string, statement: Statement, viewer: Viewer): Prepared & { readonly name: string } {
    const { shape, shapeKey } = viewer;
    const key = `${name}_${shapeKey}`;
    let prepared = this.#prepared.get(key);
    if (!prepared) this.#prepared.set(key, (prepared = prepare(statement(handOf(shape, this.#checks)))));
    return { ...prepared, name: key };
  }
}

/** A variable of the operation, as a parameter. */
export const variable = (name: string, type: string, fallback?: unknown): Sql =>
  sql`${new Late(`variable ${name}`, (run) => (run as HandRun).variables[name] ?? fallback ?? null)}${raw(`::${type}`)}`;

/** The bare UUID of a variable that is a global id. */
export const idVariable = (name: string): Sql =>
  sql`${new Late(`id ${name}`, (run) => String((run as HandRun).variables[name]).split('_')[1] ?? null)}${raw('::uuid')}`;

/** An array of what a query answers in its order; a list of nothing is `[]`. */
export function nodes(object: Sql, from: Sql): Sql {
  return sql`json_build_object('nodes', (select coalesce(json_agg(${object}), '[]') from (${from}) _x))`;
}

/** A root list whose rows stand in `page`, one more than were asked for, with a number `n`. */
export function rootPage(object: Sql, size: Sql): Sql {
  return sql`json_build_object(
    'nodes', (select coalesce(json_agg(${object} order by _x.n), '[]') from page _x where _x.n <= ${size}),
    'pageInfo', json_build_object(
      'hasNextPage', (select count(*) from page) > ${size},
      'endCursor', (select last.id from page last where last.n = least(${size}, (select count(*) from page)))))`;
}
