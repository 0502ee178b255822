import { sql, type Sql } from '../../../platform/reading/index.ts';
import { askAtWork, assignmentHolds, assignmentStands, type DecisionQueue } from '../../people/index.ts';
import { linkerMay } from './end-links.ts';
import { linkAsked } from './links.notices.ts';

/** A role by which the member of staff `stf` works, or is to work: whoever administers every district of theirs decides on the link, as where it is approved. */
const STANDS = sql`asg.staff_id = stf.id and ${assignmentStands(sql`asg`)}`;

/** The member of staff `dad` administers the district today. */
const administers = (district: Sql): Sql =>
  sql`exists (select 1 from staff_assignment adm where adm.staff_id = dad.id and adm.role = 'DISTRICT_ADMIN' and adm.district_id = ${district} and ${assignmentHolds(sql`adm`)})`;

const DISTRICT = sql`(select min(asg.district_id::text)::uuid from staff_assignment asg where ${STANDS})`;

export const linksWaiting: DecisionQueue = {
  kind: linkAsked.key,
  description:
    'A link to the identity provider waits for all who administer every district where whoever is linked works or is to work: neither who linked nor who is linked.',
  things: sql`staff_identity sid join account acc on acc.id = sid.account_id join staff stf on stf.person_id = acc.person_id join staff lkr on lkr.id = sid.linked_by_id`,
  id: sql`sid.id`,
  schoolId: sql`null::uuid`,
  districtId: DISTRICT,
  waits: sql`sid.status = 'PENDING' and ${linkerMay(sql`sid`, sql`stf.id`)}`,
  deciders: sql`select distinct dad.person_id from staff dad join staff_assignment one on one.staff_id = dad.id and one.role = 'DISTRICT_ADMIN' and one.district_id = ${DISTRICT}
    where not exists (select 1 from staff_assignment asg where ${STANDS} and not ${administers(sql`asg.district_id`)}) and dad.person_id not in (stf.person_id, lkr.person_id)`,
  under: { table: 'staff_identity', id: sql`sid.id` },
  ask: askAtWork(linkAsked),
};
