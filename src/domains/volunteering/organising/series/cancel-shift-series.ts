import { requiredReason, type Transaction } from '../../../../platform/commands/index.ts';
import { requireStanding } from '../activities/activity.locks.ts';
import { callOff } from '../shifts/call-off.ts';
import { dayBefore } from '../../../recurrence/index.ts';
import { lockManageableSeries, partOf, type WantedPart } from './series.locks.ts';

export interface SeriesToCancel extends WantedPart {
  readonly seriesId: string;
  readonly reason: string;
}

/**
 * Calls off what is still to come of a series, from a day on or all of it: the rule ends the day before.
 * @throws RuleViolation NOTHING_AHEAD, ALREADY_CANCELLED; NotFound, Forbidden, BadUserInput
 */
export async function cancelShiftSeries(
  tx: Transaction,
  { seriesId, reason, ...wanted }: SeriesToCancel,
): Promise<{ series: string; cancelledShiftCount: number }> {
  const cancelReason = requiredReason(reason);
  const managed = await lockManageableSeries(tx, seriesId);
  requireStanding(managed.activity, ['seriesId']);
  const { from, ahead } = partOf(tx, managed, wanted);
  const { series } = managed;
  if (from > series.firstDate) series.lastDate = dayBefore(from);
  series.revision += 1;
  await callOff(tx, ahead, cancelReason);
  return { series: seriesId, cancelledShiftCount: ahead.length };
}
