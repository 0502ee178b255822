import type { Transaction } from '../../../../platform/commands/index.ts';
import { BadUserInput } from '../../../../platform/errors/index.ts';
import { Topic } from '../../../policy/index.ts';
import { ActivityTopic, type VolunteerActivity } from '../../model/index.ts';

const MOST_TOPICS = 10;

/**
 * Makes these the topics of the activity, and no others.
 * @returns whether they were others
 * @throws BadUserInput for one that does not exist
 */
export async function setTopics(
  tx: Transaction,
  activity: VolunteerActivity,
  topicIds: readonly string[],
): Promise<boolean> {
  const wanted = new Set(topicIds);
  const known = await tx.em.count(Topic, { id: { $in: [...wanted] } });
  if (wanted.size > MOST_TOPICS || known < wanted.size) {
    throw new BadUserInput(
      {
        zh: `主题不存在,或超过 ${MOST_TOPICS} 个。`,
        en: `There is no such topic, or there are more than ${MOST_TOPICS}.`,
      },
      ['input', 'topicIds'],
    );
  }
  await tx.em.flush();
  const links = await tx.em.find(ActivityTopic, { activity: activity.id });
  const dropped = links.filter((link) => !wanted.delete(link.topic.id));
  for (const link of dropped) tx.em.remove(link);
  for (const topic of wanted)
    tx.em.create(ActivityTopic, { activity, topic: tx.em.getReference(Topic, topic), createdAt: tx.now });
  await tx.em.flush();
  return dropped.length + wanted.size > 0;
}
