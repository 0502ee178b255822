import type { Stored } from '../../database/stored.entity.ts';

/** A property of an entity that is a column of its table (a reference holds the key of the other row). */
export type PropertyOf<E> = Extract<keyof E, string>;
/** None, of a row of which it is not known what it is. */
export type ReferenceOf<E> = [E] extends [never]
  ? never
  : { [P in PropertyOf<E>]: NonNullable<E[P]> extends Stored ? P : never }[PropertyOf<E>];
