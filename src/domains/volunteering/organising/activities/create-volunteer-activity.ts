import type { Transaction } from '../../../../platform/commands/index.ts';
import { Forbidden } from '../../../../platform/errors/index.ts';
import { Audience, createAudience, District, School, Staff, type WantedTarget } from '../../../people/index.ts';
import { setTopics } from '../../../topics/index.ts';
import { VolunteerActivity, ActivityTopic, type ActivityKind, type WaitlistPriority } from '../../model/index.ts';
import { activityText, officePhone } from './activity.texts.ts';
import { organisingNode, requireWorksThere, type WantedOrganiser } from './organising-node.ts';

export interface NewActivity extends WantedOrganiser {
  readonly kind: ActivityKind;
  readonly title: string;
  readonly purpose: string;
  readonly riskNotice: string;
  readonly contactName: string;
  readonly contactPhone: string | null;
  readonly waitlistPriority: WaitlistPriority;
  readonly audience: readonly WantedTarget[];
  readonly topicIds: readonly string[];
  /** The caller where nobody is named. */
  readonly organiserId: string | null;
}

/**
 * Begins an activity, as a draft.
 * @throws RuleViolation AUDIENCE_OUTSIDE, PRIVATE_NUMBER, ORGANISER_ELSEWHERE; NotFound, Forbidden, BadUserInput
 */
export async function createVolunteerActivity(tx: Transaction, wanted: NewActivity): Promise<{ activity: string }> {
  const texts = {
    title: activityText('title', wanted.title),
    purpose: activityText('purpose', wanted.purpose),
    riskNotice: activityText('riskNotice', wanted.riskNotice),
    contactName: activityText('contactName', wanted.contactName),
    contactPhone: officePhone(wanted.contactPhone),
  };
  const node = await organisingNode(tx, wanted);
  const organiserId = wanted.organiserId ?? tx.viewer.staffId;
  // A client without a person organises nothing itself: it names who does.
  if (organiserId === null)
    throw new Forbidden({
      zh: '服务令牌须通过 organiserId 指定组织者。',
      en: 'A service token names the organiser, by organiserId.',
    });
  if (organiserId !== tx.viewer.staffId) await requireWorksThere(tx, organiserId, node);
  const audience = await createAudience(tx, node, wanted.audience, ['audience']);

  const activity = tx.em.create(VolunteerActivity, {
    ...texts,
    district: tx.em.getReference(District, node.districtId),
    school: node.schoolId === null ? null : tx.em.getReference(School, node.schoolId),
    kind: wanted.kind,
    waitlistPriority: wanted.waitlistPriority,
    audience: tx.em.getReference(Audience, audience),
    organiser: tx.em.getReference(Staff, organiserId),
    createdAt: tx.now,
  });
  await setTopics(tx, ActivityTopic, activity, wanted.topicIds);
  return { activity: activity.id };
}
