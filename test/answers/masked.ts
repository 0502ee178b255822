/** What differs from one recording to the next, told alike each time. */
const GLOBAL_ID = /\b([a-z]+(?:-[a-z]+)*[_:])[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
const CURSOR = /("(?:startCursor|endCursor|cursor)": ?)"[^"]+"/g;

/** Ids are numbered as they come, so that what has one id has one here, too; they are still ids that the hub reads. */
export function masked(text: string): string {
  const ids = new Map<string, string>();
  return text
    .replace(GLOBAL_ID, (id, type: string) => {
      const known = ids.get(id) ?? `${type}00000000-0000-7000-8000-${String(ids.size + 1).padStart(12, '0')}`;
      ids.set(id, known);
      return known;
    })
    .replace(CURSOR, '$1"next"');
}
