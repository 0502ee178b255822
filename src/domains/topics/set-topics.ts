import type { Transaction } from '../../platform/commands/index.ts';
import type { Stored } from '../../platform/database/index.ts';
import { BadUserInput } from '../../platform/errors/index.ts';
import { Topic } from './topic.entity.ts';
import type { TopicLinkClass } from './topic-link.ts';

const MOST_TOPICS = 10;

/**
 * Makes these the topics of a thing, and no others.
 * @param topicIds bare ids, as the input `topicIds` names them
 * @returns whether they were others
 * @throws BadUserInput for one that does not exist, and for too many
 */
export async function setTopics(
  tx: Transaction,
  link: TopicLinkClass,
  thing: Stored,
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
  const links = await tx.em.find(link, { [link.near]: thing.id } as never);
  const dropped = links.filter(({ topic }) => !wanted.delete(topic.id));
  for (const each of dropped) tx.em.remove(each);
  for (const topic of wanted)
    tx.em.create(link, {
      [link.near]: thing,
      topic: tx.em.getReference(Topic, topic),
      createdAt: tx.now,
    } as never);
  await tx.em.flush();
  return dropped.length + wanted.size > 0;
}
