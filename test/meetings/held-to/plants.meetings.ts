import {
  aMeetingClass,
  aMeetingInvitation,
  aMeetingInvitationStudent,
  anEngagement,
  minutesAfter,
} from '../../../seeds/factories/index.ts';
import { MeetingClass, MeetingInvitation, MeetingInvitationStudent } from '../../../src/domains/meetings/index.ts';
import { Engagement, EngagementKind } from '../../../src/domains/timetable/index.ts';
import type { Plant } from '../../checks/plant.ts';
import { endEngagements } from './engagements.ts';

const { MEETING_ROOM } = EngagementKind;
const nothing = '00000000-0000-7000-8000-000000000000';
const room = 'update meeting set room_id = $2 where id = $1';

/** Of the meeting itself: its room, its seats, its classes. */
export const meetingsPlants: readonly Plant[] = [
  {
    check: 'meetings.room-occupied',
    how: 'the room of the meeting is free for others',
    write: ({ run }, { ofSchool, spareRoom }) => run(room, ofSchool.meeting.id, spareRoom.id),
  },
  {
    check: 'meetings.room-occupied',
    how: 'the room is given back and the meeting takes place',
    write: (writes, { held }) => endEngagements(writes, held.meeting),
  },
  ...['starts_at', 'ends_at'].map((edge): Plant => ({
    check: 'meetings.room-occupied',
    how: `the room is occupied for a minute too little: ${edge}`,
    write: ({ run }, { held }) =>
      run(
        `update engagement set ${edge} = ${edge} + interval '${edge === 'ends_at' ? -1 : 1} minute' where source_id = $1`,
        held.meeting.id,
      ),
  })),
  {
    check: 'meetings.room-occupied',
    how: 'another room is occupied instead',
    alsoBreaks: ['meetings.room-engagement-has-meeting'],
    write: ({ run }, { held, spareRoom }) =>
      run('update engagement set room_id = $2 where source_id = $1', held.meeting.id, spareRoom.id),
  },
  {
    check: 'meetings.room-occupied',
    how: 'something else occupies the room at that time',
    alsoBreaks: ['meetings.room-engagement-has-meeting'],
    write: ({ run }, { held }) =>
      run('update engagement set source_id = $2 where source_id = $1', held.meeting.id, nothing),
  },
  {
    check: 'meetings.room-engagement-has-meeting',
    how: 'a second room beside its own',
    write: ({ row }, { held, spareRoom }) =>
      row(
        Engagement,
        anEngagement({
          room: spareRoom,
          sourceId: held.meeting.id,
          kind: MEETING_ROOM,
          startsAt: held.meeting.startsAt,
        }),
      ),
  },
  {
    check: 'meetings.room-engagement-has-meeting',
    how: 'of a meeting that was cancelled',
    write: ({ row }, { cancelled: { meeting }, hall }) =>
      row(
        Engagement,
        anEngagement({
          room: hall,
          sourceId: meeting.id,
          kind: MEETING_ROOM,
          startsAt: minutesAfter(meeting.endsAt, 60),
        }),
      ),
  },
  {
    check: 'meetings.seats',
    how: 'more than the meeting has',
    write: ({ run }, { held }) => run('update meeting set capacity = 1 where id = $1', held.meeting.id),
  },
  {
    check: 'meetings.seats',
    how: 'more than its room has',
    refusedBy: 'room_capacity_stays',
    write: ({ run }, { hall }) => run('update room set capacity = 1 where id = $1', hall.id),
  },
  {
    check: 'meetings.classes',
    how: 'for no class',
    alsoBreaks: ['meetings.invited-children'],
    write: ({ run }, { held }) => run('delete from meeting_class where meeting_id = $1', held.meeting.id),
  },
  {
    check: 'meetings.classes',
    how: 'for a class of another school',
    write: ({ row }, { ofSchool: { meeting }, neighbourClass }) =>
      row(MeetingClass, aMeetingClass({ meeting, schoolClass: neighbourClass })),
  },
  {
    check: 'meetings.classes',
    how: 'a class meeting of two classes',
    write: ({ row }, { held: { meeting }, parallelClass }) =>
      row(MeetingClass, aMeetingClass({ meeting, schoolClass: parallelClass })),
  },
  {
    check: 'meetings.classes',
    how: 'a grade meeting of two grades',
    write: ({ row }, { ofGrade: { meeting }, olderClass }) =>
      row(MeetingClass, aMeetingClass({ meeting, schoolClass: olderClass })),
  },
  {
    check: 'meetings.draft-invites-nobody',
    how: 'a family is invited to a draft',
    async write({ row }, { draftMeeting, first }) {
      const invitation = aMeetingInvitation({ meeting: draftMeeting, household: first.household });
      await row(MeetingInvitation, invitation);
      await row(MeetingInvitationStudent, aMeetingInvitationStudent({ invitation, student: first.students[0]! }));
    },
  },
  {
    check: 'meetings.room-of-school',
    how: 'in a room of another school',
    write: ({ run }, { draftMeeting, neighbourRoom }) => run(room, draftMeeting.id, neighbourRoom.id),
  },
];
