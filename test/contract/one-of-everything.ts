import * as make from '../../seeds/factories/index.ts';
import { Batch, Tables, writeBatch } from '../../seeds/writing/index.ts';
import { describeEntities } from '../../src/app.ts';
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
import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import { AccessRecord, AuditRecord } from '../../src/platform/commands/index.ts';
import type { TestDatabase } from '../support/database.ts';
import { addContent } from './one-of-everything/content.ts';
import { addVolunteering } from './one-of-everything/volunteering.ts';

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

  const { document, course } = addContent(batch, { district, audience });

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

  const { activity, shift, role, series, certificate } = addVolunteering(batch, now, {
    mother,
    guardian,
    household,
    organiser,
    district,
    school,
    schoolClass,
    audience,
  });

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
