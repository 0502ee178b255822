import { shanghaiDay } from '../../../platform/calendar/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { Guardianship, GuardianshipStatus } from '../families/guardianship.entity.ts';
import { isMyOwnCase } from '../own-children.access.ts';
import { namesAGuardian, tieHolds } from '../rights/in-force.facts.ts';
import { rightsEnded } from '../rights/rights-ended.ts';
import { askWhoDecidesOnGuardians } from '../telling/tell-of-guardians.ts';
import { inMyCareOrLeftToMe, lockTieInMyCare } from './binding.locks.ts';
import { decideTie } from './decide-tie.ts';
import { RECOVER_RULES, type RecoverRule } from './recovery.rules.ts';

export interface RecoveryAsked {
  /** The request of who has signed in anew. */
  readonly guardianshipId: string;
  /** The guardian of the pupil who they are. */
  readonly sameAsGuardianId: string;
}

interface OneOfTwo {
  readonly guardianId: string;
  readonly personId: string;
}

export interface Recovery {
  readonly request: Guardianship;
  readonly asks: OneOfTwo;
  readonly same: OneOfTwo;
  /** The guardianship of the pupil that they have. */
  readonly sameTieId: string;
}

interface Touched {
  readonly id: string;
  readonly student_id: string;
}

interface Found {
  readonly guardian_id: string;
  readonly person_id: string;
  readonly of_staff: boolean;
  readonly elsewhere: boolean;
  readonly tie_id: string | null;
  readonly blocked: boolean;
  readonly holds: boolean;
}

/**
 * The request, the guardian who is said to ask, and all that both have to do with pupils, under lock: all pupils by id, the guardianships,
 * both persons. What the caller may not decide is refused.
 * @throws NotFound where the pupil is not in the caller's care, RuleViolation
 */
export async function lockRecovery(
  tx: Transaction,
  { guardianshipId, sameAsGuardianId }: RecoveryAsked,
): Promise<Recovery> {
  const refused = (rule: RecoverRule, path: keyof RecoveryAsked): Error => violationOf(RECOVER_RULES, rule, [path]);
  await tx.query(sql`select stu.id from student stu where stu.id in (select each.student_id from guardianship asked
      join student child on child.id = asked.student_id join guardianship has on has.student_id = asked.student_id and has.guardian_id = ${sameAsGuardianId}
      join guardianship each on each.guardian_id in (asked.guardian_id, has.guardian_id)
    where asked.id = ${guardianshipId} and ${namesAGuardian(sql`has`)} and ${namesAGuardian(sql`each`)} and ${inMyCareOrLeftToMe(tx.viewer, sql`child`)})
    order by stu.id for no key update`);
  const { tie: request, student, own } = await lockTieInMyCare(tx, guardianshipId);
  if (own !== null) throw refused(own === 'TIE' ? 'OWN_REQUEST' : 'OWN_CHILD', 'guardianshipId');
  if (request.status !== GuardianshipStatus.PENDING) throw refused('NOT_PENDING', 'guardianshipId');
  if (student.leftOn !== null) throw refused('LEFT_SCHOOL', 'guardianshipId');
  const both = sql`(${request.guardian.id}::uuid, ${sameAsGuardianId}::uuid)`;
  await tx.query(
    sql`select tie.id from guardianship tie where tie.guardian_id in ${both} and ${namesAGuardian(sql`tie`)} order by tie.id for no key update`,
  );
  await tx.query(
    sql`select per.id from person per where per.id in (select gua.person_id from guardian gua where gua.id in ${both}) order by per.id for no key update`,
  );
  const found = await tx.query<Found>(sql`select gua.id as guardian_id, gua.person_id,
      exists (select 1 from staff stf where stf.person_id = gua.person_id) as of_staff,
      exists (select 1 from guardianship els where els.guardian_id = gua.id and els.status in ('ACTIVE', 'BLOCKED')) as elsewhere,
      tie.id as tie_id, coalesce(tie.status = 'BLOCKED', false) as blocked, coalesce(${tieHolds(sql`tie`)}, false) as holds
    from guardian gua left join guardianship tie on tie.guardian_id = gua.id and tie.student_id = ${student.id} and ${namesAGuardian(sql`tie`)}
    where gua.id in ${both}`);
  const asks = found.find((each) => each.guardian_id === request.guardian.id)!;
  const same = found.find((each) => each.guardian_id === sameAsGuardianId && each !== asks);
  if (same?.blocked) throw refused('BLOCKED', 'sameAsGuardianId');
  if (!same?.holds) throw refused('NOT_A_GUARDIAN', 'sameAsGuardianId');
  if (same.of_staff) throw refused('OF_STAFF', 'sameAsGuardianId');
  if (asks.of_staff) throw refused('OF_STAFF', 'guardianshipId');
  if (asks.elsewhere) throw refused('HAS_RECORDS', 'guardianshipId');
  const one = ({ guardian_id: guardianId, person_id: personId }: Found): OneOfTwo => ({ guardianId, personId });
  return { request, asks: one(asks), same: one(same), sameTieId: same.tie_id! };
}

/**
 * The request is settled, for the guardian has the pupil. Their other requests are those of the guardian, as far as these have nothing to do
 * with the pupil yet.
 *
 * What the guardian has to do with pupils who are in the care of others waits until these have looked as well: whoever knows one child's parents
 * opens that child's data by their word, and no other's. A teacher who errs, or is deceived with a stolen slip, thereby shows a stranger nothing
 * of a child at another school. What rested on it is given back with the approval, as far as nothing stands against it.
 * @returns how many wait
 */
export async function settleRecovery(
  tx: Transaction,
  { request, asks, same, sameTieId }: Recovery,
): Promise<{ waiting: number }> {
  const today = shanghaiDay(tx.now);
  request.status = GuardianshipStatus.ENDED;
  request.validTo = today;
  // Who has said that it is them answers for it: they are found where they turn out to be that guardian themselves.
  for (const tie of [request, await tx.em.findOneOrFail(Guardianship, sameTieId, { refresh: true })])
    decideTie(tx, tie, { reason: null, ofBlock: false });
  await tx.em.flush();
  const settled = await tx.query<Touched>(sql`update guardianship tie set status = 'ENDED', valid_to = ${today}
    where tie.guardian_id = ${asks.guardianId} and tie.status = 'PENDING' and exists (select 1 from guardianship has
      where has.guardian_id = ${same.guardianId} and has.student_id = tie.student_id and ${namesAGuardian(sql`has`)})
    returning tie.id, tie.student_id`);
  const moved = await tx.query<Touched>(
    sql`update guardianship tie set guardian_id = ${same.guardianId} where tie.guardian_id = ${asks.guardianId} and tie.status = 'PENDING' returning tie.id, tie.student_id`,
  );
  await tx.query(
    sql`update binding_code set used_by_id = ${same.guardianId} where used_by_id = ${asks.guardianId} and student_id = any(${moved.map(({ student_id: id }) => id)}::uuid[])`,
  );
  const waiting = await tx.query<Touched>(sql`update guardianship tie set status = 'PENDING', recovered_at = ${tx.now}
    from student stu where stu.id = tie.student_id and tie.guardian_id = ${same.guardianId} and tie.status = 'ACTIVE'
      and (not ${inMyCareOrLeftToMe(tx.viewer, sql`stu`)} or ${isMyOwnCase(sql`stu.id`)}) returning tie.id, tie.student_id`);
  const pupils = [{ student_id: request.student.id }, ...settled, ...moved, ...waiting].map(({ student_id: id }) => id);
  await askWhoDecidesOnGuardians(tx, pupils, [request.id, ...settled.map(({ id }) => id)]);
  await rightsEnded(tx, { guardianIds: [same.guardianId] });
  return { waiting: waiting.length };
}
