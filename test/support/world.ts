import { describeEntities } from '../../src/app.ts';
import { Scenario } from '../../seeds/scenario/index.ts';
import { Tables } from '../../seeds/writing/index.ts';
import type { TestHub } from './hub.ts';

let tables: Tables | undefined;

/** A small world in the hub's own database. */
export function beginScenario(hub: TestHub, now?: Date): Promise<Scenario> {
  tables ??= new Tables(describeEntities().getMetadata());
  return Scenario.begin(hub.database.pool, tables, now);
}
