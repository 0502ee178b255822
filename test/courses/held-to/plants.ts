import { aCourseCitation, WRITTEN_AT } from '../../../seeds/factories/index.ts';
import { CourseCitation } from '../../../src/domains/courses/index.ts';
import type { Plant, Writes } from '../../checks/plant.ts';

const status = 'update course_edition set status = $2, published_at = coalesce(published_at, $3) where id = $1';

async function publishFirst(
  { run }: Writes,
  course: { readonly id: string },
  edition: { readonly id: string },
): Promise<void> {
  await run('update course set published_at = $2 where id = $1', course.id, WRITTEN_AT);
  await run(status, edition.id, 'PUBLISHED', WRITTEN_AT);
}

export const coursesPlants: readonly Plant[] = [
  {
    check: 'courses.one-published',
    how: 'the next edition is published and the one before still is',
    refusedBy: 'course_edition_one_published',
    write: ({ run }, { next, scenario }) => run(status, next.edition.id, 'PUBLISHED', scenario.now),
  },
  {
    check: 'courses.superseded-by-later',
    how: 'only a draft is later',
    write: ({ run }, { published, scenario }) => run(status, published.edition.id, 'SUPERSEDED', scenario.now),
  },
  {
    check: 'courses.superseded-by-later',
    how: 'nothing is later',
    write: ({ run }, { schoolCourse }) =>
      run("update course_edition set status = 'SUPERSEDED' where course_id = $1", schoolCourse.id),
  },
  {
    check: 'courses.title',
    how: 'the course is called otherwise',
    write: ({ run }, { revised }) => run("update course set title = '另一个标题' where id = $1", revised.id),
  },
  {
    check: 'courses.published-at',
    how: 'when its second edition was',
    write: ({ run }, { revised, scenario }) =>
      run('update course set published_at = $2 where id = $1', revised.id, scenario.now),
  },
  {
    check: 'courses.published-at',
    how: 'never, though an edition is',
    write: ({ run }, { revised }) => run('update course set published_at = null where id = $1', revised.id),
  },
  {
    check: 'courses.published-at',
    how: 'though there is nothing but a draft',
    write: ({ run }, { planned, scenario }) =>
      run('update course set published_at = $2 where id = $1', planned.id, scenario.now),
  },
  {
    check: 'courses.school',
    how: 'of a school of another district',
    write: ({ run }, { schoolCourse, schoolElsewhere }) =>
      run('update course set school_id = $2 where id = $1', schoolCourse.id, schoolElsewhere.id),
  },
  {
    check: 'courses.lesson-of-chapter',
    how: 'the last lesson of a draft stands in a chapter of another course',
    write: ({ run }, { plannedEdition, next }) =>
      run('update lesson set chapter_id = $2 where id = $1', plannedEdition.lessons[2]!.id, next.chapters[1]!.id),
  },
  {
    check: 'courses.lesson-of-chapter',
    how: 'a lesson of a published edition stands in a chapter of the next one',
    refusedBy: 'lesson_stays',
    write: ({ run }, { published, next }) =>
      run('update lesson set chapter_id = $2 where id = $1', published.lessons[2]!.id, next.chapters[1]!.id),
  },
  {
    check: 'courses.published-has-lessons',
    how: 'an empty draft is published',
    write: (writes, { empty }) => publishFirst(writes, empty.course, empty.edition),
  },
  {
    check: 'courses.published-has-lessons',
    how: 'a lesson is missing',
    refusedBy: 'lesson_stays',
    write: ({ run }, { published }) => run('delete from lesson where id = $1', published.lessons[0]!.id),
  },
  {
    check: 'courses.published-has-lessons',
    how: 'what was superseded is empty',
    refusedBy: 'lesson_stays',
    write: ({ run }, { superseded }) => run('delete from lesson where edition_id = $1', superseded.edition.id),
  },
  {
    check: 'courses.lessons-follow-chapters',
    how: 'the first chapter of a draft becomes its last, and its lessons stay the first',
    write: ({ run }, { next }) => run('update chapter set ordinal = 3 where id = $1', next.chapters[0]!.id),
  },
  {
    check: 'courses.lessons-follow-chapters',
    how: 'the first chapter of a published edition becomes its last',
    refusedBy: 'chapter_stays',
    write: ({ run }, { published }) => run('update chapter set ordinal = 3 where id = $1', published.chapters[0]!.id),
  },
  {
    check: 'courses.cites-published',
    how: 'an edition is published before the policy that it cites',
    write: (writes, { planned, plannedEdition }) => publishFirst(writes, planned, plannedEdition.edition),
  },
  {
    check: 'courses.cites-published',
    how: 'a published edition cites a draft too',
    refusedBy: 'course_citation_stays',
    write: ({ row }, { published, draft }) =>
      row(CourseCitation, aCourseCitation({ courseEdition: published.edition, policyEdition: draft })),
  },
];
