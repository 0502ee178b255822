import { Check, Entity, Enum, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { OneLine, Stored, tellsOfChange } from '../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../platform/graphql/index.ts';
import { SchoolYear } from './school-year.entity.ts';

export enum CalendarDayKind {
  HOLIDAY = 'HOLIDAY',
  MAKE_UP = 'MAKE_UP',
}

registerEnum(CalendarDayKind, 'CalendarDayKind', 'How a day departs from the week (校历特殊日类型).', {
  HOLIDAY: 'No school on a day that would have it (放假).',
  MAKE_UP: 'School on a day that would have none (调休上课).',
});

@ObjectType({
  implements: Node,
  description: 'A day on which school differs from the week (校历特殊日), set for all schools of the district.',
})
@Entity()
@Unique({ name: 'calendar_day_date_unique', properties: ['schoolYear', 'date'] })
@Check({
  name: 'calendar_day_follows',
  expression:
    "(kind = 'MAKE_UP') = (follows_weekday is not null) and (follows_weekday is null or (follows_weekday >= 1 and follows_weekday <= 7))",
})
@Trigger(tellsOfChange)
export class CalendarDay extends Stored {
  @ManyToOne(() => SchoolYear)
  schoolYear!: SchoolYear;

  @Field(() => GraphQLDate, { description: 'The day (日期).' })
  @Property({ type: 'date' })
  date!: string;

  @Field(() => CalendarDayKind, { description: 'How it departs from the week (类型).' })
  @Enum({ items: () => CalendarDayKind })
  kind!: CalendarDayKind;

  @Field(() => String, { description: 'What for (名称), e.g. 国庆节.' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'For a make-up day: whose timetable is followed, 1 Monday to 7 Sunday (按周几课表上课).',
  })
  @Property({ type: 'smallint', nullable: true })
  followsWeekday: number | null = null;
}
