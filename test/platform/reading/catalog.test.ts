import { describe, expect, it } from 'vitest';
import { describeEntities, hubSchema } from '../../../src/app.ts';
import { Course } from '../../../src/domains/courses/index.ts';
import { Catalog, readable, sql } from '../../../src/platform/reading/index.ts';

const metadata = describeEntities().getMetadata();
const { disclosure } = hubSchema().reader.catalog;

/** A hub in which courses can be read, and their ids begin so. */
function catalogOf(...prefixes: readonly string[]): Catalog {
  const readables = prefixes.map((prefix) =>
    readable(Course, { prefix, visible: () => sql`true`, defaultOrder: [{ by: 'id', direction: 'ASC' }] }),
  );
  return new Catalog(metadata, { readables, relations: [], roots: {}, disclosure });
}

describe('the prefix of global ids', () => {
  it.each(['course', 'course-edition', 'form-2'])('may be %s', (prefix) => {
    expect(catalogOf(prefix).byPrefix.get(prefix)!.name).toBe('Course');
  });

  it.each(['courseEdition', 'Course', 'course_edition', 'course-', '', '2-course'])(
    'may not be "%s", for no id of it would be one',
    (prefix) => {
      expect(() => catalogOf(prefix)).toThrow(
        `The id prefix ${prefix} is not in kebab-case: no id of Course would be one.`,
      );
    },
  );

  it('is of one type', () => {
    expect(() => catalogOf('course', 'course')).toThrow('Two types use the id prefix course.');
  });
});
