import { anyone } from '../../platform/auth/index.ts';
import { always, connectionOf, nodeOf, readable, type Readable, type Roots } from '../../platform/reading/index.ts';
import { Topic } from './topic.entity.ts';

export const readables: readonly Readable[] = [
  readable(Topic, {
    prefix: 'topic',
    visible: () => always,
    filters: { code: ['eq', 'in'], name: ['eq', 'in'] },
    defaultOrder: [{ by: 'code', direction: 'ASC' }],
  }),
];

export const roots: Roots = {
  topics: connectionOf(Topic, { access: anyone, description: 'Topics (主题).' }),
  topic: nodeOf(Topic, { access: anyone, description: 'One topic (主题).' }),
};
