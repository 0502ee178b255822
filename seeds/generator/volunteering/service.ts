import { Attendance, ServiceRecord } from '../../../src/domains/volunteering/index.ts';
import type { Dice } from '../../deterministic/index.ts';
import { anAttendance, aServiceRecord, minutesAfter, type ShiftRecord, type SignupRecord } from '../../factories/index.ts';
import type { Batch } from '../../writing/index.ts';
import type { Workshop } from '../workshop.ts';

const MISSED = 0.05;
const NEVER_CHECKED_OUT = 0.03;
/** Until when nothing more comes in from phones: after it, who is not noted is missing. */
const SETTLED_AFTER_HOURS = 48;

/** Writes who came to shifts that are over, by the code, and what they served. */
export class ServiceBook {
  readonly #workshop: Workshop;
  readonly #dice: Dice;

  constructor(workshop: Workshop, dice: Dice) {
    this.#workshop = workshop;
    this.#dice = dice;
  }

  note(batch: Batch, shift: ShiftRecord, signup: SignupRecord): void {
    const { ids, calendar } = this.#workshop;
    const settledAt = minutesAfter(shift.endsAt, SETTLED_AFTER_HOURS * 60);
    if (settledAt > calendar.now) return;
    if (this.#dice.chance(MISSED)) {
      batch.add(Attendance, anAttendance({ id: ids.next('attendance'), createdAt: settledAt, signup, noShowAt: settledAt }));
      return;
    }
    const checkedInAt = minutesAfter(shift.startsAt, this.#dice.int(-20, 5));
    const checkedOutAt = this.#dice.chance(NEVER_CHECKED_OUT) ? null : minutesAfter(shift.endsAt, this.#dice.int(-10, 15));
    batch.add(Attendance, anAttendance({ id: ids.next('attendance'), createdAt: checkedInAt, signup, checkedInAt, checkedOutAt }));
    if (checkedOutAt === null) return;
    const startsAt = checkedInAt > shift.startsAt ? checkedInAt : shift.startsAt;
    const endsAt = checkedOutAt < shift.endsAt ? checkedOutAt : shift.endsAt;
    batch.add(ServiceRecord, aServiceRecord({ id: ids.next('service-record'), createdAt: checkedOutAt, decidedAt: checkedOutAt, signup, shift, startsAt, endsAt }));
  }
}
