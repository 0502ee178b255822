import { expect, it } from 'vitest';
import { glossaryRows, rowsOfTypes, unexplained } from './glossary.ts';

it('docs/glossary.md has each type that has an id, with the Chinese term of the schema and its table, and no other', () => {
  expect(unexplained()).toEqual([]);
  const types = rowsOfTypes();
  expect(glossaryRows().filter((row) => !types.includes(row))).toEqual([]);
  expect(glossaryRows()).toHaveLength(types.length);
});

it('so that another term is seen, and a type that is not there', () => {
  const page = '| `School` | 学堂 | `school` |\n';
  expect(unexplained(['| `School` | 学校 | `school` |', '| `Term` | 学期 | `term` |'], page)).toEqual([
    'docs/glossary.md has no such row: | `School` | 学校 | `school` |',
    'docs/glossary.md has no such row: | `Term` | 学期 | `term` |',
  ]);
});
