import { describe, expect, it } from 'vitest';
import { hubSchema } from '../../../src/app.ts';
import type { CourseEdition } from '../../../src/domains/courses/index.ts';
import { always, never, prepare, raw, Scope, sql, type Sql } from '../../../src/platform/reading/index.ts';
import { scopeOf } from '../../../src/platform/reading/catalog.ts';

const {
  reader: { catalog },
} = hubSchema();
const course = new Scope('_course');
const edition = (seen: boolean): Scope<CourseEdition> =>
  scopeOf(catalog.byName.get('CourseEdition')!, '_edition', { by: 'course', row: course, seen });

describe('a row of a statement', () => {
  it('stands in SQL by its name', () => {
    const row = edition(true);
    expect(prepare(sql`${row}.status = ${'DRAFT'}`).text).toBe('_edition.status = $1');
  });

  it('has the row at hand that its reference leads to, and says whether it was named', () => {
    const row = edition(true);
    expect(row.parent('course')).toBe(course);
    expect(row.namesOther).toBe(true);
    const another = edition(true);
    expect(another.namesOther).toBe(false);
    expect(() => another.parent('course')).toThrow('What _edition needs has been settled already.');
    expect(new Scope<CourseEdition>('edn').parent('course')).toBeUndefined();
  });

  it('is seen with it where the statement reads none that is not seen', () => {
    expect(edition(true).seenWith('course', () => never)).toBe(always);
    expect(edition(false).seenWith('course', () => never)).toBe(never);
  });

  it('has no references but those of its entity', () => {
    const row = edition(true);
    // @ts-expect-error -- such a name does not compile
    expect(() => row.parent('courze')).toThrow('_edition has no reference courze.');
    // @ts-expect-error -- a column that is no reference neither
    expect(() => row.seenWith('status', () => never)).toThrow('_edition has no reference status.');
    const unknown: Scope = row as never;
    // @ts-expect-error -- nor anything of a row of which it is not known what it is
    expect(unknown.parent('course')).toBe(course);
  });

  it('brings a value that is found once, where the statement can bring it', () => {
    const length = (row: Sql): Sql => sql`length(${row}.title)`;
    const found = edition(true);
    expect(found.once(length).sql).toBe('length(_edition.title)');
    let told: Scope<CourseEdition> | undefined;
    const { made, carried } = found.carrying((row) => {
      told = row;
      return sql`${row.once(length)} + ${row.once(length)}`;
    });
    expect(made.sql).toBe('_edition._v0 + _edition._v0');
    expect(carried.map(({ name, value }) => [name.sql, value.sql])).toEqual([['_v0', 'length(_edition.title)']]);
    expect(told!.once(length).sql).toBe('_edition._v0');
    expect(() => told!.once(() => raw('2'))).toThrow('What _edition needs has been settled already.');
  });
});
