import {
  InvitationStatus,
  MeetingReply,
  MeetingReplyGuardian,
  MeetingStatus,
  ReplyAnswer,
} from '../../../src/domains/meetings/index.ts';
import { Engagement, EngagementKind, EngagementStatus } from '../../../src/domains/timetable/index.ts';
import { type Calendar, type Dice, earliest } from '../../deterministic/index.ts';
import { aMeetingReply, aMeetingReplyGuardian, anEngagement, type MeetingRecord } from '../../factories/index.ts';
import type { Batch } from '../../writing/index.ts';
import type { Adult } from '../people/index.ts';
import type { Workshop } from '../workshop.ts';
import type { Invited } from './invitations.ts';
import { NOTES } from './themes.ts';

const ATTENDING = 0.84;
const BOTH_COME = 0.12;
const BRINGS_SOMEBODY = 0.08;

export interface Manner {
  /** Left out: as chance will have it. */
  readonly comes?: boolean;
  /** There is an earlier reply that says the contrary. */
  readonly changedTheirMind?: boolean;
}

interface Answer {
  readonly adults: readonly Adult[];
  readonly attendees: number;
  readonly repliedAt: Date;
  readonly supersededAt: Date | null;
}

/** Families answer: what they cannot keep, because of another engagement or for want of seats, they do not promise. */
export class ReplyDesk {
  readonly #workshop: Workshop;
  readonly #dice: Dice;

  constructor(workshop: Workshop, dice: Dice) {
    this.#workshop = workshop;
    this.#dice = dice;
  }

  /** Whether the family can have answered by now. */
  canReply({ home, record, meeting }: Invited): boolean {
    return (
      record.status === InvitationStatus.INVITED &&
      home.adults.some((adult) => adult.acts) &&
      lastMoment(this.#workshop.calendar, meeting.record).getTime() - record.invitedAt.getTime() > 10 * 60_000
    );
  }

  reply(
    batch: Batch,
    invited: Invited,
    { comes = this.#dice.chance(ATTENDING), changedTheirMind = false }: Manner = {},
  ): void {
    const { meeting, record } = invited;
    const from = record.invitedAt.getTime();
    const to = lastMoment(this.#workshop.calendar, meeting.record).getTime();
    const moment = (least: number): Date =>
      new Date(from + Math.floor(((to - from) * (least + this.#dice.fraction() * (1 - least))) / 1000) * 1000);
    const repliedAt = moment(changedTheirMind ? 0.5 : 0);
    const adults = comes ? this.#whoComes(invited) : [];
    const attendees =
      adults.length +
      (adults.length > 0 && meeting.seats > adults.length && this.#dice.chance(BRINGS_SOMEBODY) ? 1 : 0);
    if (changedTheirMind) {
      const before = adults.length > 0 ? [] : this.#acting(invited).slice(0, 1);
      const earlier = new Date(from + Math.floor(((to - from) * 0.3) / 1000) * 1000);
      this.#write(batch, invited, {
        adults: before,
        attendees: before.length,
        repliedAt: earlier,
        supersededAt: repliedAt,
      });
    }
    meeting.seats -= attendees;
    this.#write(batch, invited, { adults, attendees, repliedAt, supersededAt: null });
    if (meeting.record.status !== MeetingStatus.PUBLISHED) return;
    for (const adult of adults) adult.timetable.occupy(meeting.record.startsAt, meeting.record.endsAt);
  }

  #acting({ home }: Invited): Adult[] {
    return home.adults.filter((adult) => adult.acts);
  }

  #whoComes(invited: Invited): Adult[] {
    const { startsAt, endsAt } = invited.meeting.record;
    const free = this.#acting(invited).filter((adult) => adult.timetable.isFree(startsAt, endsAt));
    const wanted = free.length > 1 && this.#dice.chance(BOTH_COME) ? free.slice(0, 2) : free.slice(0, 1);
    return wanted.length <= invited.meeting.seats ? wanted : [];
  }

  #write(batch: Batch, invited: Invited, { adults, attendees, repliedAt, supersededAt }: Answer): void {
    const { ids } = this.#workshop;
    const meeting = invited.meeting.record;
    const reply = aMeetingReply({
      id: ids.next('meeting-reply'),
      createdAt: repliedAt,
      invitation: invited.record,
      guardian: (adults[0] ?? this.#acting(invited)[0]!).guardian,
      answer: adults.length > 0 ? ReplyAnswer.ATTENDING : ReplyAnswer.NOT_ATTENDING,
      attendeeCount: attendees,
      note: this.#dice.chance(0.05) ? this.#dice.pick(NOTES) : null,
      repliedAt,
      supersededAt,
    });
    batch.add(MeetingReply, reply);
    const endedAt = supersededAt ?? meeting.cancelledAt;
    for (const adult of adults) {
      batch.add(
        MeetingReplyGuardian,
        aMeetingReplyGuardian({
          id: ids.next('meeting-reply-guardian'),
          createdAt: repliedAt,
          reply,
          guardian: adult.guardian,
        }),
      );
      batch.add(
        Engagement,
        anEngagement({
          id: ids.next('engagement'),
          createdAt: repliedAt,
          person: adult.person,
          sourceId: reply.id,
          kind: EngagementKind.MEETING_ATTENDANCE,
          title: meeting.title,
          startsAt: meeting.startsAt,
          endsAt: meeting.endsAt,
          status: endedAt ? EngagementStatus.ENDED : EngagementStatus.ACTIVE,
          endedAt,
        }),
      );
    }
  }
}

function lastMoment(calendar: Calendar, meeting: MeetingRecord): Date {
  return earliest(meeting.replyBy ?? meeting.startsAt, calendar.now, meeting.cancelledAt);
}
