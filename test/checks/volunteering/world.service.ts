import {
  aCertifiedRecord,
  anAttendance,
  anAttendanceReport,
  aServiceCertificate,
  aServiceRecord,
  certifiedService,
  minutesAfter,
} from '../../../seeds/factories/index.ts';
import { openShift, signedUp, type Family } from '../../../seeds/scenario/index.ts';
import {
  Attendance,
  AttendanceReport,
  CertifiedRecord,
  ServiceCertificate,
  ServiceRecord,
  ServiceSource,
  ServiceStatus,
} from '../../../src/domains/volunteering/index.ts';
import type { Families, Organisation } from '../world.organisation.ts';

const DAY = 24 * 60;
const { APPEALED, PENDING, REJECTED } = ServiceStatus;
const { SUPPLEMENTED } = ServiceSource;

/** Shifts that are over: who came and who did not, service wherever it can stand, and what was certified of it. */
export async function writeService(world: Organisation & Families) {
  const { scenario, organiser, schoolAdmin, school, first, second, third } = world;
  const past = (days: number) =>
    openShift(scenario, organiser, {
      school,
      activity: { publishedAt: scenario.at(-60 * DAY) },
      shift: {
        startsAt: scenario.at(-days * DAY),
        endsAt: scenario.at(-days * DAY + 60),
        signupOpensAt: scenario.at(-50 * DAY),
      },
    });
  const turn = async (days: number, volunteer: Family) => {
    const offered = await past(days);
    return { ...offered, signup: await signedUp(scenario, offered, volunteer) };
  };
  const approver = schoolAdmin.person.id;
  const [came, missed, written] = [await turn(20, first), await turn(21, second), await turn(22, third)];
  const stay = {
    checkedInAt: minutesAfter(came.shift.startsAt, -5),
    checkedOutAt: minutesAfter(came.shift.startsAt, 50),
  };
  const attended = anAttendance({ signup: came.signup, ...stay });
  const noShow = anAttendance({ signup: missed.signup, noShowAt: scenario.at(-18 * DAY) });
  const checked = aServiceRecord({ ...came, endsAt: stay.checkedOutAt });
  const waits = aServiceRecord({ ...written, source: SUPPLEMENTED, status: PENDING });
  const rejectedTurn = await turn(23, third);
  const rejected = aServiceRecord({ ...rejectedTurn, source: SUPPLEMENTED, status: REJECTED, approver });
  const appealed = aServiceRecord({
    ...(await turn(24, second)),
    source: SUPPLEMENTED,
    status: APPEALED,
    approver,
    rejectedBy: approver,
  });
  const supplemented = aServiceRecord({ ...came, source: SUPPLEMENTED, approver });
  const service = [checked, waits, rejected, appealed, supplemented];

  const given = {
    district: scenario.district,
    guardian: first.parent.guardian,
    issuedAt: scenario.at(-DAY),
    periodFrom: '2026-10-01',
    periodTo: '2026-11-18',
  };
  const lines = [checked, supplemented].map((record) =>
    certifiedService({ shift: came.shift, record, title: came.activity.title, school: school.name }),
  );
  const certificate = aServiceCertificate({ ...given, services: lines, totalMinutes: 60 });
  const revoked = aServiceCertificate({
    ...given,
    services: lines.slice(0, 1),
    revokedAt: scenario.at(-60),
    revokedBy: approver,
  });
  const links = [
    aCertifiedRecord({ certificate, record: checked }),
    aCertifiedRecord({ certificate, record: supplemented }),
    aCertifiedRecord({ certificate: revoked, record: checked }),
  ];
  await scenario.write((put) => {
    for (const each of [attended, noShow]) put(Attendance, each);
    put(AttendanceReport, anAttendanceReport({ signup: came.signup, happenedAt: stay.checkedInAt }));
    for (const each of service) put(ServiceRecord, each);
    for (const each of [certificate, revoked]) put(ServiceCertificate, each);
    for (const each of links) put(CertifiedRecord, each);
  });
  return {
    came,
    missed,
    attended,
    noShow,
    checked,
    waits,
    rejected,
    rejectedTurn,
    appealed,
    supplemented,
    certificate,
  };
}

export type Service = Awaited<ReturnType<typeof writeService>>;
