import { aChapter, aCourseCitation, aLesson, aSegment } from '../../seeds/factories/index.ts';
import { Chapter, CourseCitation, Lesson } from '../../src/domains/courses/index.ts';
import { Segment } from '../../src/domains/policy/index.ts';
import type { Refusal, Write } from './plant.ts';

const publishCourseEdition = "update course_edition set status = 'PUBLISHED', published_at = now() where id = $1";

/** What has been published stays as it was. */
export const frozenRefusals: readonly Refusal[] = [
  ...refusedAs('policy_edition_stays', {
    'is called otherwise': ({ run }, { amended }) =>
      run("update policy_edition set title = '另一个标题' where id = $1", amended.id),
    'begins on another day': ({ run }, { inForce }) =>
      run('update policy_edition set effective_from = effective_from + 1 where id = $1', inForce.id),
    'goes to another document': ({ run }, { amended, schoolDocument }) =>
      run('update policy_edition set document_id = $2, number = 2 where id = $1', amended.id, schoolDocument.id),
    'is a draft again': ({ run }, { inForce }) =>
      run("update policy_edition set status = 'DRAFT' where id = $1", inForce.id),
    'goes away': async ({ run }, { emptyDraft }) => {
      await run("update policy_edition set status = 'PUBLISHED', published_at = now() where id = $1", emptyDraft.id);
      await run('delete from policy_edition where id = $1', emptyDraft.id);
    },
  }),
  ...refusedAs('segment_stays', {
    'a paragraph more': ({ row }, { inForce }) => row(Segment, aSegment({ edition: inForce, ordinal: 3 })),
    'a paragraph that reads otherwise': ({ run }, { amended }) =>
      run("update segment set text = '另一段' where edition_id = $1", amended.id),
    'a paragraph out of a draft': ({ run }, { inForce, draft }) =>
      run(
        'update segment set edition_id = $1, ordinal = 3 where edition_id = $2 and ordinal = 1',
        inForce.id,
        draft.id,
      ),
    'a paragraph that becomes one of a draft': ({ run }, { inForce, draft }) =>
      run(
        'update segment set edition_id = $2, ordinal = 3 where edition_id = $1 and ordinal = 1',
        inForce.id,
        draft.id,
      ),
  }),
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

/** What the same rules leave open. */
export const allowed: readonly { readonly how: string; readonly write: Write }[] = [
  {
    how: 'an edition in force ends',
    write: ({ run }, { inForce }) =>
      run("update policy_edition set effective_to = '2027-01-31', ending = 'REPEALED' where id = $1", inForce.id),
  },
  {
    how: 'an edition of a policy is withdrawn',
    write: ({ run }, { inForce }) => run("update policy_edition set status = 'WITHDRAWN' where id = $1", inForce.id),
  },
  {
    how: 'an edition of a course is withdrawn',
    write: ({ run }, { published }) =>
      run("update course_edition set status = 'WITHDRAWN' where id = $1", published.edition.id),
  },
  {
    how: 'the next edition takes the place of the one before',
    async write({ run }, { published, next, scenario }) {
      await run("update course_edition set status = 'SUPERSEDED' where id = $1", published.edition.id);
      await run(
        "update course_edition set status = 'PUBLISHED', published_at = $2 where id = $1",
        next.edition.id,
        scenario.now,
      );
    },
  },
  {
    how: 'a draft of a policy is written anew, and goes away',
    async write({ run, row }, { draft }) {
      await run("update segment set text = '另一段' where edition_id = $1", draft.id);
      await row(Segment, aSegment({ edition: draft, ordinal: 3 }));
      await run('delete from segment where edition_id = $1', draft.id);
      await run('delete from lecture_citation where edition_id = $1', draft.id);
      await run('delete from course_citation where policy_edition_id = $1', draft.id);
      await run('delete from policy_edition where id = $1', draft.id);
    },
  },
  {
    how: 'a draft of a course is written anew, and goes away',
    async write({ run }, { next: { edition, lessons } }) {
      await run('update lesson set duration_seconds = 901 where id = $1', lessons[0]!.id);
      for (const [table, key] of [
        ['lesson', 'edition_id'],
        ['chapter', 'edition_id'],
        ['course_citation', 'course_edition_id'],
        ['course_edition', 'id'],
      ]) {
        await run(`delete from ${table} where ${key} = $1`, edition.id);
      }
    },
  },
];

function refusedAs(constraint: string, writes: Readonly<Record<string, Write>>): Refusal[] {
  return Object.entries(writes).map(([how, write]) => ({ constraint, how, write }));
}
