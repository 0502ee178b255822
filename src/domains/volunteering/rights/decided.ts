import type { Decided } from '../../../platform/commands/index.ts';
import { now, sql } from '../../../platform/reading/index.ts';

/*
 * A rejection and an absence are against the volunteer, and stand. Service that somebody approved or noted by the
 * list names them as approver: of that the database itself has the last word.
 */
export const decided: readonly Decided[] = [
  {
    name: 'volunteering.signup', description: 'A place in a shift that is not over, which the organiser approved.',
    standing: ({ staffId, personId }) => sql`select 1 from signup sgn join shift sft on sft.id = sgn.shift_id
      where sgn.person_id = ${personId} and sgn.decided_by_id = ${staffId} and sgn.status = 'CONFIRMED' and sft.ends_at > ${now}`,
  },
  {
    name: 'volunteering.lecture', description: 'A lecture to come that the class has accepted or that has a time.',
    standing: ({ staffId, personId }) => sql`select 1 from parent_lecture plc
      where plc.person_id = ${personId} and plc.decided_by_id = ${staffId} and plc.status in ('ACCEPTED', 'SCHEDULED') and (plc.ends_at is null or plc.ends_at > ${now})`,
  },
  {
    name: 'volunteering.suspension', description: 'A suspension that was decided or lifted: `volunteering.nobody-decides-on-themself` finds those that are over, too.',
    standing: ({ staffId, personId }) => sql`select 1 from volunteer_suspension sus
      where sus.person_id = ${personId} and ${staffId} in (sus.decided_by_id, sus.lifted_by_id)`,
  },
  {
    name: 'volunteering.qualification', description: 'A qualification that was put on record, revoked or not.',
    standing: ({ staffId, personId }) => sql`select 1 from volunteer_qualification vqu
      where vqu.person_id = ${personId} and vqu.granted_by_id = ${staffId}`,
  },
];
