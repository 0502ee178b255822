import type { SignupStatus } from '../../src/domains/volunteering/index.ts';
import { ActivityTopic, Shift, ShiftRole, VolunteerActivity } from '../../src/domains/volunteering/index.ts';
import {
  anActivityTopic,
  aShift,
  aShiftRole,
  aVolunteerActivity,
  daysAfter,
  type Given,
  minutesAfter,
  type ShiftRecord,
  type ShiftRoleRecord,
  type VolunteerActivityRecord,
} from '../factories/index.ts';
import type { SignupDesk } from '../generator/index.ts';
import { type Adult, type District, type School, type Workshop } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import type { Named } from './families.ts';

const HOUR = 60;

/** A role, with the shift and the activity that it is of. */
export interface Staged {
  readonly activity: VolunteerActivityRecord;
  readonly shift: ShiftRecord;
  readonly role: ShiftRoleRecord;
}

/** The activities that are offered at the first school of the district, with those who take a place in them. */
export class VolunteeringStage {
  readonly #workshop: Workshop;
  readonly #district: District;
  readonly #named: Named;
  readonly #desk: SignupDesk;
  readonly #school: School;

  constructor(workshop: Workshop, district: District, named: Named, desk: SignupDesk) {
    this.#workshop = workshop;
    this.#district = district;
    this.#named = named;
    this.#desk = desk;
    this.#school = district.schools[0]!;
  }

  activity(batch: Batch, given: Given<VolunteerActivity> & { audience: string }): VolunteerActivityRecord {
    const { ids, calendar, reference } = this.#workshop;
    const activity = aVolunteerActivity({
      id: ids.next('volunteer-activity'),
      createdAt: calendar.after(-21 * 24 * HOUR),
      district: this.#district.record,
      school: this.#school.record,
      organiser: this.#school.admins[0]!,
      publishedAt: calendar.after(-20 * 24 * HOUR),
      ...given,
    });
    batch.add(VolunteerActivity, activity);
    batch.add(
      ActivityTopic,
      anActivityTopic({
        id: ids.next('activity-topic'),
        activity,
        topic: reference.topics.get('home-school-community')!,
      }),
    );
    return activity;
  }

  shift(
    batch: Batch,
    activity: VolunteerActivityRecord,
    given: Omit<Given<Shift>, 'activity'> & { startsAt: Date },
  ): ShiftRecord {
    const shift = aShift({
      id: this.#workshop.ids.next('shift'),
      createdAt: activity.createdAt,
      activity,
      endsAt: minutesAfter(given.startsAt, HOUR),
      signupOpensAt: daysAfter(given.startsAt, -18),
      publishedAt: activity.publishedAt,
      ...given,
    });
    batch.add(Shift, shift);
    return shift;
  }

  /** Written when it is known who has signed up. */
  roles(
    batch: Batch,
    activity: VolunteerActivityRecord,
    shift: ShiftRecord,
    given: readonly (Given<ShiftRole> & { name: string })[],
    signUp: (roles: readonly Staged[]) => void = () => undefined,
  ): void {
    const roles = given.map((each, index) =>
      aShiftRole({
        id: this.#workshop.ids.next('shift-role'),
        createdAt: shift.createdAt,
        shift,
        ordinal: index + 1,
        ...each,
      }),
    );
    signUp(roles.map((role) => ({ activity, shift, role })));
    for (const role of roles) batch.add(ShiftRole, role);
  }

  others(shift: ShiftRecord, count: number): Adult[] {
    const named = new Set(this.#named.values());
    return this.#district.adults
      .filter(
        (adult) =>
          adult.acts &&
          !named.has(adult) &&
          adult.children.some((child) => child.schoolClass.school === this.#school) &&
          adult.timetable.isFree(shift.startsAt, shift.endsAt),
      )
      .slice(-count);
  }

  signIfFree(batch: Batch, staged: Staged, account: string, status: SignupStatus): void {
    const adult = this.#named.get(account)!;
    if (adult.timetable.isFree(staged.shift.startsAt, staged.shift.endsAt))
      this.#desk.sign(batch, staged, adult, status);
  }
}
