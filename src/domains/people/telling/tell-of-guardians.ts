import type { Transaction } from '../../../platform/commands/index.ts';
import { sql, toGlobalId } from '../../../platform/reading/index.ts';
import type { Guardianship } from '../families/guardianship.entity.ts';
import { INBOX } from './inbox.ts';
import { guardianshipApproved, guardianshipRejected } from './kinds.ts';

/**
 * Pupils are in another class, have left or come back, or somebody else is a guardian of them, asks to be or is no longer: whoever may
 * decide today on those who ask for them is asked, and nobody else any more.
 * @param decided what waited for somebody until now
 */
export async function askWhoDecidesOnGuardians(tx: Transaction, studentIds: readonly string[], decided: readonly string[] = []): Promise<void> {
  if (studentIds.length === 0) return;
  await tx.em.flush();
  const waiting = await tx.query<{ id: string }>(sql`select tie.id from guardianship tie where tie.student_id = any(${[...studentIds]}::uuid[]) and tie.status = 'PENDING' order by tie.id`);
  await tx.services.get(INBOX).askDeciders(tx, [...decided, ...waiting.map(({ id }) => id)]);
}

/** It waits for nobody any more; whoever asked hears what became of it, but for a block or an end, of which nobody is told. */
export async function tellOfDecidedGuardian(tx: Transaction, { id, student, guardian }: Guardianship, outcome: 'APPROVED' | 'REJECTED' | 'CHANGED'): Promise<void> {
  await askWhoDecidesOnGuardians(tx, [student.id], [id]);
  if (outcome === 'CHANGED') return;
  const [asker] = await tx.query<{ person_id: string }>(sql`select gua.person_id from guardian gua where gua.id = ${guardian.id}`);
  const inbox = tx.services.get(INBOX);
  const telling = { to: asker!.person_id, params: {}, about: toGlobalId('guardianship', id) };
  if (outcome === 'APPROVED') await inbox.tellEach(tx, guardianshipApproved, [{ ...telling, restsOn: { students: [student.id] } }]);
  else await inbox.tellEach(tx, guardianshipRejected, [telling]);
}
