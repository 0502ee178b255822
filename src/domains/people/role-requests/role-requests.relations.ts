import { GraphQLDateTime } from 'graphql-scalars';
import { permission } from '../../../platform/auth/index.ts';
import {
  computed,
  connectionOf,
  expression,
  readable,
  relations,
  sql,
  table,
  toOne,
  type Readable,
  type Relations,
  type Roots,
} from '../../../platform/reading/index.ts';
import { mine } from '../viewer/mine.facts.ts';
import { askerMay } from '../administration/ask-for-role.ts';
import { mayGrant } from '../administration/assign-role.ts';
import { District } from '../organisation/district.entity.ts';
import { Grade } from '../organisation/grade.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { School } from '../organisation/school.entity.ts';
import { ASSIGN_ROLES } from '../people.permissions.ts';
import { RoleRequest } from '../staff/role-request.entity.ts';
import { StaffAssignment } from '../staff/staff-assignment.entity.ts';
import { Staff } from '../staff/staff.entity.ts';
import { visibleRoleRequests } from './role-requests.access.ts';
import { roleDecisionBlocker, type RoleDecisionFacts } from './role-requests.rules.ts';

export const readables: readonly Readable[] = [
  readable(RoleRequest, {
    prefix: 'role-request',
    visible: visibleRoleRequests,
    filters: { status: ['eq', 'in'], role: ['eq', 'in'], createdAt: ['gte', 'lt'] },
    defaultOrder: [{ by: 'createdAt', direction: 'DESC' }],
  }),
];

type Read = Pick<RoleDecisionFacts, 'status' | 'own'> & { readonly askerMay: boolean } & Pick<
    RoleRequest,
    'role' | 'expiresAt'
  > & { readonly districtId: string; readonly schoolId: string | null };

export const roleRequestRelations: readonly Relations[] = [
  relations(RoleRequest, {
    staff: toOne(Staff, {
      by: 'staff',
      nullable: true,
      description: 'Who is to have the role (被任命人); null where the caller may not see them yet.',
    }),
    staffName: expression(() => String, {
      description: 'Their name (被任命人姓名), as somebody new is told apart before they hold any role.',
      sql: (row) =>
        sql`select per.name from ${table('staff')} stf join ${table('person')} per on per.id = stf.person_id where stf.id = ${row}.staff_id`,
    }),
    askedAt: computed<{ at: Date }>(() => GraphQLDateTime, {
      description: 'When it was asked for (提交时间).',
      facts: { at: 'createdAt' },
      value: ({ at }) => at,
    }),
    district: toOne(District, { by: 'district', description: 'The district (区).' }),
    school: toOne(School, {
      by: 'school',
      nullable: true,
      description: 'The school, where the role is at a school (学校).',
    }),
    grade: toOne(Grade, {
      by: 'grade',
      nullable: true,
      description: 'The grade, where the role is of a grade (年级).',
    }),
    schoolClass: toOne(SchoolClass, {
      by: 'schoolClass',
      nullable: true,
      description: 'The class, where the role is of a class (班级).',
    }),
    askedBy: toOne(Staff, {
      by: 'askedBy',
      nullable: true,
      description: 'Who asked (提交人); null where the caller may not see them.',
    }),
    decidedBy: toOne(Staff, {
      by: 'decidedBy',
      nullable: true,
      description: 'Who approved, declined or took it back (复核人); null where the caller may not see them.',
    }),
    assignment: toOne(StaffAssignment, {
      by: 'assignment',
      nullable: true,
      description: 'The role that it became (任职).',
    }),
    viewerCanDecide: computed<Read & Readonly<Record<string, unknown>>>(() => Boolean, {
      description: 'Whether the caller is a second administrator who may approve or decline it now (是否可复核).',
      facts: {
        status: 'status',
        role: 'role',
        expiresAt: 'expiresAt',
        districtId: (row) => sql`${row}.district_id`,
        schoolId: (row) => sql`${row}.school_id`,
        askerMay: (row) => askerMay(row),
        own: (row) => sql`coalesce(${mine.staffId} in (${row}.staff_id, ${row}.asked_by_id), false)`,
      },
      value: ({ status, own, askerMay: stillMay, role, expiresAt, districtId, schoolId }, { viewer, now }) =>
        stillMay &&
        roleDecisionBlocker({
          status,
          own,
          expired: expiresAt <= now,
          mayGrant: mayGrant(viewer, role, { districtId, schoolId }),
        }) === null,
    }),
  }),
  relations(StaffAssignment, {
    assignedBy: toOne(Staff, {
      by: 'assignedBy',
      nullable: true,
      description:
        'Who gave it, or asked that it be given (任命人); null for what the hub began with, and where the caller may not see them.',
    }),
    approvedBy: toOne(Staff, {
      by: 'approvedBy',
      nullable: true,
      description: 'The second administrator, where it took two (复核人); null where the caller may not see them.',
    }),
    endedBy: toOne(Staff, {
      by: 'endedBy',
      nullable: true,
      description: 'Who ended it (解任人); null where the caller may not see them.',
    }),
  }),
];

export const roleRequestRoots: Roots = {
  roleRequests: connectionOf(RoleRequest, {
    access: permission(ASSIGN_ROLES),
    description:
      'Roles that take a second administrator, at the schools and in the districts that the caller administers, the latest first (任命申请).',
  }),
};
