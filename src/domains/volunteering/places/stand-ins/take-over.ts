import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { Guardian, Person } from '../../../people/index.ts';
import { EngagementKind, release } from '../../../timetable/index.ts';
import { takeBackComing } from '../signups/take-back-coming.ts';
import { tell } from '../../notices/index.ts';
import { type ShiftRole, Signup, SignupStatus, type StandIn, StandInStatus } from '../../model/index.ts';
import { enrol, type Enrolling, type PlaceTerms } from '../signups/enrol.ts';

/**
 * The place changes hands in one transaction, under the locks of whoever takes it and of the role: it is never two
 * people's and never nobody's; whoever gives it up had not come. Only whoever has it hands it over, and by this offer alone.
 * @returns null where the volunteer has the place no more, or the offer is over: nothing is written then
 * @throws what PostgreSQL refuses (see `lastWordOf`)
 */
export async function takeOver(
  tx: Transaction,
  role: ShiftRole,
  standIn: StandIn,
  who: Enrolling,
  shift: Omit<PlaceTerms, 'status'>,
): Promise<Signup | null> {
  const [givenRow] = await tx.query<object>(
    sql`select sgn.* from signup sgn where sgn.id = ${standIn.signup.id} and sgn.status = 'CONFIRMED' for no key update`,
  );
  const open = standIn.status === StandInStatus.OFFERED || standIn.status === StandInStatus.PENDING;
  if (!givenRow || !open) return null;
  const given = tx.em.map(Signup, givenRow);
  await takeBackComing(tx, [given.id]);
  given.status = SignupStatus.CANCELLED;
  given.cancelledAt = tx.now;
  given.reconfirmUntil = null;
  given.cancelRequestedAt = null;
  given.cancelRequestReason = null;
  await release(tx.em, { kind: EngagementKind.SHIFT_SIGNUP, sourceId: given.id }, tx.now);
  const signup = await enrol(tx, role, { ...who, standsInFor: given }, { ...shift, status: SignupStatus.CONFIRMED });
  standIn.status = StandInStatus.DONE;
  standIn.to = tx.em.getReference(Guardian, who.guardianId);
  standIn.toPerson = tx.em.getReference(Person, who.personId);
  standIn.replacement = signup;
  standIn.decidedAt = tx.now;
  await tell(tx, 'STAND_IN_DONE', { to: [given.person.id], about: given.id });
  return signup;
}
