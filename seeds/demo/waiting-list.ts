import {
  Shift,
  ShiftRole,
  SignupStatus,
  SkipReason,
  StandIn,
  StandInStatus,
  StandInWay,
  VolunteerActivity,
  WaitlistEntry,
  WaitlistPriority,
  WaitlistSkip,
  WaitlistStatus,
} from '../../src/domains/volunteering/index.ts';
import {
  aShift,
  aShiftRole,
  aStandIn,
  aVolunteerActivity,
  aWaitlistEntry,
  aWaitlistSkip,
  daysAfter,
  minutesAfter,
  type Given,
  type ShiftRecord,
  type ShiftRoleRecord,
  type SignupRecord,
  type VolunteerActivityRecord,
  type WaitlistEntryRecord,
} from '../factories/index.ts';
import { type Adult, type District, type School, SignupDesk, type Workshop } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import type { Named } from './families.ts';
import type { Staged } from './volunteering-stage.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** A role that is waited for in every way, a place held for the parent, and places that change hands. */
export class DemoWaitingList {
  readonly #workshop: Workshop;
  readonly #named: Named;
  readonly #district: District;
  readonly #school: School;
  readonly #desk: SignupDesk;
  readonly #used = new Set<Adult>();

  constructor(workshop: Workshop, district: District, named: Named) {
    this.#workshop = workshop;
    this.#named = named;
    this.#district = district;
    this.#school = district.schools[0]!;
    this.#desk = new SignupDesk(workshop, workshop.dice.called('demo-waiting-list'));
  }

  write(batch: Batch): void {
    const { calendar } = this.#workshop;
    const activity = aVolunteerActivity({
      id: this.#id('volunteer-activity'),
      createdAt: calendar.after(-9 * DAY),
      title: '校园开放日引导',
      district: this.#district.record,
      school: this.#school.record,
      organiser: this.#school.admins[0]!,
      audience: this.#school.audience,
      publishedAt: calendar.after(-8 * DAY),
      waitlistPriority: WaitlistPriority.NOT_SERVED_THIS_TERM,
    });
    batch.add(VolunteerActivity, activity);
    this.#ahead(batch, this.#stage(batch, activity, calendar.at(2, 3, 14 * HOUR), { name: '引导员', capacity: 4 }));
    this.#approved(
      batch,
      this.#stage(batch, activity, calendar.at(2, 3, 14 * HOUR), {
        name: '讲解员',
        capacity: 3,
        approvalRequired: true,
      }),
    );
    this.#over(batch, this.#stage(batch, activity, calendar.at(-1, 3, 14 * HOUR), { name: '引导员', capacity: 2 }));
  }

  /** Two have their places, one of whom gives it to the list; one is held for the parent, one was taken. */
  #ahead(batch: Batch, staged: Staged): void {
    const { role, shift } = staged;
    const { calendar } = this.#workshop;
    const [stays, gives, got, first, ...others] = this.#people(shift, 14) as [Adult, Adult, Adult, Adult, ...Adult[]];
    this.#desk.sign(batch, staged, stays, SignupStatus.CONFIRMED);
    const given = this.#desk.sign(batch, staged, gives, SignupStatus.CONFIRMED);
    const taken = this.#desk.sign(batch, staged, got, SignupStatus.CONFIRMED);
    const toTheList = this.#standIn(batch, given, shift, { way: StandInWay.WAITLIST });
    const held = {
      status: WaitlistStatus.OFFERED,
      offeredAt: calendar.after(-20),
      offerExpiresAt: calendar.after(100),
    };
    this.#entry(batch, role, got, { status: WaitlistStatus.TAKEN, signup: taken.id });
    this.#entry(batch, role, this.#named.get('parent')!, held);
    role.placesTaken += 1;
    this.#entry(batch, role, first, { ...held, standIn: toTheList });
    const [left, declined, ranOut, gone, ...waiting] = others as [Adult, Adult, Adult, Adult, ...Adult[]];
    this.#entry(batch, role, left, { status: WaitlistStatus.LEFT });
    this.#entry(batch, role, declined, { status: WaitlistStatus.DECLINED });
    this.#entry(batch, role, ranOut, { status: WaitlistStatus.EXPIRED });
    this.#entry(batch, role, gone, { status: WaitlistStatus.INELIGIBLE });
    const reasons = Object.values(SkipReason);
    waiting.forEach((adult, index) => {
      const entry = this.#entry(batch, role, adult, { priority: index % 2 });
      const reason = reasons[index];
      if (reason)
        batch.add(
          WaitlistSkip,
          aWaitlistSkip({
            id: this.#id('waitlist-skip'),
            createdAt: calendar.after(-20),
            entry,
            skippedAt: calendar.after(-20),
            reason,
          }),
        );
    });
    batch.add(ShiftRole, role);
  }

  /** The organiser decides who comes instead. */
  #approved(batch: Batch, staged: Staged): void {
    const [one, other, third, ...asked] = this.#people(staged.shift, 6) as [Adult, Adult, Adult, Adult, Adult, Adult];
    const [pending, refused, withdrawn] = [one, other, third].map((adult) =>
      this.#desk.sign(batch, staged, adult, SignupStatus.CONFIRMED),
    ) as [SignupRecord, SignupRecord, SignupRecord];
    this.#standIn(batch, pending, staged.shift, {
      status: StandInStatus.PENDING,
      to: asked[0]!,
      riskAcceptedAt: this.#workshop.calendar.after(-HOUR),
    });
    this.#standIn(batch, refused, staged.shift, { status: StandInStatus.REJECTED, to: asked[1]! });
    this.#standIn(batch, withdrawn, staged.shift, { status: StandInStatus.WITHDRAWN, way: StandInWay.CODE });
    batch.add(ShiftRole, staged.role);
  }

  #over(batch: Batch, staged: Staged): void {
    const { shift, role } = staged;
    const [first, instead, asked, waited] = this.#people(shift, 4) as [Adult, Adult, Adult, Adult];
    const given = this.#desk.sign(batch, staged, first, SignupStatus.CANCELLED);
    const replacement = this.#desk.sign(batch, staged, instead, SignupStatus.CONFIRMED);
    const stayed = this.#desk.sign(batch, staged, asked, SignupStatus.CONFIRMED);
    const offeredAt = minutesAfter(shift.startsAt, -DAY);
    this.#standIn(batch, stayed, shift, { status: StandInStatus.DECLINED, to: waited, offeredAt });
    this.#standIn(batch, stayed, shift, {
      status: StandInStatus.EXPIRED,
      way: StandInWay.CODE,
      offeredAt,
      decidedAt: shift.startsAt,
    });
    this.#standIn(batch, given, shift, {
      status: StandInStatus.DONE,
      to: instead,
      offeredAt,
      replacement: replacement.id,
    });
    batch.afterwards('update signup set stands_in_for_id = $2 where id = $1', [replacement.id, given.id]);
    this.#entry(batch, role, waited, {
      status: WaitlistStatus.CLOSED,
      joinedAt: minutesAfter(shift.startsAt, -2 * DAY),
      endedAt: shift.startsAt,
    });
    batch.add(ShiftRole, role);
  }

  #stage(
    batch: Batch,
    activity: VolunteerActivityRecord,
    startsAt: Date,
    given: Given<ShiftRole> & { name: string },
  ): Staged {
    const shift = aShift({
      id: this.#id('shift'),
      createdAt: activity.createdAt,
      activity,
      startsAt,
      endsAt: minutesAfter(startsAt, 2 * HOUR),
      place: '教学楼一层大厅',
      signupOpensAt: daysAfter(startsAt, -25),
      publishedAt: activity.publishedAt,
    });
    batch.add(Shift, shift);
    return {
      activity,
      shift,
      role: aShiftRole({ id: this.#id('shift-role'), createdAt: activity.createdAt, shift, ...given }),
    };
  }

  #entry(
    batch: Batch,
    role: ShiftRoleRecord,
    adult: Adult,
    given: Omit<Given<WaitlistEntry>, 'role' | 'guardian'>,
  ): WaitlistEntryRecord {
    const { calendar } = this.#workshop;
    const joinedAt = given.joinedAt ?? calendar.after(-2 * DAY + 10 * role.lastSequence);
    const entry = aWaitlistEntry({
      id: this.#id('waitlist-entry'),
      createdAt: joinedAt,
      role,
      guardian: { id: adult.guardian, person: adult.person, createdAt: joinedAt },
      household: adult.homes.length === 1 ? adult.homes[0]!.id : null,
      ...given,
      joinedAt,
    });
    batch.add(WaitlistEntry, entry);
    return entry;
  }

  #standIn(
    batch: Batch,
    signup: SignupRecord,
    { startsAt }: ShiftRecord,
    { to, ...given }: Omit<Given<StandIn>, 'to' | 'signup'> & { readonly to?: Adult },
  ): string {
    const offeredAt = given.offeredAt ?? this.#workshop.calendar.after(-3 * HOUR);
    const standIn = aStandIn({
      id: this.#id('stand-in'),
      createdAt: offeredAt,
      signup,
      expiresAt: startsAt,
      ...given,
      offeredAt,
      ...(to && { to: { id: to.guardian, person: to.person, createdAt: offeredAt } }),
    });
    batch.add(StandIn, standIn);
    return standIn.id;
  }

  #people({ startsAt, endsAt }: ShiftRecord, count: number): Adult[] {
    const named = new Set(this.#named.values());
    const free = this.#district.adults
      .filter(
        (adult) =>
          adult.acts &&
          !named.has(adult) &&
          !this.#used.has(adult) &&
          adult.children.some((child) => child.schoolClass.school === this.#school) &&
          adult.timetable.isFree(startsAt, endsAt),
      )
      .slice(0, count);
    for (const adult of free) this.#used.add(adult);
    return free;
  }

  #id(kind: string): string {
    return this.#workshop.ids.next(kind);
  }
}
