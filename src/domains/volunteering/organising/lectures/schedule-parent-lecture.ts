import { flushOr, requiredText, type Transaction } from '../../../../platform/commands/index.ts';
import { BadUserInput, NotFound, violationOf } from '../../../../platform/errors/index.ts';
import { raw, sql } from '../../../../platform/reading/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { Audience, createAudience, District, School, actingStaff, type RightAtHand } from '../../../people/index.ts';
import { engage, EngagementKind, isOverlap, type NewEngagement } from '../../../timetable/index.ts';
import { tell } from '../../notices/index.ts';
import {
  ActivityKind,
  ActivityStatus,
  LECTURE_OF_CLASS_NO_OVERLAP,
  ownSentence,
  type ParentLecture,
  ParentLectureStatus,
  Shift,
  ShiftRole,
  ShiftStatus,
  Signup,
  SignupStatus,
  VolunteerActivity,
} from '../../model/index.ts';
import { decideLecture } from './decide-on-parent-lecture.ts';
import { classFacts, type ClassFacts } from './lecture.facts.ts';
import { lockLectureToDecide } from './lecture.locks.ts';
import { ParentLectureAction, SCHEDULE_RULES } from './lecture.rules.ts';

const MOST_MINUTES = 240;
const MINUTE = 60_000;

export interface LectureTime {
  readonly lectureId: string;
  readonly startsAt: Date;
  /** After as many minutes as the lecture takes where left out. */
  readonly endsAt: Date | null;
  /** Where it is given: in words, or a room of the school by bare id; one of the two. */
  readonly place: string | null;
  readonly roomId: string | null;
}

/**
 * Gives a lecture its time: a published activity for the families of the class with one shift of one role, the guardian
 * signed up and engaged for it, and the room taken. Signing up for it has ended as it begins to be seen, and so has
 * cancelling freely: the place is the guardian's.
 * @throws RuleViolation, NotFound, Forbidden, BadUserInput
 */
export async function scheduleParentLecture(
  tx: Transaction,
  wanted: LectureTime,
): Promise<{ lecture: string; shift: string }> {
  if ((wanted.place === null) === (wanted.roomId === null)) {
    throw new BadUserInput(
      { zh: '请填写地点或选择场地,二者选一。', en: 'Say where in words, or name a room: one of the two.' },
      ['input', 'place'],
    );
  }
  const words = wanted.place === null ? null : requiredText(wanted.place, { path: ['place'], longest: 60 });
  const { lecture } = await lockLectureToDecide(tx, wanted.lectureId, ParentLectureAction.SCHEDULE);
  const time = timeOf(tx, lecture, wanted);
  const [at] = await tx.query<ClassFacts>(
    sql`select cls.* from parent_lecture plc, lateral (${classFacts(raw('plc'))}) cls where plc.id = ${lecture.id}::uuid`,
  );
  if (at!.left) throw violationOf(SCHEDULE_RULES, 'LEFT', ['lectureId']);
  if (at!.suspended) throw violationOf(SCHEDULE_RULES, 'SUSPENDED', ['lectureId']);
  const place = words ?? (await roomName(tx, wanted.roomId!, at!.schoolId));

  const { shift, signup, title } = await publish(tx, lecture, at!, { ...time, place });
  if (wanted.roomId !== null) {
    await occupy(
      tx,
      { subject: { roomId: wanted.roomId }, kind: EngagementKind.SHIFT_ROOM, sourceId: shift.id, title, ...time },
      'ROOM_TAKEN',
      'roomId',
    );
  }
  await occupy(
    tx,
    {
      subject: { personId: lecture.person.id },
      restsOn: { familiesOf: lecture.schoolClass.id },
      kind: EngagementKind.SHIFT_SIGNUP,
      sourceId: signup.id,
      title,
      ...time,
    },
    'OVERLAP',
    'startsAt',
  );
  decideLecture(tx, lecture, ParentLectureStatus.SCHEDULED, null);
  lecture.shift = shift;
  await takeTheClass(tx, lecture, time);
  await askDeciders(tx, [lecture.id]);
  await tell(tx, 'LECTURE_SCHEDULED', {
    to: [lecture.person.id],
    params: { lecture: lecture.title, at: time.startsAt, place },
    about: lecture.id,
  });
  return { lecture: lecture.id, shift: shift.id };
}

interface Time {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

function timeOf({ now }: Transaction, { durationMinutes }: ParentLecture, { startsAt, endsAt }: LectureTime): Time {
  const until = endsAt ?? new Date(startsAt.getTime() + durationMinutes * MINUTE);
  if (startsAt <= now) throw violationOf(SCHEDULE_RULES, 'PAST', ['startsAt']);
  if (until <= startsAt || until.getTime() - startsAt.getTime() > MOST_MINUTES * MINUTE)
    throw violationOf(SCHEDULE_RULES, 'TIMES', ['endsAt']);
  return { startsAt, endsAt: until };
}

async function roomName(tx: Transaction, roomId: string, schoolId: string): Promise<string> {
  const [room] = await tx.query<{ name: string }>(
    sql`select rom.name from room rom where rom.id = ${roomId}::uuid and rom.school_id = ${schoolId}::uuid`,
  );
  if (!room) throw new NotFound();
  return room.name;
}

/** The exclusion constraint decides whether the time is free; the transaction is lost where it is not. */
async function occupy(
  tx: Transaction,
  wanted: NewEngagement & { readonly restsOn?: RightAtHand },
  code: 'OVERLAP' | 'ROOM_TAKEN',
  field: string,
): Promise<void> {
  try {
    await engage(tx.em, wanted);
  } catch (error) {
    throw isOverlap(error) ? violationOf(SCHEDULE_RULES, code, [field]) : error;
  }
}

/** The same of the class, which hears one lecture at a time. */
async function takeTheClass(tx: Transaction, lecture: ParentLecture, { startsAt, endsAt }: Time): Promise<void> {
  Object.assign(lecture, { startsAt, endsAt });
  await flushOr(tx, { [LECTURE_OF_CLASS_NO_OVERLAP]: () => violationOf(SCHEDULE_RULES, 'CLASS_TAKEN', ['startsAt']) });
}

async function publish(
  tx: Transaction,
  lecture: ParentLecture,
  at: ClassFacts,
  { place, startsAt, endsAt }: Time & { readonly place: string },
) {
  const { em, now } = tx;
  const node = { district: em.getReference(District, at.districtId), school: em.getReference(School, at.schoolId) };
  const audience = await createAudience(
    tx,
    { districtId: at.districtId, schoolId: at.schoolId, parts: null },
    [{ classId: lecture.schoolClass.id }],
    [],
  );
  const activity = em.create(VolunteerActivity, {
    ...node,
    kind: ActivityKind.PARENT_LECTURE,
    title: `家长讲堂:${lecture.title}`,
    purpose: lecture.outline,
    riskNotice: ownSentence('LECTURE_RISKS'),
    contactName: `${at.className}班主任`,
    audience: em.getReference(Audience, audience),
    organiser: actingStaff(tx),
    status: ActivityStatus.PUBLISHED,
    publishedAt: now,
    createdAt: now,
  });
  const shift = em.create(Shift, {
    ...node,
    activity,
    place,
    startsAt,
    endsAt,
    signupOpensAt: new Date(now.getTime() - 1),
    signupClosesAt: now,
    cancelUntil: now,
    status: ShiftStatus.SCHEDULED,
    publishedAt: now,
    createdAt: now,
  });
  const role = em.create(ShiftRole, { shift, ordinal: 1, name: '主讲家长', capacity: 1, minimum: 1, createdAt: now });
  const signup = em.create(Signup, {
    role,
    shift,
    guardian: lecture.guardian,
    person: lecture.person,
    status: SignupStatus.CONFIRMED,
    signedUpAt: lecture.proposedAt,
    createdAt: now,
  });
  await em.flush();
  return { shift, signup, title: activity.title };
}
