import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import {
  Audience,
  AUDIENCE_RULES,
  createAudience,
  keysOfAudience,
  Staff,
  type AudienceNode,
} from '../../../people/index.ts';
import { setTopics } from '../../../topics/index.ts';
import { writtenBack, ActivityTopic, type VolunteerActivity } from '../../model/index.ts';
import { lockManageableActivity, requireRevision, requireStanding } from './activity.locks.ts';
import { activityText, officePhone } from './activity.texts.ts';
import type { NewActivity } from './create-volunteer-activity.ts';
import { handOver } from './hand-over.ts';
import { audienceNodeOf, requireWorksThere } from './organising-node.ts';

/** What is left out stays as it is. */
export interface ActivityChange extends Partial<Omit<NewActivity, 'schoolId' | 'districtId'>> {
  readonly activityId: string;
  /** That the caller has seen. */
  readonly revision: number;
}

/**
 * Changes what an activity says of itself, and who organises it. Whoever has signed up keeps the place, though the audience be narrowed.
 * @throws RuleViolation ALREADY_CANCELLED, CONFLICT, AUDIENCE_OUTSIDE, PRIVATE_NUMBER, ORGANISER_ELSEWHERE; NotFound, Forbidden, BadUserInput
 */
export async function updateVolunteerActivity(tx: Transaction, change: ActivityChange): Promise<{ activity: string }> {
  const texts = textsOf(change);
  const activity = await lockManageableActivity(tx, change.activityId);
  requireStanding(activity, ['activityId']);
  requireRevision(activity, change.revision);

  const place = { districtId: activity.district.id, schoolId: activity.school?.id ?? null };
  const told = {
    ...texts,
    ...(change.kind && { kind: change.kind }),
    ...(change.waitlistPriority && { waitlistPriority: change.waitlistPriority }),
  };
  let changed = (Object.keys(told) as (keyof typeof told)[]).some((field) => told[field] !== activity[field]);
  const before = activity.organiser.id;
  if (change.organiserId && change.organiserId !== before) {
    await requireWorksThere(tx, change.organiserId, place);
    activity.organiser = tx.em.getReference(Staff, change.organiserId);
    changed = true;
  }
  if (change.audience) {
    const audience = await createAudience(tx, audienceNode(tx, place), change.audience, ['audience']);
    if (audience !== activity.audience.id) {
      activity.audience = tx.em.getReference(Audience, audience);
      await widen(tx, activity.id, audience);
      changed = true;
    }
  }
  if (change.topicIds && (await setTopics(tx, ActivityTopic, activity, change.topicIds))) changed = true;
  Object.assign(activity, told);
  if (changed) activity.revision += 1;
  if (activity.organiser.id !== before) await handOver(tx, activity, before);
  return { activity: activity.id };
}

/** Sign-ups rest on the audience that they were made under, and on the new one as well. */
async function widen(tx: Transaction, activityId: string, audienceId: string): Promise<void> {
  await tx.em.flush();
  await tx.query(sql`update engagement eng set rests_on = array(select distinct key from unnest(eng.rests_on || ${keysOfAudience(sql`${audienceId}::uuid`)}) key order by key)
    from signup sgn join shift sft on sft.id = sgn.shift_id
    where sft.activity_id = ${activityId} and eng.source_id = sgn.id and eng.kind = 'SHIFT_SIGNUP' and eng.status = 'ACTIVE' and eng.rests_on is not null`);
}

function textsOf(
  change: ActivityChange,
): Partial<Pick<VolunteerActivity, 'title' | 'purpose' | 'riskNotice' | 'contactName' | 'contactPhone'>> {
  return {
    ...(change.title !== undefined && { title: activityText('title', change.title) }),
    ...(change.purpose !== undefined && { purpose: activityText('purpose', change.purpose) }),
    ...(change.riskNotice !== undefined && { riskNotice: writtenBack(activityText('riskNotice', change.riskNotice)) }),
    ...(change.contactName !== undefined && { contactName: activityText('contactName', change.contactName) }),
    ...(change.contactPhone !== undefined && { contactPhone: officePhone(change.contactPhone) }),
  };
}

/** An organiser who answers for no families there may change everything but whom it is for. */
function audienceNode(tx: Transaction, place: Pick<AudienceNode, 'districtId' | 'schoolId'>): AudienceNode {
  const node = audienceNodeOf(tx.viewer, place);
  if (!node) throw violationOf(AUDIENCE_RULES, 'AUDIENCE_OUTSIDE', ['audience']);
  return node;
}
