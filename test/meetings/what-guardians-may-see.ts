import { guardianOf } from '../../src/domains/people/index.ts';
import type { TestDatabase } from '../support/database.ts';
import type { Grown } from './families.ts';

/** What somebody may see of families, reckoned from the tables without a word of the hub's own rules. */
export async function allowedFor(
  { pool }: Pick<TestDatabase, 'pool'>,
  now: Date,
  { guardian, person }: Pick<Grown, 'guardian' | 'person'>,
): Promise<Set<string>> {
  const rows = async (text: string, ...values: unknown[]): Promise<string[]> =>
    (await pool.query<{ id: string }>(text, values)).rows.map(({ id }) => id);
  const day = now.toISOString().slice(0, 10);
  const children = await rows(
    `select student_id as id from guardianship where guardian_id = $1 and status = 'ACTIVE' and data_access and valid_from <= $2 and (valid_to is null or valid_to >= $2)`,
    guardian,
    day,
  );
  const homes = await rows(
    'select distinct g.household_id as id from household_guardian g join household_student s using (household_id) where g.guardian_id = $1 and s.student_id = any($2)',
    guardian,
    children,
  );
  const invitations = await rows(
    `select i.id from meeting_invitation i where i.status = 'INVITED' and i.household_id = any($1)
    and exists (select 1 from meeting_invitation_student c where c.invitation_id = i.id and c.ended_at is null and c.student_id = any($2))`,
    homes,
    children,
  );
  const meetings = await rows(
    'select distinct meeting_id as id from meeting_invitation where id = any($1)',
    invitations,
  );
  const beside = await rows(
    `select distinct t.guardian_id as id from guardianship t join household_guardian g on g.guardian_id = t.guardian_id join household_student s on s.household_id = g.household_id and s.student_id = t.student_id
    where g.household_id = any($1) and t.student_id = any($2) and t.status = 'ACTIVE' and t.valid_from <= $3 and (t.valid_to is null or t.valid_to >= $3)`,
    homes,
    children,
    day,
  );
  const of = (prefix: string, ids: readonly string[]): string[] => ids.map((id) => `${prefix}_${id}`);
  return new Set([
    ...of('student', children),
    ...of('household', homes),
    ...of('meeting', meetings),
    ...of('meeting-invitation', invitations),
    ...of('guardian', [...new Set([guardian, ...beside])]),
    ...of('meeting-reply', await rows('select id from meeting_reply where invitation_id = any($1)', invitations)),
    ...of(
      'notice',
      await rows(
        // That a guardianship of theirs has ended is about themselves; what is told of a meeting is of the children whom it was told for.
        `select id from notice where person_id = $1 and (about_prefix = 'meeting' and about_id = any($2) and rests_on && $3 or kind = 'people.guardianship-ended')`,
        person,
        meetings,
        children.map(guardianOf),
      ),
    ),
    ...of(
      'engagement',
      await rows(
        'select e.id from engagement e join meeting_reply r on r.id = e.source_id where e.person_id = $1 and r.invitation_id = any($2)',
        person,
        invitations,
      ),
    ),
    ...of('agenda-item', await rows('select id from agenda_item where meeting_id = any($1)', meetings)),
    ...of(
      'guardianship',
      await rows('select id from guardianship where guardian_id = $1 or student_id = any($2)', guardian, children),
    ),
  ]);
}

export const KINDS = [
  'student',
  'household',
  'meeting',
  'meeting-invitation',
  'meeting-reply',
  'agenda-item',
  'guardian',
  'guardianship',
  'notice',
  'engagement',
];
export const idsIn = (text: string): string[] =>
  [...text.matchAll(/"([a-z-]+)_[0-9a-f-]{36}"/g)]
    .filter(([, kind]) => KINDS.includes(kind!))
    .map(([id]) => id.slice(1, -1));
