import { describeEntities } from '../../src/app.ts';

export const USED_FILE = new URL('./used-indexes.json', import.meta.url);

/** Indexes that no test uses and that are there all the same, and why. */
export const KEPT: Readonly<Record<string, string>> = {
  course_district_index: 'a filter that the schema offers: with several districts it leads to the courses of one, and with one nobody needs it',
};

/** Those that enforce nothing: what is unique or excluded is there in any case. */
export function declaredIndexes(): string[] {
  return [...describeEntities().getMetadata().getAll().values()].flatMap((meta) => meta.indexes.flatMap(({ name }) => (name === undefined ? [] : [name]))).sort();
}

/** What costs each write something, and of which nobody says what it is for. */
export function withoutReason(declared: readonly string[], used: readonly string[], kept: Readonly<Record<string, string>>): string[] {
  return declared.filter((name) => !used.includes(name) && !(name in kept));
}
