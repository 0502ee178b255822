import { isOwnCase } from '../../../../platform/auth/index.ts';
import { reasonOfDecision, type Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { audienceKeysOfGuardian, householdsWithOwnChild, actingStaff } from '../../../people/index.ts';
import { tell } from '../../notices/index.ts';
import { lastWordOnPlace, type Enrolling } from '../signups/enrol.ts';
import { placeBlockersFor } from '../signups/signup.blockers.ts';
import { Signup, type StandIn, StandInStatus } from '../../model/index.ts';
import { readRole } from '../signups/signup.locks.ts';
import { endOwnEntry } from '../waiting-list/accept-offer.ts';
import { lockStandInToDecide } from './stand-in.locks.ts';
import { DECIDE_STAND_IN_RULES } from './stand-in.rules.ts';
import { takeOver } from './take-over.ts';

export interface StandInDecision {
  /** Bare id of the offer. */
  readonly standInId: string;
  readonly approve: boolean;
  readonly reason: string | null;
}

/**
 * The organiser agrees that somebody else comes, who then has the place, or declines, and the volunteer keeps it. What
 * stands against the other is looked at again; where something does, the offer waits on.
 * @throws RuleViolation with a code of DECIDE_STAND_IN_RULES, NotFound, BadUserInput
 */
export async function decideStandIn(
  tx: Transaction,
  { standInId, approve, reason }: StandInDecision,
): Promise<{ standIn: string; role: string; signup: string | null }> {
  const answer = reasonOfDecision({ approve, reason }, DECIDE_STAND_IN_RULES);
  const { standIn, role } = await lockStandInToDecide(tx, standInId);
  const given = await tx.em.findOneOrFail(Signup, standIn.signup.id);
  if (isOwnCase(tx.viewer, given.person.id) || (standIn.toPerson && isOwnCase(tx.viewer, standIn.toPerson.id)))
    throw violationOf(DECIDE_STAND_IN_RULES, 'OWN_SIGNUP', ['standInId']);
  if (standIn.status !== StandInStatus.PENDING)
    throw violationOf(DECIDE_STAND_IN_RULES, standIn.status === StandInStatus.EXPIRED ? 'EXPIRED' : 'NOT_PENDING', [
      'standInId',
    ]);
  if (tx.now >= standIn.expiresAt) throw violationOf(DECIDE_STAND_IN_RULES, 'EXPIRED', ['standInId']);
  if (!approve) {
    standIn.status = StandInStatus.REJECTED;
    standIn.rejectReason = answer;
    standIn.decidedBy = actingStaff(tx);
    standIn.decidedAt = tx.now;
    await askDeciders(tx, [standIn.id]);
    await tell(tx, 'STAND_IN_REJECTED', {
      to: [given.person.id, standIn.toPerson!.id],
      params: { reason: answer },
      about: standIn.id,
    });
    return { standIn: standIn.id, role: role.id, signup: null };
  }
  await tx.em.flush();
  const other = {
    personId: sql`${standIn.toPerson!.id}::uuid`,
    audienceKeys: audienceKeysOfGuardian(sql`${standIn.to!.id}::uuid`),
  };
  const known = await readRole(tx, role.id, null, other);
  const [blocker] = placeBlockersFor(known.facts);
  if (blocker !== undefined) throw violationOf(DECIDE_STAND_IN_RULES, blocker, ['standInId']);
  try {
    const signup = await takeOver(tx, role, standIn, await whoTakesOver(tx, standIn), {
      ...known,
      startsAt: known.facts.startsAt,
    });
    if (signup === null) throw violationOf(DECIDE_STAND_IN_RULES, 'NOT_PENDING', ['standInId']);
    standIn.decidedBy = actingStaff(tx);
    await askDeciders(tx, [standIn.id]);
    await tell(tx, 'STAND_IN_APPROVED', { to: [standIn.toPerson!.id], about: signup.id });
    await endOwnEntry(tx, role, standIn.toPerson!.id, signup);
    return { standIn: standIn.id, role: role.id, signup: signup.id };
  } catch (error) {
    const last = lastWordOnPlace(error);
    throw last === null ? error : violationOf(DECIDE_STAND_IN_RULES, last, ['standInId']);
  }
}

async function whoTakesOver(tx: Transaction, { to, toPerson, riskAcceptedAt }: StandIn): Promise<Enrolling> {
  const homes = await tx.query<{ id: string }>(
    sql`select home.id from unnest(${householdsWithOwnChild(sql`${to!.id}::uuid`)}) as home(id) limit 2`,
  );
  return {
    guardianId: to!.id,
    personId: toPerson!.id,
    householdId: homes.length === 1 ? homes[0]!.id : null,
    riskAcceptedAt: riskAcceptedAt!,
    decidedById: actingStaff(tx).id,
  };
}
