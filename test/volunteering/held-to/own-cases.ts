import {
  aCertifiedRecord,
  anEngagement,
  aServiceCertificate,
  aServiceRecord,
  aSignup,
  aStandIn,
  aVolunteerQualification,
  aVolunteerSuspension,
  certifiedService,
} from '../../../seeds/factories/index.ts';
import { family, openShift, signedUp } from '../../../seeds/scenario/index.ts';
import { Engagement, EngagementKind } from '../../../src/domains/timetable/index.ts';
import {
  CertifiedRecord,
  ServiceCertificate,
  ServiceRecord,
  ServiceSource,
  ServiceStatus,
  Signup,
  SignupStatus,
  StandIn,
  StandInStatus,
  VolunteerQualification,
  VolunteerSuspension,
} from '../../../src/domains/volunteering/index.ts';
import { DAY, REASON, guardianOf, type Decides, type OwnCase } from '../../access/own-cases/case.ts';

async function signup({ scenario, own, other, school }: OwnCase, status: SignupStatus, startsIn = DAY) {
  const startsAt = scenario.at(startsIn);
  const offered = await openShift(scenario, other, {
    school,
    shift: {
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      signupOpensAt: scenario.at(startsIn - 10 * DAY),
    },
    activity: { publishedAt: scenario.at(startsIn - 20 * DAY) },
    role: { approvalRequired: status === SignupStatus.PENDING },
  });
  if (status === SignupStatus.CONFIRMED) return { ...offered, signup: await signedUp(scenario, offered, own) };
  const made = aSignup({
    role: offered.role,
    guardian: own.parent.guardian,
    household: own.household,
    status,
    signedUpAt: scenario.at(-60),
  });
  await scenario.write((put) => {
    put(Signup, made);
    put(
      Engagement,
      anEngagement({
        person: own.parent.person,
        sourceId: made.id,
        kind: EngagementKind.SHIFT_SIGNUP,
        startsAt,
        endsAt: offered.shift.endsAt,
      }),
    );
  });
  return { ...offered, signup: made };
}

async function record(world: OwnCase, status: ServiceStatus) {
  const served = await signup(world, SignupStatus.CONFIRMED, -DAY);
  const made = aServiceRecord({
    ...served,
    status,
    source: ServiceSource.SUPPLEMENTED,
    filedBy: world.own.parent.person,
    approver: status === ServiceStatus.APPROVED ? world.other.person : null,
  });
  await world.scenario.write((put) => put(ServiceRecord, made));
  return { ...served, record: made };
}

async function suspension({ scenario, own, school, other }: OwnCase) {
  const made = aVolunteerSuspension({
    person: own.parent.person,
    district: scenario.district,
    school,
    startsAt: scenario.at(-60),
    cause: 'DECISION' as never,
    decidedBy: other.staff,
  });
  await scenario.write((put) => put(VolunteerSuspension, made));
  return made;
}

async function standIn(world: OwnCase, part: 'hands over' | 'takes over') {
  const another = await family(world.scenario, [world.schoolClass]);
  const { signup: given, shift } = await signup(
    part === 'hands over' ? world : { ...world, own: another },
    SignupStatus.CONFIRMED,
  );
  const to = part === 'hands over' ? another.parent.guardian : world.own.parent.guardian;
  const made = aStandIn({ signup: given, to, status: StandInStatus.PENDING, expiresAt: shift.startsAt });
  await world.scenario.write((put) => put(StandIn, made));
  return { standInId: `stand-in_${made.id}`, approve: true };
}

const signupsOf = async (world: OwnCase) => ({
  signupIds: [`signup_${(await signup(world, SignupStatus.PENDING)).signup.id}`],
});
const recordOf = async (world: OwnCase) => ({
  recordIds: [`service-record_${(await record(world, ServiceStatus.PENDING)).record.id}`],
});

/** What decides about who volunteers, and about what they have served. */
export const ABOUT_VOLUNTEERS: Readonly<Record<string, readonly Decides[]>> = {
  approveServiceRecords: [{ own: 'who served', code: 'OWN', arrange: recordOf }],
  rejectServiceRecords: [
    { own: 'who served', code: 'OWN', arrange: async (world) => ({ ...(await recordOf(world)), reason: REASON }) },
  ],
  approveSignups: [{ own: 'who signed up', code: 'OWN_SIGNUP', arrange: signupsOf }],
  rejectSignups: [
    {
      own: 'who signed up',
      code: 'OWN_SIGNUP',
      arrange: async (world) => ({ ...(await signupsOf(world)), reason: REASON }),
    },
  ],
  decideCancellationRequest: [
    {
      own: 'who asks to be let go',
      code: 'OWN_SIGNUP',
      arrange: async (world) => {
        const {
          signup: { id },
        } = await signup(world, SignupStatus.CONFIRMED);
        await world.scenario.pool.query(
          `update signup set cancel_requested_at = now(), cancel_request_reason = '有事' where id = $1`,
          [id],
        );
        return { signupId: `signup_${id}`, approve: true };
      },
    },
  ],
  decideStandIn: [
    { own: 'who hands over', code: 'OWN_SIGNUP', arrange: (world) => standIn(world, 'hands over') },
    { own: 'who takes over', code: 'OWN_SIGNUP', arrange: (world) => standIn(world, 'takes over') },
  ],
  recordAttendance: [
    {
      own: 'who volunteers',
      code: 'OWN',
      arrange: async (world) => {
        const {
          signup: { id },
          shift,
        } = await signup(world, SignupStatus.CONFIRMED, -DAY);
        return {
          shiftId: `shift_${shift.id}`,
          rows: [{ signupId: `signup_${id}`, checkedInAt: shift.startsAt, checkedOutAt: shift.endsAt }],
        };
      },
    },
  ],
  suspendVolunteer: [
    {
      own: 'who volunteers',
      code: 'OWN',
      arrange: (world) =>
        Promise.resolve({
          guardianId: guardianOf(world),
          schoolId: `school_${world.school.id}`,
          until: world.scenario.at(DAY),
          reason: REASON,
        }),
    },
  ],
  liftSuspension: [
    {
      own: 'who is suspended',
      code: 'OWN',
      arrange: async (world) => ({
        suspensionId: `volunteer-suspension_${(await suspension(world)).id}`,
        reason: REASON,
      }),
    },
  ],
  grantQualification: [
    {
      own: 'who is qualified',
      code: 'OWN',
      arrange: (world) => Promise.resolve({ guardianId: guardianOf(world), name: '急救证', validFrom: '2026-01-01' }),
    },
  ],
  revokeQualification: [
    {
      own: 'who is qualified',
      code: 'OWN',
      arrange: async (world) => {
        const made = aVolunteerQualification({
          person: world.own.parent.person,
          district: world.scenario.district,
          grantedBy: world.other.staff,
        });
        await world.scenario.write((put) => put(VolunteerQualification, made));
        return { qualificationId: `volunteer-qualification_${made.id}`, reason: REASON };
      },
    },
  ],
  revokeServiceCertificate: [
    {
      own: 'who is certified',
      code: 'OWN',
      arrange: async (world) => {
        const { record: of, shift, activity } = await record(world, ServiceStatus.APPROVED);
        const certificate = aServiceCertificate({
          guardian: world.own.parent.guardian,
          district: world.scenario.district,
          services: [certifiedService({ shift, record: of, title: activity.title })],
        });
        await world.scenario.write((put) => {
          put(ServiceCertificate, certificate);
          put(CertifiedRecord, aCertifiedRecord({ certificate, record: of }));
        });
        return { certificateId: `service-certificate_${certificate.id}`, reason: REASON };
      },
    },
  ],
};
