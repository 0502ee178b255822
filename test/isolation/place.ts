import { CourseEditionStatus } from '../../src/domains/courses/index.ts';
import { PolicyLevel } from '../../src/domains/policy/index.ts';
import { MeetingStatus } from '../../src/domains/meetings/index.ts';
import { placeOf, writeSamples, type SampleReach } from '../../seeds/samples/index.ts';
import {
  course,
  families,
  meeting,
  openShift,
  policyEdition,
  policyLecture,
  scheduledLecture,
  signedUp,
  told,
  type Family,
  type Scenario,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import {
  aParentLecture,
  aStandIn,
  aWaitlistEntry,
  aWaitlistSkip,
  type SchoolClassRecord,
  type SchoolRecord,
} from '../../seeds/factories/index.ts';
import {
  ParentLecture,
  ServiceSource,
  StandIn,
  WaitlistEntry,
  WaitlistSkip,
} from '../../src/domains/volunteering/index.ts';
import { past, served } from '../volunteering/service.ts';

/** One school with everything that is private to it, each thing named by its global id. */
export interface Place {
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  readonly teacher: StaffMember;
  readonly admin: StaffMember;
  readonly families: readonly Family[];
  /** What nobody of another school may reach, district staff and analysts apart. */
  readonly ofTheSchool: readonly string[];
  /** What only the families, their teachers and the school may reach. */
  readonly personal: readonly string[];
  /** What the first parent has been told. */
  readonly notices: readonly string[];
  /** What only the author and the school's administration may reach. */
  readonly drafts: readonly string[];
}

/** Writes a school, the first one of its district or another, with one class of that grade, two families and all that they take part in. */
export async function place(scenario: Scenario, gradeNumber: number, { first = true } = {}): Promise<Place> {
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school, gradeNumber);
  const teacher = await scenario.teacher(schoolClass);
  const admin = await scenario.schoolAdmin(school);
  const room = await scenario.room(school);
  const inClass = await families(scenario, 2, [schoolClass], { guardians: 2 });
  const held = await meeting(scenario, teacher, schoolClass, inClass, { attending: 2, room });
  const planned = await meeting(scenario, teacher, schoolClass, [], { status: MeetingStatus.DRAFT });
  const offered = await openShift(scenario, teacher, { school });
  const signup = await signedUp(scenario, offered, inClass[0]!);
  const waits = aWaitlistEntry({
    role: offered.role,
    guardian: inClass[1]!.parent.guardian,
    household: inClass[1]!.household,
  });
  const skip = aWaitlistSkip({ entry: waits });
  const standIn = aStandIn({ signup, expiresAt: offered.shift.startsAt });
  await scenario.write((put, batch) => {
    put(WaitlistEntry, waits);
    put(WaitlistSkip, skip);
    put(StandIn, standIn);
    batch.afterwards('update shift_role set last_sequence = $2 where id = $1', [
      offered.role.id,
      offered.role.lastSequence,
    ]);
  });
  const talk = await scheduledLecture(scenario, teacher, schoolClass, inClass[1]!, {
    startsAt: scenario.at(72 * 60),
    room,
  });
  const proposal = aParentLecture({ schoolClass, guardian: inClass[0]!.parent.guardian });
  await scenario.write((put) => put(ParentLecture, proposal));
  const shiftBefore = await past(scenario, teacher, inClass[0]!, school, -48 * 60);
  const service = await served(scenario, shiftBefore, { source: ServiceSource.SYSTEM_CHECKED });
  const { rows: attendances } = await scenario.pool.query<{ id: string }>(
    'select id from attendance where signup_id = $1',
    [shiftBefore.signup.id],
  );
  const audience = await scenario.audience({ school });
  const rule = await policyEdition(scenario, ['校内规定'], {
    school,
    level: PolicyLevel.SCHOOL,
    isPublic: false,
    audience,
  });
  const own = await course(scenario, audience, { school, isPublic: false });
  const draft = await course(
    scenario,
    audience,
    { school, isPublic: false, createdBy: teacher.staff },
    { status: CourseEditionStatus.DRAFT },
  );
  const lecture = await policyLecture(scenario, audience, rule.edition, { school, isPublic: false });
  const samplePlace = await placeOf(scenario, {
    school,
    schoolClass,
    room,
    audience,
    teacher,
    schoolAdmin: admin,
    family: inClass[0]!,
    first,
  });
  let sampled: Required<SampleReach> = { ofTheSchool: [], personal: [], own: [] };
  await scenario.write((_put, batch) => void (sampled = writeSamples(batch, samplePlace)));
  const personal = [
    ...inClass.flatMap((each) => [
      `household_${each.household.id}`,
      ...each.students.map((student) => `student_${student.id}`),
      ...each.memberships.map((membership) => `class-membership_${membership.id}`),
      ...each.guardians.flatMap(({ guardian, guardianships }) => [
        `guardian_${guardian.id}`,
        ...guardianships.map((one) => `guardianship_${one.id}`),
      ]),
    ]),
    ...held.invitations.map((invitation) => `meeting-invitation_${invitation.id}`),
    ...held.replies.map((reply) => `meeting-reply_${reply.id}`),
    `signup_${signup.id}`,
    `signup_${talk.signup.id}`,
    `parent-lecture_${proposal.id}`,
    `waitlist-entry_${waits.id}`,
    `waitlist-skip_${skip.id}`,
    `stand-in_${standIn.id}`,
    `signup_${shiftBefore.signup.id}`,
    `service-record_${service.id}`,
    ...attendances.map((each) => `attendance_${each.id}`),
    ...sampled.personal,
  ];
  const [notice] = await told(scenario, inClass[0]!.parent.person, [held.meeting]);
  await told(scenario, teacher.person, [held.meeting]);
  return {
    school,
    schoolClass,
    teacher,
    admin,
    families: inClass,
    personal,
    notices: [`notice_${notice!.id}`, ...sampled.own],
    ofTheSchool: [
      `class_${schoolClass.id}`,
      `room_${room.id}`,
      `meeting_${held.meeting.id}`,
      `volunteer-activity_${offered.activity.id}`,
      `shift_${offered.shift.id}`,
      `shift-role_${offered.role.id}`,
      `policy-document_${rule.document.id}`,
      `policy-edition_${rule.edition.id}`,
      `course_${own.course.id}`,
      `course-edition_${own.edition.id}`,
      `policy-lecture_${lecture.id}`,
      `parent-lecture_${talk.lecture.id}`,
      `shift_${talk.shift.id}`,
      ...sampled.ofTheSchool,
    ],
    drafts: [`meeting_${planned.meeting.id}`, `course_${draft.course.id}`, `course-edition_${draft.edition.id}`],
  };
}
