import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { ORGANISER_RULES } from '../activities/activity.rules.ts';
import { publish } from '../shifts/publish-shifts.ts';
import { ShiftStatus } from '../../model/index.ts';
import { lockManageableSeries } from './series.locks.ts';

/**
 * Opens all drafts of a series that are still to come.
 * @throws RuleViolation NOT_DRAFT where there are none, ACTIVITY_NOT_PUBLISHED, ALREADY_CANCELLED; NotFound, Forbidden
 */
export async function publishShiftSeries(
  tx: Transaction,
  { seriesId }: { readonly seriesId: string },
): Promise<{ series: string; publishedShiftCount: number }> {
  const { series, shifts } = await lockManageableSeries(tx, seriesId);
  const drafts = shifts.filter(({ shift }) => shift.status === ShiftStatus.DRAFT && shift.startsAt > tx.now);
  if (drafts.length === 0) throw violationOf(ORGANISER_RULES, 'NOT_DRAFT', ['seriesId']);
  for (const { shift } of drafts) publish(tx, shift);
  series.revision += 1;
  return { series: seriesId, publishedShiftCount: drafts.length };
}
