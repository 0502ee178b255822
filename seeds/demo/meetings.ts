import {
  InvitationStatus,
  MeetingInvitation,
  MeetingInvitationStudent,
  MeetingKind,
  MeetingScope,
  MeetingStatus,
} from '../../src/domains/meetings/index.ts';
import { aMeetingInvitation, aMeetingInvitationStudent, daysAfter, minutesAfter } from '../factories/index.ts';
import {
  type Adult,
  type District,
  gradeName,
  invite,
  type Invited,
  MeetingBook,
  ReplyDesk,
  type SchoolClass,
  type Workshop,
} from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import { classOf, type Named } from './families.ts';
import { tellInvited } from './notices.ts';

type MeetingPlan = Parameters<MeetingBook['enter']>[1];
type Theme = MeetingPlan['theme'];

const MID_TERM: Theme = {
  title: '期中家长会',
  summary: '介绍半学期来的学习与班级情况，听取家长的意见。',
  topics: ['education-quality', 'home-school-community'],
};
const LIGHTER: Theme = {
  title: '“减轻学生负担”专题家长会',
  summary: '说明作业总量控制与课后服务安排。',
  topics: ['lighter-burden', 'double-reduction'],
};
const SALON: Theme = {
  title: '家长沙龙：亲子沟通的语言',
  summary: '十几位家长围坐一起，谈谈怎样听孩子说话。',
  topics: ['parent-child-talk', 'family-education'],
};

/** Every state of a meeting, where the named people see it. */
export class DemoMeetings {
  readonly #workshop: Workshop;
  readonly #district: District;
  readonly #named: Named;
  readonly #book: MeetingBook;
  readonly #desk: ReplyDesk;

  constructor(workshop: Workshop, district: District, named: Named, citable: readonly string[]) {
    const dice = workshop.dice.called('demo-meetings');
    this.#workshop = workshop;
    this.#district = district;
    this.#named = named;
    this.#book = new MeetingBook(workshop, dice, citable);
    this.#desk = new ReplyDesk(workshop, dice);
  }

  write(batch: Batch): void {
    const ours = classOf(this.#district, 0, 3, 2);
    this.#coming(batch, ours);
    this.#past(batch, ours);
    this.#cancelled(batch, ours);
    this.#book.enter(batch, {
      ...this.#ofClass(ours, MID_TERM, this.#draft(3)),
      title: `${ours.record.name}期末家长会`,
    });
    this.#otherSchools(batch);
    this.#salon(batch, ours);
  }

  /** Open for replies: the parent and one of the separated parents have not replied yet. */
  #coming(batch: Batch, ours: SchoolClass): void {
    const invited = this.#hold(batch, { ...this.#ofClass(ours, MID_TERM, this.#published(1, 3)), capacity: 60 });
    const waiting = [this.#homeOf('parent'), this.#homeOf('parent-separated-b')];
    for (const each of invited) {
      if (!waiting.includes(each.home.id) && this.#desk.canReply(each)) this.#desk.reply(batch, each);
    }
    const elsewhere = classOf(this.#district, 0, 3, 1).children.flatMap((child) => child.homes);
    const mistaken = elsewhere.find((home) => invited.every((each) => each.home.id !== home.id))!;
    const invitation = aMeetingInvitation({
      id: this.#workshop.ids.next('meeting-invitation'),
      meeting: invited[0]!.meeting.record,
      household: mistaken,
      status: InvitationStatus.WITHDRAWN,
    });
    batch.add(MeetingInvitation, invitation);
    batch.add(
      MeetingInvitationStudent,
      aMeetingInvitationStudent({
        id: this.#workshop.ids.next('meeting-invitation-student'),
        invitation,
        student: mistaken.children[0]!,
      }),
    );
  }

  #past(batch: Batch, ours: SchoolClass): void {
    const invited = this.#hold(batch, this.#ofClass(ours, LIGHTER, this.#published(-4, 3)));
    for (const each of invited) {
      if (!this.#desk.canReply(each)) continue;
      const ofParent = each.home.id === this.#homeOf('parent');
      this.#desk.reply(batch, each, ofParent ? { comes: true, changedTheirMind: true } : {});
    }
  }

  #cancelled(batch: Batch, ours: SchoolClass): void {
    const occasion = this.#published(1, 4);
    const invited = this.#hold(batch, {
      ...this.#ofClass(ours, SALON, {
        ...occasion,
        status: MeetingStatus.CANCELLED,
        cancelledAt: this.#workshop.calendar.after(-120),
        cancelReason: '主讲教师临时有公务',
      }),
      kind: MeetingKind.SALON,
    });
    const parent = invited.find((each) => each.home.id === this.#homeOf('parent'))!;
    this.#desk.reply(batch, parent, { comes: true });
  }

  #otherSchools(batch: Batch): void {
    const junior = classOf(this.#district, 1, 7, 1);
    const toJunior = this.#hold(batch, this.#ofClass(junior, MID_TERM, this.#published(2, 1)));
    for (const each of toJunior) if (this.#desk.canReply(each)) this.#desk.reply(batch, each, { comes: true });

    const school = this.#district.schools[2]!;
    this.#hold(batch, {
      ...this.#ofClass(school.classes[0]!, LIGHTER, this.#published(2, 5)),
      scope: MeetingScope.SCHOOL,
      classes: school.classes,
      title: `全校${LIGHTER.title}`,
      organiser: school.admins[0]!,
      place: '线上',
    });
  }

  #salon(batch: Batch, ours: SchoolClass): void {
    const { school, grade } = ours;
    const classes = school.classes.filter((each) => each.grade === grade);
    const room = school.rooms.find((each) => each.record.name === '图书馆阅览室')!;
    this.#hold(batch, {
      ...this.#ofClass(ours, SALON, this.#published(2, 5)),
      kind: MeetingKind.SALON,
      scope: MeetingScope.GRADE,
      classes,
      title: `${gradeName(grade)}${SALON.title}`,
      organiser: school.gradeHeads.get(grade)!,
      room,
      place: room.record.name,
      capacity: 30,
    });
  }

  #hold(batch: Batch, plan: MeetingPlan): Invited[] {
    const held = this.#book.enter(batch, plan);
    const invited = invite(
      batch,
      this.#workshop.ids,
      this.#workshop.dice.called(`guests/${plan.title}`),
      held,
      held.families.length,
    );
    for (const each of invited) tellInvited(batch, this.#workshop, each, [...this.#named.values()]);
    return invited;
  }

  #ofClass(schoolClass: SchoolClass, theme: Theme, occasion: MeetingPlan['occasion']): MeetingPlan {
    return {
      school: schoolClass.school,
      kind: MeetingKind.PARENT_MEETING,
      scope: MeetingScope.CLASS,
      classes: [schoolClass],
      title: `${schoolClass.record.name}${theme.title}`,
      theme,
      organiser: schoolClass.homeroom!,
      occasion,
      room: null,
      place: '本班教室',
      capacity: null,
    };
  }

  /** On Saturdays after all meetings that chance holds, whose room it may be. */
  #published(week: number, weekday: number): MeetingPlan['occasion'] {
    const { calendar } = this.#workshop;
    const startsAt = calendar.at(week, weekday, weekday === 5 ? 17 * 60 + 30 : 18 * 60 + 30);
    return {
      startsAt,
      endsAt: minutesAfter(startsAt, 60),
      status: MeetingStatus.PUBLISHED,
      publishedAt: startsAt > calendar.now ? calendar.after(-5 * 24 * 60) : daysAfter(startsAt, -12),
      replyBy: daysAfter(startsAt, -1),
      cancelledAt: null,
      cancelReason: null,
    };
  }

  #draft(week: number): MeetingPlan['occasion'] {
    return { ...this.#published(week, 2), status: MeetingStatus.DRAFT, publishedAt: null, replyBy: null };
  }

  #homeOf(account: string): string {
    const adult: Adult = this.#named.get(account)!;
    return adult.homes[0]!.id;
  }
}
