import { isOwnCase } from '../../../platform/auth/index.ts';
import { requiredReason, type Transaction } from '../../../platform/commands/index.ts';
import { Forbidden, NotFound, violationOf } from '../../../platform/errors/index.ts';
import { Scope, sql } from '../../../platform/reading/index.ts';
import { actingStaff } from '../../people/index.ts';
import { tell } from '../notices/index.ts';
import { manageableSuspension, visibleSuspensions } from './volunteers.access.ts';
import { LIFT_RULES } from './volunteers.rules.ts';
import { SuspensionCause, VolunteerSuspension } from '../model/index.ts';

const sus = new Scope('sus');

/**
 * Ends a suspension before its time: one of a school by its administrators, any by those of the district. One that follows from absences
 * is lifted by whoever corrects these.
 * @throws RuleViolation, NotFound, Forbidden, BadUserInput
 */
export async function liftSuspension(
  tx: Transaction,
  { suspensionId, reason }: { readonly suspensionId: string; readonly reason: string },
): Promise<{ suspension: string }> {
  const liftReason = requiredReason(reason);
  const suspension = await lockSuspension(tx, suspensionId);
  if (suspension.liftedAt !== null || suspension.endsAt <= tx.now)
    throw violationOf(LIFT_RULES, 'OVER', ['suspensionId']);
  suspension.liftedAt = tx.now;
  suspension.liftReason = liftReason;
  suspension.liftedBy = actingStaff(tx);
  await tell(tx, 'SUSPENSION_LIFTED', {
    to: [suspension.person.id],
    params: { reason: liftReason },
    about: suspension.id,
  });
  return { suspension: suspension.id };
}

/** Locks the person, then reads the row: it is theirs, and stays as it is. Whose volunteer they are is asked for after the wait. */
async function lockSuspension(tx: Transaction, id: string): Promise<VolunteerSuspension> {
  await tx.query(
    sql`select per.id from person per where per.id = (select sus.person_id from volunteer_suspension sus where sus.id = ${id}::uuid) for no key update`,
  );
  const [known] = await tx.query<{
    may: boolean;
    person_id: string;
    cause: SuspensionCause;
  }>(sql`select sus.*, ${manageableSuspension(sus)} as may
    from volunteer_suspension sus where sus.id = ${id}::uuid and ${visibleSuspensions(sus, tx.viewer.shape)} for no key update`);
  if (!known) throw new NotFound();
  const { may, ...row } = known;
  if (isOwnCase(tx.viewer, row.person_id)) throw violationOf(LIFT_RULES, 'OWN', ['suspensionId']);
  if (!may)
    throw row.cause === SuspensionCause.NO_SHOWS
      ? violationOf(LIFT_RULES, 'NO_SHOWS', ['suspensionId'])
      : new Forbidden();
  return tx.em.map(VolunteerSuspension, row);
}
