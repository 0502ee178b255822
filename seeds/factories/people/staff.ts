import {
  RoleRequestStatus,
  type RoleRequest,
  type Staff,
  type StaffAssignment,
} from '../../../src/domains/people/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, daysAfter, type GivenWith, nextNumber, stored, WRITTEN_AT } from '../given.ts';

export type StaffRecord = RecordOf<Staff, 'nameKey'>;
export type StaffAssignmentRecord = RecordOf<StaffAssignment>;
export type RoleRequestRecord = RecordOf<RoleRequest>;

export function aStaff(given: GivenWith<Staff, 'person'>): StaffRecord {
  return completed<StaffRecord>(
    { ...stored(given), person: '', staffNumber: given.staffNumber ?? `T${nextNumber()}` },
    given,
  );
}

/** The node must fit the role: PostgreSQL refuses a homeroom teacher without a class. */
export function aStaffAssignment(
  given: GivenWith<StaffAssignment, 'staff' | 'role' | 'district'>,
): StaffAssignmentRecord {
  return completed<StaffAssignmentRecord>(
    {
      ...stored(given),
      staff: '',
      role: given.role,
      district: '',
      school: null,
      grade: null,
      schoolClass: null,
      subject: null,
      validFrom: '2020-09-01',
      validTo: null,
      lastDayGiven: null,
      assignedBy: null,
      approvedBy: null,
      grantedAlone: false,
      endedAt: null,
      endedBy: null,
      heldAs: null,
    },
    given,
  );
}

/** Waits for a second administrator, thirty days. */
export function aRoleRequest(
  given: GivenWith<RoleRequest, 'staff' | 'role' | 'district' | 'askedBy'>,
): RoleRequestRecord {
  return completed<RoleRequestRecord>(
    {
      ...stored(given),
      staff: '',
      role: given.role,
      district: '',
      school: null,
      grade: null,
      schoolClass: null,
      subject: null,
      validFrom: '2026-09-01',
      validTo: null,
      lastDayAsked: null,
      askedBy: '',
      expiresAt: daysAfter(WRITTEN_AT, 30),
      status: RoleRequestStatus.PENDING,
      decidedBy: null,
      decidedAt: null,
      reason: null,
      assignment: null,
    },
    given,
  );
}
