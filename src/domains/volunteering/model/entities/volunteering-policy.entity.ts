import { type Opt } from '@mikro-orm/core';
import { Check, Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Stored } from '../../../../platform/database/index.ts';
import { District } from '../../../people/index.ts';

/** The rules of a district, whether it has a row of its own or the values that stand here: so it has no id. */
@ObjectType({ description: 'The rules of volunteering in a district (志愿服务规则).' })
@Entity()
@Unique({ name: 'volunteering_policy_district_unique', properties: ['district'] })
@Check({ name: 'volunteering_policy_offer', expression: 'offer_minutes >= 1 and offer_minutes <= 10080' })
@Check({
  name: 'volunteering_policy_no_shows',
  expression:
    'no_show_limit >= 1 and no_show_limit <= 100 and no_show_window_days >= 1 and no_show_window_days <= 1000 and suspension_days >= 1 and suspension_days <= 1000',
})
@Check({
  name: 'volunteering_policy_check_in',
  expression:
    'check_in_early_minutes >= 0 and check_in_early_minutes <= 240 and report_within_hours >= 1 and report_within_hours <= 720',
})
export class VolunteeringPolicy extends Stored {
  @ManyToOne(() => District)
  district!: District;

  @Field(() => Int, {
    description:
      'For how many minutes a free place is held for the next one on a waiting list (候补保留分钟数); never beyond the start.',
  })
  @Property({ type: 'int' })
  offerMinutes: Opt<number> = 120;

  @Field(() => Int, { description: 'So many shifts missed suspend a volunteer (缺勤几次暂停).' })
  @Property({ type: 'int' })
  noShowLimit: Opt<number> = 3;

  @Field(() => Int, { description: 'Shifts missed within so many days count together (缺勤统计天数).' })
  @Property({ type: 'int' })
  noShowWindowDays: Opt<number> = 180;

  @Field(() => Int, { description: 'For how many days a volunteer is suspended then (暂停天数).' })
  @Property({ type: 'int' })
  suspensionDays: Opt<number> = 30;

  @Field(() => Int, { description: 'How many minutes before the start one can check in (提前签到分钟数).' })
  @Property({ type: 'int' })
  checkInEarlyMinutes: Opt<number> = 30;

  @Field(() => Int, {
    description: 'Within how many hours after the end check-ins noted without a network may be sent (补传时限,小时).',
  })
  @Property({ type: 'int' })
  reportWithinHours: Opt<number> = 48;
}
