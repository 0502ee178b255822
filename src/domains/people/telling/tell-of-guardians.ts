import type { Transaction } from '../../../platform/commands/index.ts';
import { sql, toGlobalId } from '../../../platform/reading/index.ts';
import type { NoticeKind } from '../../notice-kinds/index.ts';
import type { Guardianship } from '../families/guardianship.entity.ts';
import { INBOX } from './inbox.ts';
import { type GuardianDecision, guardianshipApproved, guardianshipEnded, guardianshipRejected } from './kinds.ts';

/**
 * Pupils are in another class, have left or come back, or somebody else is a guardian of them, asks to be or is no longer: whoever may
 * decide today on those who ask for them is asked, and nobody else any more.
 * @param decided what waited for somebody until now
 */
export async function askWhoDecidesOnGuardians(
  tx: Transaction,
  studentIds: readonly string[],
  decided: readonly string[] = [],
): Promise<void> {
  if (studentIds.length === 0) return;
  await tx.em.flush();
  const waiting = await tx.query<{ id: string }>(
    sql`select tie.id from guardianship tie where tie.student_id = any(${[...studentIds]}::uuid[]) and tie.status = 'PENDING' order by tie.id`,
  );
  await tx.services.get(INBOX).askDeciders(tx, [...decided, ...waiting.map(({ id }) => id)]);
}

/** Nobody is told of a block, nor of what becomes of it: whoever has to be kept from a pupil is not to be warned. */
export type GuardianOutcome = 'APPROVED' | 'REJECTED' | 'ENDED' | 'BLOCK_CHANGED';

const KINDS: Readonly<Record<GuardianOutcome, NoticeKind<GuardianDecision> | null>> = {
  APPROVED: guardianshipApproved,
  REJECTED: guardianshipRejected,
  ENDED: guardianshipEnded,
  BLOCK_CHANGED: null,
};

/** It waits for nobody any more; the guardian hears what became of it, as long as it is theirs where they were given something. */
export async function tellOfDecidedGuardian(
  tx: Transaction,
  { id, student, guardian }: Guardianship,
  outcome: GuardianOutcome,
): Promise<void> {
  await askWhoDecidesOnGuardians(tx, [student.id], [id]);
  const kind = KINDS[outcome];
  if (!kind) return;
  const [told] = await tx.query<{ person_id: string; for_district: boolean }>(
    sql`select gua.person_id, tie.decided_for_district as for_district from guardianship tie join guardian gua on gua.id = tie.guardian_id
      where tie.id = ${id} and gua.id = ${guardian.id}`,
  );
  const telling = {
    to: told!.person_id,
    params: { by: told!.for_district ? 'DISTRICT' : 'SCHOOL' } as const,
    about: toGlobalId('guardianship', id),
  };
  await tx.services
    .get(INBOX)
    .tellEach(tx, kind, [outcome === 'APPROVED' ? { ...telling, restsOn: { students: [student.id] } } : telling]);
}
