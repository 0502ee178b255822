import type { ViewerShape } from '../../platform/auth/index.ts';
import { allOf, anyOf, Scope, sql, table, type Alias, type Condition, type Sql } from '../../platform/reading/index.ts';
import { viewerEdits, viewerReads } from '../policy/index.ts';
import type { CourseEdition } from './course-edition.entity.ts';

/** The course can be taken: it has a published edition, one at most. Looked up by its course: `exists` would have all editions read. */
export function isPublished(course: Alias): Sql {
  return sql`(select true from ${table('course_edition')} pub where pub.course_id = ${course}.id and pub.status = 'PUBLISHED')`;
}

export const visibleCourses: Condition = (row, viewer) =>
  anyOf([viewerEdits(row, viewer), allOf([isPublished(row), viewerReads(row, viewer)])]);

/** Superseded editions stay readable as long as the course can be taken; whoever sees such a course reads or edits it. */
function editionIsVisible(edition: Scope<CourseEdition>, course: Alias, viewer: ViewerShape): Sql {
  return anyOf([
    allOf([
      sql`(${edition}.status = 'PUBLISHED' or (${edition}.status = 'SUPERSEDED' and ${isPublished(course)}))`,
      edition.seenWith('course', () => viewerReads(course, viewer)),
    ]),
    viewerEdits(course, viewer),
  ]);
}

export const visibleCourseEditions: Condition<CourseEdition> = (row, viewer) => {
  const held = row.parent('course');
  const course = held ?? new Scope('crs');
  const visible = editionIsVisible(row, course, viewer);
  return held
    ? visible
    : sql`exists (select 1 from ${table('course')} ${course} where ${course}.id = ${row}.course_id and ${visible})`;
};

/** Chapters and lessons are seen with their edition. */
export const visibleWithEdition: Condition<{ edition: CourseEdition }> = (row, viewer) =>
  row.seenWith('edition', () => {
    const [edition, course] = [new Scope('edn'), new Scope('crs')];
    return sql`exists (select 1 from ${table('course_edition')} ${edition} join ${table('course')} ${course} on ${course}.id = ${edition}.course_id
      where ${edition}.id = ${row}.edition_id and ${editionIsVisible(edition, course, viewer)})`;
  });
