import * as make from '../../seeds/factories/index.ts';
import { Batch, Tables, writeBatch } from '../../seeds/writing/index.ts';
import { describeEntities } from '../../src/app.ts';
import {
  Chapter,
  Course,
  CourseCitation,
  CourseEdition,
  CourseEditionStatus,
  CourseTopic,
  Lecturer,
  Lesson,
} from '../../src/domains/courses/index.ts';
import { Account, AccountJoin, ServiceToken, Session, StaffIdentity } from '../../src/domains/identity/index.ts';
import {
  AgendaItem,
  Meeting,
  MeetingClass,
  MeetingInvitation,
  MeetingInvitationStudent,
  meetingInvited,
  MeetingReply,
} from '../../src/domains/meetings/index.ts';
import { Notice } from '../../src/domains/notices/index.ts';
import {
  Audience,
  AudienceTarget,
  BindingCode,
  CalendarDay,
  ClassMembership,
  District,
  Grade,
  Guardian,
  Guardianship,
  Household,
  HouseholdGuardian,
  HouseholdStudent,
  Person,
  RoleRequest,
  Room,
  School,
  SchoolClass,
  SchoolYear,
  Staff,
  StaffAssignment,
  StaffRole,
  Student,
  Term,
} from '../../src/domains/people/index.ts';
import {
  PolicyDocument,
  PolicyDocumentTopic,
  PolicyEdition,
  PolicyLecture,
  PublicationStatus,
  Segment,
  Topic,
} from '../../src/domains/policy/index.ts';
import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import {
  Attendance,
  CertifiedRecord,
  ParentLecture,
  ServiceCertificate,
  ServiceRecord,
  Shift,
  ShiftRole,
  ShiftSeries,
  Signup,
  StandIn,
  StandInStatus,
  VolunteerActivity,
  VolunteerQualification,
  VolunteerSuspension,
  WaitlistEntry,
  WaitlistSkip,
  WaitlistStatus,
} from '../../src/domains/volunteering/index.ts';
import { AccessRecord, AuditRecord } from '../../src/platform/commands/index.ts';
import type { TestDatabase } from '../support/database.ts';

/** Who asks and what they ask about, by id. */
export interface OneOfEverything {
  readonly accounts: {
    readonly parent: string;
    readonly schoolAdmin: string;
    readonly districtAdmin: string;
    readonly analyst: string;
  };
  readonly ids: Readonly<
    Record<
      | 'class'
      | 'course'
      | 'guardian'
      | 'meeting'
      | 'notice'
      | 'policy-document'
      | 'school'
      | 'school-year'
      | 'shift'
      | 'shift-role'
      | 'shift-series'
      | 'staff'
      | 'volunteer-activity',
      string
    >
  >;
  readonly studentNumber: string;
  readonly certificateNumber: string;
}

/**
 * A district with one school, one class, one family and one of everything that they take part in a few days after `now`:
 * every part of every screen has something to show, so that no statement is spared.
 */
export async function writeOneOfEverything({ pool }: TestDatabase, now: Date): Promise<OneOfEverything> {
  const batch = new Batch(new Tables(describeEntities().getMetadata()));
  const account = (record: make.PersonRecord): make.AccountRecord => {
    const made = make.anAccount({ person: record });
    batch.add(Person, record);
    batch.add(Account, made);
    return made;
  };
  const [mother, head, chief, statistician] = [make.aPerson(), make.aPerson(), make.aPerson(), make.aPerson()];
  const accounts = {
    parent: account(mother).id,
    schoolAdmin: account(head).id,
    districtAdmin: account(chief).id,
    analyst: account(statistician).id,
  };

  const district = make.aDistrict();
  const school = make.aSchool({ district });
  const schoolYear = make.aSchoolYear({ district });
  const grade = make.aGrade({ number: 1 });
  const schoolClass = make.aSchoolClass({ school, schoolYear, grade });
  batch.add(District, district);
  batch.add(School, school);
  batch.add(SchoolYear, schoolYear);
  batch.add(Grade, grade);
  batch.add(SchoolClass, schoolClass);
  batch.add(Term, make.aTerm({ schoolYear }));
  batch.add(CalendarDay, make.aCalendarDay({ schoolYear, date: '2026-10-01' }));
  batch.add(Room, make.aRoom({ school }));

  const [organiser, administrator, analyst] = [
    make.aStaff({ person: head }),
    make.aStaff({ person: chief }),
    make.aStaff({ person: statistician }),
  ];
  for (const each of [organiser, administrator, analyst]) batch.add(Staff, each);
  batch.add(
    StaffAssignment,
    make.aStaffAssignment({ staff: organiser, role: StaffRole.SCHOOL_ADMIN, district, school: school.id }),
  );
  batch.add(StaffAssignment, make.aStaffAssignment({ staff: analyst, role: StaffRole.ANALYST, district }));
  const administers = make.aStaffAssignment({ staff: administrator, role: StaffRole.DISTRICT_ADMIN, district });
  batch.add(StaffAssignment, administers);
  batch.add(
    RoleRequest,
    make.aRoleRequest({ staff: organiser, role: StaffRole.ANALYST, district, askedBy: administrator }),
  );
  batch.add(Session, make.aSession({ account: accounts.parent, startedAt: make.daysAfter(now, -1) }));
  batch.add(AccountJoin, make.anAccountJoin({ account: accounts.schoolAdmin }));
  batch.add(StaffIdentity, make.aStaffIdentity({ account: accounts.schoolAdmin }));
  batch.add(
    ServiceToken,
    make.aServiceToken({
      district,
      createdBy: accounts.districtAdmin,
      restsOn: administers,
      issuedAt: make.daysAfter(now, -1),
    }),
  );

  const [guardian, student, household] = [
    make.aGuardian({ person: mother }),
    make.aStudent({ school }),
    make.aHousehold(),
  ];
  batch.add(
    AuditRecord,
    make.anAuditRecord({
      account: accounts.schoolAdmin,
      schools: [school.id],
      districts: [district.id],
      subjects: { student: student.id },
      about: [student.id],
    }),
  );
  batch.add(AccessRecord, make.anAccessRecord({ subject: student.id, actor: accounts.schoolAdmin }));
  batch.add(Guardian, guardian);
  batch.add(Student, student);
  batch.add(ClassMembership, make.aClassMembership({ student, schoolClass }));
  batch.add(Guardianship, make.aGuardianship({ guardian, student }));
  batch.add(BindingCode, make.aBindingCode({ student, issuedBy: organiser }));
  batch.add(Household, household);
  batch.add(HouseholdGuardian, make.aHouseholdGuardian({ household, guardian }));
  batch.add(HouseholdStudent, make.aHouseholdStudent({ household, student }));

  const audience = make.anAudience();
  batch.add(Audience, audience);
  batch.add(AudienceTarget, make.anAudienceTarget({ audience, district }));

  const topic = make.aTopic();
  const document = make.aPolicyDocument();
  const policy = make.aPolicyEdition({ document, status: PublicationStatus.DRAFT });
  batch.add(Topic, topic);
  batch.add(PolicyDocument, document);
  batch.add(PolicyDocumentTopic, make.aPolicyDocumentTopic({ document, topic }));
  batch.add(PolicyEdition, policy);
  batch.add(Segment, make.aSegment({ edition: policy }));
  batch.add(PolicyLecture, make.aPolicyLecture({ district, audience }));
  batch.afterwards("update policy_edition set status = 'PUBLISHED', published_at = $2 where id = $1", [
    policy.id,
    make.WRITTEN_AT,
  ]);

  const course = make.aCourse({ district, audience });
  const edition = make.aCourseEdition({ course, status: CourseEditionStatus.DRAFT });
  const [chapter, lecturer] = [make.aChapter({ edition }), make.aLecturer()];
  batch.add(Course, course);
  batch.add(CourseTopic, make.aCourseTopic({ course, topic }));
  batch.add(CourseEdition, edition);
  batch.add(Chapter, chapter);
  batch.add(Lecturer, lecturer);
  batch.add(Lesson, make.aLesson({ chapter, lecturer }));
  batch.add(CourseCitation, make.aCourseCitation({ courseEdition: edition, policyEdition: policy }));
  batch.afterwards("update course_edition set status = 'PUBLISHED', published_at = $2 where id = $1", [
    edition.id,
    make.WRITTEN_AT,
  ]);

  const meeting = make.aMeeting({ school, organiser, startsAt: make.daysAfter(now, 3) });
  const invitation = make.aMeetingInvitation({ meeting, household });
  const reply = make.aMeetingReply({ invitation, guardian });
  batch.add(Meeting, meeting);
  batch.add(AgendaItem, make.anAgendaItem({ meeting }));
  batch.add(MeetingClass, make.aMeetingClass({ meeting, schoolClass }));
  batch.add(MeetingInvitation, invitation);
  batch.add(MeetingInvitationStudent, make.aMeetingInvitationStudent({ invitation, student }));
  batch.add(MeetingReply, reply);
  batch.add(
    Engagement,
    make.anEngagement({
      person: mother.id,
      sourceId: reply.id,
      kind: EngagementKind.MEETING_ATTENDANCE,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
    }),
  );

  const [unread, read] = [mother, head].map((person) =>
    make.aNotice(
      meetingInvited,
      { title: meeting.title, startsAt: meeting.startsAt.toISOString() },
      { person, readAt: person === head ? now : null },
      ['meeting', meeting],
    ),
  );
  for (const notice of [unread!, read!]) batch.add(Notice, notice);

  const activity = make.aVolunteerActivity({ district, school: school.id, audience, organiser });
  const shift = make.aShift({ activity, startsAt: make.daysAfter(now, 4) });
  const role = make.aShiftRole({ shift });
  const series = make.aShiftSeries({ activity, firstDate: '2026-09-02', lastDate: '2026-12-30' });
  batch.add(VolunteerActivity, activity);
  batch.add(ShiftSeries, series);
  batch.add(Shift, shift);
  batch.add(ShiftRole, role);
  batch.add(ParentLecture, make.aParentLecture({ schoolClass, guardian }));
  batch.add(VolunteerQualification, make.aVolunteerQualification({ person: mother, district, grantedBy: organiser }));
  batch.add(
    VolunteerSuspension,
    make.aVolunteerSuspension({ person: mother, district, endsAt: make.daysAfter(now, -30) }),
  );

  const over = make.aShift({ activity, startsAt: make.daysAfter(now, -4) });
  const served = make.aShiftRole({ shift: over, placesTaken: 1 });
  const signup = make.aSignup({ role: served, guardian, household });
  const record = make.aServiceRecord({ signup, shift: over });
  const certificate = make.aServiceCertificate({
    guardian,
    district,
    services: [make.certifiedService({ shift: over, record, title: activity.title, school: school.name })],
    issuedAt: now,
  });
  batch.add(Shift, over);
  batch.add(ShiftRole, served);
  batch.add(Signup, signup);
  batch.add(
    Engagement,
    make.anEngagement({ person: mother.id, sourceId: signup.id, startsAt: over.startsAt, endsAt: over.endsAt }),
  );
  batch.add(Attendance, make.anAttendance({ signup, checkedInAt: over.startsAt, checkedOutAt: over.endsAt }));
  batch.add(ServiceRecord, record);
  batch.add(ServiceCertificate, certificate);
  const waited = make.aWaitlistEntry({ role: served, guardian, household, status: WaitlistStatus.EXPIRED });
  batch.add(WaitlistEntry, waited);
  batch.add(WaitlistSkip, make.aWaitlistSkip({ entry: waited }));
  batch.add(StandIn, make.aStandIn({ signup, status: StandInStatus.EXPIRED, expiresAt: over.startsAt }));
  batch.add(CertifiedRecord, make.aCertifiedRecord({ certificate, record }));

  await writeBatch(pool, batch);
  const ids = {
    class: schoolClass.id,
    course: course.id,
    guardian: guardian.id,
    meeting: meeting.id,
    notice: unread!.id,
    'policy-document': document.id,
    school: school.id,
    'school-year': schoolYear.id,
    shift: shift.id,
    'shift-role': role.id,
    'shift-series': series.id,
    staff: organiser.id,
    'volunteer-activity': activity.id,
  };
  return { accounts, ids, studentNumber: student.studentNumber, certificateNumber: certificate.number };
}
