import { Field, ID, InputType, Int } from 'type-graphql';
import { permission } from '../../../platform/auth/index.ts';
import {
  ErrorPolicyField,
  mutation,
  MutationInput,
  type ErrorPolicy,
  type MutationDeclaration,
} from '../../../platform/graphql/index.ts';
import { Student } from '../families/student.entity.ts';
import { District } from '../organisation/district.entity.ts';
import { Grade } from '../organisation/grade.entity.ts';
import { Room } from '../organisation/room.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { SchoolYear } from '../organisation/school-year.entity.ts';
import { School } from '../organisation/school.entity.ts';
import { Stage } from '../organisation/stage.enum.ts';
import { ENROL_STUDENTS, KEEP_CLASSES, KEEP_SCHOOLS } from '../people.permissions.ts';
import { CLASS_RULES, ENROL_RULES, SCHOOL_ROOM_RULES, SCHOOL_RULES } from './administration.rules.ts';
import { createRoom } from './create-room.ts';
import { createSchoolClass } from './create-school-class.ts';
import { createSchool } from './create-school.ts';
import { enrolStudents } from './enrol-students.ts';

@InputType({ description: 'A new school (新建学校).' })
export class CreateSchoolInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the district (区标识).' })
  readonly districtId!: string;

  @Field(() => String, { description: 'School identification code, ten digits (学校标识码).' })
  readonly code!: string;

  @Field(() => String, { description: 'Name, 100 characters at most (名称).' })
  readonly name!: string;

  @Field(() => [Stage], { description: 'Stages that it teaches (学段).' })
  readonly stages!: Stage[];
}

@InputType({ description: 'A new class (新建班级).' })
export class CreateSchoolClassInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the school (学校标识).' })
  readonly schoolId!: string;

  @Field(() => ID, { description: 'Global id of the school year (学年标识).' })
  readonly schoolYearId!: string;

  @Field(() => ID, { description: 'Global id of the grade (年级标识).' })
  readonly gradeId!: string;

  @Field(() => Int, { description: 'Number within the grade, 1 to 60 (班号).' })
  readonly number!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Name, 40 characters at most (名称); made of grade and number where left out.',
  })
  readonly name?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the class that it was a year before (上一学年班级标识).',
  })
  readonly promotedFromId?: string | null;
}

@InputType({ description: 'A new room (新建场地).' })
export class CreateRoomInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the school (学校标识).' })
  readonly schoolId!: string;

  @Field(() => String, { description: 'Name, 60 characters at most (名称), e.g. 报告厅.' })
  readonly name!: string;

  @Field(() => Int, { description: 'Seats (座位数).' })
  readonly capacity!: number;
}

@InputType({ description: 'A pupil to enrol (入班学生).' })
export class EnrolStudentRow {
  @Field(() => String, { description: 'Name, 40 characters at most (姓名).' })
  readonly name!: string;

  @Field(() => String, { description: 'Number in the register of pupils, 30 letters and digits at most (学籍号).' })
  readonly studentNumber!: string;
}

@InputType({ description: 'Pupils, and the class that they come into (学生入班).' })
export class EnrolStudentsInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the class (班级标识).' })
  readonly classId!: string;

  @Field(() => [EnrolStudentRow], { description: 'The pupils, a hundred at most (学生).' })
  readonly rows!: EnrolStudentRow[];

  @ErrorPolicyField({ description: 'What becomes of the rest where a row cannot be taken (错误处理方式).' })
  readonly errorPolicy!: ErrorPolicy;
}

export const organisationMutations: readonly MutationDeclaration[] = [
  mutation('createSchool', {
    description: 'Puts a school on record (新建学校).',
    access: permission(KEEP_SCHOOLS),
    input: CreateSchoolInput,
    ids: { districtId: District },
    texts: { code: 'MATCHED', name: 'TITLE' },
    ownCase: 'PLACES_AND_DAYS',
    rules: SCHOOL_RULES,
    answer: { school: { to: School, description: 'The school (学校); null where nothing was done.' } },
    run: createSchool,
  }),
  mutation('createSchoolClass', {
    description: 'Puts a class on record (新建班级).',
    access: permission(KEEP_CLASSES),
    input: CreateSchoolClassInput,
    ids: { schoolId: School, schoolYearId: SchoolYear, gradeId: Grade, promotedFromId: SchoolClass },
    texts: { name: 'TITLE' },
    ownCase: 'PLACES_AND_DAYS',
    rules: CLASS_RULES,
    answer: { schoolClass: { to: SchoolClass, description: 'The class (班级); null where nothing was done.' } },
    run: (tx, { name, promotedFromId, ...rest }) =>
      createSchoolClass(tx, { ...rest, name: name ?? null, promotedFromId: promotedFromId ?? null }),
  }),
  mutation('createRoom', {
    description: 'Puts a room of a school on record (新建场地).',
    access: permission(KEEP_CLASSES),
    input: CreateRoomInput,
    ids: { schoolId: School },
    texts: { name: 'TITLE' },
    ownCase: 'PLACES_AND_DAYS',
    rules: SCHOOL_ROOM_RULES,
    answer: { room: { to: Room, description: 'The room (场地); null where nothing was done.' } },
    run: createRoom,
  }),
  mutation('enrolStudents', {
    description:
      'Puts pupils into a class (学生入班): who is new comes on record, who is in another class of the year changes over.',
    access: permission(ENROL_STUDENTS),
    input: EnrolStudentsInput,
    ids: { classId: SchoolClass },
    texts: { 'rows.name': 'NAME', 'rows.studentNumber': 'MATCHED' },
    ownCase: 'REFUSED',
    rules: ENROL_RULES,
    answer: {
      schoolClass: { to: SchoolClass, otherwise: 'classId', description: 'The class (班级).' },
      students: { to: Student, several: true, description: 'Who was enrolled (入班学生).' },
    },
    run: (tx, { classId, rows, errorPolicy }) => enrolStudents(tx, { classId, rows, errorPolicy }),
  }),
];
