import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { permission } from '../../../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../../platform/graphql/index.ts';
import { Room, SchoolClass } from '../../../people/index.ts';
import { ParentLecture, Shift } from '../../model/index.ts';
import { acceptParentLecture } from './accept-parent-lecture.ts';
import { cancelParentLecture } from './cancel-parent-lecture.ts';
import { declineParentLecture } from './decline-parent-lecture.ts';
import { DECIDE_LECTURE_RULES, PROPOSE_RULES, SCHEDULE_RULES, STATUS_RULES } from './lecture.rules.ts';
import { DECIDE_LECTURE, PROPOSE_LECTURE } from './lectures.access.ts';
import { proposeParentLecture } from './propose-parent-lecture.ts';
import { scheduleParentLecture } from './schedule-parent-lecture.ts';
import { withdrawParentLecture } from './withdraw-parent-lecture.ts';

@InputType({ description: 'What to tell which class (申请家长讲堂).' })
export class ProposeParentLectureInput extends MutationInput {
  @Field(() => ID, { description: "Global id of the class, one that a child of the caller's is in (班级标识)." })
  readonly classId!: string;

  @Field(() => String, { description: 'What it is about, 60 characters at most (题目).' })
  readonly title!: string;

  @Field(() => String, { description: 'What will be told, 1000 characters at most (内容提纲).' })
  readonly outline!: string;

  @Field(() => Int, { defaultValue: 40, description: 'How long it takes, in minutes, 10 to 240 (时长,分钟).' })
  readonly durationMinutes!: number;

  @Field(() => String, {
    nullable: true,
    description: 'When the caller could come, in words, 200 characters at most (可行时间).',
  })
  readonly preferredTimes?: string | null;
}

@InputType({ description: 'Which lecture it is about (家长讲堂).' })
export abstract class LectureInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the lecture (家长讲堂标识).' })
  readonly lectureId!: string;
}

@InputType({ description: 'Which lecture to take back (撤回家长讲堂).' })
export class WithdrawParentLectureInput extends LectureInput {}

@InputType({ description: 'Which lecture the class wants (采纳家长讲堂).' })
export class AcceptParentLectureInput extends LectureInput {}

@InputType({ description: 'Which lecture to decline, and why (不采纳家长讲堂).' })
export class DeclineParentLectureInput extends LectureInput {
  @Field(() => String, { description: 'Why, as the guardian is told it, 200 characters at most (原因).' })
  readonly reason!: string;
}

@InputType({ description: 'When and where a lecture takes place (排定家长讲堂).' })
export class ScheduleParentLectureInput extends LectureInput {
  @Field(() => GraphQLDateTime, { description: 'Start (开始时间).' })
  readonly startsAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'End (结束时间), exclusive; after as many minutes as the lecture takes where left out.',
  })
  readonly endsAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where, in words, 60 characters at most (地点); this or a room.',
  })
  readonly place?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of a room of the school, which is then taken (场地标识).',
  })
  readonly roomId?: string | null;
}

@InputType({ description: 'Which lecture does not take place, and why (取消家长讲堂).' })
export class CancelParentLectureInput extends LectureInput {
  @Field(() => String, {
    description: 'Why, as the guardian and the class are told it, 200 characters at most (原因).',
  })
  readonly reason!: string;
}

const lectureAsItIs = {
  to: ParentLecture,
  otherwise: 'lectureId',
  description: 'The lecture as it now is (家长讲堂).',
};

export const lectureMutations: readonly MutationDeclaration[] = [
  mutation('proposeParentLecture', {
    description: 'Offers the class of a child a lecture by the caller (申请家长讲堂); its homeroom teacher decides.',
    access: permission(PROPOSE_LECTURE),
    input: ProposeParentLectureInput,
    ids: { classId: SchoolClass },
    texts: { title: 'TITLE', outline: 'PARAGRAPHS', preferredTimes: 'PARAGRAPHS' },
    ownCase: 'OWN_NAME',
    rules: PROPOSE_RULES,
    answer: { lecture: { to: ParentLecture, description: 'The proposal (家长讲堂); null where nothing was done.' } },
    run: (tx, { preferredTimes, ...rest }) =>
      proposeParentLecture(tx, { ...rest, preferredTimes: preferredTimes ?? null }),
  }),
  mutation('withdrawParentLecture', {
    description:
      'Takes back a lecture of the caller that has no time yet (撤回家长讲堂); once it has one, the teacher cancels it.',
    access: permission(PROPOSE_LECTURE),
    input: WithdrawParentLectureInput,
    ids: { lectureId: ParentLecture },
    ownCase: 'OWN_NAME',
    rules: STATUS_RULES,
    answer: { lecture: lectureAsItIs },
    run: (tx, input) => withdrawParentLecture(tx, input),
  }),
  mutation('acceptParentLecture', {
    description: 'Says that the class wants a lecture (采纳家长讲堂); a time is found later.',
    access: permission(DECIDE_LECTURE),
    input: AcceptParentLectureInput,
    ids: { lectureId: ParentLecture },
    ownCase: 'REFUSED',
    rules: DECIDE_LECTURE_RULES,
    answer: { lecture: lectureAsItIs },
    run: (tx, input) => acceptParentLecture(tx, input),
  }),
  mutation('declineParentLecture', {
    description: 'Declines a lecture that has no time yet, also one that was accepted (不采纳家长讲堂).',
    access: permission(DECIDE_LECTURE),
    input: DeclineParentLectureInput,
    ids: { lectureId: ParentLecture },
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    rules: DECIDE_LECTURE_RULES,
    answer: { lecture: lectureAsItIs },
    run: (tx, input) => declineParentLecture(tx, input),
  }),
  mutation('scheduleParentLecture', {
    description:
      'Gives a lecture its time (排定家长讲堂): a shift of its own, with the guardian signed up and engaged for it, and the room taken.',
    access: permission(DECIDE_LECTURE),
    input: ScheduleParentLectureInput,
    ids: { lectureId: ParentLecture, roomId: Room },
    texts: { place: 'LINE' },
    ownCase: 'REFUSED',
    rules: SCHEDULE_RULES,
    answer: {
      lecture: lectureAsItIs,
      shift: { to: Shift, description: 'The shift that it became (班次); null where nothing was done.' },
    },
    run: (tx, { lectureId, startsAt, endsAt, place, roomId }) =>
      scheduleParentLecture(tx, {
        lectureId,
        startsAt,
        endsAt: endsAt ?? null,
        place: place ?? null,
        roomId: roomId ?? null,
      }),
  }),
  mutation('cancelParentLecture', {
    description:
      'Calls a lecture off before it begins (取消家长讲堂), with its shift: the guardian and the room are free again.',
    access: permission(DECIDE_LECTURE),
    input: CancelParentLectureInput,
    ids: { lectureId: ParentLecture },
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    rules: DECIDE_LECTURE_RULES,
    answer: {
      lecture: lectureAsItIs,
      shift: { to: Shift, description: 'The shift that does not take place (班次); null where nothing was done.' },
    },
    run: (tx, input) => cancelParentLecture(tx, input),
  }),
];
