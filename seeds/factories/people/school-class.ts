import {
  type ClassMembership,
  type Grade,
  MembershipStatus,
  type SchoolClass,
  Stage,
} from '../../../src/domains/people/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type Given, type GivenWith, nextNumber, type Ref, stored } from '../given.ts';

export type GradeRecord = RecordOf<Grade>;
export type SchoolClassRecord = RecordOf<SchoolClass>;
export type ClassMembershipRecord = RecordOf<ClassMembership>;

const GRADE_NAMES = ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级', '七年级', '八年级', '九年级'] as const;

/** There are nine of them and no more: seeds/reference writes them. */
export function aGrade(given: Given<Grade> & { readonly number: number }): GradeRecord {
  return completed<GradeRecord>(
    {
      ...stored(given),
      number: given.number,
      name: GRADE_NAMES[given.number - 1] ?? '',
      stage: given.number <= 6 ? Stage.PRIMARY : Stage.JUNIOR_MIDDLE,
    },
    given,
  );
}

export function aSchoolClass(given: GivenWith<SchoolClass, 'school' | 'schoolYear' | 'grade'>): SchoolClassRecord {
  const number = given.number ?? ((nextNumber() - 1) % 60) + 1;
  return completed<SchoolClassRecord>(
    {
      ...stored(given),
      school: '',
      schoolYear: '',
      grade: '',
      number,
      name: `${number}班`,
      promotedFrom: null,
    },
    given,
  );
}

export function aClassMembership(
  given: Given<ClassMembership> & { readonly student: Ref; readonly schoolClass: SchoolClassRecord },
): ClassMembershipRecord {
  return completed<ClassMembershipRecord>(
    {
      ...stored(given),
      student: '',
      schoolClass: '',
      schoolYear: given.schoolClass.schoolYear,
      status: MembershipStatus.ACTIVE,
      joinedOn: '2026-09-01',
      leftOn: null,
    },
    given,
  );
}
