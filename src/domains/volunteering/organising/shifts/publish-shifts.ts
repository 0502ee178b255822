import {
  checkNamedOnce,
  PartlyDone,
  rowByRow,
  type ErrorPolicy,
  type Transaction,
} from '../../../../platform/commands/index.ts';
import { NotFound, violationOf } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { lockManageableActivities, requireStanding } from '../activities/activity.locks.ts';
import { ORGANISER_RULES } from '../activities/activity.rules.ts';
import { lockShifts, type LockedShift } from './shift.locks.ts';
import { ActivityStatus, type Shift, ShiftStatus } from '../../model/index.ts';
import { PUBLISH_RULES, TIME_RULES } from './shift.rules.ts';

export interface ShiftsToPublish {
  readonly shiftIds: readonly string[];
  readonly errorPolicy: ErrorPolicy;
}

/**
 * Opens drafts to volunteers. They must be of activities that the caller manages, whatever the policy says.
 * @throws RuleViolation NOT_DRAFT, ALREADY_CANCELLED, ACTIVITY_NOT_PUBLISHED, STARTS_IN_PAST; NotFound, Forbidden, BadUserInput
 */
export async function publishShifts(
  tx: Transaction,
  { shiftIds, errorPolicy }: ShiftsToPublish,
): Promise<PartlyDone<{ shifts: string[] }>> {
  checkNamedOnce(shiftIds, 'shiftIds', { zh: '班次', en: 'shifts' });
  const locked = await lockManageableShifts(tx, shiftIds);
  const { done, refused } = await rowByRow(shiftIds, { field: 'shiftIds', policy: errorPolicy }, (id) => {
    const { shift } = locked.get(id)!;
    publish(tx, shift);
    return Promise.resolve(shift.id);
  });
  return new PartlyDone({ shifts: done }, refused);
}

/** Makes a draft take place. @throws RuleViolation */
export function publish(tx: Transaction, shift: Shift): void {
  requireStanding(shift.activity, []);
  if (shift.status === ShiftStatus.CANCELLED) throw violationOf(ORGANISER_RULES, 'ALREADY_CANCELLED');
  if (shift.status !== ShiftStatus.DRAFT) throw violationOf(ORGANISER_RULES, 'NOT_DRAFT');
  if (shift.activity.status !== ActivityStatus.PUBLISHED) throw violationOf(PUBLISH_RULES, 'ACTIVITY_NOT_PUBLISHED');
  if (shift.startsAt <= tx.now) throw violationOf(TIME_RULES, 'STARTS_IN_PAST');
  shift.status = ShiftStatus.SCHEDULED;
  shift.publishedAt = tx.now;
  shift.revision += 1;
}

/** @throws NotFound, Forbidden for the first that the caller does not manage */
async function lockManageableShifts(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LockedShift>> {
  const activities = await tx.query<{ id: string }>(
    sql`select distinct sft.activity_id as id from shift sft where sft.id = any(${ids}::uuid[])`,
  );
  await lockManageableActivities(
    tx,
    activities.map(({ id }) => id),
  );
  const locked = new Map((await lockShifts(tx, { ids })).map((each) => [each.shift.id, each]));
  if (ids.some((id) => !locked.has(id))) throw new NotFound();
  return locked;
}
