import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import {
  type ShiftRole,
  type Signup,
  SignupStatus,
  StandIn,
  WaitlistEntry,
  WaitlistStatus,
} from '../../model/index.ts';
import { enrol, lastWordOnPlace, myself, statusIn, type PlaceTerms } from '../signups/enrol.ts';
import { refusalOf } from '../signups/signup.clashes.ts';
import { readRole, type LockedRole } from '../signups/signup.locks.ts';
import { takeOver } from '../stand-ins/take-over.ts';
import { offerFreedPlaces } from './offer-freed-places.ts';
import { AcceptOfferBlocker, ACCEPT_OFFER_RULES } from './waitlist.rules.ts';
import { acceptBlockersFor } from './waitlist.blockers.ts';
import { lockMyEntry } from './waitlist.locks.ts';

/**
 * Takes the place that is held for the caller: confirmed, or pending where the organiser confirms. Everything is decided
 * again; where something stands against it, the offer stays until it expires, for that may end.
 * @param entryId bare id of the entry
 * @throws RuleViolation with a code of ACCEPT_OFFER_RULES, NotFound
 */
export async function acceptOffer(
  tx: Transaction,
  { entryId, acceptRiskNotice }: { readonly entryId: string; readonly acceptRiskNotice: boolean },
): Promise<{ waitlistEntry: string; signup: string; role: string }> {
  const { entry, role } = await lockMyEntry(tx, entryId);
  await tx.em.flush();
  const known = await readRole(tx, role.id);
  const [blocker] = acceptBlockersFor({
    ...known.facts,
    entryStatus: entry.status,
    offerExpiresAt: entry.offerExpiresAt,
  });
  if (blocker !== undefined) throw await refusalOf(tx, ACCEPT_OFFER_RULES, blocker, role.id, ['entryId']);
  if (!acceptRiskNotice) throw violationOf(ACCEPT_OFFER_RULES, 'RISK_NOTICE_NOT_ACCEPTED', ['acceptRiskNotice']);
  return { role: role.id, ...(await takeHeldPlace(tx, { ...known, role }, entry.id)) };
}

/**
 * Turns the held place into a sign-up. Where the organiser confirms, the place is free again, and spoken for by the one
 * who asks for it: the next in line is asked only if the organiser declines. A place that a volunteer gives up is taken over,
 * and stays theirs where somebody else must take the caller in.
 */
export async function takeHeldPlace(
  tx: Transaction,
  { role, title, audience, endsAt, facts, byAnother }: LockedRole,
  entryId: string,
): Promise<{ waitlistEntry: string; signup: string }> {
  const entry = await tx.em.findOneOrFail(WaitlistEntry, entryId);
  const shift = { title, audience, startsAt: facts.startsAt, endsAt };
  try {
    const signup =
      entry.standIn === null || byAnother
        ? await enrolInHeldPlace(tx, role, entry, { ...shift, status: statusIn(role, { byAnother }) })
        : await takeOver(
            tx,
            role,
            await tx.em.findOneOrFail(StandIn, entry.standIn.id, { refresh: true }),
            myself(tx),
            shift,
          );
    if (signup === null) throw violationOf(ACCEPT_OFFER_RULES, AcceptOfferBlocker.NOT_OFFERED, ['entryId']);
    await leaveWith(tx, entry.id, signup);
    return { waitlistEntry: entry.id, signup: signup.id };
  } catch (error) {
    const last = lastWordOnPlace(error);
    throw last === null ? error : violationOf(ACCEPT_OFFER_RULES, last, []);
  }
}

/** The place is held no more, so that it is free for whom it was held for. */
async function enrolInHeldPlace(
  tx: Transaction,
  role: ShiftRole,
  entry: WaitlistEntry,
  enrolment: PlaceTerms,
): Promise<Signup> {
  entry.status = WaitlistStatus.WAITING;
  entry.offerExpiresAt = null;
  if (entry.standIn === null) role.placesTaken -= 1;
  entry.standIn = null;
  const signup = await enrol(tx, role, myself(tx), enrolment);
  if (enrolment.status === SignupStatus.CONFIRMED) role.placesTaken += 1;
  else await askDeciders(tx, [signup.id]);
  return signup;
}

/** The entry has become a sign-up. */
export async function leaveWith(tx: Transaction, entryId: string, signup: Signup): Promise<void> {
  const entry = await tx.em.findOneOrFail(WaitlistEntry, entryId);
  entry.status = WaitlistStatus.TAKEN;
  entry.signup = signup;
  entry.endedAt = tx.now;
}

/**
 * Ends the entry of somebody who got a place by another road; a place that was held for them goes to the next in line.
 * Under the role's lock.
 */
export async function endOwnEntry(tx: Transaction, role: ShiftRole, personId: string, signup: Signup): Promise<void> {
  const entry = await tx.em.findOne(WaitlistEntry, {
    role,
    person: personId,
    status: { $in: [WaitlistStatus.WAITING, WaitlistStatus.OFFERED] },
  });
  if (!entry) return;
  const wasHeld = entry.status === WaitlistStatus.OFFERED;
  await leaveWith(tx, entry.id, signup);
  if (!wasHeld) return;
  if (entry.standIn === null) role.placesTaken -= 1;
  await offerFreedPlaces(tx, role);
}
