import type { DistrictPlan } from '../plan.ts';
import type { Workshop } from '../workshop.ts';
import { issueCodes } from './binding.ts';
import { makeFamilies } from './families.ts';
import type { District } from './nodes.ts';
import type { Registry } from './settle-family.ts';
import type { StaffOffice } from './staff.ts';

export type { Adult, Child, District, Home, Room, School, SchoolClass, StaffMember } from './nodes.ts';
export { gradeName, makeClassAudience, makeOrganisation } from './organisation.ts';
export { Registry, type FamilyPlan } from './settle-family.ts';
export { StaffOffice } from './staff.ts';
export { Timetable } from './timetable.ts';

/** Families, and then the staff of the schools, some of whom are parents. */
export async function makePeople(
  workshop: Workshop,
  plan: DistrictPlan,
  district: District,
  registry: Registry,
  office: StaffOffice,
): Promise<void> {
  const { loader } = workshop;
  await makeFamilies(workshop, plan, district, registry);
  await loader.settle();
  const batch = loader.batch();
  office.hireForSchools(batch);
  issueCodes(batch, workshop, district);
  await loader.write(batch);
  await loader.settle();
}
