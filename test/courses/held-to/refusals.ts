import { aChapter, aCourseCitation, aLesson } from '../../../seeds/factories/index.ts';
import { Chapter, CourseCitation, Lesson } from '../../../src/domains/courses/index.ts';
import { refusedAs, type Refusal } from '../../checks/plant.ts';

const publishCourseEdition = "update course_edition set status = 'PUBLISHED', published_at = now() where id = $1";

/** What has been published stays as it was. */
export const coursesRefusals: readonly Refusal[] = [
  ...refusedAs('course_edition_stays', {
    'is called otherwise': ({ run }, { published }) =>
      run("update course_edition set title = '另一个标题' where id = $1", published.edition.id),
    'is worth more': ({ run }, { superseded }) =>
      run('update course_edition set credit_minutes = credit_minutes + 1 where id = $1', superseded.edition.id),
    'is a draft again': ({ run }, { published }) =>
      run("update course_edition set status = 'DRAFT' where id = $1", published.edition.id),
    'goes away': async ({ run }, { empty: { edition } }) => {
      await run('delete from chapter where edition_id = $1', edition.id);
      await run(publishCourseEdition, edition.id);
      await run('delete from course_edition where id = $1', edition.id);
    },
  }),
  ...refusedAs('chapter_stays', {
    'a chapter more': ({ row }, { published: { edition } }) => row(Chapter, aChapter({ edition, ordinal: 3 })),
    'a chapter of another name': ({ run }, { superseded }) =>
      run("update chapter set title = '另一章' where id = $1", superseded.chapters[0]!.id),
    'a chapter less': async ({ run }, { empty: { edition } }) => {
      await run(publishCourseEdition, edition.id);
      await run('delete from chapter where edition_id = $1', edition.id);
    },
  }),
  ...refusedAs('lesson_stays', {
    'a lesson more': (
      { row },
      {
        published: {
          chapters: [, chapter],
          lessons: [lesson],
        },
      },
    ) => row(Lesson, aLesson({ chapter: chapter!, lecturer: lesson!.lecturer, ordinal: 4 })),
    'a lesson that takes longer': ({ run }, { superseded }) =>
      run('update lesson set duration_seconds = 901 where id = $1', superseded.lessons[0]!.id),
    'a lesson out of a draft': ({ run }, { published: { edition, chapters }, next: { lessons } }) =>
      run(
        'update lesson set edition_id = $2, chapter_id = $3, ordinal = 4 where id = $1',
        lessons[2]!.id,
        edition.id,
        chapters[1]!.id,
      ),
  }),
  ...refusedAs('course_citation_stays', {
    'cites another edition': ({ row }, { published, amended }) =>
      row(CourseCitation, aCourseCitation({ courseEdition: published.edition, policyEdition: amended })),
    'cites nothing any more': ({ run }, { published }) =>
      run('delete from course_citation where course_edition_id = $1', published.edition.id),
  }),
];
