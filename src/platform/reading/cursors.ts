import { createHmac, createSecretKey, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto';
import { BadUserInput } from '../errors/index.ts';
import { service } from '../request/index.ts';
import { isMoment, type Column } from './catalog.ts';
import type { Ordering } from './keyset.ts';
import { isStorable } from './storable.ts';

const TAG_LENGTH = 16;
const LONGEST_CURSOR = 2000;

/**
 * Where rows stand in an order, as texts that are opaque to clients. The tag is a keyed hash: only the hubs that share the
 * key can have made a cursor, so that what it holds came from a row; and it binds the cursor to the type and the order.
 */
export class Cursors {
  /** Bytes would be made a key of anew for each cursor, which takes six times as long as its hash. */
  readonly #key: KeyObject;

  /** @param signingKey the same in all processes of one hub: a page may be asked of another one than the page before it */
  constructor(signingKey: string) {
    this.#key = createSecretKey(Buffer.from(hkdfSync('sha256', signingKey, 'home-school-hub', 'cursors', 32)));
  }

  encode(ordering: Ordering, row: Readonly<Record<string, unknown>>): string {
    return this.of(
      ordering,
      ordering.terms.map((term) => row[term.column.property]),
    );
  }

  /** The same, of the values of the order's terms. */
  of(ordering: Ordering, values: readonly unknown[]): string {
    const payload = JSON.stringify(values);
    return Buffer.from(this.#tagOf(ordering, payload) + payload).toString('base64url');
  }

  /** @throws BadUserInput for a cursor that no hub with this key has made of this order, or whose values are none of its columns */
  decode(ordering: Ordering, cursor: string, argument: 'after' | 'before'): unknown[] {
    const text = cursor.length <= LONGEST_CURSOR ? Buffer.from(cursor, 'base64url').toString() : '';
    const payload = text.slice(TAG_LENGTH);
    const values = same(text.slice(0, TAG_LENGTH), this.#tagOf(ordering, payload))
      ? valuesIn(payload, ordering)
      : undefined;
    if (values) return values;
    throw new BadUserInput(
      {
        zh: `${argument} 不是此列表在此排序下的游标。`,
        en: `${argument} is no cursor of this list in this order.`,
      },
      [argument],
    );
  }

  #tagOf({ key }: Ordering, payload: string): string {
    return createHmac('sha256', this.#key).update(`${key}\n${payload}`).digest('base64url').slice(0, TAG_LENGTH);
  }
}

/** The process's own. */
export const CURSORS = service<Cursors>('cursors');

function same(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Whatever a tag says, nothing goes into a statement that PostgreSQL could not read: a column may be of another type by now. */
function valuesIn(payload: string, { terms }: Ordering): unknown[] | undefined {
  try {
    const values: unknown = JSON.parse(payload);
    return Array.isArray(values) &&
      values.length === terms.length &&
      terms.every(({ column }, index) => fits(column, values[index]))
      ? values
      : undefined;
  } catch {
    return undefined;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const WHOLE: Readonly<Record<string, number>> = { smallint: 2 ** 15, int: 2 ** 31, integer: 2 ** 31 };

export const isWhole = (sqlType: string): boolean => sqlType in WHOLE;

/** Whether a value is one that a row may have in this column. */
export function fits(column: Pick<Column, 'sqlType'>, value: unknown): boolean {
  const { sqlType } = column;
  const size = WHOLE[sqlType];
  if (size !== undefined) return Number.isInteger(value) && (value as number) >= -size && (value as number) < size;
  if (sqlType === 'boolean') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  if (sqlType === 'uuid') return UUID.test(value);
  if (sqlType === 'date') return isTextOfMoment(`${value}T00:00:00.000Z`);
  if (isMoment(column)) return isTextOfMoment(value);
  return isStorable(value);
}

/** As rows hold a moment. Neither the 31st of February nor the year 0 is one, which PostgreSQL does not have. */
function isTextOfMoment(text: string): boolean {
  const moment = new Date(text);
  return (
    text.length === 24 && !text.startsWith('0000') && !Number.isNaN(moment.getTime()) && moment.toISOString() === text
  );
}
