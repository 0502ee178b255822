import {
  InvitationStatus,
  MeetingInvitation,
  MeetingInvitationStudent,
  MeetingKind,
  MeetingScope,
} from '../../../src/domains/meetings/index.ts';
import type { Dice, Ids } from '../../deterministic/index.ts';
import { aMeetingInvitation, aMeetingInvitationStudent, type MeetingInvitationRecord } from '../../factories/index.ts';
import type { Batch } from '../../writing/index.ts';
import type { Home } from '../people/index.ts';
import type { Held } from './meeting-book.ts';

export interface Invited {
  readonly meeting: Held;
  readonly home: Home;
  readonly record: MeetingInvitationRecord;
}

const SALON_GUESTS = 24;
const WITHDRAWN = 0.005;

/**
 * How many families each meeting invites, so that they are `quota` in all: class meetings every family, salons a few,
 * and the meetings of grades and schools as many as are left.
 * @returns the numbers, and what of the quota no meeting can take
 */
export function guestNumbers(
  meetings: readonly Held[],
  quota: number,
): { readonly numbers: Map<Held, number>; readonly left: number } {
  const numbers = new Map(meetings.map((meeting) => [meeting, 0]));
  let left = quota;
  const fill = (wanted: (meeting: Held) => boolean, most: (meeting: Held) => number): void => {
    for (const meeting of meetings.filter(wanted)) {
      const more = Math.max(0, Math.min(most(meeting) - numbers.get(meeting)!, left));
      numbers.set(meeting, numbers.get(meeting)! + more);
      left -= more;
    }
  };
  const everyone = (meeting: Held): number => meeting.families.length;
  const salon = (meeting: Held): boolean => meeting.record.kind === MeetingKind.SALON;
  const scope =
    (...scopes: MeetingScope[]) =>
    (meeting: Held): boolean =>
      scopes.includes(meeting.record.scope);
  fill(scope(MeetingScope.CLASS), everyone);
  fill(
    (meeting) => salon(meeting) && !scope(MeetingScope.CLASS)(meeting),
    (meeting) => Math.min(SALON_GUESTS, everyone(meeting)),
  );
  fill((meeting) => !salon(meeting) && scope(MeetingScope.GRADE)(meeting), everyone);
  fill((meeting) => !salon(meeting), everyone);
  fill(salon, everyone);
  return { numbers, left };
}

export function invite(batch: Batch, ids: Ids, dice: Dice, meeting: Held, guests: number): Invited[] {
  return meeting.families.slice(0, guests).map((home, index) => {
    const record = aMeetingInvitation({
      id: ids.next('meeting-invitation'),
      createdAt: meeting.record.publishedAt!,
      meeting: meeting.record,
      household: home,
      status: dice.chance(WITHDRAWN) ? InvitationStatus.WITHDRAWN : InvitationStatus.INVITED,
      invitedAt: new Date(meeting.record.publishedAt!.getTime() + index * 1000),
    });
    batch.add(MeetingInvitation, record);
    for (const child of meeting.children.get(home)!) {
      batch.add(
        MeetingInvitationStudent,
        aMeetingInvitationStudent({ id: ids.next('meeting-invitation-student'), invitation: record, student: child }),
      );
    }
    return { meeting, home, record };
  });
}
