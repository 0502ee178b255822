/** What is asked for first, as data: lists, things by their ids, and objects of the request. */
import type { Access } from '../auth/access.ts';
import type { Stored } from '../database/stored.entity.ts';
import type { ComputeContext, Described } from './declare.ts';
import type { Condition, EntityClass, OrderTerm } from './readable.ts';

export interface RootConnection extends Described {
  readonly kind: 'connection';
  readonly of: EntityClass;
  readonly access: Access;
  readonly where?: Condition<never>;
  readonly order?: readonly OrderTerm[];
  /** `where` leaves what is the viewer's to see and to do: its number is that of its rows, and not of what is only counted. */
  readonly ofViewer?: true;
}

export interface RootNode extends Described {
  readonly kind: 'node';
  readonly of: EntityClass;
  readonly access: Access;
}

/** An object that is known from the request alone; declared fields may hang on the ids that it holds. */
export interface RootObject extends Described {
  readonly kind: 'object';
  readonly of: EntityClass;
  readonly access: Access;
  readonly value: (context: ComputeContext) => object;
}

export type RootField = RootConnection | RootNode | RootObject;
export type Roots = Readonly<Record<string, RootField>>;

/** A root field that lists what the viewer may see. */
export function connectionOf<E extends Stored>(
  of: EntityClass<E>,
  options: Described & { access: Access; where?: Condition<E>; order?: readonly OrderTerm<E>[]; ofViewer?: true },
): RootConnection {
  return { kind: 'connection', of, ...options } as RootConnection;
}

/** A root field `name(id)` that answers one thing or null. */
export function nodeOf<E extends Stored>(of: EntityClass<E>, options: Described & { access: Access }): RootNode {
  return { kind: 'node', of, ...options };
}

/** A root field that answers one plain object, whose fields are its properties and the references declared for it. */
export function objectOf<T extends object>(
  of: abstract new () => T,
  options: Described & { access: Access; value: (context: ComputeContext) => T },
): RootObject {
  return { kind: 'object', of: of as never, ...options };
}
