import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { ActivityStatus } from '../../model/index.ts';
import { lockManageableActivity, requireStanding } from './activity.locks.ts';
import { ORGANISER_RULES } from './activity.rules.ts';

/**
 * Shows a draft to those whom it is for. Its shifts stay drafts until they are published themselves.
 * @throws RuleViolation NOT_DRAFT, ALREADY_CANCELLED; NotFound, Forbidden
 */
export async function publishVolunteerActivity(
  tx: Transaction,
  { activityId }: { readonly activityId: string },
): Promise<{ activity: string }> {
  const activity = await lockManageableActivity(tx, activityId);
  requireStanding(activity, ['activityId']);
  if (activity.status !== ActivityStatus.DRAFT) throw violationOf(ORGANISER_RULES, 'NOT_DRAFT', ['activityId']);
  activity.status = ActivityStatus.PUBLISHED;
  activity.publishedAt = tx.now;
  activity.revision += 1;
  return { activity: activity.id };
}
