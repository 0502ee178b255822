import type { Pool } from 'pg';
import { placeOf, writeSamples } from '../../seeds/samples/index.ts';
import { Scenario } from '../../seeds/scenario/index.ts';
import { hubTables } from '../../seeds/writing/index.ts';
import { writeContent, type Content } from './world.content.ts';
import { writeSeries, type Series } from './volunteering/world.series.ts';
import { writeService, type Service } from './volunteering/world.service.ts';
import { writeOccasions, type Occasions } from './world.occasions.ts';
import { writeVolunteers, type Volunteers } from './volunteering/world.volunteers.ts';
import { writeWaitingList, type WaitingList } from './volunteering/world.waiting-list.ts';
import { writeFamilies, writeOrganisation, type Families, type Organisation } from './world.organisation.ts';
import { writeSignIns, type SignIns } from './world.sign-ins.ts';

export type World = Organisation &
  Families &
  SignIns &
  Content &
  Occasions &
  Series &
  Volunteers &
  Service & { readonly waitingList: WaitingList };

/** Small, and as crooked as the rules allow: what is over, cancelled, withdrawn or being drafted stands beside what counts. */
export async function writeSmallWorld(pool: Pool): Promise<World> {
  const scenario = await Scenario.begin(pool, hubTables(), new Date('2026-11-20T00:00:00.000Z'));
  const organisation = await writeOrganisation(scenario);
  const families = await writeFamilies(organisation);
  const signIns = await writeSignIns({ ...organisation, ...families });
  const content = await writeContent(organisation);
  const occasions = await writeOccasions({ ...organisation, ...families });
  const series = await writeSeries(organisation);
  const volunteers = await writeVolunteers({ ...organisation, ...families });
  const service = await writeService({ ...organisation, ...families });
  const waitingList = await writeWaitingList(organisation);
  const beside = await placeOf(scenario, { districtAdmin: organisation.districtAdmin, first: false });
  await scenario.write((_put, batch) => void writeSamples(batch, beside));
  return {
    ...organisation,
    ...families,
    ...signIns,
    ...content,
    ...occasions,
    ...series,
    ...volunteers,
    ...service,
    waitingList,
  };
}
