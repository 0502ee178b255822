import { DISTRICTS, schoolName } from '../fiction/school-names.ts';
import type { DistrictPlan, SchoolPlan, Volumes } from '../generator/index.ts';

/** A district as large as a real one: 60 schools with 2,400 classes. */
const VOLUMES: Volumes = {
  students: 80_000,
  households: 60_000,
  guardians: 90_000,
  classMeetings: 5_000,
  wideMeetings: 1_000,
  invitations: 320_000,
  replies: 240_000,
  activities: 1_500,
  shifts: 9_000,
  rolesPerShift: 2,
  signups: 120_000,
  volunteerRecords: 500,
  documents: 400,
  policyEditions: 900,
  segments: 60_300,
  lectures: 300,
  lecturers: 120,
  courses: 300,
  courseEditions: 360,
  lessonsPerEdition: 10,
};

/** How many schools have how many classes in each grade: 36 primary schools, 6 of nine years and 18 junior ones. */
const SCHOOLS: readonly (readonly [
  count: number,
  kind: SchoolPlan['kind'],
  classesPerGrade: number,
  suffix: '小学' | '中学' | '学校',
])[] = [
  [36, 'PRIMARY', 7, '小学'],
  [6, 'NINE_YEAR', 4, '学校'],
  [8, 'JUNIOR', 13, '中学'],
  [10, 'JUNIOR', 12, '中学'],
];
const FEWEST_SCHOOLS = 3;
/** With less, three schools have too few classes for their meetings. */
const SMALLEST = 1 / 50;

/**
 * @param number which of several districts, from 0
 * @param factor 1/50 to 1: a smaller one with the same proportions
 */
export function districtPlan(number: number, factor = 1): DistrictPlan {
  const district = DISTRICTS[number];
  if (!district) throw new RangeError(`There are ${DISTRICTS.length} districts.`);
  if (factor < SMALLEST || factor > 1)
    throw new RangeError('A district has between a fiftieth of its size and the whole of it.');
  return {
    ...district,
    first: number === 0,
    schools: factor === 1 ? schools(number) : fewerSchools(factor),
    volumes: scaled(factor),
  };
}

function schools(number: number): SchoolPlan[] {
  const all = SCHOOLS.flatMap(([count, kind, classesPerGrade, suffix]) =>
    Array.from({ length: count }, () => ({ kind, classesPerGrade, suffix })),
  );
  return all.map(({ suffix, ...school }, index) => ({
    ...school,
    name: schoolName(number * all.length + index, suffix),
  }));
}

/** One of each kind, smaller, and more of them as the factor grows. */
function fewerSchools(factor: number): SchoolPlan[] {
  const all = schools(0);
  const count = Math.max(FEWEST_SCHOOLS, Math.round(all.length * factor));
  const shrink = (all.length * factor) / count;
  return Array.from({ length: count }, (_, index) => {
    const school =
      all[Math.floor(((index + 0.5) * all.length) / count) + (index === 1 && count === FEWEST_SCHOOLS ? 8 : 0)]!;
    return { ...school, classesPerGrade: Math.max(1, Math.round(school.classesPerGrade * shrink)) };
  });
}

function scaled(factor: number): Volumes {
  const whole: readonly (keyof Volumes)[] = ['rolesPerShift', 'lessonsPerEdition'];
  return Object.fromEntries(
    Object.entries(VOLUMES).map(([name, volume]) => [
      name,
      whole.includes(name as keyof Volumes) ? volume : Math.round(volume * factor),
    ]),
  ) as unknown as Volumes;
}
