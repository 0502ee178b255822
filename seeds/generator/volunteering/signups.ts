import { Signup, ShiftRole, ShiftStatus, SignupStatus } from '../../../src/domains/volunteering/index.ts';
import { Engagement, EngagementKind, EngagementStatus } from '../../../src/domains/timetable/index.ts';
import { type Dice, earliest } from '../../deterministic/index.ts';
import { anEngagement, aSignup, daysAfter, minutesAfter, type SignupRecord } from '../../factories/index.ts';
import type { Batch } from '../../writing/index.ts';
import type { Adult } from '../people/index.ts';
import type { Workshop } from '../workshop.ts';
import { Lines } from './lines.ts';
import type { Opening } from './noticeboard.ts';
import { REJECTED, SIGNUP_OF_CANCELLED_SHIFT, TAKEN_BACK } from './offers.ts';
import { ServiceBook } from './service.ts';

/** How many sign-ups there are to be of each sort. */
export type Tally = { [Status in SignupStatus]: number };

export const NONE: Readonly<Tally> = { PENDING: 0, CONFIRMED: 0, REJECTED: 0, CANCELLED: 0 };

/** Signs people up who have the time, and writes the roles with the places that are taken then. */
export class SignupDesk {
  readonly #workshop: Workshop;
  readonly #dice: Dice;
  readonly #service: ServiceBook;
  readonly #lines: Lines;

  /** @param schoolNames of the schools whose shifts are filled, by id: they stand on certificates */
  constructor(workshop: Workshop, dice: Dice, schoolNames: ReadonlyMap<string, string> = new Map()) {
    this.#workshop = workshop;
    this.#dice = dice;
    this.#lines = new Lines(workshop);
    this.#service = new ServiceBook(workshop, dice.called('service'), schoolNames);
  }

  /** @returns what could not be placed */
  fill(batch: Batch, openings: readonly Opening[], wanted: Readonly<Tally>): Tally {
    const { now } = this.#workshop.calendar;
    const opened = openings.filter(
      ({ shift }) => shift.status === ShiftStatus.SCHEDULED && this.#moments(shift.signupOpensAt, shift.signupClosesAt),
    );
    const approved = opened.filter(({ role }) => role.approvalRequired);
    const coming = approved.filter(({ shift }) => shift.startsAt > now);
    const left: Tally = {
      CONFIRMED: this.#confirm(batch, opened, wanted.CONFIRMED),
      PENDING: this.#spread(coming.length > 0 ? coming : approved, wanted.PENDING, (opening) =>
        this.#sign(batch, opening, SignupStatus.PENDING),
      ),
      REJECTED: this.#spread(approved, wanted.REJECTED, (opening) => this.#sign(batch, opening, SignupStatus.REJECTED)),
      CANCELLED: this.#cancel(batch, openings, opened, wanted.CANCELLED),
    };
    for (const opening of openings) {
      this.#lines.standBefore(batch, opening);
      batch.add(ShiftRole, opening.role);
    }
    return left;
  }

  /** Some roles full, some nearly empty, and in all as many as are wanted. */
  #confirm(batch: Batch, opened: readonly Opening[], wanted: number): number {
    const capacity = opened.reduce((sum, { role }) => sum + role.capacity, 0);
    const filled = capacity === 0 ? 0 : wanted / capacity;
    let left = wanted;
    for (const opening of opened) {
      const share = Math.round(opening.role.capacity * filled * (0.5 + this.#dice.fraction()));
      for (let count = 0; count < share && left > 0; count += 1) {
        if (!this.#sign(batch, opening, SignupStatus.CONFIRMED)) break;
        left -= 1;
      }
    }
    return this.#spread(opened, left, (opening) => this.#sign(batch, opening, SignupStatus.CONFIRMED));
  }

  /** Those of a cancelled shift first, then people who thought better of it. */
  #cancel(batch: Batch, openings: readonly Opening[], opened: readonly Opening[], wanted: number): number {
    let left = wanted;
    for (const opening of openings) {
      const { shift, role } = opening;
      if (shift.status !== ShiftStatus.CANCELLED || !this.#moments(shift.signupOpensAt, shift.cancelledAt!)) continue;
      for (let count = 0; count * 2 < role.capacity && left > 0; count += 1) {
        if (this.#sign(batch, opening, SignupStatus.CANCELLED)) left -= 1;
      }
    }
    return this.#spread(opened, left, (opening) => this.#sign(batch, opening, SignupStatus.CANCELLED));
  }

  /** One each in turn, until enough are placed or nobody can be placed any more. */
  #spread(openings: readonly Opening[], wanted: number, place: (opening: Opening) => boolean): number {
    let left = wanted;
    let able = this.#dice.shuffle([...openings]);
    while (left > 0 && able.length > 0) {
      able = able.filter((opening) => {
        if (left === 0 || !place(opening)) return false;
        left -= 1;
        return true;
      });
    }
    return left;
  }

  #sign(batch: Batch, opening: Opening, status: SignupStatus): boolean {
    const { activity, shift, role, volunteers } = opening;
    if (status === SignupStatus.CONFIRMED && role.placesTaken === role.capacity) return false;
    const adult = volunteers.whoIsFree(shift.startsAt, shift.endsAt);
    if (!adult) return false;
    const signup = this.sign(batch, opening, adult, status);
    if (status === SignupStatus.CONFIRMED) this.#service.note(batch, { activity, shift, signup, adult });
    return true;
  }

  /** Somebody who is known to have the time, for a place that is known to be free. */
  sign(
    batch: Batch,
    { shift, role, activity }: Omit<Opening, 'volunteers'>,
    adult: Adult,
    status: SignupStatus,
  ): SignupRecord {
    const { ids, calendar } = this.#workshop;
    const until = earliest(shift.signupClosesAt, calendar.now, shift.cancelledAt);
    const signedUpAt = this.#moment(shift.signupOpensAt, until);
    const cancelledAt =
      status === SignupStatus.CANCELLED
        ? (shift.cancelledAt ?? this.#moment(signedUpAt, earliest(shift.startsAt, calendar.now)))
        : null;
    const signup = aSignup({
      id: ids.next('signup'),
      createdAt: signedUpAt,
      role,
      guardian: { id: adult.guardian, person: adult.person, createdAt: signedUpAt },
      household: onlyHome(adult),
      status,
      signedUpAt,
      cancelledAt,
      cancelReason: this.#reason(status, shift.cancelledAt),
    });
    batch.add(Signup, signup);
    if (status === SignupStatus.CONFIRMED) role.placesTaken += 1;
    this.#lines.note(signup);
    const active = status === SignupStatus.CONFIRMED || status === SignupStatus.PENDING;
    if (active) adult.timetable.occupy(shift.startsAt, shift.endsAt);
    batch.add(
      Engagement,
      anEngagement({
        id: ids.next('engagement'),
        createdAt: signedUpAt,
        person: adult.person,
        sourceId: signup.id,
        kind: EngagementKind.SHIFT_SIGNUP,
        title: `${activity.title} · ${role.name}`,
        startsAt: shift.startsAt,
        endsAt: shift.endsAt,
        status: active ? EngagementStatus.ACTIVE : EngagementStatus.ENDED,
        endedAt: active ? null : (cancelledAt ?? earliest(daysAfter(signedUpAt, 1), calendar.now)),
      }),
    );
    return signup;
  }

  #reason(status: SignupStatus, shiftCancelledAt: Date | null): string | null {
    switch (status) {
      case SignupStatus.CANCELLED:
        return shiftCancelledAt ? SIGNUP_OF_CANCELLED_SHIFT : this.#dice.pick(TAKEN_BACK);
      case SignupStatus.REJECTED:
        return this.#dice.pick(REJECTED);
      case SignupStatus.CONFIRMED:
      case SignupStatus.PENDING:
        return null;
    }
  }

  /** Whether there was time by now to sign up between the two. */
  #moments(from: Date, to: Date): boolean {
    return earliest(to, this.#workshop.calendar.now) > minutesAfter(from, 10);
  }

  /** Most come at the beginning. */
  #moment(from: Date, to: Date): Date {
    const length = Math.max(0, to.getTime() - from.getTime() - 1000);
    return new Date(from.getTime() + Math.floor((length * this.#dice.fraction() ** 2) / 1000) * 1000);
  }
}

/** The family that somebody stands for, where there is one only. */
function onlyHome(adult: Adult): string | null {
  return adult.homes.length === 1 ? adult.homes[0]!.id : null;
}
