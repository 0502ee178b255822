import type { Domain } from '../../platform/graphql/index.ts';
import { LectureCitation } from './lecture-citation.entity.ts';
import { PolicyDocument } from './policy-document.entity.ts';
import { PolicyEdition } from './policy-edition.entity.ts';
import { PolicyLecture } from './policy-lecture.entity.ts';
import { checks } from './policy.checks.ts';
import { policyAggregates, policyRelations, readables, roots } from './policy.relations.ts';
import { Segment } from './segment.entity.ts';
import { LectureTopic, PolicyDocumentTopic } from './topic-links.entity.ts';

export const policy: Domain = {
  name: 'policy',
  entities: [PolicyDocument, PolicyDocumentTopic, PolicyEdition, Segment, PolicyLecture, LectureCitation, LectureTopic],
  readables,
  relations: policyRelations,
  aggregates: policyAggregates,
  roots,
  mutations: [],
  resolvers: [],
  permissions: {},
  checks,
};
