import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { tell, tellEach } from '../../notices/index.ts';
import { Signup, StandInStatus } from '../../model/index.ts';
import { offerFreedPlaces } from '../waiting-list/offer-freed-places.ts';
import { declineStandInBlockersFor, withdrawBlockersFor } from './stand-in.blockers.ts';
import { lockMyStandIn, lockStandInToMe } from './stand-in.locks.ts';
import { END_STAND_IN_RULES } from './stand-in.rules.ts';

/**
 * Whoever was asked does not want the place; the volunteer keeps it.
 * @param standInId bare id of an offer to the caller
 * @throws RuleViolation with a code of END_STAND_IN_RULES, NotFound
 */
export async function declineStandIn(
  tx: Transaction,
  { standInId }: { readonly standInId: string },
): Promise<{ standIn: string }> {
  const { standIn } = await lockStandInToMe(tx, standInId);
  const [blocker] = declineStandInBlockersFor({ now: tx.now, status: standIn.status, expiresAt: standIn.expiresAt });
  if (blocker !== undefined) throw violationOf(END_STAND_IN_RULES, blocker, ['standInId']);
  standIn.status = StandInStatus.DECLINED;
  standIn.decidedAt = tx.now;
  const signup = await tx.em.findOneOrFail(Signup, standIn.signup.id);
  await tell(tx, 'STAND_IN_DECLINED', { to: [signup.person.id], about: standIn.id });
  return { standIn: standIn.id };
}

/**
 * The volunteer keeps the place after all, also while the organiser has yet to decide. Whoever was asked for it or has agreed is told;
 * on the waiting list they wait again, and keep their turn.
 * @param standInId bare id of an offer of the caller's
 * @throws RuleViolation NOT_OPEN_ANY_MORE, NotFound
 */
export async function withdrawStandIn(
  tx: Transaction,
  { standInId }: { readonly standInId: string },
): Promise<{ standIn: string }> {
  const { standIn, role } = await lockMyStandIn(tx, standInId);
  const [blocker] = withdrawBlockersFor(standIn);
  if (blocker !== undefined) throw violationOf(END_STAND_IN_RULES, blocker, ['standInId']);
  standIn.status = StandInStatus.WITHDRAWN;
  standIn.decidedAt ??= tx.now;
  await askDeciders(tx, [standIn.id]);
  const asked = await tx.query<{ person_id: string }>(sql`
    update waitlist_entry wle set status = 'WAITING', offer_expires_at = null, offer_withdrawn_at = ${tx.now}, stand_in_id = null
    where wle.stand_in_id = ${standIn.id} and wle.status = 'OFFERED' returning wle.person_id`);
  await tellEach(
    tx,
    'STAND_IN_WITHDRAWN',
    [...asked.map(({ person_id }) => person_id), ...(standIn.toPerson === null ? [] : [standIn.toPerson.id])].map(
      (person) => ({
        to: [person],
        about: standIn.id,
      }),
    ),
  );
  // Another place may be there for them.
  if (asked.length > 0) await offerFreedPlaces(tx, role);
  return { standIn: standIn.id };
}
