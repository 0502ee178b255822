import type { Domain } from '../../platform/graphql/index.ts';
import { JOIN_REFUSALS } from '../identity/index.ts';
import { Engagement, ENGAGEMENT_NO_OVERLAP } from './engagement.entity.ts';
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
  contributions: [JOIN_REFUSALS.with([{ constraint: ENGAGEMENT_NO_OVERLAP, rule: 'OVERLAP' }])],
};
