import type { Transaction } from '../../../../platform/commands/index.ts';
import { now, raw, sql, type Sql } from '../../../../platform/reading/index.ts';
import { placeBlockersFor, type PlaceBlocker } from '../signups/signup.blockers.ts';
import {
  ROLE_AND_SHIFT,
  signupFactsAt,
  signupFactsOf,
  volunteerOf,
  type SignupFactsRead,
} from '../signups/signup.facts.ts';
import { type ShiftRole, SkipReason } from '../../model/index.ts';

/** Stand-ins of `rol` that are offered to the list, and that nobody on it was asked for yet. */
const UNASKED: Sql = sql`stand_in sti where sti.role_id = rol.id and sti.way = 'WAITLIST' and sti.status = 'OFFERED' and sti.expires_at > ${now}
  and not exists (select 1 from waitlist_entry ask where ask.stand_in_id = sti.id and ask.status = 'OFFERED')`;

/** True where the list of `rol` wants settling before anybody else is served: an offer has expired, or there is a place and somebody waits. */
export const SOMETHING_DUE: Sql = sql`(exists (select 1 from waitlist_entry wle where wle.role_id = rol.id and wle.status = 'OFFERED' and wle.offer_expires_at <= ${now})
  or case when rol.places_taken < rol.capacity or exists (select 1 from ${UNASKED})
    then exists (select 1 from waitlist_entry wle where wle.role_id = rol.id and wle.status = 'WAITING') else false end)`;

/** A place for somebody on the list: a free one, or that of a volunteer who gives it up if it is taken. */
export interface PlaceToOffer {
  readonly standInId: string | null;
}

/**
 * The places that the next ones on the list can be asked for; none where nobody waits. Where the organiser confirms,
 * those who have asked already are for the free places first.
 */
export async function placesToOffer(tx: Transaction, role: ShiftRole): Promise<PlaceToOffer[]> {
  const [found] = await tx.query<{ free: number; unasked: string[] }>(sql`
    select (rol.capacity - rol.places_taken - case when rol.approval_required
        then (select count(*) from signup sgn where sgn.role_id = rol.id and sgn.status = 'PENDING') else 0 end)::int as free,
      array(select sti.id from ${UNASKED} order by sti.offered_at, sti.id) as unasked
    from shift_role rol where rol.id = ${role.id} and exists (select 1 from waitlist_entry wle where wle.role_id = rol.id and wle.status = 'WAITING')`);
  if (!found) return [];
  const free: PlaceToOffer[] = Array.from({ length: Math.max(0, found.free) }, () => ({ standInId: null }));
  return [...free, ...found.unasked.map((standInId) => ({ standInId }))];
}

/** Somebody who waits, with what stands against their having a place now. */
export interface Candidate {
  readonly id: string;
  readonly personId: string;
  readonly districtId: string;
  readonly startsAt: Date;
  /** The shift has begun or does not take place: nobody is asked any more. */
  readonly over: boolean;
  readonly blocker: SkipReason | null;
  /** Why they were passed over last. */
  readonly lastSkip: SkipReason | null;
}

interface CandidateRead {
  readonly id: string;
  readonly person_id: string;
  readonly district_id: string;
  readonly last_skip: SkipReason | null;
  readonly facts: SignupFactsRead;
}

/** For what somebody is passed over; null of what ends the wait of everybody. */
const PASSED_OVER_FOR: Readonly<Record<PlaceBlocker, SkipReason | null>> = {
  CANCELLED: null,
  STARTED: null,
  ALREADY_SIGNED_UP: SkipReason.ALREADY_SIGNED_UP,
  NOT_ELIGIBLE: SkipReason.NOT_ELIGIBLE,
  SUSPENDED: SkipReason.SUSPENDED,
  NOT_QUALIFIED: SkipReason.NOT_QUALIFIED,
  OVERLAP: SkipReason.OVERLAP,
};

const AT_ONCE = 10;

/** Those who wait for the role, in their order, as long as more are asked for. Under the role's lock the list stays as it is. */
export async function* candidatesOf(tx: Transaction, role: ShiftRole): AsyncGenerator<Candidate> {
  const wle = raw('wle');
  for (let last: string | null = null; ;) {
    const rows: CandidateRead[] = await tx.query<CandidateRead>(sql`
      select wle.id, wle.person_id, sft.district_id, ${signupFactsOf(volunteerOf(wle))} as facts,
        (select wsk.reason from waitlist_skip wsk where wsk.entry_id = wle.id order by wsk.skipped_at desc, wsk.id desc limit 1) as last_skip
      from ${ROLE_AND_SHIFT} join waitlist_entry wle on wle.role_id = rol.id
      where rol.id = ${role.id} and wle.status = 'WAITING'
        and (${last}::uuid is null or (wle.priority, wle.joined_at, wle.sequence) > (select bef.priority, bef.joined_at, bef.sequence from waitlist_entry bef where bef.id = ${last}::uuid))
      order by wle.priority, wle.joined_at, wle.sequence limit ${AT_ONCE}`);
    for (const { id, person_id, district_id, last_skip, facts } of rows) {
      const known = signupFactsAt(tx.now, facts);
      const reasons = placeBlockersFor(known).map((each) => PASSED_OVER_FOR[each]);
      yield {
        id,
        personId: person_id,
        districtId: district_id,
        startsAt: known.startsAt,
        lastSkip: last_skip,
        over: reasons.includes(null),
        blocker: reasons.find((each) => each !== null) ?? null,
      };
    }
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)!.id;
  }
}
