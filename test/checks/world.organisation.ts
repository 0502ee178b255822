import {
  aClassMembership,
  aDistrict,
  aGuardianship,
  aSchool,
  aSchoolClass,
  aTerm,
} from '../../seeds/factories/index.ts';
import { family, families, type Scenario } from '../../seeds/scenario/index.ts';
import {
  ClassMembership,
  District,
  Guardianship,
  GuardianshipStatus,
  MembershipStatus,
  School,
  SchoolClass,
  Term,
} from '../../src/domains/people/index.ts';

/** Two districts, two schools in one of them, two school years, and staff at every node. */
export async function writeOrganisation(scenario: Scenario) {
  const { schoolYear } = scenario;
  const elsewhere = aDistrict();
  const schoolElsewhere = aSchool({ district: elsewhere });
  const lastYear = await scenario.anotherYear(-1);
  const [school, neighbour] = [await scenario.school(), await scenario.school()];
  const [hall, spareRoom, neighbourRoom] = [
    await scenario.room(school),
    await scenario.room(school),
    await scenario.room(neighbour),
  ];

  const classBefore = await scenario.schoolClass(school, 2, lastYear);
  const neighbourClassBefore = await scenario.schoolClass(neighbour, 2, lastYear);
  const schoolClass = aSchoolClass({
    school,
    schoolYear,
    grade: scenario.grade(3),
    number: 60,
    promotedFrom: classBefore,
  });
  const parallelClass = await scenario.schoolClass(school, 3);
  const olderClass = await scenario.schoolClass(school, 4);
  const neighbourClass = await scenario.schoolClass(neighbour, 3);
  await scenario.write((put) => {
    put(District, elsewhere);
    put(School, schoolElsewhere);
    put(SchoolClass, schoolClass);
    for (const number of [1, 2]) put(Term, aTerm({ schoolYear, number }));
  });

  const organiser = await scenario.teacher(schoolClass);
  const schoolAdmin = await scenario.schoolAdmin(school);
  await scenario.teacher(schoolClass, 'SUBJECT_TEACHER');
  await scenario.gradeHead(school, 3);
  const districtAdmin = await scenario.districtAdmin();
  return {
    scenario,
    elsewhere,
    schoolElsewhere,
    schoolYear,
    lastYear,
    school,
    neighbour,
    hall,
    spareRoom,
    neighbourRoom,
    classBefore,
    neighbourClassBefore,
    schoolClass,
    parallelClass,
    olderClass,
    neighbourClass,
    organiser,
    schoolAdmin,
    districtAdmin,
  };
}

export type Organisation = Awaited<ReturnType<typeof writeOrganisation>>;

/** Families of one class; the parents of the first child live apart, and what was before stands beside what is now. */
export async function writeFamilies({ scenario, schoolClass, parallelClass, classBefore }: Organisation) {
  const first = await family(scenario, [schoolClass], { guardians: 2 });
  const apart = await family(scenario, [schoolClass], { students: first.students });
  const [second, third] = (await families(scenario, 2, [schoolClass])) as [typeof first, typeof first];
  const [student, guardian] = [first.students[0]!, first.parent.guardian];
  await scenario.write((put) => {
    put(ClassMembership, aClassMembership({ student, schoolClass: classBefore }));
    put(ClassMembership, aClassMembership({ student, schoolClass: parallelClass, status: MembershipStatus.ENDED }));
    put(Guardianship, aGuardianship({ guardian, student, status: GuardianshipStatus.ENDED, validTo: '2021-01-01' }));
  });
  return { first, apart, second, third };
}

export type Families = Awaited<ReturnType<typeof writeFamilies>>;
