import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { permission } from '../../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../platform/graphql/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { ASSIGNMENT_RULES } from '../administration/administration.rules.ts';
import { Student } from '../families/student.entity.ts';
import { District } from '../organisation/district.entity.ts';
import { Room } from '../organisation/room.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { SchoolYear } from '../organisation/school-year.entity.ts';
import { School } from '../organisation/school.entity.ts';
import { Stage } from '../organisation/stage.enum.ts';
import { Term } from '../organisation/term.entity.ts';
import {
  ASSIGN_ROLES,
  KEEP_CALENDAR,
  KEEP_CLASSES,
  KEEP_SCHOOLS,
  KEEP_STAFF,
  KEEP_STUDENTS,
} from '../people.permissions.ts';
import { lockRoles } from '../rights/roles-in-order.ts';
import { StaffAssignment } from '../staff/staff-assignment.entity.ts';
import { Staff } from '../staff/staff.entity.ts';
import {
  CONTACT_RULES,
  UPDATE_CALENDAR_RULES,
  UPDATE_CLASS_RULES,
  UPDATE_ROOM_RULES,
  UPDATE_SCHOOL_RULES,
  UPDATE_STAFF_RULES,
  UPDATE_STUDENT_RULES,
} from './corrections.rules.ts';
import { updateSchoolYear, updateTerm } from './update-calendar.ts';
import { updateDistrict } from './update-district.ts';
import { updateRoom } from './update-room.ts';
import { updateSchoolClass } from './update-school-class.ts';
import { updateSchool } from './update-school.ts';
import { releaseStaff, updateStaff } from './update-staff.ts';
import { updateStudent } from './update-student.ts';

@InputType({ description: 'What changes of a school (修改学校); what is left out stays.' })
export class UpdateSchoolInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the school (学校标识).' })
  readonly schoolId!: string;

  @Field(() => String, { nullable: true, description: 'Name, 100 characters at most (名称).' })
  readonly name?: string | null;

  @Field(() => [Stage], { nullable: true, description: 'Stages that it teaches (学段).' })
  readonly stages?: Stage[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A telephone number or an address of mail, and an office, 100 characters at most (联系方式): everybody may read it. Null takes it off the record.',
  })
  readonly contact?: string | null;
}

@InputType({ description: 'What changes of a district (修改区); what is left out stays.' })
export class UpdateDistrictInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the district (区标识).' })
  readonly districtId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A telephone number or an address of mail, and an office, 100 characters at most (联系方式): everybody may read it. Null takes it off the record.',
  })
  readonly contact?: string | null;
}

@InputType({ description: 'What changes of a class (修改班级); what is left out stays.' })
export class UpdateSchoolClassInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the class (班级标识).' })
  readonly classId!: string;

  @Field(() => String, { nullable: true, description: 'Name, 40 characters at most (名称).' })
  readonly name?: string | null;

  @Field(() => Int, { nullable: true, description: 'Number within the grade, 1 to 60 (班号).' })
  readonly number?: number | null;
}

@InputType({ description: 'What changes of a room (修改场地); what is left out stays.' })
export class UpdateRoomInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the room (场地标识).' })
  readonly roomId!: string;

  @Field(() => String, { nullable: true, description: 'Name, 60 characters at most (名称).' })
  readonly name?: string | null;

  @Field(() => Int, { nullable: true, description: 'Seats, no fewer than before (座位数).' })
  readonly capacity?: number | null;
}

@InputType({ description: 'What changes of a school year (修改学年); what is left out stays.' })
export class UpdateSchoolYearInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the school year (学年标识).' })
  readonly schoolYearId!: string;

  @Field(() => String, { nullable: true, description: 'Name, 40 characters at most (名称).' })
  readonly name?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day (开始日期).' })
  readonly startsOn?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Last day (结束日期), inclusive.' })
  readonly endsOn?: string | null;
}

@InputType({ description: 'What changes of a term (修改学期); what is left out stays.' })
export class UpdateTermInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the term (学期标识).' })
  readonly termId!: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day (开始日期).' })
  readonly startsOn?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Last day (结束日期), inclusive.' })
  readonly endsOn?: string | null;
}

@InputType({ description: 'What changes of somebody on the staff (修改教职工); what is left out stays.' })
export class UpdateStaffInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the staff member (教职工标识).' })
  readonly staffId!: string;

  @Field(() => String, { nullable: true, description: 'Name, 40 characters at most (姓名).' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the staff member, 40 characters at most (工号).' })
  readonly staffNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Mobile number, eleven digits; null takes it off the record (手机号).',
  })
  readonly phone?: string | null;
}

@InputType({ description: 'Whose roles all end (教职工离职).' })
export class ReleaseStaffInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the staff member (教职工标识).' })
  readonly staffId!: string;
}

@InputType({ description: 'What is corrected of a pupil (更正学生信息); what is left out stays.' })
export class UpdateStudentInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the pupil (学生标识).' })
  readonly studentId!: string;

  @Field(() => String, { nullable: true, description: 'Name, 40 characters at most (姓名).' })
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number in the register of pupils, 30 letters and digits at most (学籍号).',
  })
  readonly studentNumber?: string | null;
}

const staff = { to: Staff, description: 'The staff member (教职工).', otherwise: 'staffId' } as const;

export const correctionMutations: readonly MutationDeclaration[] = [
  mutation('updateSchool', {
    description: 'Changes what is on record of a school (修改学校).',
    access: permission(KEEP_SCHOOLS),
    input: UpdateSchoolInput,
    ids: { schoolId: School },
    texts: { name: 'TITLE', contact: 'LINE' },
    ownCase: 'PLACES_AND_DAYS',
    rules: UPDATE_SCHOOL_RULES,
    answer: { school: { to: School, description: 'The school (学校).', otherwise: 'schoolId' } },
    run: (tx, { schoolId, name, stages, contact }) =>
      updateSchool(tx, { schoolId, name: name ?? null, stages: stages ?? null, contact }),
  }),
  mutation('updateDistrict', {
    description:
      'Says where the district can be reached (修改区联系方式): that is printed on certificates issued from then on, and those that stand keep what they say.',
    access: permission(KEEP_SCHOOLS),
    input: UpdateDistrictInput,
    ids: { districtId: District },
    texts: { contact: 'LINE' },
    ownCase: 'PLACES_AND_DAYS',
    rules: CONTACT_RULES,
    answer: { district: { to: District, description: 'The district (区).', otherwise: 'districtId' } },
    run: (tx, { districtId, contact }) => updateDistrict(tx, { districtId, contact }),
  }),
  mutation('updateSchoolClass', {
    description: 'Changes the name or the number of a class (修改班级).',
    access: permission(KEEP_CLASSES),
    input: UpdateSchoolClassInput,
    ids: { classId: SchoolClass },
    texts: { name: 'TITLE' },
    ownCase: 'PLACES_AND_DAYS',
    rules: UPDATE_CLASS_RULES,
    answer: { schoolClass: { to: SchoolClass, description: 'The class (班级).', otherwise: 'classId' } },
    run: (tx, { classId, name, number }) =>
      updateSchoolClass(tx, { classId, name: name ?? null, number: number ?? null }),
  }),
  mutation('updateRoom', {
    description: 'Changes the name of a room, or adds seats (修改场地).',
    access: permission(KEEP_CLASSES),
    input: UpdateRoomInput,
    ids: { roomId: Room },
    texts: { name: 'TITLE' },
    ownCase: 'PLACES_AND_DAYS',
    rules: UPDATE_ROOM_RULES,
    answer: { room: { to: Room, description: 'The room (场地).', otherwise: 'roomId' } },
    run: (tx, { roomId, name, capacity }) => updateRoom(tx, { roomId, name: name ?? null, capacity: capacity ?? null }),
  }),
  mutation('updateSchoolYear', {
    description: 'Changes the name or the days of a school year (修改学年).',
    access: permission(KEEP_CALENDAR),
    input: UpdateSchoolYearInput,
    ids: { schoolYearId: SchoolYear },
    texts: { name: 'TITLE' },
    ownCase: 'PLACES_AND_DAYS',
    rules: UPDATE_CALENDAR_RULES,
    answer: { schoolYear: { to: SchoolYear, description: 'The school year (学年).', otherwise: 'schoolYearId' } },
    // Roles in its classes last as long as it does.
    lockFirst: async (tx, { schoolYearId, endsOn }) => {
      if (typeof endsOn === 'string')
        await lockRoles(
          tx,
          sql`ass.school_class_id in (select cls.id from school_class cls where cls.school_year_id = ${schoolYearId})`,
        );
    },
    run: (tx, { schoolYearId, name, startsOn, endsOn }) =>
      updateSchoolYear(tx, { schoolYearId, name: name ?? null, startsOn: startsOn ?? null, endsOn: endsOn ?? null }),
  }),
  mutation('updateTerm', {
    description: 'Changes the days of a term (修改学期).',
    access: permission(KEEP_CALENDAR),
    input: UpdateTermInput,
    ids: { termId: Term },
    ownCase: 'PLACES_AND_DAYS',
    rules: UPDATE_CALENDAR_RULES,
    answer: { term: { to: Term, description: 'The term (学期).', otherwise: 'termId' } },
    run: (tx, { termId, startsOn, endsOn }) =>
      updateTerm(tx, { termId, startsOn: startsOn ?? null, endsOn: endsOn ?? null }),
  }),
  mutation('updateStaff', {
    description: 'Changes what is on record of somebody on the staff (修改教职工).',
    access: permission(KEEP_STAFF),
    input: UpdateStaffInput,
    ids: { staffId: Staff },
    texts: { name: 'NAME', staffNumber: 'MATCHED', phone: 'MATCHED' },
    ownCase: 'REFUSED',
    rules: UPDATE_STAFF_RULES,
    answer: { staff },
    run: (tx, { staffId, name, staffNumber, phone }) =>
      updateStaff(tx, { staffId, name: name ?? null, staffNumber: staffNumber ?? null, phone }),
  }),
  mutation('releaseStaff', {
    description:
      'Ends every role that somebody holds or is to hold at places of the caller (教职工离职), at once, and requests for one there that name them; their account stays.',
    access: permission(ASSIGN_ROLES),
    input: ReleaseStaffInput,
    ids: { staffId: Staff },
    ownCase: 'GIVES_UP',
    rules: ASSIGNMENT_RULES,
    answer: {
      staff,
      assignments: { to: StaffAssignment, several: true, description: 'The roles that ended (已结束的任职).' },
    },
    lockFirst: (tx, { staffId }) => lockRoles(tx, sql`ass.staff_id = ${staffId}`),
    run: (tx, { staffId }) => releaseStaff(tx, { staffId }),
  }),
  mutation('updateStudent', {
    description: 'Corrects the name or the number of a pupil (更正学生信息).',
    access: permission(KEEP_STUDENTS),
    input: UpdateStudentInput,
    ids: { studentId: Student },
    texts: { name: 'NAME', studentNumber: 'MATCHED' },
    ownCase: 'REFUSED',
    rules: UPDATE_STUDENT_RULES,
    answer: { student: { to: Student, description: 'The pupil (学生).', otherwise: 'studentId' } },
    run: (tx, { studentId, name, studentNumber }) =>
      updateStudent(tx, { studentId, name: name ?? null, studentNumber: studentNumber ?? null }),
  }),
];
