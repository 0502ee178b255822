import { aSegment } from '../../seeds/factories/index.ts';
import { Segment } from '../../src/domains/policy/index.ts';
import type { Write } from './plant.ts';

/** What the rules about published editions leave open. */
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
