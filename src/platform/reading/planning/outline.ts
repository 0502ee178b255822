/** What an operation asks for, in the words of the declarations: what statements read and answers are made of. */
import type { GraphQLOutputType } from 'graphql';
import type { Column, ReadType } from '../catalog.ts';
import type { Computed, Count, ToMany, ToOne } from '../declare.ts';
import type { Condition, OrderTerm } from '../readable.ts';
import type { RootObject } from '../roots.ts';
import type { ListArguments } from '../page.ts';
import type { Complete } from './complete.ts';
import { inOrder } from './text.ts';

/** What a row brings in a statement: first its parts, then its named values. Several views of one row share it. */
export class RowOutline {
  readonly type: ReadType;
  readonly parts: Part[] = [];
  readonly #names = new Set<string>();

  constructor(type: ReadType) {
    this.type = type;
  }

  get names(): readonly string[] {
    return [...this.#names];
  }

  /** Where a named value stands in the array of a row that brings `more` besides what is needed. */
  slotOf(name: string, more: readonly string[] = []): number {
    const { plain, others } = inOrder(this.type, this.names);
    const index = [...plain.map(({ property }) => property), ...others, ...more].indexOf(name);
    if (index < 0) throw new Error(`A row of ${this.type.name} does not bring ${name}.`);
    return this.parts.length + index;
  }

  need(name: string): void {
    this.#names.add(name);
  }

  add(part: Part): number {
    return this.parts.push(part) - 1;
  }
}

/** What hangs on a row. */
export type Part =
  | { readonly kind: 'one'; readonly relation: ToOne; readonly row: RowOutline }
  | { readonly kind: 'list'; readonly list: ListOutline }
  | { readonly kind: 'count'; readonly relation: Count };

/** A connection: one number for each of an operation, under which its arguments travel. */
export interface ListOutline {
  readonly number: number;
  /** The relation that it follows; undefined for a list that hangs on no parent. */
  readonly relation: ToMany | undefined;
  readonly where: Condition | undefined;
  /** Of a list that hangs on no parent: as it is declared. */
  readonly ofViewer: boolean;
  readonly order: readonly OrderTerm[] | undefined;
  readonly row: RowOutline;
  readonly argumentsOf: (variables: Readonly<Record<string, unknown>>) => ListArguments;
  /** The arguments are the same whatever the variables. */
  readonly fixed: boolean;
  readonly wantsRows: boolean;
  readonly wantsCursors: boolean;
  /** Whether it must be known if more rows follow. */
  readonly wantsMore: boolean;
  readonly wantsCount: boolean;
}

/** How one object of the answer is made of one row. */
export interface View {
  readonly members: readonly Member[];
}

export type Member = { readonly key: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'id'; readonly prefix: string }
  | { readonly kind: 'column'; readonly column: Column; readonly type: GraphQLOutputType; readonly complete: Complete }
  | {
      readonly kind: 'computed';
      readonly field: Computed;
      readonly facts: readonly (readonly [name: string, value: string])[];
      readonly complete: Complete;
    }
  | {
      readonly kind: 'one';
      readonly part: number;
      readonly row: RowOutline;
      readonly view: View;
      readonly nullable: boolean;
    }
  | { readonly kind: 'list'; readonly part: number; readonly list: ListOutline; readonly view: ConnectionView }
  | { readonly kind: 'count'; readonly part: number; readonly nullable: boolean }
);

export interface ConnectionView {
  readonly members: readonly ({ readonly key: string } & (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'nodes'; readonly view: View }
    | { readonly kind: 'edges'; readonly members: readonly EdgeMember[] }
    | { readonly kind: 'pageInfo'; readonly members: readonly PageInfoMember[] }
    | { readonly kind: 'totalCount' }
  ))[];
}

export type EdgeMember = { readonly key: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cursor' }
  | { readonly kind: 'node'; readonly view: View }
);

export type PageInfoMember = { readonly key: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor' }
);

/** A field of a plain object: a property, or what hangs on an id which the object holds. */
export type ObjectMember = { readonly key: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'property'; readonly name: string; readonly complete: Complete }
  | {
      readonly kind: 'reference';
      readonly part: number;
      readonly row: RowOutline;
      readonly view: View;
      readonly nullable: boolean;
    }
  | { readonly kind: 'list'; readonly part: number; readonly list: ListOutline; readonly view: ConnectionView }
  | { readonly kind: 'count'; readonly part: number; readonly nullable: boolean }
);

/** An id that a plain object holds: the object's number, and the field. */
export interface HeldId {
  readonly object: number;
  readonly by: string;
}

/** `node` and `nodes`: rows of the types that the ids say, each type with a view of its own. */
export interface ByIdOutline {
  /** Under this number the ids travel. */
  readonly number: number;
  readonly many: boolean;
  readonly types: ReadonlyMap<string, { readonly row: RowOutline; readonly view: View; readonly part: number }>;
}

export type RootMember = { readonly key: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly part: number; readonly list: ListOutline; readonly view: ConnectionView }
  | { readonly kind: 'ids'; readonly ids: ByIdOutline }
  | {
      readonly kind: 'object';
      readonly number: number;
      readonly root: RootObject;
      readonly members: readonly ObjectMember[];
    }
);

/** What a statement of a whole operation reads, each under its number. */
export type RootPart =
  | { readonly kind: 'list'; readonly list: ListOutline; readonly of?: HeldId }
  | { readonly kind: 'count'; readonly relation: Count; readonly of: HeldId }
  | { readonly kind: 'ids'; readonly number: number; readonly row: RowOutline }
  | { readonly kind: 'reference'; readonly of: HeldId; readonly row: RowOutline };

export interface Outline {
  readonly members: readonly RootMember[];
  readonly parts: readonly RootPart[];
  readonly lists: readonly ListOutline[];
  /** Whether anything is made of more than what is read: of the request itself, its viewer, its clock or its language. */
  readonly ofTheRequest: boolean;
}
