import type { Transaction } from '../../../../platform/commands/index.ts';
import { Forbidden, NotFound, violationOf } from '../../../../platform/errors/index.ts';
import { Scope, sql } from '../../../../platform/reading/index.ts';
import { ActivityStatus, manageableActivities, visibleActivities, VolunteerActivity } from '../../model/index.ts';
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
  const [activity] = await lockManageableActivities(tx, [id]);
  return activity!;
}

/**
 * Each of them, locked, in the order of their ids, with a note that the caller has had it in hand.
 * @throws NotFound where the caller does not see all of them, Forbidden where they do and do not manage one
 */
export async function lockManageableActivities(tx: Transaction, ids: readonly string[]): Promise<VolunteerActivity[]> {
  const [act, viewer] = [new Scope('act'), tx.viewer.shape];
  const found = await tx.query<{ manageable: boolean }>(sql`
    select act.*, ${manageableActivities(act, viewer)} as manageable from volunteer_activity act
    where act.id = any(${ids}::uuid[]) and ${visibleActivities(act, viewer)} order by act.id for no key update of act`);
  if (found.length < new Set(ids).size) throw new NotFound();
  if (found.some(({ manageable }) => !manageable)) throw new Forbidden();
  return found.map(({ manageable: _, ...row }) => inHand(tx, tx.em.map(VolunteerActivity, row)));
}

/**
 * Notes the caller among those who have run the activity. Its organiser is named by it already, and is kept when
 * somebody else takes it over.
 */
function inHand({ viewer: { staffId } }: Transaction, activity: VolunteerActivity): VolunteerActivity {
  if (staffId !== null && staffId !== activity.organiser.id && !activity.runBy.includes(staffId))
    activity.runBy = [...activity.runBy, staffId];
  return activity;
}

/** @throws RuleViolation ALREADY_CANCELLED */
export function requireStanding({ status }: Pick<VolunteerActivity, 'status'>, path: readonly string[]): void {
  if (status === ActivityStatus.CANCELLED) throw violationOf(ORGANISER_RULES, 'ALREADY_CANCELLED', path);
}

/** @throws RuleViolation CONFLICT where the caller has seen another revision */
export function requireRevision(changed: { readonly revision: number }, seen: number): void {
  if (changed.revision !== seen) throw violationOf(ORGANISER_RULES, 'CONFLICT', ['revision']);
}
