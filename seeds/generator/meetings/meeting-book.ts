import {
  AgendaItem,
  Meeting,
  MeetingCitation,
  MeetingClass,
  type MeetingKind,
  type MeetingScope,
  MeetingStatus,
  MeetingTopic,
} from '../../../src/domains/meetings/index.ts';
import { Engagement, EngagementKind } from '../../../src/domains/timetable/index.ts';
import type { Dice } from '../../deterministic/index.ts';
import {
  aMeeting,
  aMeetingCitation,
  aMeetingClass,
  aMeetingTopic,
  anAgendaItem,
  anEngagement,
  type MeetingRecord,
} from '../../factories/index.ts';
import type { Batch } from '../../writing/index.ts';
import type { Child, Home, Room, School, SchoolClass, StaffMember } from '../people/index.ts';
import type { Workshop } from '../workshop.ts';
import type { Occasion } from './schedule.ts';
import { AGENDA, type Theme } from './themes.ts';

export interface MeetingPlan {
  readonly school: School;
  readonly kind: MeetingKind;
  readonly scope: MeetingScope;
  readonly classes: readonly SchoolClass[];
  readonly title: string;
  readonly theme: Theme;
  readonly organiser: StaffMember;
  readonly occasion: Occasion;
  readonly room: Room | null;
  readonly place: string;
  readonly capacity: number | null;
}

/** A meeting that is written, and what is still to be settled: who is invited, and how many seats are left. */
export interface Held {
  readonly record: MeetingRecord;
  /** Families that could be invited, in no particular order. */
  readonly families: Home[];
  /** The children of each family that the meeting is for. */
  readonly children: ReadonlyMap<Home, readonly Child[]>;
  seats: number;
}

const CITES = 0.3;

/** Writes meetings with all that stands about them but their guests. */
export class MeetingBook {
  readonly #workshop: Workshop;
  readonly #dice: Dice;
  /** Ids of published policy editions. */
  readonly #citable: readonly string[];

  constructor(workshop: Workshop, dice: Dice, citable: readonly string[]) {
    this.#workshop = workshop;
    this.#dice = dice;
    this.#citable = citable;
  }

  enter(batch: Batch, plan: MeetingPlan): Held {
    const { ids } = this.#workshop;
    const { occasion, room } = plan;
    const record = aMeeting({
      ...occasion,
      id: ids.next('meeting'),
      createdAt: occasion.publishedAt ?? this.#workshop.calendar.after(-60),
      school: plan.school.record,
      kind: plan.kind,
      scope: plan.scope,
      title: plan.title,
      summary: plan.theme.summary,
      organiser: plan.organiser.id,
      room: room?.record ?? null,
      place: plan.place,
      capacity: plan.capacity,
    });
    batch.add(Meeting, record);
    for (const each of plan.classes) {
      batch.add(
        MeetingClass,
        aMeetingClass({ id: ids.next('meeting-class'), meeting: record, schoolClass: each.record }),
      );
    }
    this.#addAgenda(batch, record, plan.organiser);
    this.#addLinks(batch, record, plan.theme);
    if (room && record.status === MeetingStatus.PUBLISHED) {
      room.timetable.occupy(record.startsAt, record.endsAt);
      batch.add(
        Engagement,
        anEngagement({
          id: ids.next('engagement'),
          createdAt: record.publishedAt!,
          room: room.record,
          sourceId: record.id,
          kind: EngagementKind.MEETING_ROOM,
          title: record.title,
          startsAt: record.startsAt,
          endsAt: record.endsAt,
        }),
      );
    }
    const invites = record.publishedAt !== null;
    const children = invites ? childrenByFamily(plan.classes) : new Map<Home, Child[]>();
    return {
      record,
      families: this.#dice.shuffle([...children.keys()]),
      children,
      seats: Math.min(plan.capacity ?? Infinity, room?.record.capacity ?? Infinity),
    };
  }

  #addAgenda(batch: Batch, meeting: MeetingRecord, organiser: StaffMember): void {
    const minutes = (meeting.endsAt.getTime() - meeting.startsAt.getTime()) / 60_000;
    const titles = this.#dice.sample(AGENDA, this.#dice.int(3, 5));
    const each = Math.floor(minutes / titles.length / 5) * 5;
    titles.forEach((title, index) => {
      batch.add(
        AgendaItem,
        anAgendaItem({
          id: this.#workshop.ids.next('agenda-item'),
          meeting,
          ordinal: index + 1,
          title,
          durationMinutes: each,
          speaker: index === 0 || this.#dice.chance(0.3) ? organiser.name : null,
        }),
      );
    });
  }

  #addLinks(batch: Batch, meeting: MeetingRecord, theme: Theme): void {
    const { ids, reference } = this.#workshop;
    for (const code of theme.topics) {
      batch.add(
        MeetingTopic,
        aMeetingTopic({ id: ids.next('meeting-topic'), meeting, topic: reference.topics.get(code)! }),
      );
    }
    if (!this.#dice.chance(CITES)) return;
    for (const edition of this.#dice.sample(this.#citable, this.#dice.int(1, 2))) {
      batch.add(MeetingCitation, aMeetingCitation({ id: ids.next('meeting-citation'), meeting, edition }));
    }
  }
}

/** Each family once, with those of its children who are in the classes. */
function childrenByFamily(classes: readonly SchoolClass[]): Map<Home, Child[]> {
  const families = new Map<Home, Child[]>();
  for (const child of classes.flatMap((each) => each.children)) {
    for (const home of child.homes) families.set(home, [...(families.get(home) ?? []), child]);
  }
  return families;
}
