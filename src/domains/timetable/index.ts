import type { Domain } from '../../platform/graphql/index.ts';
import { Engagement } from './engagement.entity.ts';
import { checks } from './timetable.checks.ts';
import { readables, timetableRelations } from './timetable.relations.ts';

export {
  engage,
  engaging,
  isOverlap,
  release,
  type EngagementSource,
  type NewEngagement,
  type Subject,
} from './engage.ts';
export { moveEngagements, type EngagementSources, type NewTime } from './move-engagements.ts';
export { personIsBusy, viewerIsBusy } from './engagement.busy.ts';
export { Engagement, EngagementKind, EngagementStatus } from './engagement.entity.ts';

export const timetable: Domain = {
  name: 'timetable',
  entities: [Engagement],
  readables,
  relations: timetableRelations,
  roots: {},
  mutations: [],
  resolvers: [],
  permissions: {},
  checks,
};
