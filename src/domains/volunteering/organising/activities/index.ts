import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { activityMutations } from './activities.graphql.ts';

/** What is volunteered for (志愿活动), by those who organise it. */
export const activities: DomainPart = {
  mutations: activityMutations,
};
