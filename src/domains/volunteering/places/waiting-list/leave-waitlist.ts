import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { Shift, type ShiftRole, type WaitlistEntry, WaitlistStatus } from '../../model/index.ts';
import { offerFreedPlaces } from './offer-freed-places.ts';
import { LEAVE_RULES, OFFER_RULES } from './waitlist.rules.ts';
import { declineBlockersFor, leaveBlockersFor } from './waitlist.blockers.ts';
import { lockMyEntry } from './waitlist.locks.ts';

interface Left {
  readonly waitlistEntry: string;
  readonly role: string;
}

/**
 * The caller waits no longer; a place that is held for them goes to the next in line.
 * @param entryId bare id of the entry
 * @throws RuleViolation NOT_WAITING, NotFound
 */
export async function leaveWaitlist(tx: Transaction, { entryId }: { readonly entryId: string }): Promise<Left> {
  const { entry, role } = await lockMyEntry(tx, entryId);
  const { startsAt } = await tx.em.findOneOrFail(Shift, entry.shift.id);
  const [blocker] = leaveBlockersFor({
    now: tx.now,
    entryStatus: entry.status,
    offerExpiresAt: entry.offerExpiresAt,
    startsAt,
  });
  if (blocker !== undefined) throw violationOf(LEAVE_RULES, blocker, ['entryId']);
  return end(tx, role, entry, WaitlistStatus.LEFT);
}

/**
 * The caller does not want the place that is held for them, which goes to the next in line; they wait no longer.
 * @param entryId bare id of the entry
 * @throws RuleViolation with a code of OFFER_RULES, NotFound
 */
export async function declineOffer(tx: Transaction, { entryId }: { readonly entryId: string }): Promise<Left> {
  const { entry, role } = await lockMyEntry(tx, entryId);
  const [blocker] = declineBlockersFor({
    now: tx.now,
    entryStatus: entry.status,
    offerExpiresAt: entry.offerExpiresAt,
  });
  if (blocker !== undefined) throw violationOf(OFFER_RULES, blocker, ['entryId']);
  return end(tx, role, entry, WaitlistStatus.DECLINED);
}

async function end(tx: Transaction, role: ShiftRole, entry: WaitlistEntry, status: WaitlistStatus): Promise<Left> {
  const wasHeld = entry.status === WaitlistStatus.OFFERED;
  entry.status = status;
  entry.endedAt = tx.now;
  if (wasHeld) {
    if (entry.standIn === null) role.placesTaken -= 1;
    await offerFreedPlaces(tx, role);
  }
  return { waitlistEntry: entry.id, role: role.id };
}
