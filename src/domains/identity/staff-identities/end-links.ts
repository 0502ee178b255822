import type { Resting } from '../../../platform/commands/index.ts';
import { sql, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { assignmentHolds, INBOX } from '../../people/index.ts';

/** Whoever linked it could still do so: a link `sid` of a member of staff, who works in a district that they administer. */
export function linkerMay(sid: Alias, staffId: Sql): Sql {
  return sql`exists (select 1 from staff_assignment lnk join staff_assignment asg on asg.district_id = lnk.district_id
    where lnk.staff_id = ${sid}.linked_by_id and lnk.role = 'DISTRICT_ADMIN' and ${assignmentHolds(sql`lnk`)} and asg.staff_id = ${staffId})`;
}

/** Links `sid` that some persons made, as `lkr` of the staff, and that wait though they could not make them any more. */
function adrift(personIds: Sql): Sql {
  return sql`staff lkr join staff_identity sid on sid.linked_by_id = lkr.id join account acc on acc.id = sid.account_id join staff stf on stf.person_id = acc.person_id
    where lkr.person_id = any(${personIds}) and sid.status = 'PENDING' and not ${linkerMay(sql`sid`, sql`stf.id`)}`;
}

/** A link that waits rests on the role of whoever made it: with that it is gone, and can be made anew. Nobody has signed in by it. */
export const linksRest: Resting = {
  name: 'identity.staff-identities',
  description: 'A link to the identity provider that waits for a second administrator rests on the role of whoever made it.',
  adrift: (personIds) => sql`select lkr.person_id from ${adrift(personIds)}`,
  end: async (tx, personIds) => {
    const gone = await tx.query<{ id: string }>(sql`delete from staff_identity gone where gone.status = 'PENDING' and gone.id in (select sid.id from ${adrift(sql`${[...personIds]}::uuid[]`)}) returning gone.id`);
    await tx.services.get(INBOX).askDeciders(tx, gone.map(({ id }) => id));
  },
};
