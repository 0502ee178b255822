import type { RightDependents, Transaction } from '../../../platform/commands/index.ts';
import { raw, sql, type Sql } from '../../../platform/reading/index.ts';
import { askerMay, endRequests } from '../administration/ask-for-role.ts';

/** Requests `rqs` of some persons, as `ask` of the staff, that wait though they could not give the role any more. */
function adrift(personIds: Sql): Sql {
  return sql`staff ask join role_request rqs on rqs.asked_by_id = ask.id where ask.person_id = any(${personIds}) and rqs.status = 'PENDING' and not ${askerMay(raw('rqs'))}`;
}

async function end(tx: Transaction, personIds: readonly string[]): Promise<void> {
  await endRequests(tx, sql`rqs.id in (select rqs.id from ${adrift(sql`${[...personIds]}::uuid[]`)})`, 'ASKER_GONE');
}

/** A role that somebody asked for rests on their being able to give it: with that it waits for nobody any more. */
export const requestsRest: RightDependents = {
  name: 'people.role-requests',
  description: 'A request for a role rests on what its asker may give.',
  orphans: (personIds) => sql`select ask.person_id from ${adrift(personIds)}`,
  end,
};
