import { sql, type Sql } from '../../platform/reading/index.ts';

/** `13800000001` → `138****0001`; `phones_masked` of PostgreSQL says the same of those in a text. */
export function maskedPhone(phone: string | null): string | null {
  return phone === null ? null : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** `王小明` → `王**`: all but the first character. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(Math.max(rest.length, 1));
}

/** The same, as PostgreSQL says it. */
export const nameMasked = (name: Sql): Sql => sql`left(${name}, 1) || repeat('*', greatest(length(${name}) - 1, 1))`;

/** `G3301062019010001` → `G330************1`, as far as it is long enough: whoever has looked for it knows it again. */
export const numberMasked = (number: Sql): Sql =>
  sql`left(${number}, 4) || repeat('*', greatest(length(${number}) - 5, 1)) || right(${number}, 1)`;
