import { registerEnum } from '../../platform/graphql/index.ts';

export enum PublicationStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnum(
  PublicationStatus,
  'PublicationStatus',
  'Where the publication of a policy edition or lecture stands (发布状态).',
  {
    DRAFT: 'Being written (草稿); seen by its author and administrators.',
    PUBLISHED: 'Published (已发布).',
    WITHDRAWN: 'Published by mistake and taken back (已撤回); seen by its author and administrators.',
  },
);
