import {
  background,
  inTransaction,
  RIGHT_DEPENDENTS,
  walk,
  walkJob,
  type Transaction,
} from '../../../platform/commands/index.ts';
import { join, sql, today, type Sql } from '../../../platform/reading/index.ts';
import { END_WHAT_RESTED, endWhatRestedOf, GIVE_BACK, giveBackLater, PERSONS_AT_ONCE } from './rights-ended.ts';

/** Persons whom a statement looks at. */
const LOOKED_AT = 500;

/** Days to look back: what ended before has been found, or is found by the walk after a time in which nobody worked. */
const LOOKS_BACK_DAYS = 7;

/** Persons by id, beyond one of them. */
type Among = (after: string) => Sql;

const everybody: Among = (after) =>
  sql`select per.id from person per where per.id > ${after}::uuid order by per.id limit ${LOOKED_AT}`;

/** Days that have passed lately. */
const passed = (day: Sql): Sql => sql`${day} < ${today} and ${day} >= ${today} - ${LOOKS_BACK_DAYS}::int`;

/** Persons whose guardianship or role has had its last day lately. */
const ofLastDays: Among = (after) => sql`select lost.id from (
    select gua.person_id as id from guardianship tie join guardian gua on gua.id = tie.guardian_id where tie.status = 'ACTIVE' and ${passed(sql`tie.valid_to`)}
    union select stf.person_id from staff_assignment asg join staff stf on stf.id = asg.staff_id where ${passed(sql`asg.valid_to`)}) lost
  where lost.id > ${after}::uuid order by lost.id limit ${LOOKED_AT}`;

/**
 * Ends what stands, of the next persons, though the right has ended. Whoever is being written about elsewhere is left to the next time.
 * @returns the last of those who were looked at, null where there is nobody beyond
 */
async function endNext(tx: Transaction, among: Among, after: string): Promise<string | null> {
  const all = tx.services.get(RIGHT_DEPENDENTS);
  const ids = (await tx.query<{ id: string }>(among(after))).map(({ id }) => id);
  if (ids.length === 0 || all.length === 0) return null;
  const due = (
    await tx.query<{ id: string }>(sql`select distinct lost.person_id as id
    from (${join(
      all.map(({ orphans: adrift }) => adrift(sql`${ids}::uuid[]`)),
      ' union all ',
    )}) lost order by 1 limit ${PERSONS_AT_ONCE}`)
  ).map(({ id }) => id);
  const free = await tx.query<{ id: string }>(
    sql`select per.id from person per where per.id = any(${due}::uuid[]) order by per.id for no key update skip locked`,
  );
  await endWhatRestedOf(
    tx,
    free.map(({ id }) => id),
  );
  if (due.length === PERSONS_AT_ONCE) return due.at(-1)!;
  return ids.length < LOOKED_AT ? null : ids.at(-1)!;
}

/** Begins with the rights that a day has ended, so that it costs only as much as has ended. */
export const endingWhatDaysTook = walk(
  walkJob({
    name: 'people.end-what-days-took',
    description: 'Ends what rested on rights whose last day has passed.',
    cron: '*/10 * * * *',
  }),
  (tx, after) => endNext(tx, ofLastDays, after),
);

/**
 * Walks over everybody, and finds whatever there is: what a command for many left behind, classes of a year that has ended, audiences
 * that were narrowed.
 */
export const endingWhatRested = walk(END_WHAT_RESTED, (tx, after) => endNext(tx, everybody, after));

/** To whoever has the right by then: it is asked for anew under lock. */
export const givingBack = background(GIVE_BACK, (context, { personIds }) =>
  inTransaction(context, (tx) => giveBackLater(tx, personIds)),
);
