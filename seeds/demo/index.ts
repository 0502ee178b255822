import { DEFAULT_NOW } from '../deterministic/index.ts';
import {
  type DistrictPlan,
  makeDistrict,
  nameRights,
  openWorkshop,
  type Scenes,
  type Workshop,
} from '../generator/index.ts';
import { type Connection, inTransaction, writeInto } from '../writing/index.ts';
import { writeBinding } from './binding.ts';
import { writeDrafts } from './drafts.ts';
import { castOf, type Named, settleNamedFamilies } from './families.ts';
import { DemoLectures } from './lectures.ts';
import { writeLeavers } from './leavers.ts';
import { DemoMeetings } from './meetings.ts';
import { DEMO_PLAN } from './plan.ts';
import { writeRoleRequests } from './role-requests.ts';
import { writeShownSamples } from './samples.ts';
import { writeSeries } from './series.ts';
import { DemoService } from './service.ts';
import { writeSignIns } from './sign-ins.ts';
import { DemoVolunteering } from './volunteering.ts';
import { writeVolunteers } from './volunteers.ts';
import { DemoWaitingList } from './waiting-list.ts';

export { DEMO_BINDING_CODE } from './binding.ts';
export { DEMO_SIGN_IN } from './local-sign-in.ts';
export { type DemoAccount, demoAccount, demoAccounts } from './accounts.ts';
export { isEmpty } from '../writing/index.ts';

export interface DemoOptions {
  /** The moment that the demonstration takes for the present: the beginning of a week. */
  readonly now?: Date;
  /** Districts that are written after it: the demonstration is the same, row for row, with and without them. */
  readonly beside?: readonly DistrictPlan[];
  readonly onProgress?: (rows: number, expected: number) => void;
}

/** Measured; near enough for a bar. */
const ROWS = 8_500;

/**
 * Writes the demonstration into empty tables, whole or not at all, so that a start that was cut off leaves nothing half-made.
 * @returns how many rows it has
 */
export async function loadDemo(
  connection: Connection,
  { now = DEFAULT_NOW, beside = [], onProgress }: DemoOptions = {},
): Promise<number> {
  let rows = 0;
  await inTransaction(connection, async (client) => {
    const workshop = await openWorkshop({
      connection: client,
      now,
      lanes: 1,
      write: (batch) => writeInto(client, batch),
      onWritten(more) {
        rows += more;
        onProgress?.(rows, ROWS);
      },
    });
    await makeDistrict(workshop, DEMO_PLAN, scenes(workshop));
    for (const plan of beside) await makeDistrict(workshop, plan);
    await nameRights(client);
  });
  await connection.query('analyze');
  return rows;
}

function scenes(workshop: Workshop): Scenes {
  const named: Named = new Map();
  return {
    cast: castOf(named),
    async families(district, registry) {
      const batch = workshop.loader.batch();
      settleNamedFamilies(batch, district, registry, named);
      await workshop.loader.write(batch);
      await workshop.loader.settle();
    },
    async events(district, { citable, recorded }) {
      const batch = workshop.loader.batch();
      new DemoMeetings(workshop, district, named, citable).write(batch);
      new DemoVolunteering(workshop, district, named, recorded).write(batch);
      writeLeavers(batch, workshop, district);
      writeBinding(batch, workshop, district, named);
      new DemoWaitingList(workshop, district, named).write(batch);
      writeSeries(batch, workshop, district);
      new DemoLectures(workshop, batch, district, named).write(batch);
      writeVolunteers(batch, workshop, district, named, recorded);
      new DemoService(workshop, district, named).write(batch);
      writeDrafts(batch, workshop, district);
      writeSignIns(batch, workshop, district);
      writeRoleRequests(batch, workshop, district);
      writeShownSamples(batch, workshop, district, named);
      await workshop.loader.write(batch);
    },
  };
}
