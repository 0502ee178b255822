import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { activityMutations } from './activities.graphql.ts';

/** The activities that parents volunteer for (志愿活动), as those who organise them change them. */
export const activities: DomainPart = {
  mutations: activityMutations,
};
