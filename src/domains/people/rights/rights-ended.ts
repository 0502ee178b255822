import { z } from 'zod';
import { RIGHT_DEPENDENTS, walkJob, type Transaction } from '../../../platform/commands/index.ts';
import { job } from '../../../platform/jobs/index.ts';
import { sql, type Sql } from '../../../platform/reading/index.ts';

/** Those of whom a right has ended or is there again, or may be; ids are bare. */
export type Concerned =
  | { readonly studentIds: readonly string[] }
  | { readonly guardianIds: readonly string[] }
  | { readonly staffIds: readonly string[] };

/** Persons whom one transaction locks, to end or to give back what is theirs: nobody waits for long, however many it concerns. */
export const PERSONS_AT_ONCE = 50;

/** Over everybody whose id is beyond `after`, at once where a command for many has left something behind. */
export const END_WHAT_RESTED = walkJob({
  name: 'people.end-what-rested',
  description: 'Ends what rested on rights that have ended.',
  cron: '27 * * * *',
});

/** The most persons that one job is told of: its data stay small. */
const TOLD_AT_ONCE = 40;

/** To persons beyond the first of a command for many, and to those of whom something was held by others. */
export const GIVE_BACK = job({
  name: 'people.give-back',
  description:
    'Gives back what had rested on rights that are there again, to those beyond the first of a command for many, or whose things were being changed.',
  data: z.object({ personIds: z.array(z.uuid()) }),
});

/**
 * Ends what rested on rights that the caller's command has taken away, in its transaction and after all that it writes. Every command
 * that ends a right calls it. Persons are locked first: whoever signs up at this moment is before it and is found, or after it and is
 * refused. Of a crowd those beyond a portion are left to the job, which is asked for: what is theirs is hidden already.
 */
export async function rightsEnded(tx: Transaction, concerned: Concerned): Promise<void> {
  await tx.em.flush();
  const persons = await lockPortion(tx, personsOf(concerned));
  await endWhatRestedOf(tx, persons);
  if (persons.length === PERSONS_AT_ONCE) await tx.enqueue(END_WHAT_RESTED, {}, { singletonKey: 'now' });
}

/**
 * Gives back what had rested on rights that are there again by the caller's command: a leaving that is corrected, a pupil who has come
 * back, a block that is undone. In its transaction, after `rightsEnded`, under the same locks, by statements that follow from the kinds of
 * things; of a crowd those beyond a portion have theirs by the job.
 */
export async function rightsRegained(tx: Transaction, concerned: Concerned): Promise<void> {
  await tx.em.flush();
  const persons = await lockPortion(tx, personsOf(concerned));
  await giveBackTo(tx, persons);
  if (persons.length < PERSONS_AT_ONCE) return;
  const beyond = await tx.query<{ id: string }>(
    sql`select per.id from person per where per.id in (${personsOf(concerned)}) and per.id > ${persons.at(-1)}::uuid order by per.id`,
  );
  await giveBackSoon(
    tx,
    beyond.map(({ id }) => id),
  );
}

/** Leaves it to the job, of those beyond a portion, or where others hold at this moment what it wants. */
export async function giveBackSoon(tx: Transaction, personIds: readonly string[]): Promise<void> {
  for (let from = 0; from < personIds.length; from += TOLD_AT_ONCE)
    await tx.enqueue(GIVE_BACK, { personIds: personIds.slice(from, from + TOLD_AT_ONCE) });
}

/** Gives the persons of one job back what they had, as far as they still have the right. */
export async function giveBackLater(tx: Transaction, personIds: readonly string[]): Promise<void> {
  await giveBackTo(tx, await lockPortion(tx, sql`select unnest(${[...personIds]}::uuid[])`));
}

async function giveBackTo(tx: Transaction, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  for (const { giveBack } of tx.services.get(RIGHT_DEPENDENTS)) await giveBack?.(tx, personIds);
}

/** Ends what stands without a right and is of these persons, who are locked. */
export async function endWhatRestedOf(tx: Transaction, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  for (const { end } of tx.services.get(RIGHT_DEPENDENTS)) await end(tx, personIds);
}

/** The first of them by id, and no others, under lock. */
async function lockPortion(tx: Transaction, persons: Sql): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    sql`select per.id from person per where per.id in (${persons}) order by per.id limit ${PERSONS_AT_ONCE}::int for no key update`,
  );
  return rows.map(({ id }) => id);
}

/** Whoever has lost the pupil already is looked at all the same, whatever became of their tie: what hangs on the pupil alone is ended through them. */
function personsOf(concerned: Concerned): Sql {
  if ('staffIds' in concerned)
    return sql`select stf.person_id from staff stf where stf.id = any(${[...concerned.staffIds]}::uuid[])`;
  if ('guardianIds' in concerned)
    return sql`select gua.person_id from guardian gua where gua.id = any(${[...concerned.guardianIds]}::uuid[])`;
  return sql`select gua.person_id from guardianship tie join guardian gua on gua.id = tie.guardian_id
    where tie.student_id = any(${[...concerned.studentIds]}::uuid[])`;
}
