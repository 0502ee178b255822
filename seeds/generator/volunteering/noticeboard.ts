import {
  ActivityStatus,
  ActivityTopic,
  Shift,
  ShiftSeries,
  ShiftStatus,
  VolunteerActivity,
} from '../../../src/domains/volunteering/index.ts';
import { type Calendar, dateOf, type Dice, earliest, latest } from '../../deterministic/index.ts';
import {
  anActivityTopic,
  aShift,
  aShiftRole,
  aShiftSeries,
  aVolunteerActivity,
  daysAfter,
  minutesAfter,
  type ShiftRecord,
  type ShiftRoleRecord,
  type ShiftSeriesRecord,
  type VolunteerActivityRecord,
} from '../../factories/index.ts';
import type { Batch } from '../../writing/index.ts';
import type { StaffMember } from '../people/index.ts';
import type { Workshop } from '../workshop.ts';
import { CANCELLED_ACTIVITY, CANCELLED_SHIFT, CONTACTS, type Offer, OFFERS, QUALIFICATIONS } from './offers.ts';
import type { Volunteers } from './volunteers.ts';

/** The node, the audience and the organiser of an activity. */
export interface Call {
  readonly district: string;
  readonly school: string | null;
  /** Begins the title, e.g. 三年级. */
  readonly of: string;
  readonly audience: string;
  readonly volunteers: Volunteers;
  readonly organiser: StaffMember;
  /** Those of the volunteers who have a qualification; no role asks for one where there are none. */
  readonly qualified: readonly Volunteers[];
  readonly lastYear: boolean;
}

/** A role that is still to be written, when it is known how many places are taken. */
export interface Opening {
  readonly activity: VolunteerActivityRecord;
  readonly shift: ShiftRecord;
  readonly role: ShiftRoleRecord;
  readonly volunteers: Volunteers;
}

const DRAFT_EVERY = 29;
const CANCELLED_EVERY = 37;
const CANCELLED_SHIFT_EVERY = 31;
const APPROVAL_EVERY = 10;
const QUALIFICATION_EVERY = 30;
const RECURRING_EVERY = 4;
const CAPACITIES = [2, 4, 6, 8, 8, 10, 10, 12, 12] as const;

/** 450 → 07:30:00. */
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;

/** Writes activities and their shifts. Exceptions come every so often, so that small seeds have them too. */
export class Noticeboard {
  readonly #workshop: Workshop;
  readonly #dice: Dice;
  readonly #rolesPerShift: number;
  #activities = 0;
  #shifts = 0;
  #roles = 0;

  constructor(workshop: Workshop, dice: Dice, rolesPerShift: number) {
    this.#workshop = workshop;
    this.#dice = dice;
    this.#rolesPerShift = rolesPerShift;
  }

  publish(batch: Batch, call: Call, shifts: number): Opening[] {
    this.#activities += 1;
    const offer = OFFERS[this.#activities % OFFERS.length]!;
    const draft = this.#activities % DRAFT_EVERY === 0;
    const activity = this.#activity(batch, call, offer, draft, this.#firstWeek(call.lastYear, draft));
    const series =
      this.#activities % RECURRING_EVERY === 0 && shifts > 1 ? this.#series(batch, offer, activity, shifts) : null;
    return Array.from({ length: shifts }, (_, index) =>
      this.#shift(batch, call, offer, activity, index, series),
    ).flat();
  }

  /** Week by week on one day, through holidays as well: what the plan counts on takes place. */
  #series(
    batch: Batch,
    offer: Offer,
    activity: VolunteerActivityRecord & { firstWeek: number },
    shifts: number,
  ): ShiftSeriesRecord {
    const { ids, calendar } = this.#workshop;
    const [weekday, begins] = [this.#activities % 5, offer.begins[0]!];
    const day = (week: number): string => dateOf(calendar.at(week, weekday, begins));
    const series = aShiftSeries({
      id: ids.next('shift-series'),
      createdAt: activity.createdAt,
      activity,
      weekdays: [weekday + 1],
      startTime: clock(begins),
      endTime: clock(begins + offer.minutes),
      firstDate: day(activity.firstWeek),
      lastDate: day(activity.firstWeek + shifts - 1),
      skipsHolidays: false,
      place: offer.place,
      signupClosesMinutesBefore: 12 * 60,
      roles: offer.roles.map((name) => ({
        name,
        description: null,
        capacity: 4,
        minimum: 0,
        approvalRequired: false,
        qualification: null,
      })),
    });
    batch.add(ShiftSeries, series);
    return series;
  }

  #firstWeek(lastYear: boolean, draft: boolean): number {
    if (draft) return 1;
    return (lastYear ? -56 : -9) + ((this.#activities * 7) % (lastYear ? 28 : 10));
  }

  #activity(
    batch: Batch,
    call: Call,
    offer: Offer,
    draft: boolean,
    week: number,
  ): VolunteerActivityRecord & { firstWeek: number } {
    const { ids, calendar, reference } = this.#workshop;
    const publishedAt = draft ? null : earliest(calendar.at(week, -21, 10 * 60), calendar.after(-2 * 24 * 60));
    const cancelled = !draft && this.#activities % CANCELLED_EVERY === 0;
    const activity = aVolunteerActivity({
      id: ids.next('volunteer-activity'),
      createdAt: publishedAt ? daysAfter(publishedAt, -1) : calendar.after(-this.#activities),
      district: call.district,
      school: call.school,
      kind: offer.kind,
      title: `${call.of}${this.#dice.pick(offer.titles)}`,
      purpose: offer.purpose,
      riskNotice: offer.riskNotice,
      contactName: this.#dice.pick(CONTACTS),
      contactPhone: this.#dice.chance(0.8) ? `010-0000${String(this.#dice.int(0, 9999)).padStart(4, '0')}` : null,
      audience: call.audience,
      organiser: call.organiser.id,
      status: draft ? ActivityStatus.DRAFT : cancelled ? ActivityStatus.CANCELLED : ActivityStatus.PUBLISHED,
      publishedAt,
      cancelledAt: cancelled ? earliest(calendar.at(week, -1, 12 * 60), calendar.after(-60)) : null,
      cancelReason: cancelled ? CANCELLED_ACTIVITY : null,
    });
    batch.add(VolunteerActivity, activity);
    batch.add(
      ActivityTopic,
      anActivityTopic({ id: ids.next('activity-topic'), activity, topic: reference.topics.get(offer.topic)! }),
    );
    return { ...activity, firstWeek: week };
  }

  #shift(
    batch: Batch,
    call: Call,
    offer: Offer,
    activity: VolunteerActivityRecord & { firstWeek: number },
    index: number,
    series: ShiftSeriesRecord | null,
  ): Opening[] {
    const { ids, calendar } = this.#workshop;
    this.#shifts += 1;
    const startsAt = series
      ? calendar.at(activity.firstWeek + index, series.weekdays[0]! - 1, offer.begins[0]!)
      : calendar.at(
          activity.firstWeek + index,
          (this.#activities + index) % 5,
          offer.begins[index % offer.begins.length]!,
        );
    const signupOpensAt = activity.publishedAt
      ? latest(daysAfter(startsAt, -14), activity.publishedAt)
      : daysAfter(startsAt, -14);
    const shift = aShift({
      id: ids.next('shift'),
      createdAt: activity.createdAt,
      activity,
      place: offer.place,
      startsAt,
      endsAt: minutesAfter(startsAt, offer.minutes),
      signupOpensAt,
      signupClosesAt: minutesAfter(startsAt, -12 * 60),
      cancelUntil: daysAfter(startsAt, -1),
      publishedAt: activity.publishedAt,
      series,
      seriesDate: series && dateOf(startsAt),
      ...this.#state(calendar, activity, startsAt),
    });
    batch.add(Shift, shift);
    return Array.from({ length: this.#rolesPerShift }, (_, role) => this.#role(call, offer, activity, shift, role + 1));
  }

  #state(
    calendar: Calendar,
    activity: VolunteerActivityRecord,
    startsAt: Date,
  ): Pick<ShiftRecord, 'status' | 'cancelledAt' | 'cancelReason'> {
    switch (activity.status as ActivityStatus) {
      case ActivityStatus.DRAFT:
        return { status: ShiftStatus.DRAFT, cancelledAt: null, cancelReason: null };
      case ActivityStatus.CANCELLED:
        return {
          status: ShiftStatus.CANCELLED,
          cancelledAt: activity.cancelledAt,
          cancelReason: activity.cancelReason,
        };
      case ActivityStatus.PUBLISHED: {
        if (this.#shifts % CANCELLED_SHIFT_EVERY !== 0)
          return { status: ShiftStatus.SCHEDULED, cancelledAt: null, cancelReason: null };
        const cancelledAt = earliest(daysAfter(startsAt, -1), calendar.after(-30));
        return { status: ShiftStatus.CANCELLED, cancelledAt, cancelReason: this.#dice.pick(CANCELLED_SHIFT) };
      }
    }
  }

  #role(call: Call, offer: Offer, activity: VolunteerActivityRecord, shift: ShiftRecord, ordinal: number): Opening {
    this.#roles += 1;
    const asks = this.#roles % QUALIFICATION_EVERY === 0 && call.qualified.length > 0;
    const which = (this.#roles / QUALIFICATION_EVERY) % QUALIFICATIONS.length;
    const capacity = asks ? 2 : this.#dice.pick(CAPACITIES);
    const role = aShiftRole({
      id: this.#workshop.ids.next('shift-role'),
      createdAt: shift.createdAt,
      shift,
      ordinal,
      name: asks ? QUALIFICATIONS[which]!.role : offer.roles[(ordinal - 1) % offer.roles.length]!,
      description: this.#dice.chance(0.4) ? '请提前十分钟到岗，听从带班教师安排。' : null,
      capacity,
      minimum: this.#dice.int(0, Math.floor(capacity / 2)),
      approvalRequired: this.#roles % APPROVAL_EVERY === 5,
      qualification: asks ? QUALIFICATIONS[which]!.qualification : null,
    });
    return { activity, shift, role, volunteers: asks ? call.qualified[which]! : call.volunteers };
  }
}
