import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { permission } from '../../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../platform/graphql/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { District } from '../organisation/district.entity.ts';
import { Grade } from '../organisation/grade.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { School } from '../organisation/school.entity.ts';
import { ASSIGN_ROLES, KEEP_STAFF } from '../people.permissions.ts';
import { lockRoles } from '../rights/roles-in-order.ts';
import { RoleRequest } from '../staff/role-request.entity.ts';
import { StaffAssignment } from '../staff/staff-assignment.entity.ts';
import { StaffRole } from '../staff/staff-role.enum.ts';
import { Staff } from '../staff/staff.entity.ts';
import { ASSIGNMENT_RULES, STAFF_RULES } from './administration.rules.ts';
import { assignRole, type NewAssignment } from './assign-role.ts';
import { endAssignment } from './end-assignment.ts';
import { registerStaff } from './register-staff.ts';

/** A role, and the node that it reaches down from: the deepest one is named, with its school where it is a grade. */
@InputType()
export abstract class RoleInput extends MutationInput {
  @Field(() => StaffRole, { description: 'The role (岗位角色).' })
  readonly role!: StaffRole;

  @Field(() => ID, { nullable: true, description: 'Global id of the district, for a role of the district (区标识).' })
  readonly districtId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the school, for a role at a school (学校标识).' })
  readonly schoolId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the grade, beside the school, for a grade head (年级标识).',
  })
  readonly gradeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the class, for a role in a class (班级标识).' })
  readonly classId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Subject, for a subject teacher, 40 characters at most (任教学科).',
  })
  readonly subject?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day (开始日期); today where left out.' })
  readonly validFrom?: string | null;

  @Field(() => GraphQLDate, {
    nullable: true,
    description:
      'Last day (结束日期), inclusive; open where left out. A role in a class ends with the school year of the class at the latest.',
  })
  readonly validTo?: string | null;
}

@InputType({ description: 'Somebody new with a first role (登记教职工).' })
export class RegisterStaffInput extends RoleInput {
  @Field(() => String, { description: 'Name, 40 characters at most (姓名).' })
  readonly name!: string;

  @Field(() => String, { description: 'Number of the staff member, 40 characters at most (工号).' })
  readonly staffNumber!: string;

  @Field(() => String, { nullable: true, description: 'Mobile number, eleven digits (手机号).' })
  readonly phone?: string | null;
}

@InputType({ description: 'Who gets which role (任命岗位).' })
export class AssignRoleInput extends RoleInput {
  @Field(() => ID, { description: 'Global id of the staff member (教职工标识).' })
  readonly staffId!: string;
}

@InputType({ description: 'Which role ends (解除岗位).' })
export class EndAssignmentInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the assignment (任职标识).' })
  readonly assignmentId!: string;
}

const nodes = { districtId: District, schoolId: School, gradeId: Grade, classId: SchoolClass } as const;
const answer = {
  staff: { to: Staff, description: 'The staff member (教职工); null where nothing was done.' },
  assignment: { to: StaffAssignment, description: 'The role (任职); null where nothing was done.' },
} as const;
const given = {
  ...answer,
  assignment: {
    to: StaffAssignment,
    description: 'The role (任职); null where nothing was done, or a second administrator must approve first.',
  },
  request: {
    to: RoleRequest,
    description:
      'What a second administrator must approve before it is a role (任命申请); null where the role was given at once.',
  },
} as const;

function roleOf(input: RoleInput): Omit<NewAssignment, 'staffId'> {
  return {
    role: input.role,
    districtId: input.districtId ?? null,
    schoolId: input.schoolId ?? null,
    gradeId: input.gradeId ?? null,
    classId: input.classId ?? null,
    subject: input.subject ?? null,
    validFrom: input.validFrom ?? null,
    validTo: input.validTo ?? null,
  };
}

export const staffMutations: readonly MutationDeclaration[] = [
  mutation('registerStaff', {
    description: 'Puts somebody on record as staff, with a first role (登记教职工).',
    access: permission(KEEP_STAFF),
    input: RegisterStaffInput,
    texts: { subject: 'TITLE', name: 'NAME', staffNumber: 'MATCHED', phone: 'MATCHED' },
    ownCase: 'NEWCOMER',
    ids: nodes,
    rules: { ...STAFF_RULES, ...ASSIGNMENT_RULES },
    answer: given,
    run: (tx, input) =>
      registerStaff(tx, {
        ...roleOf(input),
        name: input.name,
        staffNumber: input.staffNumber,
        phone: input.phone ?? null,
      }),
  }),
  mutation('assignRole', {
    description:
      'Gives a staff member a role at a node (任命岗位); nobody grants more than they have. What somebody wants for themselves, and a role that ' +
      'reads a whole district, takes effect once a second administrator has approved it.',
    access: permission(ASSIGN_ROLES),
    input: AssignRoleInput,
    ids: { staffId: Staff, ...nodes },
    texts: { subject: 'TITLE' },
    ownCase: 'WAITS',
    rules: ASSIGNMENT_RULES,
    answer: given,
    // Where one will not begin in its year, it makes way.
    lockFirst: async (tx, { staffId, classId }) => {
      if (typeof classId === 'string')
        await lockRoles(tx, sql`ass.staff_id = ${staffId} and ass.school_class_id = ${classId}`);
    },
    run: (tx, input) => assignRole(tx, { ...roleOf(input), staffId: input.staffId }),
  }),
  mutation('endAssignment', {
    description: 'Ends a role at once (解除岗位): the next request of its holder is without it.',
    access: permission(ASSIGN_ROLES),
    input: EndAssignmentInput,
    ids: { assignmentId: StaffAssignment },
    ownCase: 'GIVES_UP',
    rules: ASSIGNMENT_RULES,
    answer: { ...answer, assignment: { ...answer.assignment, otherwise: 'assignmentId' } },
    lockFirst: (tx, { assignmentId }) => lockRoles(tx, sql`ass.id = ${assignmentId}`),
    run: endAssignment,
  }),
];
