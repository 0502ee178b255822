import type { ViewerShape } from '../../platform/auth/index.ts';
import {
  allOf,
  anyOf,
  now,
  Scope,
  sql,
  table,
  unlessNever,
  type Alias,
  type Condition,
  type Found,
  type Sql,
} from '../../platform/reading/index.ts';
import {
  childrenOfGuardian,
  isMyChild,
  schoolInMyAnalysis,
  schoolInMyDistricts,
  countsWidely,
  mine,
} from '../people/index.ts';
import type { AgendaItem } from './agenda-item.entity.ts';
import type { MeetingInvitation } from './meeting-invitation.entity.ts';
import type { MeetingReply } from './meeting-reply.entity.ts';
import type { Meeting } from './meeting.entity.ts';

/*
 * Few rows follow from the viewer's own ids, whatever the size of the tables: `= any(array(select …))` reads them once,
 * and an index can be asked for them even where that is one of several alternatives; a scalar `(select …)` about the
 * meeting of a row is one look-up by its key, which PostgreSQL never turns into a scan of all meetings.
 */

/** Families see a meeting from its publication on, also when it is cancelled later. */
function published(meeting: Alias): Sql {
  return sql`${meeting}.published_at is not null`;
}

/**
 * Standing invitations of a household of the viewer that are for a child of theirs today: whoever lost that child sees
 * nothing of them, though another child of the household is theirs.
 */
const FOR_MY_CHILDREN: Sql = sql`${table('meeting_invitation_student')} ivs join ${table('meeting_invitation')} inv on inv.id = ivs.invitation_id
  where ivs.ended_at is null and ${isMyChild(sql`ivs.student_id`)} and inv.household_id = any(${mine.householdIds}) and inv.status = 'INVITED'`;

const invitingMe: Sql = sql`array(select inv.meeting_id from ${FOR_MY_CHILDREN})`;

const myInvitations: Sql = sql`array(select inv.id from ${FOR_MY_CHILDREN})`;

/** Follows from what is mine, and leads by the index of the household to the few rows that can be. */
function ofMyHouseholds(row: Alias): Sql {
  return sql`${row}.household_id = any(${mine.householdIds})`;
}

const ofMyClasses: Sql = sql`array(select mcl.meeting_id from ${table('meeting_class')} mcl where mcl.school_class_id = any(${mine.classIds}))`;

/** An organiser who has left the school has left its meetings. */
function organisedByMe(meeting: Alias): Sql {
  return sql`(${meeting}.organiser_id = ${mine.staffId} and ${meeting}.school_id = any(${mine.staffSchoolIds}))`;
}

/** The household has a pupil in one of the classes that the viewer teaches now. */
function familyOfMyClasses(householdId: Sql): Sql {
  return sql`${householdId} in (select hst.household_id from ${table('class_membership')} cms join ${table('household_student')} hst on hst.student_id = cms.student_id
    where cms.school_class_id = any(${mine.classIds}) and cms.status = 'ACTIVE')`;
}

const mtg = new Scope('mtg');

interface HasMeeting {
  readonly meeting: Meeting;
}

type OfMeeting = (meeting: Scope<Meeting>) => Sql;

/** The row's meeting meets the condition: for one row at a time. */
function itsMeeting(row: Scope<HasMeeting>, condition: OfMeeting): Sql {
  const meeting = row.parent('meeting');
  return unlessNever(condition(meeting ?? mtg), (met) =>
    meeting ? met : sql`(select ${met} from ${table('meeting')} mtg where mtg.id = ${row}.meeting_id)`,
  );
}

/** The same for many rows of many meetings. */
function ofMeetings(row: Scope<HasMeeting>, condition: OfMeeting): Sql {
  const meeting = row.parent('meeting');
  return unlessNever(condition(meeting ?? mtg), (met) =>
    meeting ? met : sql`exists (select 1 from ${table('meeting')} mtg where mtg.id = ${row}.meeting_id and ${met})`,
  );
}

/** Meetings that the viewer sees with the names that stand in them. */
const meetingsWithNames: Condition<Meeting> = (row, viewer) =>
  anyOf([
    viewer.guardian && allOf([published(row), sql`${row}.id = any(${invitingMe})`]),
    viewer.teacher && allOf([published(row), sql`${row}.id = any(${ofMyClasses})`]),
    viewer.staff && organisedByMe(row),
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    viewer.district && schoolInMyDistricts(row),
  ]);

export const visibleMeetings: Condition<Meeting> = (row, viewer) =>
  anyOf([meetingsWithNames(row, viewer), viewer.analyst && allOf([published(row), schoolInMyAnalysis(row)])]);

/** Whoever works at a school sees none of another one: neither as a teacher nor as an organiser nor as an administrator. */
export function meetingsFoundBy(viewer: ViewerShape): readonly Found<Meeting>[] | undefined {
  if (viewer.district || viewer.analyst) return undefined;
  return [
    ...(viewer.guardian ? [{ by: 'id' as const, among: invitingMe }] : []),
    ...(viewer.staff ? [{ by: 'school' as const, among: mine.staffSchoolIds, many: true as const }] : []),
  ];
}

export const visibleAgendaItems: Condition<AgendaItem> = (row, viewer) =>
  row.seenWith('meeting', () => ofMeetings(row, (meeting) => visibleMeetings(meeting, viewer)));

/** Analysts read the agenda without its names. */
export const agendaItemsWithNames: Condition<AgendaItem> = (row, viewer) =>
  ofMeetings(row, (meeting) => meetingsWithNames(meeting, viewer));

/** Rows of a family at a meeting, as staff see them: a teacher the families of the own classes, the organiser and the school all. */
const familiesOfMyMeetings: Condition<HasMeeting> = (row, viewer) => {
  // A viewer who sees meetings only because they are their own, or their school's, sees the families of each.
  const seesTheirOwn = !viewer.guardian && !viewer.teacher && !viewer.district && !viewer.analyst;
  return seesTheirOwn ? row.seenWith('meeting', () => ofStaff(row, viewer)) : ofStaff(row, viewer);
};

const ofStaff: Condition<HasMeeting> = (row, viewer) =>
  anyOf([
    viewer.teacher &&
      allOf([
        sql`${row}.meeting_id = any(${ofMyClasses})`,
        familyOfMyClasses(sql`${row}.household_id`),
        itsMeeting(row, published),
      ]),
    viewer.staff && itsMeeting(row, organisedByMe),
    viewer.school && itsMeeting(row, (meeting) => sql`${meeting}.school_id = any(${mine.schoolIds})`),
  ]);

/** All its classes are the viewer's: how many were invited is theirs to know, with those who have left a class since. */
const ofMyClassesAlone: OfMeeting = (meeting) =>
  allOf([
    published(meeting),
    sql`not exists (select 1 from ${table('meeting_class')} mcl where mcl.meeting_id = ${meeting}.id and mcl.school_class_id <> all(${mine.classIds}))`,
  ]);

/** Meetings of which the viewer knows how many families stand on the lists. */
export const countedMeetings: Condition<Meeting> = (row, viewer) =>
  anyOf([
    viewer.staff && organisedByMe(row),
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    countsWidely(viewer) && schoolInMyDistricts(row),
  ]);

/**
 * Meetings of which the viewer sees families: their own, those of their classes, or all. Whoever counts those of a
 * whole district is not shown a part.
 */
export const meetingsOfSeenFamilies: Condition<Meeting> = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.id = any(${invitingMe})`,
    viewer.teacher && !countsWidely(viewer) && sql`${row}.id = any(${ofMyClasses})`,
    viewer.staff && organisedByMe(row),
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
  ]);

/**
 * Meetings of which the viewer is told how many families they have: those that they count, or that are of their classes
 * alone. Whoever counts for a district is told of its meetings too, of large groups at least.
 */
export const meetingsToldOf: Condition<Meeting> = (row, viewer) =>
  anyOf([
    countedMeetings(row, viewer),
    viewer.teacher && ofMyClassesAlone(row),
    viewer.district && schoolInMyDistricts(row),
    viewer.analyst && allOf([published(row), schoolInMyAnalysis(row)]),
  ]);

/** Rows of a family at a meeting that are numbers only. */
const familiesInMyFigures: Condition<HasMeeting> = (row, viewer) =>
  anyOf([
    viewer.teacher && ofMeetings(row, ofMyClassesAlone),
    viewer.district && ofMeetings(row, schoolInMyDistricts),
    viewer.analyst && ofMeetings(row, (meeting) => allOf([published(meeting), schoolInMyAnalysis(meeting)])),
  ]);

export const visibleInvitations: Condition<MeetingInvitation> = (row, viewer) =>
  anyOf([
    viewer.guardian && allOf([ofMyHouseholds(row), sql`${row}.id = any(${myInvitations})`, itsMeeting(row, published)]),
    familiesOfMyMeetings(row, viewer),
  ]);

export const countableInvitations: Condition<MeetingInvitation> = (row, viewer) =>
  anyOf([visibleInvitations(row, viewer), familiesInMyFigures(row, viewer)]);

/** A family sees its replies, whichever guardian gave them, as long as it sees the invitation. */
export const visibleReplies: Condition<MeetingReply> = (row, viewer) =>
  anyOf([
    viewer.guardian && allOf([ofMyHouseholds(row), sql`${row}.invitation_id = any(${myInvitations})`]),
    familiesOfMyMeetings(row, viewer),
  ]);

export const countableReplies: Condition<MeetingReply> = (row, viewer) =>
  anyOf([visibleReplies(row, viewer), familiesInMyFigures(row, viewer)]);

/**
 * A guardian whom a current reply names for a meeting to come has a child today that it is for: one whose right a day
 * has taken away comes no more, though that is yet to be written down.
 */
export const comesToday = (
  link: Alias,
): Sql => sql`(select rpl.superseded_at is not null or mtg.ends_at <= ${now} or exists (select 1 from ${table('meeting_invitation_student')} ivs
    where ivs.invitation_id = rpl.invitation_id and ivs.ended_at is null and ivs.student_id = any(${childrenOfGuardian(sql`${link}.guardian_id`)}))
  from ${table('meeting_reply')} rpl join ${table('meeting')} mtg on mtg.id = rpl.meeting_id where rpl.id = ${link}.reply_id)`;
