import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { JOIN_REFUSALS } from '../../../identity/index.ts';
import { DECISION_QUEUES } from '../../../people/index.ts';
import { recordsWaiting } from './deciders.ts';
import { hoursChecks } from './hours.checks.ts';
import { hoursMutations } from './hours.graphql.ts';
import { hoursRelations, hoursRoots, readables } from './hours.relations.ts';
import { servicePermissions } from './service-record.access.ts';
import { OWN_SERVICE_CONSTRAINTS, ServiceRecord } from '../../model/index.ts';

/** Service records (服务记录), and what of them counts. */
export const hours: DomainPart = {
  entities: [ServiceRecord],
  readables,
  relations: hoursRelations,
  roots: hoursRoots,
  mutations: hoursMutations,
  permissions: servicePermissions,
  checks: hoursChecks,
  contributions: [
    DECISION_QUEUES.with([recordsWaiting]),
    JOIN_REFUSALS.with(OWN_SERVICE_CONSTRAINTS.map((constraint) => ({ constraint, rule: 'OWN_CASE' }))),
  ],
};
