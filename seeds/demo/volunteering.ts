import {
  ActivityKind,
  ActivityStatus,
  ActivityTopic,
  Shift,
  ShiftRole,
  ShiftStatus,
  SignupStatus,
  VolunteerActivity,
  VolunteerSuspension,
} from '../../src/domains/volunteering/index.ts';
import { earliest } from '../deterministic/index.ts';
import {
  anActivityTopic,
  aShift,
  aShiftRole,
  aVolunteerActivity,
  aVolunteerSuspension,
  daysAfter,
  type Given,
  minutesAfter,
  type ShiftRecord,
  type ShiftRoleRecord,
  type VolunteerActivityRecord,
} from '../factories/index.ts';
import { type Adult, type District, type School, SignupDesk, type Workshop } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import { classOf, type Named } from './families.ts';

const HOUR = 60;
const FIRST_AID = '红十字救护员证';

interface Staged {
  readonly activity: VolunteerActivityRecord;
  readonly shift: ShiftRecord;
  readonly role: ShiftRoleRecord;
}

/** Every state of a shift and every reason why the parent cannot sign up, at the school of the parent's elder child. */
export class DemoVolunteering {
  readonly #workshop: Workshop;
  readonly #district: District;
  readonly #named: Named;
  readonly #recorded: ReadonlySet<string>;
  readonly #desk: SignupDesk;
  readonly #school: School;

  constructor(workshop: Workshop, district: District, named: Named, recorded: ReadonlySet<string>) {
    this.#workshop = workshop;
    this.#district = district;
    this.#named = named;
    this.#recorded = recorded;
    this.#desk = new SignupDesk(workshop, workshop.dice.called('demo-volunteering'));
    this.#school = district.schools[0]!;
  }

  write(batch: Batch): void {
    const duty = this.#activity(batch, { title: '秋季学期护学岗', audience: this.#school.audience });
    this.#ahead(batch, duty);
    this.#nowAndBefore(batch, duty);
    this.#notForTheParent(batch);
    this.#suspend(batch);
  }

  #ahead(batch: Batch, duty: VolunteerActivityRecord): void {
    const { calendar } = this.#workshop;
    const notOpen = this.#shift(batch, duty, {
      startsAt: calendar.at(3, 3, 7 * HOUR),
      signupOpensAt: calendar.at(1, 1, 20 * HOUR),
    });
    this.#roles(batch, duty, notOpen, [{ name: '引导员', capacity: 4 }]);

    const full = this.#shift(batch, duty, { startsAt: calendar.at(1, 2, 7 * HOUR) });
    this.#roles(
      batch,
      duty,
      full,
      [
        { name: '引导员', capacity: 2 },
        { name: '秩序员', capacity: 1 },
      ],
      ([guide, order]) => {
        for (const adult of this.#others(full, 2)) this.#desk.sign(batch, guide!, adult, SignupStatus.CONFIRMED);
        for (const adult of this.#others(full, 1)) this.#desk.sign(batch, order!, adult, SignupStatus.CONFIRMED);
      },
    );

    const open = this.#shift(batch, duty, { startsAt: calendar.at(1, 3, 7 * HOUR) });
    this.#roles(
      batch,
      duty,
      open,
      [
        { name: '引导员', capacity: 6 },
        { name: '带队家长', capacity: 2, approvalRequired: true },
        { name: '急救员', capacity: 1, qualification: FIRST_AID },
      ],
      ([guide, lead]) => {
        for (const adult of this.#others(open, 2)) this.#desk.sign(batch, guide!, adult, SignupStatus.CONFIRMED);
        for (const adult of this.#others(open, 2)) this.#desk.sign(batch, lead!, adult, SignupStatus.PENDING);
        for (const adult of this.#others(open, 1)) this.#desk.sign(batch, lead!, adult, SignupStatus.REJECTED);
      },
    );

    const mine = this.#shift(batch, duty, { startsAt: calendar.at(1, 1, 16 * HOUR + 10) });
    this.#roles(batch, duty, mine, [{ name: '引导员', capacity: 4 }], ([guide]) => {
      this.#signIfFree(batch, guide!, 'parent', SignupStatus.CONFIRMED);
    });
    const sameTime = this.#activity(batch, {
      title: '图书馆整理日',
      kind: ActivityKind.LIBRARY,
      audience: this.#school.audience,
    });
    const clash = this.#shift(batch, sameTime, { startsAt: calendar.at(1, 1, 16 * HOUR + 30), place: '图书馆' });
    this.#roles(batch, sameTime, clash, [{ name: '整理员', capacity: 5 }]);
  }

  #nowAndBefore(batch: Batch, duty: VolunteerActivityRecord): void {
    const { calendar } = this.#workshop;
    const sunday = calendar.at(0, 6, 9 * HOUR);
    const closed = this.#shift(batch, duty, {
      startsAt: sunday,
      signupClosesAt: earliest(sunday, calendar.after(-HOUR)),
    });
    this.#roles(batch, duty, closed, [{ name: '引导员', capacity: 4 }], ([guide]) => {
      for (const adult of this.#others(closed, 3)) this.#desk.sign(batch, guide!, adult, SignupStatus.CONFIRMED);
    });

    const running = this.#shift(batch, duty, { startsAt: calendar.after(-30), endsAt: calendar.after(90) });
    this.#roles(batch, duty, running, [{ name: '引导员', capacity: 3 }], ([guide]) => {
      for (const adult of this.#others(running, 2)) this.#desk.sign(batch, guide!, adult, SignupStatus.CONFIRMED);
    });

    const over = this.#shift(batch, duty, { startsAt: calendar.at(-1, 6, 8 * HOUR) });
    this.#roles(batch, duty, over, [{ name: '引导员', capacity: 3 }], ([guide]) => {
      this.#signIfFree(batch, guide!, 'parent', SignupStatus.CONFIRMED);
      this.#signIfFree(batch, guide!, 'parent-separated-a', SignupStatus.CANCELLED);
    });

    const calledOff = this.#shift(batch, duty, {
      startsAt: calendar.at(1, 4, 7 * HOUR),
      status: ShiftStatus.CANCELLED,
      cancelledAt: calendar.after(-90),
      cancelReason: '天气原因',
    });
    this.#roles(batch, duty, calledOff, [{ name: '引导员', capacity: 3 }], ([guide]) => {
      this.#desk.sign(batch, guide!, this.#named.get('parent')!, SignupStatus.CANCELLED);
    });
  }

  #notForTheParent(batch: Batch): void {
    const { calendar } = this.#workshop;
    const { admins, audiences, record } = this.#district;
    const firstGrade = this.#activity(batch, {
      title: '一年级新生适应日',
      kind: ActivityKind.EVENT_SUPPORT,
      audience: this.#school.gradeAudiences.get(1)!,
    });
    this.#roles(batch, firstGrade, this.#shift(batch, firstGrade, { startsAt: calendar.at(1, 4, 9 * HOUR) }), [
      { name: '引导员', capacity: 4 },
    ]);

    const teacher = classOf(this.#district, 0, 3, 2).homeroom!;
    const draft = this.#activity(batch, {
      title: '家长讲堂：我的职业',
      kind: ActivityKind.PARENT_LECTURE,
      audience: this.#school.gradeAudiences.get(3)!,
      organiser: teacher,
      status: ActivityStatus.DRAFT,
      publishedAt: null,
    });
    const planned = this.#shift(batch, draft, {
      startsAt: calendar.at(3, 2, 15 * HOUR),
      status: ShiftStatus.DRAFT,
      publishedAt: null,
    });
    this.#roles(batch, draft, planned, [{ name: '主讲家长', capacity: 1, approvalRequired: true }]);

    const cancelled = { cancelledAt: calendar.after(-2 * 24 * HOUR), cancelReason: '活动安排调整' };
    const off = this.#activity(batch, {
      title: '校园菜地照管',
      kind: ActivityKind.OTHER,
      audience: this.#school.audience,
      status: ActivityStatus.CANCELLED,
      ...cancelled,
    });
    const never = this.#shift(batch, off, {
      startsAt: calendar.at(1, 0, 16 * HOUR),
      status: ShiftStatus.CANCELLED,
      ...cancelled,
    });
    this.#roles(batch, off, never, [{ name: '值守员', capacity: 2 }]);

    const everywhere = this.#activity(batch, {
      title: `${record.name}家庭教育宣传周志愿服务`,
      kind: ActivityKind.EVENT_SUPPORT,
      school: null,
      audience: audiences.everyone,
      organiser: admins[0]!,
      contactName: '区家庭教育指导中心',
    });
    this.#roles(
      batch,
      everywhere,
      this.#shift(batch, everywhere, { startsAt: calendar.at(2, 5, 9 * HOUR), place: '区少年宫' }),
      [
        { name: '签到员', capacity: 10 },
        { name: '讲解员', capacity: 6, approvalRequired: true },
      ],
    );
  }

  #suspend(batch: Batch): void {
    const { ids, calendar } = this.#workshop;
    const named = new Set(this.#named.values());
    const adult = this.#district.adults.find(
      (each) => each.acts && !named.has(each) && !this.#recorded.has(each.person) && each.timetable.isEmpty,
    )!;
    batch.add(
      VolunteerSuspension,
      aVolunteerSuspension({
        id: ids.next('volunteer-suspension'),
        person: adult.person,
        district: this.#district.record,
        startsAt: calendar.after(-HOUR),
        endsAt: calendar.after(90 * 24 * HOUR),
      }),
    );
  }

  #activity(batch: Batch, given: Given<VolunteerActivity> & { audience: string }): VolunteerActivityRecord {
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

  #shift(
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
  #roles(
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

  #others(shift: ShiftRecord, count: number): Adult[] {
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

  #signIfFree(batch: Batch, staged: Staged, account: string, status: SignupStatus): void {
    const adult = this.#named.get(account)!;
    if (adult.timetable.isFree(staged.shift.startsAt, staged.shift.endsAt))
      this.#desk.sign(batch, staged, adult, status);
  }
}
