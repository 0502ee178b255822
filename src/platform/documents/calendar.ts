import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export interface CalendarEntry {
  /** The same for ever, whatever becomes of the event. */
  readonly uid: string;
  /** Higher after each change that whoever attends must know of, cancellation among them. */
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly from: Date;
  readonly to: Date;
  readonly title: string;
  readonly place: string | null;
  readonly description: string | null;
  readonly changedAt: Date;
}

/** How often a calendar program is asked to look again. */
const EVERY_SECONDS = 3600;

/**
 * A calendar (RFC 5545) to be subscribed to. Moments are written in UTC, so that no program has to know our zone; what is
 * cancelled stays in it and says so. Equal entries make equal bytes.
 */
export function calendar(name: string, entries: readonly CalendarEntry[]): Uint8Array {
  const made = new ICalCalendar({
    name,
    prodId: { company: 'home-school-hub', product: 'hub', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: EVERY_SECONDS,
    x: [{ key: 'X-WR-TIMEZONE', value: 'Asia/Shanghai' }],
  });
  for (const { uid, sequence, cancelled, from, to, title, place, description, changedAt } of entries) {
    made.createEvent({
      id: uid,
      sequence,
      start: from,
      end: to,
      summary: title,
      location: place,
      description,
      stamp: changedAt,
      lastModified: changedAt,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return Buffer.from(made.toString());
}
