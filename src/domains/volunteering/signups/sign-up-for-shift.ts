import type { Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { join } from '../waiting-list/join-waitlist.ts';
import { leaveWith, takeHeldPlace } from '../waiting-list/accept-offer.ts';
import { WaitlistStatus } from '../waiting-list/waitlist-entry.entity.ts';
import { enrol, lastWordOf, myself } from './enrol.ts';
import { SIGN_UP_RULES, SignupBlocker } from './signup-blocker.enum.ts';
import { refusalOf } from './signup.clashes.ts';
import { blockersFor, type SignupFacts } from './signup.blockers.ts';
import { SignupStatus } from './signup.entity.ts';
import { lockMyselfBefore, lockRoleForSignup } from './signup.locks.ts';

export interface SigningUp {
  /** Bare id of the role. */
  readonly roleId: string;
  /** Where nothing but a free place is missing: wait for one. */
  readonly orWait: boolean;
  readonly acceptRiskNotice: boolean;
}

export interface SignedUp {
  readonly role: string;
  readonly signup?: string;
  readonly waitlistEntry?: string;
}

/**
 * Gives the caller a place in a role, or asks for one where the organiser confirms. Those who wait come first: a place
 * that is free is offered to them before anybody else can have it. Whoever holds an offer takes that place.
 * @throws RuleViolation with a code of SIGN_UP_RULES, NotFound
 */
export async function signUpForShift(tx: Transaction, { roleId, orWait, acceptRiskNotice }: SigningUp): Promise<SignedUp> {
  // A crowd before a role that is full does not queue for its lock, unless to wait, or because an offer has run out.
  const before = await lockMyselfBefore(tx, roleId);
  await refuseWhereBlocked(tx, roleId, before.facts, orWait || before.due || before.entry !== null);
  if (!acceptRiskNotice) throw violationOf(SIGN_UP_RULES, 'RISK_NOTICE_NOT_ACCEPTED', ['acceptRiskNotice']);

  const found = await lockRoleForSignup(tx, roleId);
  const { role, facts, entry } = found;
  const mayHold = entry?.status === WaitlistStatus.OFFERED;
  await refuseWhereBlocked(tx, roleId, facts, orWait || mayHold);
  if (mayHold) return { role: role.id, ...(await takeHeldPlace(tx, found, entry.id)) };
  if (blockersFor(facts).length > 0) return { role: role.id, waitlistEntry: entry?.id ?? (await join(tx, found)).id };

  const status = role.approvalRequired ? SignupStatus.PENDING : SignupStatus.CONFIRMED;
  if (status === SignupStatus.CONFIRMED) role.placesTaken += 1;
  try {
    const signup = await enrol(tx, role, myself(tx), { ...found, startsAt: facts.startsAt, status });
    // The list was served before: an entry of one's own is left only where something that stood against it has just ended.
    if (entry !== null) await leaveWith(tx, entry.id, signup);
    return { role: role.id, signup: signup.id };
  } catch (error) {
    const blocker = lastWordOf(error);
    throw blocker === null ? error : violationOf(SIGN_UP_RULES, blocker, ['roleId']);
  }
}

async function refuseWhereBlocked(tx: Transaction, roleId: string, facts: SignupFacts, evenIfFull: boolean): Promise<void> {
  const [blocker] = blockersFor(facts).filter((each) => !(evenIfFull && each === SignupBlocker.FULL));
  if (blocker !== undefined) throw await refusalOf(tx, SIGN_UP_RULES, blocker, roleId, ['roleId']);
}
