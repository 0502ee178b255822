import { v7 } from 'uuid';
import { shanghaiDay } from '../../src/platform/calendar/index.ts';
import { daysAfter } from '../factories/index.ts';
import { family, type Scenario } from '../scenario/index.ts';
import type { SamplePlace } from './sample.ts';

const gradeNumber = 3;

/** A place in the world of a test: what is given of it, and otherwise a school with one class, one family and whoever works for them. */
export async function placeOf(scenario: Scenario, given: Partial<SamplePlace> = {}): Promise<SamplePlace> {
  const school = given.school ?? (await scenario.school());
  const schoolClass = given.schoolClass ?? (await scenario.schoolClass(school, gradeNumber));
  return {
    now: scenario.now,
    district: scenario.district,
    schoolYear: scenario.schoolYear,
    school,
    schoolClass,
    room: given.room ?? (await scenario.room(school)),
    audience: given.audience ?? (await scenario.audience({ school })),
    teacher: given.teacher ?? (await scenario.teacher(schoolClass)),
    schoolAdmin: given.schoolAdmin ?? (await scenario.schoolAdmin(school)),
    districtAdmin: given.districtAdmin ?? (await scenario.districtAdmin()),
    family: given.family ?? (await family(scenario, [schoolClass])),
    first: given.first ?? true,
    nextId: () => v7(),
    at: (days) => daysAfter(scenario.now, days),
    day: (days) => shanghaiDay(daysAfter(scenario.now, days)),
  };
}
