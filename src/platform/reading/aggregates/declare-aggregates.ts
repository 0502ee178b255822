/** What may be counted of a type, and by what it may be grouped, as data. */
import type { Stored } from '../../database/stored.entity.ts';
import type { EntityClass } from '../readable.ts';
import type { PropertyOf } from '../scope/properties.ts';

/** What is reckoned of the rows of a group. */
export interface Measure {
  readonly kind: 'count';
  /** What it is a figure of. */
  readonly unit: 'RECORD';
  /** One English sentence with the Chinese term. */
  readonly description: string;
}

/** By what rows are grouped: a property of theirs by which they can be filtered, so that a group tells no more than a filter does. */
export interface Dimension<By extends string = string> {
  readonly by: By;
}

/**
 * Figures of one type, which each of its lists then offers as `groupedAggregates`. They are of things alone: of people, and of what belongs
 * to one of them, a small group would give somebody away.
 */
export interface Aggregates {
  readonly of: EntityClass;
  readonly measures: Readonly<Record<string, Measure>>;
  readonly dimensions: Readonly<Record<string, Dimension>>;
}

export function aggregates<E extends Stored>(
  of: EntityClass<E>,
  figures: {
    readonly measures: Readonly<Record<string, Measure>>;
    readonly dimensions: Readonly<Record<string, Dimension<PropertyOf<E>>>>;
  },
): Aggregates {
  return { of, ...figures };
}

/** @param description one English sentence with the Chinese term */
export function measure(kind: Measure['kind'], unit: Measure['unit'], description: string): Measure {
  return { kind, unit, description };
}

export function dimension<By extends string>(by: By): Dimension<By> {
  return { by };
}
