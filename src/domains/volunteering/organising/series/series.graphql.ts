import { GraphQLDate, GraphQLLocalTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { permission } from '../../../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../../platform/graphql/index.ts';
import { Term } from '../../../people/index.ts';
import { ORGANISER_RULES } from '../activities/activity.rules.ts';
import { LECTURE_ROOM_RULES } from '../lectures/follow-shift.ts';
import { ORGANISE, SeriesScope, ShiftSeries, VolunteerActivity } from '../../model/index.ts';
import { PUBLISH_RULES, ROLE_RULES } from '../shifts/shift.rules.ts';
import { ShiftRoleInput } from '../shifts/shifts.graphql.ts';
import { alignShiftSeries } from './calendar/align-shift-series.ts';
import { cancelShiftSeries } from './cancel-shift-series.ts';
import { createShiftSeries } from './create-shift-series.ts';
import { publishShiftSeries } from './publish-shift-series.ts';
import { SeriesPartInput } from './series-part.graphql.ts';
import { AHEAD_RULES, PARTS_RULES, SERIES_RULES } from './series.rules.ts';
import { updateShiftSeries } from './update-shift-series.ts';

@InputType({
  description: 'Shifts that recur every week, to prepare (新建重复班次). Days and times are those of Asia/Shanghai.',
})
export class CreateShiftSeriesInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the activity (活动标识).' })
  readonly activityId!: string;

  @Field(() => [Int], { description: 'Days of the week, 1 Monday to 7 Sunday (周几).' })
  readonly weekdays!: number[];

  @Field(() => GraphQLLocalTime, { description: 'Start by the clock (开始时刻).' })
  readonly startTime!: string;

  @Field(() => GraphQLLocalTime, { description: 'End by the clock (结束时刻), on the same day.' })
  readonly endTime!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the term over which they recur (学期标识), in the place of dates.',
  })
  readonly termId?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day (首日); that of the term where left out.' })
  readonly firstDate?: string | null;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'Last day (末日), inclusive; that of the term where left out.',
  })
  readonly lastDate?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'Leaves holidays and vacations out, and takes make-up days in by the weekday that they follow (跳过节假日).',
  })
  readonly skipsHolidays!: boolean;

  @Field(() => String, { description: 'Where volunteers meet (地点), 60 characters at most.' })
  readonly place!: string;

  @Field(() => Int, {
    defaultValue: 14,
    description: 'How many days before its start a shift opens for signing up (提前几天开放报名), 90 at most.',
  })
  readonly signupOpensDaysBefore!: number;

  @Field(() => Int, {
    defaultValue: 60,
    description: 'How many minutes before its start signing up ends (提前几分钟截止报名).',
  })
  readonly signupClosesMinutesBefore!: number;

  @Field(() => Int, {
    defaultValue: 1440,
    description: 'How many minutes before its start free cancelling ends (提前几分钟截止自由取消).',
  })
  readonly cancelUntilMinutesBefore!: number;

  @Field(() => [ShiftRoleInput], { description: 'What there is to do in each shift (岗位), ten roles at most.' })
  readonly roles!: ShiftRoleInput[];
}

@InputType({ description: 'What to change of a series from a day on (修改重复班次); what is left out stays.' })
export class UpdateShiftSeriesInput extends SeriesPartInput {
  @Field(() => [Int], { nullable: true, description: 'Days of the week, 1 Monday to 7 Sunday (周几).' })
  readonly weekdays?: number[] | null;

  @Field(() => GraphQLLocalTime, { nullable: true, description: 'Start by the clock (开始时刻).' })
  readonly startTime?: string | null;

  @Field(() => GraphQLLocalTime, { nullable: true, description: 'End by the clock (结束时刻).' })
  readonly endTime?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Last day (末日), inclusive.' })
  readonly lastDate?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Leaves holidays out (跳过节假日).' })
  readonly skipsHolidays?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Where volunteers meet (地点), 60 characters at most.' })
  readonly place?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days before its start a shift opens for signing up (提前几天开放报名).',
  })
  readonly signupOpensDaysBefore?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many minutes before its start signing up ends (提前几分钟截止报名).',
  })
  readonly signupClosesMinutesBefore?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many minutes before its start free cancelling ends (提前几分钟截止自由取消).',
  })
  readonly cancelUntilMinutesBefore?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why days fall away (取消原因), for those who have signed up, 200 characters at most.',
  })
  readonly reason?: string | null;
}

@InputType({ description: 'A series of which to call off what is to come (取消重复班次).' })
export class CancelShiftSeriesInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the series (重复班次标识).' })
  readonly seriesId!: string;

  @Field(() => SeriesScope, { description: 'Which shifts are meant (取消范围).' })
  readonly scope!: SeriesScope;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'From this day on (起始日期), where a part from a day on is meant.',
  })
  readonly from?: string | null;

  @Field(() => String, { description: 'Why, for everybody concerned (取消原因), 200 characters at most.' })
  readonly reason!: string;
}

@InputType({ description: 'A series whose drafts to open to volunteers (发布重复班次).' })
export class PublishShiftSeriesInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the series (重复班次标识).' })
  readonly seriesId!: string;
}

@InputType({ description: 'A series to bring into line with the school calendar (按校历调整重复班次).' })
export class AlignShiftSeriesInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the series (重复班次标识).' })
  readonly seriesId!: string;

  @Field(() => Int, { description: 'The revision that the caller has seen (修订号).' })
  readonly revision!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why days fall away (取消原因), for those who have signed up, 200 characters at most.',
  })
  readonly reason?: string | null;
}

const { ALREADY_CANCELLED, CONFLICT, NOT_DRAFT } = ORGANISER_RULES;
const asItIs = { to: ShiftSeries, otherwise: 'seriesId', description: 'The series as it now is (重复班次).' } as const;
const shiftCount = { type: () => Int, description: 'How many shifts to come it has now (后续班次数).' } as const;
const cancelledShiftCount = {
  type: () => Int,
  description: 'How many shifts were called off (取消的班次数).',
} as const;

export const seriesMutations: readonly MutationDeclaration[] = [
  mutation('createShiftSeries', {
    description:
      'Prepares shifts that recur every week, as drafts: one for each day to come that the rule asks for, 200 at most (新建重复班次).',
    access: permission(ORGANISE),
    input: CreateShiftSeriesInput,
    ids: { activityId: VolunteerActivity, termId: Term },
    texts: { place: 'LINE', 'roles.name': 'TITLE', 'roles.description': 'PARAGRAPHS', 'roles.qualification': 'TITLE' },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ...SERIES_RULES, ...ROLE_RULES, ALREADY_CANCELLED },
    answer: {
      series: { to: ShiftSeries, description: 'The series (重复班次); null where nothing was done.' },
      shiftCount,
    },
    run: (tx, { idempotencyKey: _, firstDate, lastDate, ...wanted }) =>
      createShiftSeries(tx, { ...wanted, firstDate: firstDate ?? null, lastDate: lastDate ?? null }),
  }),
  mutation('updateShiftSeries', {
    description:
      'Gives a series another rule from a day on, or wholly as far as it is to come (修改重复班次). Shifts that were changed by themselves are passed by.',
    access: permission(ORGANISE),
    input: UpdateShiftSeriesInput,
    ids: { seriesId: ShiftSeries },
    texts: { place: 'LINE', reason: 'LINE' },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ...SERIES_RULES, ...PARTS_RULES, ...AHEAD_RULES, ...LECTURE_ROOM_RULES, ALREADY_CANCELLED, CONFLICT },
    answer: {
      series: {
        ...asItIs,
        description: 'The series that has the new rule (重复班次): the same one, or the one that goes on from it.',
      },
      shiftCount,
      cancelledShiftCount,
    },
    run: (tx, { idempotencyKey: _, from, lastDate, ...change }) =>
      updateShiftSeries(tx, { ...change, from: from ?? null, lastDate: lastDate ?? null }),
  }),
  mutation('cancelShiftSeries', {
    description: 'Calls off what is still to come of a series, from a day on or all of it (取消重复班次).',
    access: permission(ORGANISE),
    input: CancelShiftSeriesInput,
    ids: { seriesId: ShiftSeries },
    texts: { reason: 'LINE' },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ...AHEAD_RULES, ALREADY_CANCELLED },
    answer: { series: asItIs, cancelledShiftCount },
    run: (tx, { seriesId, scope, from, reason }) =>
      cancelShiftSeries(tx, { seriesId, scope, from: from ?? null, reason }),
  }),
  mutation('alignShiftSeries', {
    description:
      'Brings a series into line with the school calendar as it now is (按校历调整重复班次): calls off what it has on days without school, and lays out what is missing on make-up days.',
    access: permission(ORGANISE),
    input: AlignShiftSeriesInput,
    ids: { seriesId: ShiftSeries },
    texts: { reason: 'LINE' },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ALREADY_CANCELLED, CONFLICT, TOO_MANY_SHIFTS: SERIES_RULES.TOO_MANY_SHIFTS },
    answer: {
      series: asItIs,
      cancelledShiftCount,
      addedShiftCount: { type: () => Int, description: 'How many shifts were laid out (新增的班次数).' },
    },
    run: (tx, { seriesId, revision, reason }) => alignShiftSeries(tx, { seriesId, revision, reason: reason ?? null }),
  }),
  mutation('publishShiftSeries', {
    description: 'Opens all drafts of a series that are still to come to volunteers (发布重复班次).',
    access: permission(ORGANISE),
    input: PublishShiftSeriesInput,
    ids: { seriesId: ShiftSeries },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ...PUBLISH_RULES, ALREADY_CANCELLED, NOT_DRAFT },
    answer: {
      series: asItIs,
      publishedShiftCount: { type: () => Int, description: 'How many shifts were published (发布的班次数).' },
    },
    run: (tx, { seriesId }) => publishShiftSeries(tx, { seriesId }),
  }),
];
