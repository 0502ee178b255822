import { now, sql, today, type Sql } from '../../../platform/reading/index.ts';
import type { StandingDecisions } from '../../people/index.ts';
import { defaultTerms } from '../volunteers/index.ts';

/*
 * A refusal or an absence is against the volunteer, and stands; an excuse is for them. Service that somebody approved
 * or noted by the list names them as approver: of that the database itself has the last word. A decision that holds no
 * longer, or was made anew by somebody else, is a record: it stays with whoever the two become, and so do suspensions
 * and qualifications that others have decided.
 */

/** Absences of a shift `sft` count against a volunteer as long as this (`suspendEachForNoShows`). */
const COUNTS_STILL: Sql = sql`sft.starts_at > ${now}::timestamptz - make_interval(days => coalesce(
  (select vop.no_show_window_days from volunteering_policy vop where vop.district_id = sft.district_id), ${defaultTerms.noShowWindowDays}::int))`;

export const standingDecisions: readonly StandingDecisions[] = [
  {
    name: 'volunteering.signup',
    description: 'A place in a shift that is not over, which the organiser approved.',
    standing: ({ staffId, personId }) => sql`select 1 from signup sgn join shift sft on sft.id = sgn.shift_id
      where sgn.person_id = ${personId} and sgn.decided_by_id = ${staffId} and sgn.status = 'CONFIRMED' and sft.ends_at > ${now}`,
  },
  {
    name: 'volunteering.let-go',
    description: 'A place in a shift that is not over, from which the organiser let the volunteer go.',
    standing: ({ staffId, personId }) => sql`select 1 from signup sgn join shift sft on sft.id = sgn.shift_id
      where sgn.person_id = ${personId} and sgn.cancel_decided_by_id = ${staffId} and sgn.cancel_request_answer is null and sgn.status = 'CANCELLED' and sft.ends_at > ${now}`,
  },
  {
    name: 'volunteering.stand-in',
    description: 'A place in a shift that is not over, which the organiser let the volunteer hand over.',
    standing: ({
      staffId,
      personId,
    }) => sql`select 1 from signup sgn join stand_in sti on sti.signup_id = sgn.id join shift sft on sft.id = sgn.shift_id
      where sgn.person_id = ${personId} and sti.decided_by_id = ${staffId} and sti.status = 'DONE' and sft.ends_at > ${now}`,
  },
  {
    name: 'volunteering.attendance',
    description:
      'That the volunteer came, by the list, or was excused, as long as an absence would count: until somebody else has noted it, or approved the service.',
    standing: ({
      staffId,
      personId,
    }) => sql`select 1 from signup sgn join attendance att on att.signup_id = sgn.id join shift sft on sft.id = sgn.shift_id
      where sgn.person_id = ${personId} and att.recorded_by_id = ${staffId} and (att.excused_at is not null or 'LIST' in (att.checked_in_by, att.checked_out_by)) and ${COUNTS_STILL}
        and not exists (select 1 from service_record srv join staff stf on stf.id = ${staffId}
          where srv.signup_id = sgn.id and srv.status = 'APPROVED' and srv.approver_id <> stf.person_id)`,
  },
  {
    name: 'volunteering.lecture',
    description: 'A lecture to come that the class has accepted or that has a time.',
    standing: ({ staffId, personId }) => sql`select 1 from parent_lecture plc
      where plc.person_id = ${personId} and plc.decided_by_id = ${staffId} and plc.status in ('ACCEPTED', 'SCHEDULED') and (plc.ends_at is null or plc.ends_at > ${now})`,
  },
  {
    name: 'volunteering.suspension',
    description:
      'A suspension that holds, or would hold had it not been lifted: until somebody else has lifted it, or suspended anew.',
    standing: ({ staffId, personId }) => sql`select 1 from volunteer_suspension sus
      where sus.person_id = ${personId} and sus.ends_at > ${now}
        and case when sus.lifted_at is null then sus.decided_by_id = ${staffId} else sus.lifted_by_id = ${staffId} end
        and not exists (select 1 from volunteer_suspension anew where anew.person_id = sus.person_id and anew.district_id = sus.district_id
          and anew.school_id is not distinct from sus.school_id and anew.starts_at >= sus.lifted_at and anew.decided_by_id <> ${staffId} and anew.lifted_by_id is distinct from ${staffId})`,
  },
  {
    name: 'volunteering.qualification',
    description: 'A qualification that was put on record and holds, or will.',
    standing: ({ staffId, personId }) => sql`select 1 from volunteer_qualification vqu
      where vqu.person_id = ${personId} and vqu.granted_by_id = ${staffId} and vqu.revoked_at is null and coalesce(vqu.valid_to >= ${today}, true)`,
  },
  {
    name: 'volunteering.own-code',
    description:
      'Service that counts by the code of the shift alone, which the other was given to show: until somebody else has decided on it.',
    standing: ({
      staffId,
      personId,
    }) => sql`select 1 from service_record srv join check_in_code_shown ccs on ccs.shift_id = srv.shift_id and ccs.created_at <= srv.decided_at
      join staff stf on stf.id = ${staffId} and stf.person_id = ccs.person_id
      where srv.person_id = ${personId} and srv.status = 'APPROVED' and srv.approver_id is null`,
  },
];
