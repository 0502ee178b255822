import { Calendar, Dice, Ids } from '../deterministic/index.ts';
import { loadReference } from '../reference/index.ts';
import { type Batch, type Connection, hubTables, Loader } from '../writing/index.ts';
import { makeContent } from './content/index.ts';
import { makeMeetings } from './meetings/index.ts';
import { type District, makeOrganisation, makePeople, Registry, StaffOffice } from './people/index.ts';
import { type Cast, type DistrictPlan, NOBODY_NAMED } from './plan.ts';
import { makeVolunteering } from './volunteering/index.ts';
import type { Workshop } from './workshop.ts';

export { invite, type Invited, type Manner, MeetingBook, ReplyDesk } from './meetings/index.ts';
export {
  gradeName,
  makeClassAudience,
  type Adult,
  type District,
  type FamilyPlan,
  type Home,
  type Registry,
  type School,
  type SchoolClass,
  type StaffMember,
} from './people/index.ts';
export { type LectureSubject, LECTURES, type Opening, SignupDesk } from './volunteering/index.ts';
export type { Cast, DistrictPlan, NamedAccount, SchoolPlan, Volumes } from './plan.ts';
export { nameRights } from './rights.ts';
export type { Workshop } from './workshop.ts';

export interface WorkshopOptions {
  readonly connection: Connection;
  readonly now: Date;
  readonly write: (batch: Batch) => Promise<void>;
  /** How many batches may be written at the same time. */
  readonly lanes: number;
  readonly onWritten: (rows: number) => void;
}

const SEED = 'home-school-hub';

export async function openWorkshop({ connection, now, ...options }: WorkshopOptions): Promise<Workshop> {
  return {
    dice: new Dice(SEED),
    ids: new Ids(SEED),
    calendar: new Calendar(now),
    reference: await loadReference(connection),
    loader: new Loader({ tables: hubTables(), ...options }),
  };
}

/** Scenes that somebody adds by hand to a district that is otherwise made by chance. */
export interface Scenes {
  readonly cast: Cast;
  /** Before the families of chance. */
  families(district: District, registry: Registry): Promise<void>;
  /** When everything else is there. */
  events(
    district: District,
    known: { readonly citable: readonly string[]; readonly recorded: ReadonlySet<string> },
  ): Promise<void>;
}

export async function makeDistrict(workshop: Workshop, plan: DistrictPlan, scenes?: Scenes): Promise<void> {
  const district = await makeOrganisation(workshop, plan);
  const registry = new Registry(workshop, district);
  const office = new StaffOffice(workshop, district, scenes?.cast ?? NOBODY_NAMED);
  const batch = workshop.loader.batch();
  office.hireForDistrict(batch);
  await workshop.loader.write(batch);
  await workshop.loader.settle();
  const content = await makeContent(workshop, plan, district);

  const events = async (): Promise<void> => {
    await scenes?.families(district, registry);
    await makePeople(workshop, plan, district, registry, office);
    await makeMeetings(workshop, plan.volumes, district, content.citable);
    const recorded = await makeVolunteering(workshop, plan.volumes, district);
    await workshop.loader.settle();
    await scenes?.events(district, { citable: content.citable, recorded });
  };
  const lanes = await Promise.allSettled([content.writeTexts(), events()]);
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
  await workshop.loader.settle();
}
