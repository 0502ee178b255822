import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { tellEach } from '../../notices/index.ts';
import { type ShiftRole, WaitlistEntry, WaitlistSkip } from '../../model/index.ts';
import { policyOf } from '../../volunteers/index.ts';
import { candidatesOf, placesToOffer, type Candidate, type PlaceToOffer } from './waitlist.queue.ts';

const MINUTE = 60_000;

interface Offer {
  readonly candidate: Candidate;
  readonly place: PlaceToOffer;
}

/**
 * Holds each place that there is for the next one on the list who can have it, from now until the offer expires; call it
 * wherever places come free, under the role's lock, in the transaction that frees them. Who cannot have the place is
 * passed over, told why, and keeps their turn. Doing it twice is doing it once.
 * @returns how many were asked
 */
export async function offerFreedPlaces(tx: Transaction, role: ShiftRole): Promise<number> {
  await tx.em.flush();
  const places = await placesToOffer(tx, role);
  const [offers, skipped] = places.length > 0 ? await match(tx, role, places) : [[], []];
  for (const { id, blocker } of skipped) {
    tx.em.create(WaitlistSkip, {
      entry: tx.em.getReference(WaitlistEntry, id),
      skippedAt: tx.now,
      reason: blocker!,
      createdAt: tx.now,
    });
  }
  await tellEach(
    tx,
    'WAITLIST_SKIPPED',
    [...Map.groupBy(skipped, ({ blocker }) => blocker!)].map(([why, passed]) => ({
      to: passed.map(({ personId }) => personId),
      params: { why },
      about: role.id,
    })),
  );
  if (offers.length > 0) await hold(tx, role, offers);
  return offers.length;
}

/**
 * Finds who is asked for which place, and who is passed over. Where a place is left for newcomers, each reason is told
 * once.
 */
async function match(tx: Transaction, role: ShiftRole, places: PlaceToOffer[]): Promise<[Offer[], Candidate[]]> {
  const offers: Offer[] = [];
  const skipped: Candidate[] = [];
  let waiting: Candidate[] = [];
  for await (const candidate of candidatesOf(tx, role)) {
    if (candidate.over) return [[], []];
    if (candidate.blocker !== null) {
      waiting.push(candidate);
      continue;
    }
    skipped.push(...waiting);
    waiting = [];
    offers.push({ candidate, place: places.shift()! });
    if (places.length === 0) return [offers, skipped];
  }
  return [offers, [...skipped, ...waiting.filter((each) => each.blocker !== each.lastSkip)]];
}

async function hold(tx: Transaction, role: ShiftRole, offers: readonly Offer[]): Promise<void> {
  const { districtId, startsAt } = offers[0]!.candidate;
  const { offerMinutes } = await policyOf(tx, districtId);
  const expiresAt = new Date(Math.min(tx.now.getTime() + offerMinutes * MINUTE, startsAt.getTime()));
  await tx.query(sql`
    update waitlist_entry wle set status = 'OFFERED', offered_at = ${tx.now}, offer_expires_at = ${expiresAt}, stand_in_id = off.stand_in
    from unnest(${offers.map((each) => each.candidate.id)}::uuid[], ${offers.map((each) => each.place.standInId)}::uuid[]) off(entry, stand_in)
    where wle.id = off.entry`);
  role.placesTaken += offers.filter((each) => each.place.standInId === null).length;
  await tellEach(
    tx,
    'PLACE_OFFERED',
    offers.map(({ candidate }) => ({ to: [candidate.personId], params: { at: expiresAt }, about: candidate.id })),
  );
}
