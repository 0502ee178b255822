import {
  Audience,
  AudienceTarget,
  CalendarDay,
  CalendarDayKind,
  District as DistrictEntity,
  Room as RoomEntity,
  School as SchoolEntity,
  SchoolClass as SchoolClassEntity,
  SchoolYear,
  Stage,
  Term,
} from '../../../src/domains/people/index.ts';
import {
  aCalendarDay,
  aDistrict,
  anAudience,
  anAudienceTarget,
  aRoom,
  aSchool,
  aSchoolClass,
  aSchoolYear,
  aTerm,
  type DistrictRecord,
  type SchoolYearRecord,
} from '../../factories/index.ts';
import { specialDaysOf } from '../../fiction/school-calendar.ts';
import type { Batch } from '../../writing/index.ts';
import type { DistrictPlan, SchoolKind, SchoolPlan } from '../plan.ts';
import type { Workshop } from '../workshop.ts';
import type { District, DistrictAudiences, School, SchoolClass } from './nodes.ts';
import { Timetable } from './timetable.ts';

export const GRADE_NAMES = [
  '一年级',
  '二年级',
  '三年级',
  '四年级',
  '五年级',
  '六年级',
  '七年级',
  '八年级',
  '九年级',
] as const;
export const gradeName = (number: number): string => GRADE_NAMES[number - 1]!;

const GRADES: Readonly<Record<SchoolKind, readonly number[]>> = {
  PRIMARY: [1, 2, 3, 4, 5, 6],
  JUNIOR: [7, 8, 9],
  NINE_YEAR: [1, 2, 3, 4, 5, 6, 7, 8, 9],
};

const STAGES: Readonly<Record<SchoolKind, Stage[]>> = {
  PRIMARY: [Stage.PRIMARY],
  JUNIOR: [Stage.JUNIOR_MIDDLE],
  NINE_YEAR: [Stage.PRIMARY, Stage.JUNIOR_MIDDLE],
};

const ROOMS = [
  { name: '报告厅', capacity: 320 },
  { name: '阶梯教室', capacity: 160 },
  { name: '多功能厅', capacity: 120 },
  { name: '体育馆', capacity: 800 },
  { name: '图书馆阅览室', capacity: 60 },
  { name: '家长学校教室', capacity: 48 },
] as const;

interface Site {
  readonly workshop: Workshop;
  readonly batch: Batch;
  readonly district: DistrictRecord;
}

/** Districts, schools, years, classes, rooms, and the audiences that consist of them. */
export async function makeOrganisation(workshop: Workshop, plan: DistrictPlan): Promise<District> {
  const { ids, calendar, loader } = workshop;
  const batch = loader.batch();
  const district = aDistrict({ id: ids.next('district'), code: plan.code, name: plan.name });
  batch.add(DistrictEntity, district);
  const site = { workshop, batch, district };
  // In the order of time, as ids are: what goes by the id of the year then goes by the year.
  const lastYear = makeYear(site, calendar.year - 1);
  const thisYear = makeYear(site, calendar.year);
  const audiences = makeDistrictAudiences(site);
  const schools = plan.schools.map((school, index) => makeSchool(site, school, index, thisYear, lastYear));
  await loader.write(batch);
  await loader.settle();
  return { record: district, thisYear, lastYear, schools, admins: [], lecturers: [], audiences, adults: [], homes: [] };
}

function makeYear({ workshop: { ids }, batch, district }: Site, year: number): SchoolYearRecord {
  const schoolYear = aSchoolYear({ id: ids.next('school-year'), district, year });
  batch.add(SchoolYear, schoolYear);
  for (const number of [1, 2]) batch.add(Term, aTerm({ id: ids.next('term'), schoolYear, year, number }));
  for (const { date, name, followsWeekday } of specialDaysOf(year)) {
    const kind = followsWeekday === null ? CalendarDayKind.HOLIDAY : CalendarDayKind.MAKE_UP;
    batch.add(
      CalendarDay,
      aCalendarDay({ id: ids.next('calendar-day'), schoolYear, date, kind, name, followsWeekday }),
    );
  }
  return schoolYear;
}

type Target = Omit<Parameters<typeof anAudienceTarget>[0], 'audience' | 'district'>;

function makeAudience({ workshop: { ids }, batch, district }: Site, name: string, target: Target): string {
  const audience = anAudience({ id: ids.next('audience'), name });
  batch.add(Audience, audience);
  batch.add(AudienceTarget, anAudienceTarget({ ...target, id: ids.next('audience-target'), audience, district }));
  return audience.id;
}

/** For one class only: made when it is asked for. */
export function makeClassAudience(
  workshop: Workshop,
  batch: Batch,
  district: DistrictRecord,
  schoolClass: SchoolClass,
): string {
  return makeAudience({ workshop, batch, district }, `${schoolClass.record.name}家长`, {
    schoolClass: schoolClass.record,
  });
}

function makeDistrictAudiences(site: Site): DistrictAudiences {
  return {
    everyone: makeAudience(site, '全区家长', {}),
    primary: makeAudience(site, '全区小学家长', { stage: Stage.PRIMARY }),
    juniorMiddle: makeAudience(site, '全区初中家长', { stage: Stage.JUNIOR_MIDDLE }),
  };
}

function makeSchool(
  site: Site,
  plan: SchoolPlan,
  index: number,
  thisYear: SchoolYearRecord,
  lastYear: SchoolYearRecord,
): School {
  const {
    workshop: { ids, reference },
    batch,
    district,
  } = site;
  const grades = GRADES[plan.kind];
  const record = aSchool({
    id: ids.next('school'),
    district,
    code: `${district.code}${String(index + 1).padStart(4, '0')}`,
    name: plan.name,
    stages: STAGES[plan.kind],
  });
  batch.add(SchoolEntity, record);
  const school: School = {
    record,
    index,
    classes: [],
    lastClasses: [],
    admins: [],
    gradeHeads: new Map(),
    rooms: ROOMS.map((each) => {
      const room = aRoom({ id: ids.next('room'), school: record, ...each });
      batch.add(RoomEntity, room);
      return { record: room, timetable: new Timetable() };
    }),
    audience: makeAudience(site, `${plan.name}全体家长`, { school: record }),
    gradeAudiences: new Map(
      grades.map((grade) => [
        grade,
        makeAudience(site, `${plan.name}${gradeName(grade)}家长`, {
          school: record,
          grade: reference.grades.get(grade)!,
        }),
      ]),
    ),
  };
  makeClasses(site, school, plan, grades, thisYear, lastYear);
  return school;
}

/** Nobody is left of last year's ninth grade: whoever has finished school is deleted. */
function makeClasses(
  site: Site,
  school: School,
  plan: SchoolPlan,
  grades: readonly number[],
  thisYear: SchoolYearRecord,
  lastYear: SchoolYearRecord,
): void {
  for (const grade of grades) {
    for (let number = 1; number <= plan.classesPerGrade; number += 1) {
      if (grade < 9) school.lastClasses.push(makeClass(site, school, lastYear, grade, number, null));
      const from = school.lastClasses.find((each) => each.grade === grade - 1 && each.record.number === number) ?? null;
      school.classes.push(makeClass(site, school, thisYear, grade, number, from));
    }
  }
}

function makeClass(
  { workshop: { ids, reference }, batch }: Site,
  school: School,
  schoolYear: SchoolYearRecord,
  grade: number,
  number: number,
  from: SchoolClass | null,
): SchoolClass {
  const record = aSchoolClass({
    id: ids.next('school-class'),
    school: school.record,
    schoolYear,
    grade: reference.grades.get(grade)!,
    number,
    name: `${gradeName(grade)}${number}班`,
    promotedFrom: from?.record ?? null,
  });
  batch.add(SchoolClassEntity, record);
  return { record, grade, school, from, children: [], homeroom: null };
}
