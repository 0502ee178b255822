import {
  ActivityKind,
  ActivityStatus,
  ShiftStatus,
  SignupStatus,
  VolunteerSuspension,
} from '../../src/domains/volunteering/index.ts';
import { earliest } from '../deterministic/index.ts';
import { aVolunteerSuspension, type VolunteerActivityRecord } from '../factories/index.ts';
import { type District, type School, SignupDesk, type Workshop } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import { classOf, type Named } from './families.ts';
import { VolunteeringStage } from './volunteering-stage.ts';

const HOUR = 60;
const FIRST_AID = '红十字救护员证';

/** Every state of a shift and every reason why the parent cannot sign up, at the school of the parent's elder child. */
export class DemoVolunteering {
  readonly #workshop: Workshop;
  readonly #district: District;
  readonly #named: Named;
  readonly #recorded: ReadonlySet<string>;
  readonly #desk: SignupDesk;
  readonly #stage: VolunteeringStage;
  readonly #school: School;

  constructor(workshop: Workshop, district: District, named: Named, recorded: ReadonlySet<string>) {
    this.#workshop = workshop;
    this.#district = district;
    this.#named = named;
    this.#recorded = recorded;
    this.#desk = new SignupDesk(workshop, workshop.dice.called('demo-volunteering'));
    this.#stage = new VolunteeringStage(workshop, district, named, this.#desk);
    this.#school = district.schools[0]!;
  }

  write(batch: Batch): void {
    const duty = this.#stage.activity(batch, { title: '秋季学期护学岗', audience: this.#school.audience });
    this.#ahead(batch, duty);
    this.#nowAndBefore(batch, duty);
    this.#notForTheParent(batch);
    this.#suspend(batch);
  }

  #ahead(batch: Batch, duty: VolunteerActivityRecord): void {
    const { calendar } = this.#workshop;
    const notOpen = this.#stage.shift(batch, duty, {
      startsAt: calendar.at(3, 3, 7 * HOUR),
      signupOpensAt: calendar.at(1, 1, 20 * HOUR),
    });
    this.#stage.roles(batch, duty, notOpen, [{ name: '引导员', capacity: 4 }]);

    const full = this.#stage.shift(batch, duty, { startsAt: calendar.at(1, 2, 7 * HOUR) });
    this.#stage.roles(
      batch,
      duty,
      full,
      [
        { name: '引导员', capacity: 2 },
        { name: '秩序员', capacity: 1 },
      ],
      ([guide, order]) => {
        for (const adult of this.#stage.others(full, 2)) this.#desk.sign(batch, guide!, adult, SignupStatus.CONFIRMED);
        for (const adult of this.#stage.others(full, 1)) this.#desk.sign(batch, order!, adult, SignupStatus.CONFIRMED);
      },
    );

    const open = this.#stage.shift(batch, duty, { startsAt: calendar.at(1, 3, 7 * HOUR) });
    this.#stage.roles(
      batch,
      duty,
      open,
      [
        { name: '引导员', capacity: 6 },
        { name: '带队家长', capacity: 2, approvalRequired: true },
        { name: '急救员', capacity: 1, qualification: FIRST_AID },
      ],
      ([guide, lead]) => {
        for (const adult of this.#stage.others(open, 2)) this.#desk.sign(batch, guide!, adult, SignupStatus.CONFIRMED);
        for (const adult of this.#stage.others(open, 2)) this.#desk.sign(batch, lead!, adult, SignupStatus.PENDING);
        for (const adult of this.#stage.others(open, 1)) this.#desk.sign(batch, lead!, adult, SignupStatus.REJECTED);
      },
    );

    const mine = this.#stage.shift(batch, duty, { startsAt: calendar.at(1, 1, 16 * HOUR + 10) });
    this.#stage.roles(batch, duty, mine, [{ name: '引导员', capacity: 4 }], ([guide]) => {
      this.#stage.signIfFree(batch, guide!, 'parent', SignupStatus.CONFIRMED);
    });
    const sameTime = this.#stage.activity(batch, {
      title: '图书馆整理日',
      kind: ActivityKind.LIBRARY,
      audience: this.#school.audience,
    });
    const clash = this.#stage.shift(batch, sameTime, { startsAt: calendar.at(1, 1, 16 * HOUR + 30), place: '图书馆' });
    this.#stage.roles(batch, sameTime, clash, [{ name: '整理员', capacity: 5 }]);
  }

  #nowAndBefore(batch: Batch, duty: VolunteerActivityRecord): void {
    const { calendar } = this.#workshop;
    const sunday = calendar.at(0, 6, 9 * HOUR);
    const closed = this.#stage.shift(batch, duty, {
      startsAt: sunday,
      signupClosesAt: earliest(sunday, calendar.after(-HOUR)),
    });
    this.#stage.roles(batch, duty, closed, [{ name: '引导员', capacity: 4 }], ([guide]) => {
      for (const adult of this.#stage.others(closed, 3)) this.#desk.sign(batch, guide!, adult, SignupStatus.CONFIRMED);
    });

    const running = this.#stage.shift(batch, duty, { startsAt: calendar.after(-30), endsAt: calendar.after(90) });
    this.#stage.roles(batch, duty, running, [{ name: '引导员', capacity: 3 }], ([guide]) => {
      for (const adult of this.#stage.others(running, 2)) this.#desk.sign(batch, guide!, adult, SignupStatus.CONFIRMED);
    });

    const over = this.#stage.shift(batch, duty, { startsAt: calendar.at(-1, 6, 8 * HOUR) });
    this.#stage.roles(batch, duty, over, [{ name: '引导员', capacity: 3 }], ([guide]) => {
      this.#stage.signIfFree(batch, guide!, 'parent', SignupStatus.CONFIRMED);
      this.#stage.signIfFree(batch, guide!, 'parent-separated-a', SignupStatus.CANCELLED);
    });

    const calledOff = this.#stage.shift(batch, duty, {
      startsAt: calendar.at(1, 4, 7 * HOUR),
      status: ShiftStatus.CANCELLED,
      cancelledAt: calendar.after(-90),
      cancelReason: '天气原因',
    });
    this.#stage.roles(batch, duty, calledOff, [{ name: '引导员', capacity: 3 }], ([guide]) => {
      this.#desk.sign(batch, guide!, this.#named.get('parent')!, SignupStatus.CANCELLED);
    });
  }

  #notForTheParent(batch: Batch): void {
    const { calendar } = this.#workshop;
    const { admins, audiences, record } = this.#district;
    const firstGrade = this.#stage.activity(batch, {
      title: '一年级新生适应日',
      kind: ActivityKind.EVENT_SUPPORT,
      audience: this.#school.gradeAudiences.get(1)!,
    });
    this.#stage.roles(
      batch,
      firstGrade,
      this.#stage.shift(batch, firstGrade, { startsAt: calendar.at(1, 4, 9 * HOUR) }),
      [{ name: '引导员', capacity: 4 }],
    );

    const teacher = classOf(this.#district, 0, 3, 2).homeroom!;
    const draft = this.#stage.activity(batch, {
      title: '家长讲堂：我的职业',
      kind: ActivityKind.PARENT_LECTURE,
      audience: this.#school.gradeAudiences.get(3)!,
      organiser: teacher,
      status: ActivityStatus.DRAFT,
      publishedAt: null,
    });
    const planned = this.#stage.shift(batch, draft, {
      startsAt: calendar.at(3, 2, 15 * HOUR),
      status: ShiftStatus.DRAFT,
      publishedAt: null,
    });
    this.#stage.roles(batch, draft, planned, [{ name: '主讲家长', capacity: 1, approvalRequired: true }]);

    const cancelled = { cancelledAt: calendar.after(-2 * 24 * HOUR), cancelReason: '活动安排调整' };
    const off = this.#stage.activity(batch, {
      title: '校园菜地照管',
      kind: ActivityKind.OTHER,
      audience: this.#school.audience,
      status: ActivityStatus.CANCELLED,
      ...cancelled,
    });
    const never = this.#stage.shift(batch, off, {
      startsAt: calendar.at(1, 0, 16 * HOUR),
      status: ShiftStatus.CANCELLED,
      ...cancelled,
    });
    this.#stage.roles(batch, off, never, [{ name: '值守员', capacity: 2 }]);

    const everywhere = this.#stage.activity(batch, {
      title: `${record.name}家庭教育宣传周志愿服务`,
      kind: ActivityKind.EVENT_SUPPORT,
      school: null,
      audience: audiences.everyone,
      organiser: admins[0]!,
      contactName: '区家庭教育指导中心',
    });
    this.#stage.roles(
      batch,
      everywhere,
      this.#stage.shift(batch, everywhere, { startsAt: calendar.at(2, 5, 9 * HOUR), place: '区少年宫' }),
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
}
