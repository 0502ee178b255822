import {
  raw,
  sql,
  table,
  toMany,
  type CustomFilter,
  type EntityClass,
  type ToMany,
} from '../../platform/reading/index.ts';
import type { Stored } from '../../platform/database/index.ts';
import { Topic } from './topic.entity.ts';
import type { TopicLinkClass } from './topic-link.ts';

/** The topics of a thing. */
export function topicsOf(link: TopicLinkClass): ToMany<Stored> {
  return toMany(Topic, {
    through: { link, from: link.near, to: 'topic' },
    description: 'What it is about (主题).',
  });
}

/** The things of one kind that are about a topic. */
export function onTopic<Thing extends Stored>(
  link: TopicLinkClass,
  to: EntityClass<Thing>,
  description: string,
): ToMany<Stored> {
  return toMany(to, { through: { link, from: 'topic', to: link.near }, description });
}

const columnOf = (property: string): string =>
  `${property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_id`;

/** Things that are about one of some topics. */
export function topicFilter(link: TopicLinkClass): CustomFilter {
  return {
    on: Topic,
    sqlType: 'uuid',
    description: 'On one of these topics (主题).',
    matches: (row, wanted) =>
      sql`${row}.id in (select lnk.${raw(columnOf(link.near))} from ${table(link.table)} lnk where lnk.topic_id = any(${wanted}))`,
  };
}
