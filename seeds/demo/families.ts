import { GuardianRelation, GuardianshipStatus } from '../../src/domains/people/index.ts';
import type { Adult, Cast, District, FamilyPlan, Registry, SchoolClass } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import { demoAccount } from './accounts.ts';

const { FATHER, MOTHER, PATERNAL_GRANDMOTHER } = GuardianRelation;

/** The people of the demonstration, by the names of their accounts. */
export type Named = Map<string, Adult>;

const PARTS: Readonly<Record<string, string>> = {
  'DISTRICT_ADMIN/0': 'district-admin',
  'DISTRICT_ADMIN/1': 'district-admin-2',
  'PRIVACY_OFFICER/0': 'privacy-officer',
  'ANALYST/0': 'analyst',
  'LECTURER/0': 'lecturer',
  'SCHOOL_ADMIN/0/0': 'school-admin',
  'GRADE_HEAD/0/3': 'grade-head',
  'HOMEROOM/0/3/2': 'teacher',
};
const TEACHER_PARENT = 'HOMEROOM/2/4/1';

export function castOf(named: Named): Cast {
  return {
    account: (part) => (PARTS[part] === undefined ? undefined : demoAccount(PARTS[part])),
    parent: (part) => (part === TEACHER_PARENT ? named.get('teacher-parent') : undefined),
  };
}

export function classOf(district: District, school: number, grade: number, number: number): SchoolClass {
  const found = district.schools[school]?.classes.find((each) => each.grade === grade && each.record.number === number);
  if (!found) throw new Error(`School ${school} has no class ${number} in grade ${grade}.`);
  return found;
}

/** The families of the named accounts. */
export function settleNamedFamilies(batch: Batch, district: District, registry: Registry, named: Named): void {
  for (const [plan, accounts] of families(district)) {
    registry.settle(batch, plan).forEach((adult, index) => {
      const account = accounts[index];
      if (account) named.set(account, adult);
    });
  }
}

/** Each with the accounts of its adults in their order; null for those without one that has a name. */
function families(district: District): [FamilyPlan, (string | null)[]][] {
  const at = (school: number, grade: number, number: number): SchoolClass => classOf(district, school, grade, number);
  const child = (name: string, schoolClass: SchoolClass, leftClass?: SchoolClass): FamilyPlan['children'][number] => ({
    name,
    schoolClass,
    lastClass: schoolClass.from,
    ...(leftClass && { leftClass }),
  });
  const adult = (
    name: string,
    relation: GuardianRelation,
    account?: string,
  ): FamilyPlan['homes'][number]['adults'][number] => ({
    name,
    relation,
    legal: relation === FATHER || relation === MOTHER,
    ...(account && { account: demoAccount(account) }),
  });
  const sixthGrade = district.schools[0]!.lastClasses.find((each) => each.grade === 6) ?? null;
  return [
    [
      {
        children: [child('陆一诺', at(0, 3, 2)), { ...child('陆子涵', at(1, 7, 1)), lastClass: sixthGrade }],
        homes: [{ adults: [adult('沈雅琴', MOTHER, 'parent'), adult('陆志远', FATHER)] }],
      },
      ['parent', null],
    ],
    [
      {
        children: [child('温书瑶', at(0, 3, 2))],
        homes: [
          { adults: [adult('江文静', MOTHER, 'parent-separated-a')] },
          { adults: [adult('温少华', FATHER, 'parent-separated-b')] },
        ],
      },
      ['parent-separated-a', 'parent-separated-b'],
    ],
    [
      {
        children: [child('童安宁', at(2, 5, 1))],
        homes: [
          {
            adults: [{ ...adult('龚桂兰', PATERNAL_GRANDMOTHER, 'grandparent'), legal: true }, adult('童海波', FATHER)],
          },
        ],
      },
      ['grandparent', null],
    ],
    [
      {
        children: [child('简明睿', at(0, 2, 1), at(0, 2, 2))],
        homes: [{ adults: [adult('柏慧敏', MOTHER, 'teacher-parent'), adult('简立新', FATHER)] }],
      },
      ['teacher-parent', null],
    ],
    [
      {
        children: [child('祝若彤', at(0, 3, 2))],
        homes: [
          { adults: [adult('祝红梅', MOTHER)] },
          { adults: [{ ...adult('祝永刚', FATHER, 'blocked-parent'), status: GuardianshipStatus.BLOCKED }] },
        ],
      },
      [null, 'blocked-parent'],
    ],
  ];
}
