import { Check, Entity, Enum, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { changesRights } from '../../platform/auth/index.ts';
import { Stored } from '../../platform/database/index.ts';
import { Node, registerEnum } from '../../platform/graphql/index.ts';
import { Person } from '../people/index.ts';

export enum AccountStatus {
  ACTIVE = 'ACTIVE',
  DISABLED = 'DISABLED',
}

registerEnum(AccountStatus, 'AccountStatus', 'Whether an account may be used (账号状态).', {
  ACTIVE: 'In use (启用).',
  DISABLED: 'Shut: nobody may sign in with it (停用).',
});

@ObjectType({ implements: Node, description: 'What a person signs in with (账号).' })
@Entity()
@Check({
  name: 'account_joined',
  expression: "joined_into_id is null or (status = 'DISABLED' and joined_into_id <> id)",
})
@Check({ name: 'account_joined_at', expression: '(joined_at is null) = (joined_into_id is null)' })
@Trigger(changesRights('account', 'update of status, person_id or delete'))
export class Account extends Stored {
  @Unique({ name: 'account_person_unique' })
  @ManyToOne(() => Person)
  person!: Person;

  /** Short name for administration and demonstrations, e.g. `district-admin`. */
  @Unique({ name: 'account_name_unique' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => AccountStatus, { description: 'Whether the account may be used (状态).' })
  @Enum({ items: () => AccountStatus })
  status: AccountStatus = AccountStatus.ACTIVE;

  /** Where its person has turned out to be another one here: what it has done stays in the log under its own id. */
  @ManyToOne(() => Account, { nullable: true, deleteRule: 'restrict' })
  joinedInto: Account | null = null;

  /** When that was found. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  joinedAt: Date | null = null;
}
