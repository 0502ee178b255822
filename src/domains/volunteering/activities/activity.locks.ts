import { shapeOf } from '../../../platform/auth/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { Forbidden, NotFound, violationOf } from '../../../platform/errors/index.ts';
import { raw, sql } from '../../../platform/reading/index.ts';
import { manageableActivities, visibleActivities } from '../volunteering.access.ts';
import { ActivityStatus, VolunteerActivity } from '../shifts/volunteer-activity.entity.ts';
import { ORGANISER_RULES } from './activity.rules.ts';

/*
 * Organisers lock from the activity down: the activity, its shifts by id, their roles by id, then entries and sign-ups.
 * Volunteers lock neither activity nor shift, so a crowd and an organiser meet at the role only.
 */

/**
 * The activity, locked, so that its organisers change it one after the other.
 * @throws NotFound where the caller does not see it, Forbidden where they do and do not manage it
 */
export async function lockManageableActivity(tx: Transaction, id: string): Promise<VolunteerActivity> {
  const [act, viewer] = [raw('act'), shapeOf(tx.viewer)];
  const [found] = await tx.query<{ manageable: boolean }>(sql`
    select act.*, ${manageableActivities(act, viewer)} as manageable from volunteer_activity act
    where act.id = ${id} and ${visibleActivities(act, viewer)} for no key update of act`);
  if (!found) throw new NotFound();
  const { manageable, ...row } = found;
  if (!manageable) throw new Forbidden();
  return tx.em.map(VolunteerActivity, row);
}

/** @throws RuleViolation ALREADY_CANCELLED */
export function requireStanding({ status }: Pick<VolunteerActivity, 'status'>, path: readonly string[]): void {
  if (status === ActivityStatus.CANCELLED) throw violationOf(ORGANISER_RULES, 'ALREADY_CANCELLED', path);
}

/** @throws RuleViolation CONFLICT where the caller has seen another revision */
export function requireRevision(changed: { readonly revision: number }, seen: number): void {
  if (changed.revision !== seen) throw violationOf(ORGANISER_RULES, 'CONFLICT', ['revision']);
}
