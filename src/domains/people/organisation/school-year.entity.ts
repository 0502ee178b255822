import { Check, Entity, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { OneLine, Stored, tellsOfChange } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { District } from './district.entity.ts';

@ObjectType({ implements: Node, description: 'A school year of a district (学年).' })
@Entity()
@Trigger(changesRights('school_year', 'update or delete'))
@Unique({ name: 'school_year_starts_unique', properties: ['district', 'startsOn'] })
@Check({ name: 'school_year_dates', expression: 'starts_on < ends_on' })
@Check({
  name: 'school_year_no_overlap',
  expression: "exclude using gist (district_id with =, daterange(starts_on, ends_on, '[]') with &&)",
})
@Trigger({
  // Roles in classes last as long as the year, as far as they were given for so long, and so do requests for them: the rows themselves
  // say until when. One that would begin after its end is ended before, or the year stays.
  name: 'class_roles_follow_year',
  timing: 'after',
  events: ['update'],
  body: `
    if new.ends_on <> old.ends_on then
      update staff_assignment a set last_day_given = a.last_day_given from school_class c
        where c.id = a.school_class_id and c.school_year_id = new.id and a.ended_at is null and (a.last_day_given is null or a.last_day_given > least(old.ends_on, new.ends_on));
      update role_request r set last_day_asked = r.last_day_asked from school_class c
        where c.id = r.school_class_id and c.school_year_id = new.id and r.status = 'PENDING' and (r.last_day_asked is null or r.last_day_asked > least(old.ends_on, new.ends_on));
    end if;
    return null`,
})
@Trigger(tellsOfChange)
export class SchoolYear extends Stored {
  @ManyToOne(() => District)
  district!: District;

  @Field(() => String, { description: 'Name (名称), e.g. 2026-2027学年.' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  name!: string;

  @Field(() => GraphQLDate, { description: 'First day (开始日期).' })
  @Property({ type: 'date' })
  startsOn!: string;

  @Field(() => GraphQLDate, { description: 'Last day (结束日期), inclusive.' })
  @Property({ type: 'date' })
  endsOn!: string;
}
