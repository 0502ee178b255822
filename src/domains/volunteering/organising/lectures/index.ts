import { sweep } from '../../../../platform/commands/index.ts';
import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { DECISION_QUEUES } from '../../../people/index.ts';
import { ParentLecture } from '../../model/index.ts';
import { endLecturesWithoutLecturer } from './end-lectures.ts';
import { lecturePermissions } from './lectures.access.ts';
import { lectureChecks } from './lectures.checks.ts';
import { lectureMutations } from './lectures.graphql.ts';
import { lectureRelations, readables } from './lectures.relations.ts';
import { lecturesWaiting } from './lectures-waiting.ts';

/** Lectures that parents give (家长讲堂). */
export const lectures: DomainPart = {
  entities: [ParentLecture],
  readables,
  relations: lectureRelations,
  mutations: lectureMutations,
  permissions: lecturePermissions,
  checks: lectureChecks,
  contributions: [DECISION_QUEUES.with([lecturesWaiting])],
  jobs: [
    sweep({
      name: 'volunteering.end-lectures',
      description: 'Calls off lectures of parents that nobody gives any more.',
      cron: '*/5 * * * *',
      work: endLecturesWithoutLecturer,
    }),
  ],
};
