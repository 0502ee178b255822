import type { Domain } from '../../platform/graphql/index.ts';
import { askAt, askDeciders, askInPlaceOf } from './ask-deciders.ts';
import { askingDeciders } from './asking-deciders.ts';
import { Notice } from './notice.entity.ts';
import { checks } from './notices.checks.ts';
import { noticeMutations } from './notices.graphql.ts';
import { forgetReadNotices } from './notices.jobs.ts';
import { noticesRelations, readables } from './notices.relations.ts';
import type { Inbox } from '../people/index.ts';
import { notifyEach } from './notify.ts';

export { askDeciders, askedRest } from './ask-deciders.ts';
export { Notice } from './notice.entity.ts';
export { endRightsToNotices, type EndedRight } from './end-rights-to-notices.ts';
export { notify, notifyEach, type News } from './notify.ts';
export { TASK_KINDS, type TaskKind } from './task-kind.ts';
export { Task } from './task.entity.ts';
export { tasksOf } from './tasks.ts';

/** For the rooms below this one. */
export const inbox: Inbox = { tellEach: notifyEach, askDeciders, askInPlaceOf, askAt };

export const notices: Domain = {
  name: 'notices',
  entities: [Notice],
  readables,
  relations: noticesRelations,
  roots: {},
  mutations: noticeMutations,
  resolvers: [],
  permissions: {},
  checks,
  jobs: [forgetReadNotices, askingDeciders],
};
