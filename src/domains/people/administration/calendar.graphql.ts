import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { permission } from '../../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../platform/graphql/index.ts';
import { CalendarDayKind } from '../organisation/calendar-day.entity.ts';
import { District } from '../organisation/district.entity.ts';
import { SchoolYear } from '../organisation/school-year.entity.ts';
import { Term } from '../organisation/term.entity.ts';
import { KEEP_CALENDAR } from '../people.permissions.ts';
import { CALENDAR_RULES } from './administration.rules.ts';
import { createSchoolYear, createTerm } from './create-school-year.ts';
import { setCalendarDays } from './set-calendar-days.ts';

@InputType({ description: 'A new school year (新建学年).' })
export class CreateSchoolYearInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the district (区标识).' })
  readonly districtId!: string;

  @Field(() => String, { description: 'Name, 40 characters at most (名称), e.g. 2026-2027学年.' })
  readonly name!: string;

  @Field(() => GraphQLDate, { description: 'First day (开始日期).' })
  readonly startsOn!: string;

  @Field(() => GraphQLDate, { description: 'Last day (结束日期), inclusive.' })
  readonly endsOn!: string;
}

@InputType({ description: 'A new term (新建学期).' })
export class CreateTermInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the school year (学年标识).' })
  readonly schoolYearId!: string;

  @Field(() => Int, { description: 'Ordinal within the school year, 1 to 4 (第几学期).' })
  readonly number!: number;

  @Field(() => GraphQLDate, { description: 'First day (开始日期).' })
  readonly startsOn!: string;

  @Field(() => GraphQLDate, { description: 'Last day (结束日期), inclusive.' })
  readonly endsOn!: string;
}

@InputType({ description: 'A holiday or a make-up day (校历特殊日).' })
export class CalendarDayInput {
  @Field(() => GraphQLDate, { description: 'The day (日期).' })
  readonly date!: string;

  @Field(() => CalendarDayKind, { description: 'How it departs from the week (类型).' })
  readonly kind!: CalendarDayKind;

  @Field(() => String, { description: 'What for, 40 characters at most (名称), e.g. 国庆节.' })
  readonly name!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'For a make-up day: whose timetable is followed, 1 Monday to 7 Sunday (按周几课表上课).',
  })
  readonly followsWeekday?: number | null;
}

@InputType({ description: 'All holidays and make-up days of a school year (设置校历特殊日).' })
export class SetCalendarDaysInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the school year (学年标识).' })
  readonly schoolYearId!: string;

  @Field(() => [CalendarDayInput], {
    description: 'The days, 200 at most; they take the place of those that are there (特殊日).',
  })
  readonly calendar!: CalendarDayInput[];
}

const schoolYear = { to: SchoolYear, description: 'The school year (学年); null where nothing was done.' } as const;

export const calendarMutations: readonly MutationDeclaration[] = [
  mutation('createSchoolYear', {
    description: 'Puts a school year on record (新建学年).',
    access: permission(KEEP_CALENDAR),
    input: CreateSchoolYearInput,
    ids: { districtId: District },
    texts: { name: 'TITLE' },
    ownCase: 'PLACES_AND_DAYS',
    rules: CALENDAR_RULES,
    answer: { schoolYear },
    run: createSchoolYear,
  }),
  mutation('createTerm', {
    description: 'Puts a term on record (新建学期).',
    access: permission(KEEP_CALENDAR),
    input: CreateTermInput,
    ids: { schoolYearId: SchoolYear },
    ownCase: 'PLACES_AND_DAYS',
    rules: CALENDAR_RULES,
    answer: { term: { to: Term, description: 'The term (学期); null where nothing was done.' } },
    run: createTerm,
  }),
  mutation('setCalendarDays', {
    description: 'Sets the holidays and make-up days of a school year (设置放假与调休).',
    access: permission(KEEP_CALENDAR),
    input: SetCalendarDaysInput,
    ids: { schoolYearId: SchoolYear },
    texts: { 'calendar.name': 'TITLE' },
    ownCase: 'PLACES_AND_DAYS',
    rules: CALENDAR_RULES,
    answer: { schoolYear },
    run: (tx, { schoolYearId, calendar }) => setCalendarDays(tx, { schoolYearId, days: calendar }),
  }),
];
