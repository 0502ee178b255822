import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { join } from '../waiting-list/join-waitlist.ts';
import { leaveWith, takeHeldPlace } from '../waiting-list/accept-offer.ts';
import { enrol, lastWordOf, myself, statusIn } from './enrol.ts';
import { SIGN_UP_RULES, SignupStatus } from '../../model/index.ts';
import { refusalOf } from './signup.clashes.ts';
import { decideOnSignup, type Consent } from './signup.decision.ts';
import { lockMyselfBefore, lockRoleForSignup, type LockedRole } from './signup.locks.ts';

export interface SigningUp extends Consent {
  /** Bare id of the role. */
  readonly roleId: string;
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
export async function signUpForShift(tx: Transaction, { roleId, ...consent }: SigningUp): Promise<SignedUp> {
  // A crowd before a role that is full does not queue for its lock, unless to wait, or because an offer has run out.
  const before = await lockMyselfBefore(tx, roleId);
  const first = decideOnSignup(before, { ...consent, orWait: consent.orWait || before.due || before.entry !== null });
  if (first.what === 'REFUSED') throw await refusalOf(tx, SIGN_UP_RULES, first.code, roleId, [first.field]);

  const found = await lockRoleForSignup(tx, roleId);
  const { role, entry } = found;
  const becomes = decideOnSignup(found, consent);
  switch (becomes.what) {
    case 'REFUSED':
      throw await refusalOf(tx, SIGN_UP_RULES, becomes.code, roleId, [becomes.field]);
    case 'TAKES_HELD_PLACE':
      return { role: role.id, ...(await takeHeldPlace(tx, found, entry!.id)) };
    case 'WAITS':
      return { role: role.id, waitlistEntry: entry?.id ?? (await join(tx, found)).id };
    case 'HAS_A_PLACE':
      return { role: role.id, signup: await takePlace(tx, found) };
  }
}

async function takePlace(
  tx: Transaction,
  { role, facts, entry, title, audience, endsAt, byAnother }: LockedRole,
): Promise<string> {
  const status = statusIn(role, { byAnother });
  try {
    const signup = await enrol(tx, role, myself(tx), { title, audience, startsAt: facts.startsAt, endsAt, status });
    // The list was served before: an entry of one's own is left only where something that stood against it has just ended.
    if (entry !== null) await leaveWith(tx, entry.id, signup);
    // Whoever runs the shift finds it on the list; where it is their own, or nobody runs the shift, another decides.
    if (status === SignupStatus.PENDING) await askDeciders(tx, [signup.id]);
    return signup.id;
  } catch (error) {
    const blocker = lastWordOf(error);
    throw blocker === null ? error : violationOf(SIGN_UP_RULES, blocker, ['roleId']);
  }
}
