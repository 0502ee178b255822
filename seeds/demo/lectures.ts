import { Engagement, EngagementKind, EngagementStatus } from '../../src/domains/timetable/index.ts';
import {
  ActivityKind,
  ActivityStatus,
  ParentLecture,
  ParentLectureStatus,
  Shift,
  ShiftRole,
  ShiftStatus,
  SignupStatus,
  VolunteerActivity,
} from '../../src/domains/volunteering/index.ts';
import {
  anEngagement,
  aParentLecture,
  aShift,
  aShiftRole,
  aVolunteerActivity,
  minutesAfter,
  type Given,
  type ShiftRecord,
} from '../factories/index.ts';
import {
  type Adult,
  type District,
  type LectureSubject,
  LECTURES,
  makeClassAudience,
  type SchoolClass,
  SignupDesk,
  type Workshop,
} from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import { classOf, type Named } from './families.ts';

const DAY = 24 * 60;
const { ACCEPTED, CANCELLED, DECLINED, PROPOSED, SCHEDULED, WITHDRAWN } = ParentLectureStatus;

/** A lecture in every state, in the class of the named teacher: the parent gives one next week in a room of the school. */
export class DemoLectures {
  readonly #workshop: Workshop;
  readonly #district: District;
  readonly #named: Named;
  readonly #desk: SignupDesk;
  readonly #class: SchoolClass;
  readonly #audience: string;
  #subjects = 0;

  constructor(workshop: Workshop, batch: Batch, district: District, named: Named) {
    this.#workshop = workshop;
    this.#district = district;
    this.#named = named;
    this.#desk = new SignupDesk(workshop, workshop.dice.called('demo-lectures'));
    this.#class = classOf(district, 0, 3, 2);
    this.#audience = makeClassAudience(workshop, batch, district.record, this.#class);
  }

  write(batch: Batch): void {
    const [mother, father] = [this.#named.get('parent-separated-a')!, this.#named.get('parent-separated-b')!];
    const teacher = { decidedBy: this.#class.homeroom!.id, decidedAt: this.#workshop.calendar.after(-3 * DAY) };
    this.#lecture(batch, mother, { status: PROPOSED });
    this.#lecture(batch, mother, { status: WITHDRAWN });
    this.#lecture(batch, father, { status: DECLINED, reason: '本学期课时已满，欢迎下学期再来', ...teacher });
    this.#lecture(batch, father, { status: ACCEPTED, ...teacher });
    this.#given(batch, this.#named.get('parent')!, false);
    this.#given(batch, mother, true);
  }

  #lecture(
    batch: Batch,
    adult: Adult,
    given: Omit<Given<ParentLecture>, 'guardian' | 'schoolClass'>,
    subject = this.#subject(),
  ): void {
    const proposedAt = this.#workshop.calendar.after(-6 * DAY);
    batch.add(
      ParentLecture,
      aParentLecture({
        id: this.#workshop.ids.next('parent-lecture'),
        createdAt: proposedAt,
        schoolClass: this.#class.record,
        guardian: { id: adult.guardian, person: adult.person, createdAt: proposedAt },
        ...subject,
        proposedAt,
        ...given,
      }),
    );
  }

  #subject(): LectureSubject {
    this.#subjects += 1;
    return LECTURES[this.#subjects % LECTURES.length]!;
  }

  /** One that has a time, or had one. */
  #given(batch: Batch, adult: Adult, cancelled: boolean): void {
    const { ids, calendar } = this.#workshop;
    const decidedAt = calendar.after(-3 * DAY);
    const subject = this.#subject();
    const startsAt = this.#freeTime(adult);
    const end = cancelled ? { cancelledAt: calendar.after(-DAY), cancelReason: '与期中考试冲突' } : {};
    const activity = aVolunteerActivity({
      id: ids.next('volunteer-activity'),
      createdAt: decidedAt,
      district: this.#district.record,
      school: this.#class.school.record,
      kind: ActivityKind.PARENT_LECTURE,
      title: `家长讲堂:${subject.title}`,
      purpose: subject.outline,
      riskNotice: '讲座在校内进行,请听从教师安排,勿携带危险物品。',
      contactName: `${this.#class.record.name}班主任`,
      contactPhone: null,
      audience: this.#audience,
      organiser: this.#class.homeroom!.id,
      status: cancelled ? ActivityStatus.CANCELLED : ActivityStatus.PUBLISHED,
      publishedAt: decidedAt,
      ...end,
    });
    const room = this.#class.school.rooms[0]!;
    const shift = aShift({
      id: ids.next('shift'),
      createdAt: decidedAt,
      activity,
      startsAt,
      endsAt: minutesAfter(startsAt, 40),
      place: room.record.name,
      publishedAt: decidedAt,
      signupOpensAt: minutesAfter(decidedAt, -30),
      signupClosesAt: decidedAt,
      cancelUntil: decidedAt,
      status: cancelled ? ShiftStatus.CANCELLED : ShiftStatus.SCHEDULED,
      ...end,
    });
    const role = aShiftRole({
      id: ids.next('shift-role'),
      createdAt: decidedAt,
      shift,
      name: '主讲家长',
      capacity: 1,
      minimum: 1,
    });
    batch.add(VolunteerActivity, activity);
    batch.add(Shift, shift);
    this.#desk.sign(
      batch,
      { activity, shift, role },
      adult,
      cancelled ? SignupStatus.CANCELLED : SignupStatus.CONFIRMED,
    );
    batch.add(ShiftRole, role);
    this.#occupyRoom(batch, shift, activity.title, cancelled ? calendar.after(-DAY) : null);
    this.#lecture(
      batch,
      adult,
      {
        status: cancelled ? CANCELLED : SCHEDULED,
        reason: cancelled ? '与期中考试冲突' : null,
        shift,
        startsAt: shift.startsAt,
        endsAt: shift.endsAt,
        decidedBy: this.#class.homeroom!.id,
        decidedAt: cancelled ? calendar.after(-DAY) : decidedAt,
      },
      subject,
    );
  }

  /** In the third lesson of the afternoon of a day of next week or the one after. */
  #freeTime(adult: Adult): Date {
    const room = this.#class.school.rooms[0]!;
    for (let day = 0; day < 10; day += 1) {
      const startsAt = this.#workshop.calendar.at(1 + Math.floor(day / 5), day % 5, 15 * 60 + 10);
      const until = minutesAfter(startsAt, 40);
      if (adult.timetable.isFree(startsAt, until) && room.timetable.isFree(startsAt, until)) return startsAt;
    }
    throw new Error('Nobody has time for a lecture in two weeks.');
  }

  #occupyRoom(batch: Batch, shift: ShiftRecord, title: string, endedAt: Date | null): void {
    const room = this.#class.school.rooms[0]!;
    if (!endedAt) room.timetable.occupy(shift.startsAt, shift.endsAt);
    batch.add(
      Engagement,
      anEngagement({
        id: this.#workshop.ids.next('engagement'),
        createdAt: shift.createdAt,
        room: room.record,
        sourceId: shift.id,
        kind: EngagementKind.SHIFT_ROOM,
        title,
        startsAt: shift.startsAt,
        endsAt: shift.endsAt,
        status: endedAt ? EngagementStatus.ENDED : EngagementStatus.ACTIVE,
        endedAt,
      }),
    );
  }
}
