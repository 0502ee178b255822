import { Entity, Index, ManyToOne, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Stored, tellsOfChange } from '../../platform/database/index.ts';
import { Topic } from './topic.entity.ts';

export interface TopicLinkOptions<Near extends string, Thing extends Stored> {
  /** The table of the links, as it is named after their class: its constraints are named after it. */
  readonly table: string;
  /** The name that the link has for the thing that is about a topic. */
  readonly near: Near;
  readonly to: () => new () => Thing;
  /** Guests read it: what is kept of their answers learns of a change. */
  readonly isPublic?: boolean;
}

export type TopicLink = Stored & { topic: Topic };

/** A table that says what things are about: each of them names a topic once, and both ways have an index. */
export interface TopicLinkClass<Link extends TopicLink = TopicLink> {
  new (): Link;
  readonly table: string;
  readonly near: string;
}

/** `@Entity() class CourseTopic extends topicLink({ table: 'course_topic', near: 'course', to: () => Course }) {}` */
export function topicLink<const Near extends string, Thing extends Stored>({
  table,
  near,
  to,
  isPublic = false,
}: TopicLinkOptions<Near, Thing>): TopicLinkClass<TopicLink & { [Name in Near]: Thing }> {
  class Link extends Stored {
    static readonly table = table;
    static readonly near = near;
    topic!: Topic;
  }
  ManyToOne(to)(Link.prototype, near);
  ManyToOne(() => Topic)(Link.prototype, 'topic');
  Unique({ name: `${table}_unique`, properties: [near, 'topic'] as never })(Link);
  Index({ name: `${table}_topic_index`, properties: ['topic', near] as never })(Link);
  if (isPublic) Trigger(tellsOfChange)(Link);
  Entity({ abstract: true })(Link);
  return Link as never;
}
