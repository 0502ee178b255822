import {
  anEngagement,
  aParentLecture,
  aSignup,
  aVolunteerQualification,
  aVolunteerSuspension,
  type SchoolClassRecord,
  type SchoolRecord,
} from '../../seeds/factories/index.ts';
import { openShift, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import {
  ParentLecture,
  ParentLectureStatus,
  Signup,
  SignupStatus,
  SuspensionCause,
  VolunteerQualification,
  VolunteerSuspension,
} from '../../src/domains/volunteering/index.ts';

interface Known {
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
}

/** What a member of the staff may have decided on somebody who is a guardian, whether they are kept from being joined with them by it, and how it is written. */
export const decisionsOnAParent = (
  the: () => Known,
): [string, boolean, (member: StaffMember, person: string, guardian: string) => Promise<void>][] => [
  [
    'an approved sign-up for a shift to come',
    true,
    async (member, person, guardian) => {
      const { role, shift } = await openShift(the().scenario, member, {
        school: the().school,
        role: { approvalRequired: true },
      });
      await the().scenario.write((put) => {
        put(
          Signup,
          aSignup({
            role,
            guardian: { id: guardian, person } as never,
            status: SignupStatus.CONFIRMED,
            signedUpAt: the().scenario.at(-60),
            decidedBy: member.staff,
            decidedAt: the().scenario.at(-30),
          }),
        );
        put(
          Engagement,
          anEngagement({
            person,
            sourceId: crypto.randomUUID(),
            kind: EngagementKind.SLOT_BOOKING,
            startsAt: shift.startsAt,
            endsAt: shift.endsAt,
          }),
        );
      });
    },
  ],
  [
    'an accepted lecture',
    true,
    (member, person, guardian) =>
      the().scenario.write((put) =>
        put(
          ParentLecture,
          aParentLecture({
            schoolClass: the().schoolClass,
            guardian: { id: guardian, person } as never,
            status: ParentLectureStatus.ACCEPTED,
            proposedAt: the().scenario.at(-60),
            decidedBy: member.staff,
          }),
        ),
      ),
  ],
  [
    'a qualification',
    true,
    (member, person) =>
      the().scenario.write((put) =>
        put(
          VolunteerQualification,
          aVolunteerQualification({ person, district: the().scenario.district, grantedBy: member.staff }),
        ),
      ),
  ],
  [
    'a suspension that was lifted',
    true,
    (member, person) =>
      the().scenario.write((put) =>
        put(
          VolunteerSuspension,
          aVolunteerSuspension({
            person,
            district: the().scenario.district,
            school: the().school,
            cause: SuspensionCause.DECISION,
            decidedBy: member.staff,
            startsAt: the().scenario.at(-60),
            liftedAt: the().scenario.at(-30),
            liftReason: '误',
            liftedBy: member.staff,
          }),
        ),
      ),
  ],
  [
    'a suspension that holds',
    true,
    (member, person) =>
      the().scenario.write((put) =>
        put(
          VolunteerSuspension,
          aVolunteerSuspension({
            person,
            district: the().scenario.district,
            school: the().school,
            cause: SuspensionCause.DECISION,
            decidedBy: member.staff,
            startsAt: the().scenario.at(-60),
          }),
        ),
      ),
  ],
];
