import { MikroORM, type MetadataStorage } from '@mikro-orm/postgresql';
import * as exported from '../domains/index.ts';
import { NOTICE_KINDS } from '../domains/notice-kinds/index.ts';
import { askedRest, TASK_KINDS, tasksOf } from '../domains/notices/index.ts';
import { DECISION_QUEUES, disclosure } from '../domains/people/index.ts';
import { migrations } from '../migrations/index.ts';
import type { Permissions } from '../platform/auth/index.ts';
import { commandEntities, commandJobs } from '../platform/commands/index.ts';
import { mikroOrmOptions } from '../platform/database/index.ts';
import { buildHubSchema, type Domain, type HubSchema } from '../platform/graphql/index.ts';
import { rateEntities, rateJobs } from '../platform/rates/index.ts';

const declared: readonly Domain[] = Object.values(exported);
/** The decision queues of all domains. */
export const decisionQueues = DECISION_QUEUES.in(declared);
/** All domains, and what they declare together. */
export const domains: readonly Domain[] = [...declared, tasksOf(decisionQueues, TASK_KINDS.in(declared))];
export const entities = [...commandEntities, ...rateEntities, ...domains.flatMap((domain) => domain.entities)];
export const permissions: Permissions = Object.assign(
  {},
  ...domains.map((domain) => domain.permissions),
) as Permissions;
export const checks = domains.flatMap((domain) => domain.checks);
/** All that ends with the rights of people. */
export const rightDependents = [
  ...domains.flatMap((domain) => domain.rightDependents ?? []),
  askedRest(decisionQueues),
];
export const jobs = [...commandJobs, ...rateJobs, ...domains.flatMap((domain) => domain.jobs ?? [])];
export const noticeKinds = NOTICE_KINDS.in(domains);

/** The ORM with all that it knows of the entities, and no connection: for the schema, its SDL and the making of migrations. */
export function describeEntities(): MikroORM {
  return new MikroORM({
    ...mikroOrmOptions({ entities, migrations }),
    clientUrl: 'postgresql://nobody@127.0.0.1:1/none',
  });
}

let described: HubSchema | undefined;

/** The schema of the hub, which needs no database: where there is one, what it knows of the entities need not be found a second time. */
export function hubSchema(metadata = (): MetadataStorage => describeEntities().getMetadata()): HubSchema {
  described ??= buildHubSchema(domains, disclosure, metadata());
  return described;
}
