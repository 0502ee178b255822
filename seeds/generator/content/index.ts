import { PublicationStatus } from '../../../src/domains/policy/index.ts';
import type { District } from '../people/index.ts';
import type { DistrictPlan } from '../plan.ts';
import type { Workshop } from '../workshop.ts';
import { Catalogue } from './courses.ts';
import { Registrar } from './documents.ts';
import { makeLectures } from './lectures.ts';
import { writeTexts } from './texts.ts';

export interface Content {
  /** Ids of the policy editions that will be published when the texts are there. */
  readonly citable: readonly string[];
  /** Writes the texts of all editions: what takes longest of all, and what nothing else waits for. */
  writeTexts(): Promise<void>;
}

/** Policies, lectures and courses of a district; the texts of the policies are left for later. */
export async function makeContent(workshop: Workshop, plan: DistrictPlan, district: District): Promise<Content> {
  const batch = workshop.loader.batch();
  const registrar = new Registrar(workshop, plan, district);
  registrar.register(batch);
  const citable = registrar.editions.filter(({ status }) => status === PublicationStatus.PUBLISHED).map(({ id }) => id);
  makeLectures(workshop, batch, district, plan.volumes.lectures, citable);
  new Catalogue(workshop, plan, district, citable).fill(batch);
  await workshop.loader.write(batch);
  await workshop.loader.settle();
  return { citable, writeTexts: () => writeTexts(workshop, plan.code, registrar.editions, plan.volumes.segments) };
}
