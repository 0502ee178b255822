import type { FromName, Student } from '../../../src/domains/people/index.ts';
import { childGivenName, surname } from '../../fiction/person-names.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type GivenWith, nextNumber, stored } from '../given.ts';

export type StudentRecord = RecordOf<Student, FromName>;

export function aStudent(given: GivenWith<Student, 'school'>): StudentRecord {
  const number = nextNumber();
  return completed<StudentRecord>(
    {
      ...stored(given),
      name: surname(number) + childGivenName(number),
      studentNumber: `T${String(number).padStart(9, '0')}`,
      school: '',
      leftOn: null,
      leaving: null,
    },
    given,
  );
}
