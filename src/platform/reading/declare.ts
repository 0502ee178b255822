/**
 * What may be read, as data. A domain declares here which of its entities are readable, how they hang together and
 * which root fields lead to them; batches, plans, schema, cost and tests are all made from these declarations.
 */
import type { Viewer, ViewerShape } from '../auth/viewer.ts';
import type { Stored } from '../database/stored.entity.ts';
import type { Locale } from '../errors/index.ts';
import type { Services } from '../request/index.ts';
import type { Condition, EntityClass, OrderTerm } from './readable.ts';
import type { ReferenceOf } from './scope/properties.ts';
import type { Scope } from './scope/scope.ts';
import type { Alias, Sql } from './sql.ts';

export interface Described {
  /** One English sentence with the Chinese term. */
  readonly description: string;
  readonly deprecated?: string;
}

/** How the rows on the other side are found. */
export type Link =
  /** A reference of the row itself (to one), or of the rows on the other side (to many). */
  | { readonly by: string }
  /** A reference of the row on the other side, of which at most one points back here. */
  | { readonly backBy: string }
  /** A table between the two; `where` may narrow its rows. */
  | {
      readonly through: {
        readonly link: EntityClass;
        readonly from: string;
        readonly to: string;
        readonly where?: (link: Alias) => Sql;
      };
    }
  /** Any condition over both. It may read any column of the parent, and must be served by an index of the child. */
  | { readonly via: (parent: Scope, child: Scope, viewer: ViewerShape) => Sql };

export interface ToOne extends Described {
  readonly kind: 'one';
  readonly to: EntityClass;
  readonly link: Link;
  /** False where the other side exists and is visible whenever this one is. */
  readonly nullable: boolean;
  readonly where?: Condition<never>;
}

export interface ToMany<From = never> extends Described {
  readonly kind: 'many';
  readonly to: EntityClass;
  readonly link: Link;
  readonly where?: Condition<never>;
  /** The order where none is asked for; that of the readable where left out. */
  readonly order?: readonly OrderTerm[];
  /** Of an object without a table: its field that holds the id which stands for a parent's; where that is null the list is empty. */
  readonly parent?: string;
  /** Of which parents the number is told: of others the viewer sees a part of the rows at most, which is a wrong figure. Always, where left out. */
  readonly countedWhere?: Condition<From>;
  /** Of which parents the viewer sees all rows, or those that a right of theirs leads to, be they none: of others an empty list is refused. As `countedWhere`, where left out. */
  readonly seenWhere?: Condition<From>;
}

export interface Count<From = never> extends Described {
  readonly kind: 'count';
  readonly to: EntityClass;
  readonly link: Link;
  readonly where?: Condition<never>;
  /** Counts `visible` rows instead of `countable` ones. */
  readonly visibleOnly?: boolean;
  /** A count from 1 to one less than this is null for whoever is told of large groups only and sees not all of the rows: a small group would give people away. */
  readonly withheldBelow?: number;
  /**
   * What can be had by subtracting it from the counts beside it, which must not be a small group either: each is a whole that it is
   * a part of, and other parts of that whole. They are counts of the same row, `invitedHouseholdCount`, or sums over a list, `roles.confirmedCount`.
   */
  readonly remainders?: readonly (readonly string[])[];
  /** Whose sum it is, or nearly so: `roles.confirmedCount`. The rest must not be a small group. */
  readonly sumOf?: string;
  /** Of which parents the number is told: of others it is null, whatever their rows, for a part is a wrong figure, and 0 beside null says whether there is one. Always, where left out. */
  readonly countedWhere?: Condition<From>;
  /** As of a list; where it is null the count is 0. */
  readonly parent?: string;
}

/** What a computed value may look at besides its facts. */
export interface ComputeContext {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly locale: Locale;
  readonly services: Services;
}

/** A named column of the row, or SQL over the row. */
export type Fact = string | Condition<never>;

/** A field that is no column: SQL over the row, or a pure function of named facts that are read with the row. */
export interface Computed extends Described {
  readonly kind: 'computed';
  /** The GraphQL type, as type-graphql takes it: `() => String`, `() => [SignupBlocker]`. */
  readonly type: () => unknown;
  readonly nullable: boolean;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly value: (facts: never, context: ComputeContext) => unknown;
  /** Of a list of objects, which the row carries itself: how many there are at most. Any other list of objects is a connection. */
  readonly atMost?: number;
}

/** Things that an object without a table names by their ids, in its order: those that the viewer sees. */
export interface Several extends Described {
  readonly kind: 'several';
  readonly to: EntityClass;
  /** The field that holds the bare ids, a hundred at most. */
  readonly by: string;
}

/** Any stored thing that the row names by the prefix of its type and its id; null where the viewer sees none. */
export interface ToNode extends Described {
  readonly kind: 'node';
  /** The column that holds the prefix, e.g. `meeting`. */
  readonly prefix: string;
  /** The column that holds the bare id. */
  readonly id: string;
}

export type FieldDeclaration<From = never> = ToOne | ToMany<From> | Count<From> | Computed | Several | ToNode;

/** Fields of one type, declared by its own domain or by a domain above it. */
export interface Relations {
  readonly from: EntityClass;
  readonly fields: Readonly<Record<string, FieldDeclaration>>;
}

export function relations<E extends Stored>(
  from: EntityClass<E>,
  fields: Readonly<Record<string, FieldDeclaration<E>>>,
): Relations {
  return { from, fields };
}

type LinkOptions<Near, Far, Back = never> =
  | { by: Near }
  | { backBy: Back }
  | { through: Extract<Link, { through: unknown }>['through'] }
  | { via: Extract<Link, { via: unknown }>['via'] }
  | Far;

/** What is said of a relation, and how its rows are found. */
function linked<O extends object>(options: O): Omit<O, 'by' | 'backBy' | 'through' | 'via'> & { readonly link: Link } {
  const { by, backBy, through, via, ...said } = options as O &
    Partial<Record<'by' | 'backBy' | 'through' | 'via', never>>;
  if (by !== undefined) return { ...said, link: { by } };
  if (backBy !== undefined) return { ...said, link: { backBy } };
  if (through !== undefined) return { ...said, link: { through } };
  if (via !== undefined) return { ...said, link: { via } };
  throw new Error('A relation needs one of: by, backBy, through, via.');
}

/** The reference that holds the id of the row on the other side, where that is all that leads to it. */
export function referenceOf({ link, where }: ToOne): string | undefined {
  return 'by' in link && !where ? link.by : undefined;
}

/** At most one row of `to`: by a reference of this row, or by a condition that at most one row meets. */
export function toOne<T extends Stored>(
  to: EntityClass<T>,
  options: LinkOptions<string, never, ReferenceOf<T>> & Described & { nullable?: boolean; where?: Condition<T> },
): ToOne {
  return { kind: 'one', to, nullable: false, ...linked(options) };
}

export function severalOf<T extends Stored>(to: EntityClass<T>, options: Described & { by: string }): Several {
  return { kind: 'several', to, ...options };
}

export function toNode(options: Described & { prefix: string; id: string }): ToNode {
  return { kind: 'node', ...options };
}

/** A connection of `to`; `by` names the reference of `to` that points back here. */
export function toMany<T extends Stored, From = Stored>(
  to: EntityClass<T>,
  options: LinkOptions<ReferenceOf<T>, never> &
    Described & {
      where?: Condition<T>;
      order?: readonly OrderTerm<T>[];
      parent?: string;
      countedWhere?: Condition<From>;
      seenWhere?: Condition<From>;
    },
): ToMany<From> {
  return { kind: 'many', to, ...linked(options) } as ToMany<From>;
}

/** The number of rows of `to` that the viewer may count. */
export function count<T extends Stored, From = Stored>(
  to: EntityClass<T>,
  options: LinkOptions<ReferenceOf<T>, never> &
    Described & { where?: Condition<T> } & Pick<
      Count<From>,
      'visibleOnly' | 'withheldBelow' | 'remainders' | 'sumOf' | 'countedWhere' | 'parent'
    >,
): Count<From> {
  return { kind: 'count', to, ...linked(options) };
}

/** A value computed from named facts: columns by name, or SQL over the row. */
export function computed<F extends Readonly<Record<string, unknown>>>(
  type: () => unknown,
  options: Described & {
    nullable?: boolean;
    facts: { readonly [K in keyof F]: Fact };
    value: (facts: F, context: ComputeContext) => unknown;
    atMost?: number;
  },
): Computed {
  return { kind: 'computed', type, nullable: false, ...options } as Computed;
}

/** A value that the database computes. */
export function expression(
  type: () => unknown,
  options: Described & { nullable?: boolean; sql: Condition<never> },
): Computed {
  const { sql, ...said } = options;
  return computed<{ value: unknown }>(type, { ...said, facts: { value: sql }, value: ({ value }) => value });
}
