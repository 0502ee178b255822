import { z } from 'zod';
import { RESTING, type Transaction } from '../../../platform/commands/index.ts';
import { job } from '../../../platform/jobs/index.ts';
import { sql, type Sql } from '../../../platform/reading/index.ts';

/** Of whom a right has ended, or may have; ids are bare. */
export type Concerned = { readonly studentIds: readonly string[] } | { readonly guardianIds: readonly string[] } | { readonly staffIds: readonly string[] };

/** Persons whose things a transaction ends: its locks are held for no longer. */
export const PERSONS_AT_ONCE = 50;

/** Over everybody whose id is beyond `after`, at once where a command for many has left something behind. */
export const END_WHAT_RESTED = job({
  name: 'people.end-what-rested', description: 'Ends what rested on rights that have ended.', data: z.object({ after: z.uuid().optional() }), cron: '27 * * * *', timeoutSeconds: 300,
});

/**
 * Ends what rested on rights that the caller's command has taken away, in its transaction and after all that it writes. Every command
 * that ends a right calls it. Persons are locked first: whoever signs up at this moment is before it and is found, or after it and is
 * refused. Of a crowd those beyond a portion are left to the job, which is asked for: what is theirs is hidden already.
 */
export async function rightsEnded(tx: Transaction, concerned: Concerned): Promise<void> {
  await tx.em.flush();
  const persons = await tx.query<{ id: string }>(sql`select per.id from person per where per.id in (${personsOf(concerned)}) order by per.id for no key update`);
  await endWhatRestedOf(tx, persons.slice(0, PERSONS_AT_ONCE).map(({ id }) => id));
  if (persons.length > PERSONS_AT_ONCE) await tx.enqueue(END_WHAT_RESTED, {}, { singletonKey: 'now' });
}

/**
 * Gives back what had rested on rights that are there again by the caller's command: a leaving that is corrected, a pupil who has come
 * back, a block that is undone. In its transaction, after `rightsEnded`, under the same locks, by statements that follow from the kinds of things.
 */
export async function rightsRegained(tx: Transaction, concerned: Concerned): Promise<void> {
  await tx.em.flush();
  const persons = await tx.query<{ id: string }>(sql`select per.id from person per where per.id in (${personsOf(concerned)}) order by per.id for no key update`);
  if (persons.length === 0) return;
  for (const { giveBack } of tx.services.get(RESTING)) await giveBack?.(tx, persons.map(({ id }) => id));
}

/** Of persons who are locked. */
export async function endWhatRestedOf(tx: Transaction, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  for (const { end } of tx.services.get(RESTING)) await end(tx, personIds);
}

/** Whoever has lost the pupil already has nothing of it any more, and is looked at all the same. */
function personsOf(concerned: Concerned): Sql {
  if ('staffIds' in concerned) return sql`select stf.person_id from staff stf where stf.id = any(${[...concerned.staffIds]}::uuid[])`;
  if ('guardianIds' in concerned) return sql`select gua.person_id from guardian gua where gua.id = any(${[...concerned.guardianIds]}::uuid[])`;
  return sql`select gua.person_id from guardianship tie join guardian gua on gua.id = tie.guardian_id
    where tie.student_id = any(${[...concerned.studentIds]}::uuid[]) and tie.status = 'ACTIVE'`;
}
