import { v7 } from 'uuid';
import type { Stored } from '../../src/platform/database/index.ts';

export interface Identified {
  readonly id: string;
}

/** A record that is referred to, or its bare id. */
export type Ref = string | Identified;

/** The parts of a record that a caller may give: every property, references by record or by id. */
export type Given<Entity> = {
  readonly [Property in Exclude<keyof Entity, symbol>]?: Entity[Property] extends Stored
    ? Ref
    : Entity[Property] extends Stored | null
      ? Ref | null
      : Entity[Property];
};

/** The same, some of it required. */
export type GivenWith<Entity, Needed extends keyof Given<Entity>> = Given<Entity> &
  Required<Pick<Given<Entity>, Needed>>;

/** When everything was written for which nobody says a time. */
export const WRITTEN_AT = new Date('2026-09-01T00:00:00.000Z');

const MINUTE = 60_000;

export const minutesAfter = (time: Date, minutes: number): Date => new Date(time.getTime() + minutes * MINUTE);
export const daysAfter = (time: Date, days: number): Date => minutesAfter(time, days * 24 * 60);

let last = 0;

/** A number that this process has not used yet: what must be unique is made from it. */
export const nextNumber = (): number => (last += 1);

/** What `work` writes into a database of its own is numbered from one, whatever the process has written before. */
export async function numberedAnew<Written>(work: () => Promise<Written>): Promise<Written> {
  const before = last;
  last = 0;
  try {
    return await work();
  } finally {
    last = Math.max(before, last);
  }
}

export function idOf(ref: Ref): string;
export function idOf(ref: Ref | null): string | null;
export function idOf(ref: Ref | null): string | null {
  return typeof ref === 'string' || ref === null ? ref : ref.id;
}

/** The identity of a record: its own where it is given. */
export function stored(given: { readonly id?: string; readonly createdAt?: Date }): { id: string; createdAt: Date } {
  return { id: given.id ?? v7(), createdAt: given.createdAt ?? WRITTEN_AT };
}

/** The defaults, all that is given in their place, and records that are referred to as their ids. */
export function completed<Record extends object>(defaults: Record, given: object): Record {
  const record = defaults as { [property: string]: unknown };
  for (const property in given) {
    const value = (given as Readonly<{ [property: string]: unknown }>)[property];
    if (value !== undefined) record[property] = isIdentified(value) ? value.id : value;
  }
  return defaults;
}

function isIdentified(value: unknown): value is Identified {
  return typeof value === 'object' && value !== null && 'id' in value;
}
