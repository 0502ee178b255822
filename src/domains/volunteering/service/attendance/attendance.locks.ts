import type { Transaction } from '../../../../platform/commands/index.ts';
import { Forbidden, NotFound } from '../../../../platform/errors/index.ts';
import { allOf, anyOf, never, raw, Scope, sql, type Sql } from '../../../../platform/reading/index.ts';
import {
  Attendance,
  cameBySupplement,
  manageableShifts,
  hadTheRight,
  serviceWaits,
  visibleShifts,
} from '../../model/index.ts';
import { defaultTerms } from '../../volunteers/index.ts';
import { OPENS_AT, presenceFactsOf, type PresenceFacts, type PresenceRead } from './attendance.facts.ts';

/*
 * Attendance and service of a sign-up are written under the lock of the sign-up, in the order of their ids. Whoever
 * needs persons as well locks them before.
 */

const sft = new Scope('sft');

export interface OrganisedShift {
  readonly id: string;
  readonly scheduled: boolean;
  readonly opensAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * @param instead where the caller may do it though others run the shift
 * @throws NotFound for a shift that the caller does not see, Forbidden for one that others run
 */
export async function organisedShift(tx: Transaction, shiftId: string, instead: Sql = never): Promise<OrganisedShift> {
  const shape = tx.viewer.shape;
  const [found] = await tx.query<{
    manages: boolean;
    facts: { scheduled: boolean; opensAt: string; startsAt: string; endsAt: string };
  }>(sql`
    select ${anyOf([manageableShifts(sft, shape), instead])} as manages,
      json_build_object('scheduled', sft.status = 'SCHEDULED', 'opensAt', ${OPENS_AT}, 'startsAt', sft.starts_at, 'endsAt', sft.ends_at) as facts
    from shift sft left join volunteering_policy vop on vop.district_id = sft.district_id
    where ${allOf([sql`sft.id = ${shiftId}::uuid`, visibleShifts(sft, shape)])}`);
  if (!found) throw new NotFound();
  if (!found.manages) throw new Forbidden();
  const { scheduled, ...times } = found.facts;
  return {
    id: shiftId,
    scheduled,
    opensAt: new Date(times.opensAt),
    startsAt: new Date(times.startsAt),
    endsAt: new Date(times.endsAt),
  };
}

/** A sign-up under lock, its shift, and what is noted of it so far. */
export interface Presence {
  readonly signupId: string;
  readonly personId: string;
  readonly guardianId: string;
  readonly householdId: string | null;
  readonly shiftId: string;
  readonly districtId: string;
  readonly schoolId: string | null;
  /** Last moment, exclusive, to send what was noted without a network. */
  readonly reportUntil: Date;
  /** They asked to be let go and had no answer, were asked to confirm a new time and did not, or were turned away, for the right was gone: who does not come then is excused. */
  readonly unanswered: boolean;
  /** Service of theirs that was written down stands, or waits. */
  readonly supplemented: 'APPROVED' | 'WAITS' | null;
  /** The person who kept the list, of whoever was noted by it. */
  readonly listedBy: string | null;
  /** The caller runs the shift. */
  readonly managed: boolean;
  /** The volunteer was given the code of the shift to show it, whoever runs it now. */
  readonly shown: boolean;
  readonly facts: Omit<PresenceFacts, 'checkedInAt'>;
  attendance: Attendance | null;
}

/** Locks the confirmed sign-ups `sgn` that meet the condition, and then reads what is known of them. */
export async function lockPresences(tx: Transaction, condition: Sql): Promise<Presence[]> {
  const locked = await tx.query<{ id: string }>(sql`
    select sgn.id from signup sgn where ${allOf([condition, sql`sgn.status = 'CONFIRMED'`])} order by sgn.id for no key update of sgn`);
  if (locked.length === 0) return [];
  const ids = locked.map(({ id }) => id);
  const rows = await tx.query<{
    known: Omit<Presence, 'facts' | 'reportUntil' | 'attendance'> & { reportUntil: string; facts: PresenceRead };
  }>(sql`
    select json_build_object('signupId', sgn.id, 'personId', sgn.person_id, 'guardianId', sgn.guardian_id, 'householdId', sgn.household_id,
      'shiftId', sft.id, 'districtId', sft.district_id, 'schoolId', sft.school_id,
      'reportUntil', sft.ends_at + make_interval(hours => coalesce(vop.report_within_hours, ${defaultTerms.reportWithinHours}::int)),
      'unanswered', sgn.cancel_requested_at is not null or sgn.without_right_since is not null or coalesce(sgn.reconfirm_until <= ${tx.now}, false),
      'supplemented', (select case when bool_or(srv.status = 'APPROVED') then 'APPROVED' when bool_or(${serviceWaits(sql`srv`)}) then 'WAITS' end
        from service_record srv where srv.signup_id = sgn.id and srv.source = 'SUPPLEMENTED'),
      'listedBy', (select stf.person_id from attendance att join staff stf on stf.id = att.recorded_by_id where att.signup_id = sgn.id),
      'managed', coalesce(${manageableShifts(sft, tx.viewer.shape)}, false),
      'shown', exists (select 1 from check_in_code_shown ccs where ccs.shift_id = sgn.shift_id and ccs.person_id = sgn.person_id),
      'facts', json_build_object('confirmed', true, 'eligible', ${hadTheRight(raw('sgn'))}, 'opensAt', ${OPENS_AT}, 'startsAt', sft.starts_at, 'endsAt', sft.ends_at, 'checkedInAt', null)) as known
    from signup sgn join shift sft on sft.id = sgn.shift_id
    left join volunteering_policy vop on vop.district_id = sft.district_id
    where sgn.id = any(${ids}::uuid[]) order by sgn.id`);
  const noted = await tx.query<{ signup_id: string }>(
    sql`select att.* from attendance att where att.signup_id = any(${ids}::uuid[])`,
  );
  const attendances = new Map(noted.map((row) => [row.signup_id, tx.em.map(Attendance, row)]));
  return rows.map(({ known: { facts, reportUntil, ...rest } }) => ({
    ...rest,
    reportUntil: new Date(reportUntil),
    facts: presenceFactsOf(facts),
    attendance: attendances.get(rest.signupId) ?? null,
  }));
}

/** The facts as they are now, in the midst of a call that notes several things. Whoever came by a supplement alone can still be noted to have come. */
export function factsOf({ facts, attendance }: Presence): PresenceFacts {
  return { ...facts, checkedInAt: cameBySupplement(attendance) ? null : (attendance?.checkedInAt ?? null) };
}
