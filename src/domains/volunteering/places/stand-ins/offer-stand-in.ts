import type { Transaction } from '../../../../platform/commands/index.ts';
import { BadUserInput, violationOf } from '../../../../platform/errors/index.ts';
import { raw, sql } from '../../../../platform/reading/index.ts';
import { audienceKeysOfGuardian, Guardian, guardiansOfChildrenOf, mine } from '../../../people/index.ts';
import { tell } from '../../notices/index.ts';
import { type ShiftRole, type Signup, StandIn, StandInWay } from '../../model/index.ts';
import { couldServe } from '../signups/signup.facts.ts';
import { lockSignupForCancel } from '../signups/signup.locks.ts';
import { offerFreedPlaces } from '../waiting-list/offer-freed-places.ts';
import { offerBlockersFor, offerToListBlockersFor, type OfferStandInFacts } from './stand-in.blockers.ts';
import { hashOfStandInCode, newCode } from './stand-in.code.ts';
import { offerStandInFacts, offerStandInFactsAt, type OfferStandInFactsRead } from './stand-in.facts.ts';
import { OfferStandInBlocker, OFFER_STAND_IN_RULES } from './stand-in.rules.ts';

export interface StandInOffering {
  /** Bare id of the sign-up. */
  readonly signupId: string;
  /** Bare id of a guardian of the caller's family; null for a code that anybody may be given. */
  readonly guardianId: string | null;
  readonly toWaitlist: boolean;
}

/**
 * The caller offers their place to a guardian of their family, to whoever they give a code, or to the waiting list, also
 * when it is too late to cancel. They keep the place until somebody has it. Nobody learns who else there is to ask.
 * @throws RuleViolation with a code of OFFER_STAND_IN_RULES, NotFound, BadUserInput
 */
export async function offerStandIn(
  tx: Transaction,
  { signupId, guardianId, toWaitlist }: StandInOffering,
): Promise<{ standIn: string; signup: string; code: string | null }> {
  if (toWaitlist && guardianId !== null) {
    throw new BadUserInput(
      { zh: 'guardianId 与 toWaitlist 不能同时使用。', en: 'Name a guardian or the waiting list, not both.' },
      ['input', 'toWaitlist'],
    );
  }
  const { signup, role } = await lockSignupForCancel(tx, signupId);
  const facts = await factsOf(tx, signup);
  const [blocker] = toWaitlist ? offerToListBlockersFor(facts) : offerBlockersFor(facts);
  if (blocker !== undefined)
    throw violationOf(OFFER_STAND_IN_RULES, blocker, [
      blocker === OfferStandInBlocker.NEEDS_APPROVAL ? 'toWaitlist' : 'signupId',
    ]);
  const to = guardianId === null ? null : await guardianOfMyFamily(tx, guardianId, role);

  const code = to === null && !toWaitlist ? newCode() : null;
  const standIn = tx.em.create(StandIn, {
    signup,
    role,
    shift: signup.shift,
    to,
    toPerson: to?.person ?? null,
    way: to !== null ? StandInWay.GUARDIAN : code !== null ? StandInWay.CODE : StandInWay.WAITLIST,
    codeHash: code === null ? null : hashOfStandInCode(code),
    offeredAt: tx.now,
    expiresAt: facts.startsAt,
    createdAt: tx.now,
  });
  if (to !== null)
    await tell(tx, 'STAND_IN_ASKED', { to: [to.person.id], params: { at: facts.startsAt }, about: standIn.id });
  if (toWaitlist) await offerFreedPlaces(tx, role);
  return { standIn: standIn.id, signup: signup.id, code };
}

async function factsOf(tx: Transaction, { id }: Signup): Promise<OfferStandInFacts> {
  const [found] = await tx.query<{ facts: OfferStandInFactsRead }>(
    sql`select (${offerStandInFacts(raw('sgn'))}) as facts from signup sgn where sgn.id = ${id}`,
  );
  return offerStandInFactsAt(tx.now, found!.facts);
}

/** @throws RuleViolation NOT_OF_FAMILY, CANNOT_SERVE */
async function guardianOfMyFamily(tx: Transaction, guardianId: string, role: ShiftRole): Promise<Guardian> {
  const who = { personId: sql`gua.person_id`, audienceKeys: audienceKeysOfGuardian(sql`gua.id`) };
  const [found] = await tx.query<{ able: boolean }>(sql`
    select ${couldServe(sql`${role.id}::uuid`, who)} as able from guardian gua
    where gua.id = ${guardianId} and gua.id <> ${mine.guardianId}
      and gua.id = any(${guardiansOfChildrenOf(mine.guardianId)})`);
  if (!found) throw violationOf(OFFER_STAND_IN_RULES, 'NOT_OF_FAMILY', ['guardianId']);
  if (!found.able) throw violationOf(OFFER_STAND_IN_RULES, 'CANNOT_SERVE', ['guardianId']);
  return tx.em.findOneOrFail(Guardian, guardianId);
}
