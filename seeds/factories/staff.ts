import { type Staff, type StaffAssignment } from '../../src/domains/people/index.ts';
import type { RecordOf } from '../writing/index.ts';
import { completed, type GivenWith, nextNumber, stored } from './given.ts';

export type StaffRecord = RecordOf<Staff>;
export type StaffAssignmentRecord = RecordOf<StaffAssignment>;

export function aStaff(given: GivenWith<Staff, 'person'>): StaffRecord {
  return completed<StaffRecord>({ ...stored(given), person: '', staffNumber: given.staffNumber ?? `T${nextNumber()}` }, given);
}

/** The node must fit the role: PostgreSQL refuses a homeroom teacher without a class. */
export function aStaffAssignment(given: GivenWith<StaffAssignment, 'staff' | 'role' | 'district'>): StaffAssignmentRecord {
  return completed<StaffAssignmentRecord>({
    ...stored(given),
    staff: '',
    role: given.role,
    district: '',
    school: null,
    grade: null,
    schoolClass: null,
    subject: null,
    validFrom: '2020-09-01',
    validTo: null, assignedBy: null, endedAt: null, endedBy: null,
  }, given);
}
