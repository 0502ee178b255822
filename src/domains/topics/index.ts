import { domainOf } from '../../platform/graphql/index.ts';
import { Topic } from './topic.entity.ts';
import { readables, roots } from './topics.relations.ts';

export { setTopics } from './set-topics.ts';
export { Topic } from './topic.entity.ts';
export { topicLink } from './topic-link.ts';
export { onTopic, topicFilter, topicsOf } from './topics-of.ts';

/** The topics of things (主题): each domain has its links to topics, and finds its things by them. */
export const topics = domainOf('topics', [{ entities: [Topic], readables, roots }]);
