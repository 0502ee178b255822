import {
  ShiftStatus,
  SignupStatus,
  SkipReason,
  StandIn,
  StandInStatus,
  StandInWay,
  WaitlistEntry,
  WaitlistSkip,
  WaitlistStatus,
} from '../../../src/domains/volunteering/index.ts';
import { aStandIn, aWaitlistEntry, aWaitlistSkip, minutesAfter, type SignupRecord } from '../../factories/index.ts';
import type { Batch } from '../../writing/index.ts';
import type { Adult } from '../people/index.ts';
import type { Workshop } from '../workshop.ts';
import type { Opening } from './noticeboard.ts';

const DAY = 24 * 60;
const EVERY = 2;
const LONGEST = 3;

/** Those who came too late: they waited for what is over, and wait for what is full. */
export class Lines {
  readonly #workshop: Workshop;
  readonly #inside = new Map<string, SignupRecord[]>();
  #openings = 0;

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  /** Whoever has signed up waits no more. */
  note(signup: SignupRecord): void {
    const inside = this.#inside.get(signup.role);
    if (inside) inside.push(signup);
    else this.#inside.set(signup.role, [signup]);
  }

  /** Before the role is written: it gives the numbers. */
  standBefore(batch: Batch, opening: Opening): void {
    const { shift, role } = opening;
    const inside = this.#inside.get(role.id) ?? [];
    this.#inside.delete(role.id);
    const { now } = this.#workshop.calendar;
    const full = role.placesTaken === role.capacity;
    const over = shift.startsAt <= now;
    if (shift.status !== ShiftStatus.SCHEDULED || role.placesTaken === 0 || !(full || over)) return;
    this.#openings += 1;
    if (this.#openings % EVERY !== 0) return;
    const taken = new Set(inside.map((signup) => signup.guardian));
    const waiting = opening.volunteers.adults.filter((adult) => !taken.has(adult.guardian)).slice(0, LONGEST);
    for (const [index, adult] of waiting.entries()) this.#wait(batch, opening, adult, over, index);
    const first = inside.find((signup) => signup.status === SignupStatus.CONFIRMED);
    if (over && first) this.#withdrawn(batch, opening, first);
  }

  #wait(batch: Batch, { shift, role }: Opening, adult: Adult, over: boolean, index: number): void {
    const { ids, calendar } = this.#workshop;
    const last = over ? shift.startsAt : calendar.now;
    const joinedAt = new Date(
      Math.max(shift.signupOpensAt.getTime() + (index + 11) * 60_000, minutesAfter(last, -DAY + index).getTime()),
    );
    const status = !over ? WaitlistStatus.WAITING : index === 0 ? WaitlistStatus.LEFT : WaitlistStatus.CLOSED;
    const entry = aWaitlistEntry({
      id: ids.next('waitlist-entry'),
      createdAt: joinedAt,
      role,
      guardian: { id: adult.guardian, person: adult.person, createdAt: joinedAt },
      household: adult.homes.length === 1 ? adult.homes[0]!.id : null,
      joinedAt,
      status,
      endedAt: over ? shift.startsAt : null,
    });
    batch.add(WaitlistEntry, entry);
    if (status !== WaitlistStatus.CLOSED) return;
    const skippedAt = minutesAfter(shift.startsAt, -60);
    batch.add(
      WaitlistSkip,
      aWaitlistSkip({
        id: ids.next('waitlist-skip'),
        createdAt: skippedAt,
        entry,
        skippedAt,
        reason: SkipReason.OVERLAP,
      }),
    );
  }

  /** Somebody looked for a stand-in, and came in the end. */
  #withdrawn(batch: Batch, { shift }: Opening, signup: SignupRecord): void {
    const offeredAt = minutesAfter(shift.startsAt, -DAY / 2);
    batch.add(
      StandIn,
      aStandIn({
        id: this.#workshop.ids.next('stand-in'),
        createdAt: offeredAt,
        signup,
        expiresAt: shift.startsAt,
        offeredAt,
        way: StandInWay.CODE,
        status: StandInStatus.WITHDRAWN,
      }),
    );
  }
}
