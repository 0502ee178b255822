const GLOBAL_ID = /^[a-z]+(?:-[a-z]+)*_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/**
 * An answer in one form: ids bare, moments in UTC, members in alphabetical order, cursors (opaque to all) only present or not. The names of
 * types are left out, which the stored operations of the hub ask for besides, and nobody else.
 */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'string') {
    const id = GLOBAL_ID.exec(value)?.[1];
    return id ?? (MOMENT.test(value) ? new Date(value).toISOString() : value);
  }
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value)
    .filter(([name]) => name !== '__typename')
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, each]) => [name, name === 'endCursor' ? each !== null : plain(each)]));
}

/** Where two answers differ first, as `path: one ≠ other`; undefined where they are the same. */
export function difference(one: unknown, other: unknown, path = 'data'): string | undefined {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') {
    return one === other ? undefined : `${path}: ${short(one)} ≠ ${short(other)}`;
  }
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const name of names) {
    const found = difference(
      (one as Record<string, unknown>)[name],
      (other as Record<string, unknown>)[name],
      `${path}.${name}`,
    );
    if (found) return found;
  }
  return undefined;
}

function short(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 120);
}

/** How many objects an answer holds: an answer of nothing is the same for all, and measures nothing. */
export function objectsIn(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  const inside = Object.values(value).reduce<number>((sum, each) => sum + objectsIn(each), 0);
  return Array.isArray(value) ? inside : inside + 1;
}
