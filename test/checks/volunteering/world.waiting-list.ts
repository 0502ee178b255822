import { aSignup, aStandIn, aWaitlistEntry, aWaitlistSkip } from '../../../seeds/factories/index.ts';
import { families, openShift, signedUp, type Family } from '../../../seeds/scenario/index.ts';
import {
  ShiftStatus,
  Signup,
  SignupStatus,
  StandIn,
  StandInStatus,
  StandInWay,
  WaitlistEntry,
  WaitlistSkip,
  WaitlistStatus,
} from '../../../src/domains/volunteering/index.ts';
import type { Organisation } from '../world.organisation.ts';

/** A role that is waited for in every way, a place that changed hands, and a list that ended with its shift. */
export async function writeWaitingList({ scenario, organiser, school, schoolClass }: Organisation) {
  const all = (await families(scenario, 11, [schoolClass])) as [
    Family,
    Family,
    Family,
    Family,
    Family,
    Family,
    Family,
    Family,
    Family,
    Family,
    Family,
  ];
  const [gives, tookPlace, held, asked, waits, ranOut, left, declined, handedOver, tookOver, hopeless] = all;
  const wanted = await openShift(scenario, organiser, { school, role: { capacity: 3 } });
  const { role, shift } = wanted;
  const givenUp = await signedUp(scenario, wanted, gives);
  const taken = await signedUp(scenario, wanted, tookPlace);
  const entry = (of: Family, given: Partial<Parameters<typeof aWaitlistEntry>[0]> = {}) =>
    aWaitlistEntry({
      role,
      guardian: of.parent.guardian,
      household: of.household,
      joinedAt: scenario.at(-90),
      ...given,
    });
  const toTheList = aStandIn({ signup: givenUp, expiresAt: shift.startsAt, way: StandInWay.WAITLIST });
  const now = { offeredAt: scenario.at(-10), offerExpiresAt: scenario.at(110) };
  const waiting = entry(waits);
  const entries = {
    taken: entry(tookPlace, { status: WaitlistStatus.TAKEN, signup: taken.id }),
    held: entry(held, { status: WaitlistStatus.OFFERED, ...now }),
    asked: entry(asked, { status: WaitlistStatus.OFFERED, ...now, standIn: toTheList.id }),
    waiting,
    expired: entry(ranOut, { status: WaitlistStatus.EXPIRED }),
    left: entry(left, { status: WaitlistStatus.LEFT }),
    declined: entry(declined, { status: WaitlistStatus.DECLINED }),
  };

  /** The place of the first is now that of the other. */
  const handed = await openShift(scenario, organiser, { school });
  const given = aSignup({ role: handed.role, guardian: handedOver.parent.guardian, status: SignupStatus.CANCELLED });
  const replacement = await signedUp(scenario, handed, tookOver);
  const done = aStandIn({
    signup: given,
    expiresAt: handed.shift.startsAt,
    to: tookOver.parent.guardian,
    status: StandInStatus.DONE,
    replacement: replacement.id,
  });
  const off = await openShift(scenario, organiser, { school, shift: { status: ShiftStatus.CANCELLED } });
  const closed = aWaitlistEntry({ role: off.role, guardian: hopeless.parent.guardian, status: WaitlistStatus.CLOSED });
  await scenario.write((put, batch) => {
    for (const each of [...Object.values(entries), closed]) put(WaitlistEntry, each);
    put(WaitlistSkip, aWaitlistSkip({ entry: waiting }));
    put(Signup, given);
    for (const each of [toTheList, done]) put(StandIn, each);
    batch.afterwards('update shift_role set last_sequence = $2, places_taken = 3 where id = $1', [
      role.id,
      role.lastSequence,
    ]);
    batch.afterwards('update shift_role set last_sequence = $2 where id = $1', [off.role.id, off.role.lastSequence]);
    batch.afterwards('update signup set stands_in_for_id = $2 where id = $1', [replacement.id, given.id]);
  });
  return {
    wanted,
    givenUp,
    taken,
    toTheList,
    entries,
    gives,
    held,
    waits,
    asked,
    handed,
    given,
    replacement,
    done,
    tookOver,
    closedEntry: closed,
  };
}

export type WaitingList = Awaited<ReturnType<typeof writeWaitingList>>;
