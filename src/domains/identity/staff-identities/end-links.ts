import type { RightDependents } from '../../../platform/commands/index.ts';
import { sql, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { assignmentHolds, assignmentStands, INBOX } from '../../people/index.ts';
import { tellOfLinks } from './links.notices.ts';

/** Whoever made the link `sid` could still make it: they administer a district in which the member of staff works, or is to work. */
export function linkerMay(sid: Alias, staffId: Sql): Sql {
  return sql`exists (select 1 from staff_assignment lnk join staff_assignment asg on asg.district_id = lnk.district_id
    where lnk.staff_id = ${sid}.linked_by_id and lnk.role = 'DISTRICT_ADMIN' and ${assignmentHolds(sql`lnk`)} and asg.staff_id = ${staffId} and ${assignmentStands(sql`asg`)})`;
}

/** What waits for a second administrator, or will when it is set up. */
const WAIT_IN_VAIN: Sql = sql`sid.status <> 'ACTIVE' and not sid.linked_alone and not ${linkerMay(sql`sid`, sql`stf.id`)}`;

/** Links that some persons made, or that name them, and that wait though they could not be made any more: their ids, and whose of these persons each is. */
function adrift(personIds: Sql): Sql {
  return sql`select sid.id, lkr.person_id from staff lkr join staff_identity sid on sid.linked_by_id = lkr.id join account acc on acc.id = sid.account_id join staff stf on stf.person_id = acc.person_id
      where lkr.person_id = any(${personIds}) and ${WAIT_IN_VAIN}
    union all select sid.id, acc.person_id from account acc join staff_identity sid on sid.account_id = acc.id join staff stf on stf.person_id = acc.person_id
      where acc.person_id = any(${personIds}) and ${WAIT_IN_VAIN}`;
}

/** What waits rests on the roles of whoever made it and of whom it names: with either it is gone, and can be made anew. Nobody has signed in by it. */
export const linksRest: RightDependents = {
  name: 'identity.staff-identities',
  description:
    'A link to the identity provider that waits for a second administrator rests on the roles of whoever made it and of whom it names.',
  orphans: (personIds) => sql`select lost.person_id from (${adrift(personIds)}) lost`,
  end: async (tx, personIds) => {
    const gone = await tx.query<{
      id: string;
      linker: string | null;
    }>(sql`delete from staff_identity gone where gone.status <> 'ACTIVE' and not gone.linked_alone
      and gone.id in (select lost.id from (${adrift(sql`${[...personIds]}::uuid[]`)}) lost)
      returning gone.id, (select lkr.person_id from staff lkr where lkr.id = gone.linked_by_id) as linker`);
    await tx.services.get(INBOX).askDeciders(
      tx,
      gone.map(({ id }) => id),
    );
    await tellOfLinks(
      tx,
      gone.map(({ linker: to }) => ({ to, what: 'OVER' })),
    );
  },
};
