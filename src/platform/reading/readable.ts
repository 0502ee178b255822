import type { Viewer, ViewerShape } from '../auth/viewer.ts';
import type { Stored } from '../database/stored.entity.ts';
import type { PropertyOf } from './scope/properties.ts';
import type { Scope } from './scope/scope.ts';
import type { Alias, Sql } from './sql.ts';

/* What may be read of an entity: which rows a viewer sees and counts, and by what they are found and ordered. */

export type EntityClass<E extends Stored = Stored> = abstract new (...args: never[]) => E;

/** An entity as it is read: a plain object, references as bare UUIDs. Only the columns that were asked for are there. */
export type Row<E> = {
  [P in PropertyOf<E>]: NonNullable<E[P]> extends Stored ? string | Extract<E[P], null> : E[P];
};

/** Which rows: pure, and dependent on the viewer's shape alone; the viewer's ids enter through `viewerParameter`. */
export type Condition<E = Stored> = (row: Scope<E>, viewer: ViewerShape) => Sql;

export type FilterOperator = 'eq' | 'in' | 'gte' | 'lt' | 'contains' | 'isNull';

/** A filter that is no column of its own: `matches` gets the wanted values as one array parameter. */
export interface CustomFilter {
  /** What is wanted: words, numbers, names of an enum, or things of an entity by their ids. */
  readonly on: 'String' | 'Int' | EntityClass | object;
  readonly description: string;
  /** SQL of the array parameter's element type, e.g. `uuid`, `text`. */
  readonly sqlType: string;
  readonly matches: (row: Alias, wanted: Sql) => Sql;
}

/**
 * A filter by what somebody types, `search: "…"`: it is read into one form, and matched with what is told of a row to whoever sees it, and
 * with no more, for whoever may ask may try.
 */
export interface TextSearch {
  readonly description: string;
  /** Undefined where nothing is left to look for. */
  readonly matches: (row: Alias, typed: string) => Sql | undefined;
}

/**
 * Rows of which one property is among the ids of an array of the viewer's: all of them or those that `where` leaves.
 * `many`: some viewers have many such ids, for whom the list is walked instead.
 */
export interface Found<E = unknown> {
  readonly by: PropertyOf<E>;
  readonly among: Sql;
  readonly where?: (row: Alias) => Sql;
  readonly many?: true;
}

export interface OrderTerm<E = unknown> {
  readonly by: PropertyOf<E>;
  readonly direction: 'ASC' | 'DESC';
}

/** Of whom a row tells, where it is put on record who has read of them. */
export interface Recorded {
  /** The prefix of the type of those whom it tells of, e.g. `person`. */
  readonly kind: string;
  /** Their bare ids, as SQL of a JSON array; where left out the row tells of itself. */
  readonly subjects?: (row: Alias) => Sql;
  /** Who is put on record, by the parts that they play. */
  readonly by: (viewer: ViewerShape) => boolean;
  /** Of whom these may read without being put on record, by their bare ids. */
  readonly except?: (viewer: Viewer) => readonly string[];
}

/** Whom some find by an exact value and see nowhere else: one in a request, masked, by the list that hangs on no parent. */
export interface LookUp<E extends Stored = Stored> {
  readonly by: PropertyOf<E>;
  /** The rows that can be found so. */
  readonly who: Condition<E>;
  /** What is told of a column of such a row, given the column. */
  readonly masked: { readonly [P in PropertyOf<E>]?: (column: Sql) => Sql };
  /** The rows that are told as they are: set where somebody looks. */
  readonly clear?: Condition<E>;
}

export interface ReadableOptions<E extends Stored> {
  /** The first part of global ids, in kebab-case, e.g. `course-edition`. */
  readonly prefix: string;
  /** Where no table holds the rows: a query of those that a viewer of this shape may have, with the columns of the entity, which is virtual (`@Entity({ expression })`). */
  readonly source?: (viewer: ViewerShape) => Sql;
  /** The rows that a viewer may see: part of every statement that reads them. */
  readonly visible: Condition<E>;
  /** The rows that a viewer may count without seeing them; contains `visible`, and is `visible` where left out. */
  readonly countable?: Condition<E>;
  /** Few ids that lead to all that a viewer sees, where there are such: lists that hang on no parent are read for each, not by walking everybody's rows. */
  readonly foundBy?: (viewer: ViewerShape) => readonly Found<E>[] | undefined;
  /** For rows that tell who somebody is: each that is read stands on record, whatever was asked of it. */
  readonly recorded?: Recorded;
  readonly lookUp?: LookUp<E>;
  /** Filters of `where`, each with an index behind it (`contains` only where few rows can be meant). */
  readonly filters?: { readonly [P in PropertyOf<E>]?: readonly FilterOperator[] };
  /** How what is written into a column is brought into one form: what is looked for is brought into the same. */
  readonly normalised?: { readonly [P in PropertyOf<E>]?: (text: string) => string };
  readonly customFilters?: Readonly<Record<string, CustomFilter>>;
  readonly search?: TextSearch;
  /** Orders of `orderBy`: enum key → NOT NULL property with an index behind it. */
  readonly orders?: Readonly<Record<string, PropertyOf<E>>>;
  /** The order of lists that ask for none; the id is added as the last term. */
  readonly defaultOrder: readonly OrderTerm<E>[];
}

export interface Readable<E extends Stored = Stored> extends ReadableOptions<E> {
  readonly entity: EntityClass<E>;
}

export function readable<E extends Stored>(entity: EntityClass<E>, options: ReadableOptions<E>): Readable {
  return { entity, ...options } as unknown as Readable;
}
