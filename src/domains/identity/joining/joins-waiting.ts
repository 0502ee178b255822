import { now, sql, table, toGlobalId } from '../../../platform/reading/index.ts';
import { INBOX, type DecisionQueue } from '../../people/index.ts';
import { joinAsked } from './joining.notices.ts';

export const joinsWaiting: DecisionQueue = {
  kind: joinAsked.key,
  description: 'A join waits for whoever was shown the code, for as long as that is good.',
  things: sql`account_join ajn join account acc on acc.id = ajn.account_id`,
  id: sql`ajn.id`,
  schoolId: sql`null::uuid`,
  districtId: sql`null::uuid`,
  waits: sql`ajn.asked_at is not null and ajn.joined_at is null and ajn.expires_at > ${now}`,
  deciders: sql`select acc.person_id where acc.status = 'ACTIVE'`,
  under: { table: 'account_join', id: sql`ajn.id` },
  dueAt: (id) => sql`(select ajn.expires_at from ${table('account_join')} ajn where ajn.id = ${id})`,
  ask: (tx, all) =>
    tx.services.get(INBOX).tellEach(
      tx,
      joinAsked,
      all.map(({ to, about }) => ({ to, params: {}, about: toGlobalId(joinAsked.about, about), waiting: true })),
    ),
};
