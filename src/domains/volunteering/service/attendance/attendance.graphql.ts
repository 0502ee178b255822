import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { permission } from '../../../../platform/auth/index.ts';
import {
  ErrorPolicy,
  ErrorPolicyField,
  mutation,
  MutationInput,
  type MutationDeclaration,
} from '../../../../platform/graphql/index.ts';
import { Attendance, AttendanceMark, ServiceRecord, Shift, Signup } from '../../model/index.ts';
import { CHECK_IN, KEEP_ATTENDANCE } from './attendance.access.ts';
import { CHECK_IN_RULES, CHECK_OUT_RULES, RECORD_RULES, REPORT_RULES, SHOW_CODE_RULES } from './attendance.rules.ts';
import { checkIn } from './check-in.ts';
import { checkOut } from './check-out.ts';
import { recordAttendance } from './record-attendance.ts';
import { reportAttendance } from './report-attendance.ts';
import { showCheckInCode } from './code/show-check-in-code.ts';

@InputType({ description: 'Which shift to show the code of (出示签到码).' })
export class ShowCheckInCodeInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the shift (班次标识).' })
  readonly shiftId!: string;
}

@InputType({ description: 'The code that was scanned (签到).' })
export class CheckInInput extends MutationInput {
  @Field(() => String, { description: 'As it was scanned (签到码).' })
  readonly token!: string;
}

@InputType({ description: 'The code that was scanned (签退).' })
export class CheckOutInput extends MutationInput {
  @Field(() => String, { description: 'As it was scanned (签到码).' })
  readonly token!: string;
}

@InputType({ description: 'A coming or leaving that was noted without a network (离线签到记录).' })
export class AttendanceReportInput {
  @Field(() => ID, { description: 'Global id of the own sign-up (报名标识).' })
  readonly signupId!: string;

  @Field(() => AttendanceMark, { description: 'Whether they came or left (签到或签退).' })
  readonly kind!: AttendanceMark;

  @Field(() => String, { description: 'The code as it was scanned at that moment (签到码): it proves where and when.' })
  readonly token!: string;

  @Field(() => GraphQLDateTime, { description: 'When, by the clock of the client (发生时间).' })
  readonly happenedAt!: Date;

  @Field(() => String, {
    description: 'Made by the client, e.g. a UUID, 100 characters at most (随机数): a report is accepted once.',
  })
  readonly nonce!: string;
}

@InputType({ description: 'What was noted without a network (补传签到).' })
export class ReportAttendanceInput extends MutationInput {
  @Field(() => [AttendanceReportInput], { description: 'The notes, 100 at most, in any order (离线签到记录).' })
  readonly reports!: AttendanceReportInput[];

  @ErrorPolicyField({ otherwise: ErrorPolicy.REJECT_FAILED_ROWS })
  readonly errorPolicy!: ErrorPolicy;
}

@InputType({
  description:
    'What the organiser says of one volunteer: times, that they did not come, or that they were excused (考勤一行). Times that are left out stay as they are.',
})
export class AttendanceRowInput {
  @Field(() => ID, { description: 'Global id of the sign-up (报名标识).' })
  readonly signupId!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When they came (签到时间).' })
  readonly checkedInAt?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When they left (签退时间).' })
  readonly checkedOutAt?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'They did not come (缺勤), known when the shift is over; no times then.',
  })
  readonly noShow?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'They did not come and are excused (请假): it is not held against them; no times then.',
  })
  readonly excused?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'They did not come, or are excused, although a check-in is noted, which is withdrawn on purpose (撤回签到): without it CAME.',
  })
  readonly withdrawsCheckIn?: boolean | null;
}

@InputType({ description: 'Who came to a shift (名单登记).' })
export class RecordAttendanceInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the shift (班次标识).' })
  readonly shiftId!: string;

  @Field(() => [AttendanceRowInput], { description: 'One row for each volunteer, 100 at most (考勤行).' })
  readonly rows!: AttendanceRowInput[];

  @ErrorPolicyField()
  readonly errorPolicy!: ErrorPolicy;
}

const signup = { to: Signup, description: 'The sign-up (报名); null where nothing was done.' } as const;
const attendance = {
  to: Attendance,
  description: 'What is noted of it (到岗记录); null where nothing was done.',
} as const;
const attendances = {
  to: Attendance,
  several: true,
  description: 'What is noted now, of the rows that were done (到岗记录).',
} as const;

export const attendanceMutations: readonly MutationDeclaration[] = [
  mutation('showCheckInCode', {
    description:
      'The code of a shift that volunteers scan to check in and out (出示签到码): a new one every half minute.',
    access: permission(KEEP_ATTENDANCE),
    input: ShowCheckInCodeInput,
    ids: { shiftId: Shift },
    ownCase: 'WAITS',
    rules: SHOW_CODE_RULES,
    answer: {
      shift: { to: Shift, otherwise: 'shiftId', description: 'The shift (班次).' },
      token: {
        type: () => String,
        secret: true,
        description: 'To be shown as a QR code (签到码); null where nothing was done.',
      },
      expiresAt: { type: () => GraphQLDateTime, description: 'When to ask for the next one (失效时间).' },
    },
    run: (tx, input) => showCheckInCode(tx, input),
  }),
  mutation('checkIn', {
    description: 'Notes that the caller has come to a shift, by its code (签到). A second time answers the first.',
    access: permission(CHECK_IN),
    input: CheckInInput,
    texts: { token: 'MATCHED' },
    ownCase: 'WAITS',
    rules: CHECK_IN_RULES,
    answer: { signup, attendance },
    run: (tx, input) => checkIn(tx, input),
  }),
  mutation('checkOut', {
    description:
      'Notes that the caller has left a shift, by its code, and what they served (签退). A second time answers the first.',
    access: permission(CHECK_IN),
    input: CheckOutInput,
    texts: { token: 'MATCHED' },
    ownCase: 'WAITS',
    rules: CHECK_OUT_RULES,
    answer: {
      signup,
      attendance,
      serviceRecord: {
        to: ServiceRecord,
        description: 'The service (服务记录); null where none of the time lies in the shift.',
      },
    },
    run: (tx, input) => checkOut(tx, input),
  }),
  mutation('reportAttendance', {
    description:
      'Sends what was noted without a network (补传签到), within the time that the district allows after the shift. What was sent before is taken as done.',
    access: permission(CHECK_IN),
    input: ReportAttendanceInput,
    ids: { 'reports.signupId': Signup },
    texts: { 'reports.token': 'MATCHED', 'reports.nonce': 'LINE' },
    ownCase: 'WAITS',
    rules: REPORT_RULES,
    answer: { attendances },
    run: (tx, input) => reportAttendance(tx, input),
  }),
  mutation('recordAttendance', {
    description: 'Notes by the list of whoever runs a shift who came, from when to when, and who did not (名单登记).',
    access: permission(KEEP_ATTENDANCE),
    input: RecordAttendanceInput,
    ids: { shiftId: Shift, 'rows.signupId': Signup },
    ownCase: 'REFUSED',
    rules: RECORD_RULES,
    answer: {
      shift: { to: Shift, otherwise: 'shiftId', description: 'The shift with its list as it now is (班次).' },
      attendances,
    },
    run: (tx, input) => recordAttendance(tx, input),
  }),
];
