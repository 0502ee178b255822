/** PostgreSQL's text format of COPY: one line a row, tabs between the values. */

const TO_ESCAPE = /[\\\n\r\t]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(text: string): string {
  return TO_ESCAPE.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character]!) : text;
}

export function encodeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return escaped(value);
    case 'number':
    case 'bigint':
      return String(value);
    case 'boolean':
      return value ? 't' : 'f';
    case 'object':
      if (value === null) return '\\N';
      if (value instanceof Date) return value.toISOString();
      if (Array.isArray(value)) return escaped(arrayLiteral(value));
      return encodeJson(value);
    default:
      throw new TypeError(`A ${typeof value} cannot be stored.`);
  }
}

/** For columns of JSON, where a text or an array is a JSON value too. */
export function encodeJson(value: unknown): string {
  return value === null ? '\\N' : escaped(JSON.stringify(value));
}

function arrayLiteral(items: readonly unknown[]): string {
  return `{${items.map(arrayItem).join(',')}}`;
}

function arrayItem(item: unknown): string {
  if (item === null) return 'NULL';
  if (Array.isArray(item)) return arrayLiteral(item);
  const text = item instanceof Date ? item.toISOString() : String(item as string | number | boolean);
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
