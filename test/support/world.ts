import { Scenario } from '../../seeds/scenario/index.ts';
import { hubTables } from '../../seeds/writing/index.ts';
import type { TestHub } from './hub.ts';

/** A small world in the hub's own database. */
export function beginScenario(hub: TestHub, now?: Date): Promise<Scenario> {
  return Scenario.begin(hub.database.pool, hubTables(), now);
}
