import type { DecisionQueue } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { askAtWork, assignmentHolds } from '../../people/index.ts';
import { linkerMay } from './end-links.ts';
import { linkAsked } from './links.notices.ts';

/** Districts where the member of staff `stf` has, or has had, a role: their administrators decide on the link. */
const DISTRICTS = sql`(select asg.district_id from staff_assignment asg where asg.staff_id = stf.id)`;

export const linksWaiting: DecisionQueue = {
  kind: linkAsked.key,
  description:
    'A link to the identity provider waits for all who administer a district of who is linked: neither who linked nor who is linked.',
  things: sql`staff_identity sid join account acc on acc.id = sid.account_id join staff stf on stf.person_id = acc.person_id join staff lkr on lkr.id = sid.linked_by_id`,
  id: sql`sid.id`,
  schoolId: sql`null::uuid`,
  districtId: sql`(select min(asg.district_id::text)::uuid from staff_assignment asg where asg.staff_id = stf.id)`,
  waits: sql`sid.status = 'PENDING' and ${linkerMay(sql`sid`, sql`stf.id`)}`,
  deciders: sql`select distinct dad.person_id from staff_assignment adm join staff dad on dad.id = adm.staff_id
    where adm.role = 'DISTRICT_ADMIN' and ${assignmentHolds(sql`adm`)} and adm.district_id in ${DISTRICTS} and dad.person_id not in (stf.person_id, lkr.person_id)`,
  ask: askAtWork(linkAsked, 'staff-identity'),
};
