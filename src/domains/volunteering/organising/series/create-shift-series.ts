import type { Transaction } from '../../../../platform/commands/index.ts';
import { lockManageableActivity, requireStanding } from '../activities/activity.locks.ts';
import { rolesTerms, type WantedShiftRole } from '../roles/role.terms.ts';
import { ShiftSeries } from '../../model/index.ts';
import { layOut, occurrencesAhead } from './lay-out.ts';
import { datesOf, requireTerms, type SeriesTerms, type WantedDates } from './series.terms.ts';

export interface NewSeries extends Omit<SeriesTerms, 'firstDate' | 'lastDate'>, WantedDates {
  readonly activityId: string;
  readonly roles: readonly WantedShiftRole[];
}

/**
 * Prepares shifts that recur every week, as drafts: one for each day to come that the rule asks for.
 * @throws RuleViolation of its rule and roles, ALREADY_CANCELLED; NotFound, Forbidden, BadUserInput
 */
export async function createShiftSeries(
  tx: Transaction,
  { activityId, roles, termId, firstDate, lastDate, ...wanted }: NewSeries,
): Promise<{ series: string; shiftCount: number }> {
  const templates = rolesTerms(roles);
  const activity = await lockManageableActivity(tx, activityId);
  requireStanding(activity, ['activityId']);
  const terms = requireTerms({
    ...wanted,
    ...(await datesOf(tx, activity.district.id, {
      termId: termId ?? null,
      firstDate: firstDate ?? null,
      lastDate: lastDate ?? null,
    })),
  });
  const occurrences = await occurrencesAhead(tx, activity.district.id, terms);
  const series = tx.em.create(ShiftSeries, { ...terms, activity, roles: templates, createdAt: tx.now });
  for (const occurrence of occurrences) layOut(tx, activity, series, occurrence, false);
  return { series: series.id, shiftCount: occurrences.length };
}
