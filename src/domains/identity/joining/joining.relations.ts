import {
  computed,
  readable,
  relations,
  sql,
  table,
  toMany,
  type Condition,
  type Readable,
  type Relations,
} from '../../../platform/reading/index.ts';
import { maskedName, NAMELESS, mine } from '../../people/index.ts';
import { Account } from '../account.entity.ts';
import { AccountJoin } from './account-join.entity.ts';

const visibleJoins: Condition = (row) => sql`${row}.account_id = ${mine.accountId}`;

export const readables: readonly Readable[] = [
  readable(AccountJoin, {
    prefix: 'account-join',
    visible: visibleJoins,
    defaultOrder: [{ by: 'createdAt', direction: 'DESC' }],
  }),
];

export const joiningRelations: readonly Relations[] = [
  relations(Account, {
    joins: toMany(AccountJoin, {
      by: 'account',
      description: 'Codes that were shown to the account, and who has entered them, the latest first (账号合并).',
    }),
  }),
  relations(AccountJoin, {
    askedByName: computed<{ name: string | null }>(() => String, {
      nullable: true,
      description: 'Who has entered the code, all but the first character withheld (提交人姓名).',
      // Somebody whom the hub calls by no name yet has told one when they asked to be bound to a child.
      facts: {
        name: (
          row,
        ) => sql`select coalesce(case when per.name = ${NAMELESS} then (select tie.requested_name from ${table('guardian')} gua join ${table('guardianship')} tie on tie.guardian_id = gua.id
          where gua.person_id = per.id and tie.status = 'PENDING' and tie.requested_name is not null order by tie.created_at desc, tie.id desc limit 1) end, per.name)
        from ${table('account')} acc join ${table('person')} per on per.id = acc.person_id where acc.id = ${row}.asked_by_id`,
      },
      value: ({ name }) => (name === null ? null : maskedName(name)),
    }),
  }),
];
