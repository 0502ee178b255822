import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { permission } from '../../../platform/auth/index.ts';
import {
  ErrorPolicyField,
  mutation,
  MutationInput,
  type ErrorPolicy,
  type MutationDeclaration,
} from '../../../platform/graphql/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { Student, StudentLeaving } from '../families/student.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { SchoolYear } from '../organisation/school-year.entity.ts';
import { School } from '../organisation/school.entity.ts';
import { KEEP_STUDENTS, PROMOTE_CLASSES, TRANSFER_STUDENTS } from '../people.permissions.ts';
import { lockRoles } from '../rights/roles-in-order.ts';
import { endEnrolments } from './end-enrolments.ts';
import { LEAVING_RULES, PROMOTE_RULES, TRANSFER_RULES } from './enrolment.rules.ts';
import { promoteClasses } from './promote-classes.ts';
import { transferStudent } from './transfer-student.ts';

@InputType({ description: 'Who moves to which class (调班或转学).' })
export class TransferStudentInput extends MutationInput {
  @Field(() => String, { description: 'Number in the register of pupils (学籍号).' })
  readonly studentNumber!: string;

  @Field(() => ID, { description: 'Global id of the class that the pupil comes into (转入班级标识).' })
  readonly classId!: string;
}

@InputType({ description: 'Who leaves the school, and why (学生离校).' })
export class EndEnrolmentsInput extends MutationInput {
  @Field(() => [ID], { description: 'Global ids of pupils, a hundred at most (学生标识).' })
  readonly studentIds!: string[];

  @Field(() => StudentLeaving, { description: 'Why they leave (离校原因).' })
  readonly leaving!: StudentLeaving;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'Last day at the school, today at the latest (离校日期); today where left out.',
  })
  readonly leftOn?: string | null;

  @ErrorPolicyField({ description: 'What becomes of the rest where somebody cannot leave (错误处理方式).' })
  readonly errorPolicy!: ErrorPolicy;
}

@InputType({ description: 'A class that goes on (升班班级).' })
export class PromoteClassRow {
  @Field(() => ID, { description: 'Global id of the class of this year (本学年班级标识).' })
  readonly classId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Number in the new grade, 1 to 60; that of before where left out (班号).',
  })
  readonly number?: number | null;
}

@InputType({ description: 'Classes of a school that go on into the next school year (升班).' })
export class PromoteClassesInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the school (学校标识).' })
  readonly schoolId!: string;

  @Field(() => ID, { description: 'Global id of the school year that they go on into (目标学年标识).' })
  readonly schoolYearId!: string;

  @Field(() => [PromoteClassRow], { description: 'The classes, a hundred at most (班级).' })
  readonly rows!: PromoteClassRow[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Homeroom and subject teachers go on with their classes (教师随班升级).',
  })
  readonly withTeachers!: boolean;

  @ErrorPolicyField({ description: 'What becomes of the rest where a class cannot go on (错误处理方式).' })
  readonly errorPolicy!: ErrorPolicy;
}

export const enrolmentMutations: readonly MutationDeclaration[] = [
  mutation('transferStudent', {
    description: 'Moves a pupil to another class, and to its school where that is another one (调班或转学).',
    access: permission(TRANSFER_STUDENTS),
    input: TransferStudentInput,
    ids: { classId: SchoolClass },
    texts: { studentNumber: 'MATCHED' },
    ownCase: 'REFUSED',
    rules: TRANSFER_RULES,
    answer: {
      student: {
        to: Student,
        description:
          'The pupil (学生); null where nothing was done, and for the district, which sees no pupils: it was done where userErrors is empty.',
      },
      schoolClass: {
        to: SchoolClass,
        description: 'The class that the pupil came into (转入班级).',
        otherwise: 'classId',
      },
    },
    run: transferStudent,
  }),
  mutation('endEnrolments', {
    description: 'Pupils leave the school, by graduation or otherwise (学生离校); what is on record stays.',
    access: permission(KEEP_STUDENTS),
    input: EndEnrolmentsInput,
    ids: { studentIds: Student },
    ownCase: 'REFUSED',
    rules: LEAVING_RULES,
    answer: { students: { to: Student, several: true, description: 'Who has left (已离校学生).' } },
    run: (tx, { studentIds, leaving, leftOn, errorPolicy }) =>
      endEnrolments(tx, { studentIds, leaving, leftOn: leftOn ?? null, errorPolicy }),
  }),
  mutation('promoteClasses', {
    description: 'Classes go on into the next school year, a grade higher, with their pupils (升班).',
    access: permission(PROMOTE_CLASSES),
    input: PromoteClassesInput,
    ids: { schoolId: School, schoolYearId: SchoolYear, 'rows.classId': SchoolClass },
    ownCase: 'ALIKE',
    rules: PROMOTE_RULES,
    answer: {
      schoolClasses: { to: SchoolClass, several: true, description: 'The classes of the new year (新学年班级).' },
    },
    // Roles that end at this moment are not passed on.
    lockFirst: (tx, { schoolId, rows }) =>
      lockRoles(
        tx,
        sql`ass.school_id = ${schoolId} and ass.school_class_id = any(${rows.map(({ classId }) => classId)}::uuid[])`,
      ),
    run: (tx, { rows, ...rest }) =>
      promoteClasses(tx, { ...rest, rows: rows.map(({ classId, number }) => ({ classId, number: number ?? null })) }),
  }),
];
