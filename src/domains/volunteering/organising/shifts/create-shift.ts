import { requiredText, type Transaction } from '../../../../platform/commands/index.ts';
import { lockManageableActivity, requireStanding } from '../activities/activity.locks.ts';
import { addRoles, rolesTerms, type WantedShiftRole } from '../roles/role.terms.ts';
import { Shift } from '../../model/index.ts';
import { requireTimes, timesOf, type WantedTimes } from './shift.times.ts';

export const LONGEST_PLACE = 60;

export interface NewShift extends WantedTimes {
  readonly activityId: string;
  readonly place: string;
  readonly roles: readonly WantedShiftRole[];
}

/**
 * Prepares one occasion of an activity, as a draft.
 * @throws RuleViolation of its times or roles, ALREADY_CANCELLED; NotFound, Forbidden, BadUserInput
 */
export async function createShift(tx: Transaction, wanted: NewShift): Promise<{ shift: string; activity: string }> {
  const place = requiredText(wanted.place, { path: ['place'], longest: LONGEST_PLACE });
  const times = timesOf(wanted);
  requireTimes(times, tx.now);
  const terms = rolesTerms(wanted.roles);
  const activity = await lockManageableActivity(tx, wanted.activityId);
  requireStanding(activity, ['activityId']);

  const { district, school } = activity;
  const shift = tx.em.create(Shift, { ...times, activity, district, school, place, createdAt: tx.now });
  addRoles(tx, shift, terms);
  return { shift: shift.id, activity: activity.id };
}
