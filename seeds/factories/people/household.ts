import type { Household, HouseholdGuardian, HouseholdStudent } from '../../../src/domains/people/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type Given, type GivenWith, stored } from '../given.ts';

export type HouseholdRecord = RecordOf<Household>;
export type HouseholdGuardianRecord = RecordOf<HouseholdGuardian>;
export type HouseholdStudentRecord = RecordOf<HouseholdStudent>;

export function aHousehold(given: Given<Household> = {}): HouseholdRecord {
  return completed<HouseholdRecord>(stored(given), given);
}

export function aHouseholdGuardian(
  given: GivenWith<HouseholdGuardian, 'household' | 'guardian'>,
): HouseholdGuardianRecord {
  return completed<HouseholdGuardianRecord>({ ...stored(given), household: '', guardian: '' }, given);
}

export function aHouseholdStudent(given: GivenWith<HouseholdStudent, 'household' | 'student'>): HouseholdStudentRecord {
  return completed<HouseholdStudentRecord>({ ...stored(given), household: '', student: '' }, given);
}
