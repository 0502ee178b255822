import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { permission } from '../../../../platform/auth/index.ts';
import {
  ErrorPolicyField,
  mutation,
  MutationInput,
  type ErrorPolicy,
  type MutationDeclaration,
} from '../../../../platform/graphql/index.ts';
import { ORGANISER_RULES } from '../activities/activity.rules.ts';
import { LECTURE_ROOM_RULES } from '../lectures/follow-shift.ts';
import { ORGANISE, Shift, VolunteerActivity } from '../../model/index.ts';
import { cancelShift } from './cancel-shift.ts';
import { createShift } from './create-shift.ts';
import { publishShifts } from './publish-shifts.ts';
import { describingRole } from '../roles/role-input.graphql.ts';
import { PUBLISH_RULES, ROLE_RULES, STARTED_RULE, TIME_RULES } from './shift.rules.ts';
import { updateShift } from './update-shift.ts';

@InputType({ description: 'What there is to do in a shift, and for how many (岗位).' })
export class ShiftRoleInput extends describingRole(Object) {}

@InputType({ description: 'One occasion of an activity to prepare (新建班次).' })
export class CreateShiftInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the activity (活动标识).' })
  readonly activityId!: string;

  @Field(() => String, { description: 'Where volunteers meet (地点), 60 characters at most.' })
  readonly place!: string;

  @Field(() => GraphQLDateTime, { description: 'Start (开始时间).' })
  readonly startsAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'End (结束时间), exclusive; a day after the start at most.' })
  readonly endsAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'First moment to sign up (报名开始时间); two weeks before the start where left out.',
  })
  readonly signupOpensAt?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'End of signing up (报名截止时间), exclusive; an hour before the start where left out.',
  })
  readonly signupClosesAt?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when a volunteer may cancel freely (自由取消截止时间); a day before the start where left out.',
  })
  readonly cancelUntil?: Date | null;

  @Field(() => [ShiftRoleInput], { description: 'What there is to do (岗位), ten roles at most.' })
  readonly roles!: ShiftRoleInput[];
}

@InputType({
  description: 'What to change of a shift (修改班次); what is left out stays, and signing up moves with the start.',
})
export class UpdateShiftInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the shift (班次标识).' })
  readonly shiftId!: string;

  @Field(() => Int, { description: 'The revision that the caller has seen (修订号).' })
  readonly revision!: number;

  @Field(() => String, { nullable: true, description: 'Where volunteers meet (地点), 60 characters at most.' })
  readonly place?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Start (开始时间).' })
  readonly startsAt?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'End (结束时间), exclusive; it moves with the start where left out.',
  })
  readonly endsAt?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'First moment to sign up (报名开始时间).' })
  readonly signupOpensAt?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'End of signing up (报名截止时间), exclusive.' })
  readonly signupClosesAt?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when a volunteer may cancel freely (自由取消截止时间).',
  })
  readonly cancelUntil?: Date | null;
}

@InputType({ description: 'Drafts to open to volunteers (发布班次).' })
export class PublishShiftsInput extends MutationInput {
  @Field(() => [ID], { description: 'Global ids of the shifts (班次标识), 100 at most.' })
  readonly shiftIds!: string[];

  @ErrorPolicyField({ description: 'What becomes of the others where one cannot be published (出错处理).' })
  readonly errorPolicy!: ErrorPolicy;
}

@InputType({ description: 'A shift to call off (取消班次).' })
export class CancelShiftInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the shift (班次标识).' })
  readonly shiftId!: string;

  @Field(() => String, { description: 'Why, for everybody concerned (取消原因), 200 characters at most.' })
  readonly reason!: string;
}

const { ALREADY_CANCELLED, CONFLICT, NOT_DRAFT } = ORGANISER_RULES;
const asItIs = { to: Shift, otherwise: 'shiftId', description: 'The shift as it now is (班次).' } as const;

export const shiftMutations: readonly MutationDeclaration[] = [
  mutation('createShift', {
    description: 'Prepares one occasion of an activity, as a draft (新建班次).',
    access: permission(ORGANISE),
    input: CreateShiftInput,
    ids: { activityId: VolunteerActivity },
    texts: { place: 'LINE', 'roles.name': 'TITLE', 'roles.description': 'PARAGRAPHS', 'roles.qualification': 'TITLE' },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ...TIME_RULES, ...ROLE_RULES, ALREADY_CANCELLED },
    answer: {
      shift: { to: Shift, description: 'The draft (班次草稿); null where nothing was done.' },
      activity: { to: VolunteerActivity, otherwise: 'activityId', description: 'Its activity (志愿活动).' },
    },
    run: (tx, { signupOpensAt = null, signupClosesAt = null, cancelUntil = null, ...rest }) =>
      createShift(tx, { ...rest, signupOpensAt, signupClosesAt, cancelUntil }),
  }),
  mutation('updateShift', {
    description:
      'Gives one shift another time or place (修改班次): who has signed up is told, and asked to confirm a new time within two days; for whom it clashes the sign-up ends.',
    access: permission(ORGANISE),
    input: UpdateShiftInput,
    ids: { shiftId: Shift },
    texts: { place: 'LINE' },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ...TIME_RULES, ...STARTED_RULE, ...LECTURE_ROOM_RULES, ALREADY_CANCELLED, CONFLICT },
    answer: { shift: asItIs },
    run: (tx, change) => updateShift(tx, change),
  }),
  mutation('publishShifts', {
    description: 'Opens drafts to volunteers (发布班次).',
    access: permission(ORGANISE),
    input: PublishShiftsInput,
    ids: { shiftIds: Shift },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ...PUBLISH_RULES, STARTS_IN_PAST: TIME_RULES.STARTS_IN_PAST, ALREADY_CANCELLED, NOT_DRAFT },
    answer: { shifts: { to: Shift, several: true, description: 'Those that were published (已发布班次).' } },
    run: (tx, { shiftIds, errorPolicy }) => publishShifts(tx, { shiftIds, errorPolicy }),
  }),
  mutation('cancelShift', {
    description:
      'Calls one shift off (取消班次): sign-ups and the waiting list end, and everybody concerned is told why.',
    access: permission(ORGANISE),
    input: CancelShiftInput,
    ids: { shiftId: Shift },
    texts: { reason: 'LINE' },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ...STARTED_RULE, ALREADY_CANCELLED },
    answer: { shift: asItIs },
    run: (tx, { shiftId, reason }) => cancelShift(tx, { shiftId, reason }),
  }),
];
