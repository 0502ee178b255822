import {
  Attendance,
  AttendanceMark,
  AttendanceMethod,
  AttendanceReport,
  CertifiedRecord,
  ServiceCertificate,
  ServiceRecord,
  ServiceSource,
  ServiceStatus,
  Shift,
  ShiftRole,
  SignupStatus,
  VolunteerActivity,
} from '../../src/domains/volunteering/index.ts';
import { dateOf } from '../deterministic/index.ts';
import {
  aCertifiedRecord,
  anAttendance,
  anAttendanceReport,
  aServiceCertificate,
  aServiceRecord,
  aShift,
  aShiftRole,
  aVolunteerActivity,
  certifiedService,
  minutesAfter,
  type Given,
  type ServiceRecordRecord,
  type ShiftRecord,
  type SignupRecord,
} from '../factories/index.ts';
import { type Adult, type District, type School, SignupDesk, type Workshop } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import type { Named } from './families.ts';

const HOUR = 60;
const TITLE = '开学季护学岗';
const { APPEALED, APPROVED, PENDING, REJECTED } = ServiceStatus;
const { LIST, QR } = AttendanceMethod;

/** A shift of last month that is settled: who came and who did not, service in every state, and the parent's certificate. */
export class DemoService {
  readonly #workshop: Workshop;
  readonly #district: District;
  readonly #named: Named;
  readonly #school: School;
  readonly #desk: SignupDesk;

  constructor(workshop: Workshop, district: District, named: Named) {
    this.#workshop = workshop;
    this.#district = district;
    this.#named = named;
    this.#school = district.schools[0]!;
    this.#desk = new SignupDesk(workshop, workshop.dice.called('demo-service'));
  }

  write(batch: Batch): void {
    const startsAt = this.#workshop.calendar.at(-3, 2, 7 * HOUR);
    const parent = this.#named.get('parent')!;
    const others = this.#others(startsAt, 7);
    const { shift, signups } = this.#shift(batch, startsAt, [parent, ...others]);
    const [first, ...rest] = signups as [SignupRecord, ...SignupRecord[]];
    const [onTheList, missing, forgot, waiting, refused, appealing, supplemented] = rest as [
      SignupRecord,
      SignupRecord,
      SignupRecord,
      SignupRecord,
      SignupRecord,
      SignupRecord,
      SignupRecord,
    ];
    const { person: approver, id: recordedBy } = this.#school.admins[0]!;

    const served = this.#attended(batch, shift, first, {
      checkedInAt: minutesAfter(startsAt, -8),
      checkedOutAt: minutesAfter(startsAt, 62),
    });
    this.#reports(batch, first, shift);
    this.#attended(
      batch,
      shift,
      onTheList,
      {
        checkedInAt: startsAt,
        checkedOutAt: minutesAfter(startsAt, 40),
        checkedInBy: LIST,
        checkedOutBy: LIST,
        recordedBy,
      },
      { approver },
    );
    this.#attended(batch, shift, forgot, { checkedInAt: minutesAfter(startsAt, -2) });
    batch.add(
      Attendance,
      anAttendance({
        id: this.#id('attendance'),
        createdAt: shift.endsAt,
        signup: missing,
        noShowAt: minutesAfter(shift.endsAt, 48 * HOUR),
      }),
    );
    this.#supplement(batch, shift, waiting, { status: PENDING });
    this.#supplement(batch, shift, refused, { status: REJECTED, approver });
    this.#supplement(batch, shift, appealing, { status: APPEALED, approver, rejectedBy: approver });
    this.#supplement(batch, shift, supplemented, { status: APPROVED, approver });
    this.#certificates(batch, parent, shift, served!, approver);
  }

  #shift(batch: Batch, startsAt: Date, adults: readonly Adult[]): { shift: ShiftRecord; signups: SignupRecord[] } {
    const publishedAt = minutesAfter(startsAt, -20 * 24 * HOUR);
    const activity = aVolunteerActivity({
      id: this.#id('volunteer-activity'),
      createdAt: publishedAt,
      title: TITLE,
      district: this.#district.record,
      school: this.#school.record,
      organiser: this.#school.admins[0]!,
      audience: this.#school.audience,
      publishedAt,
    });
    const shift = aShift({ id: this.#id('shift'), createdAt: publishedAt, activity, startsAt, publishedAt });
    const role = aShiftRole({
      id: this.#id('shift-role'),
      createdAt: publishedAt,
      shift,
      name: '引导员',
      capacity: adults.length,
    });
    const signups = adults.map((adult) =>
      this.#desk.sign(batch, { activity, shift, role }, adult, SignupStatus.CONFIRMED),
    );
    batch.add(VolunteerActivity, activity);
    batch.add(Shift, shift);
    batch.add(ShiftRole, role);
    return { shift, signups };
  }

  /** @returns the service of whoever came and left */
  #attended(
    batch: Batch,
    shift: ShiftRecord,
    signup: SignupRecord,
    stay: Omit<Given<Attendance>, 'signup'> & { readonly checkedInAt: Date; readonly checkedOutAt?: Date },
    decided: { readonly approver?: string } = {},
  ): ServiceRecordRecord | null {
    const { checkedInAt, checkedOutAt } = stay;
    batch.add(
      Attendance,
      anAttendance({ id: this.#id('attendance'), createdAt: checkedInAt, signup, checkedInBy: QR, ...stay }),
    );
    if (!checkedOutAt) return null;
    const record = aServiceRecord({
      id: this.#id('service-record'),
      createdAt: checkedOutAt,
      decidedAt: checkedOutAt,
      signup,
      shift,
      ...decided,
      startsAt: new Date(Math.max(checkedInAt.getTime(), shift.startsAt.getTime())),
      endsAt: new Date(Math.min(checkedOutAt.getTime(), shift.endsAt.getTime())),
    });
    batch.add(ServiceRecord, record);
    return record;
  }

  /** The parent's telephone had no network at the gate. */
  #reports(batch: Batch, signup: SignupRecord, { startsAt }: ShiftRecord): void {
    const marks = [
      [AttendanceMark.IN, -8],
      [AttendanceMark.OUT, 62],
    ] as const;
    for (const [kind, minutes] of marks) {
      const happenedAt = minutesAfter(startsAt, minutes);
      batch.add(
        AttendanceReport,
        anAttendanceReport({
          id: this.#id('attendance-report'),
          createdAt: minutesAfter(startsAt, 90),
          signup,
          kind,
          happenedAt,
          nonce: `demo-${kind}`,
        }),
      );
    }
  }

  #supplement(
    batch: Batch,
    shift: ShiftRecord,
    signup: SignupRecord,
    given: { readonly status: ServiceStatus; readonly approver?: string; readonly rejectedBy?: string },
  ): void {
    const createdAt = minutesAfter(shift.endsAt, 3 * HOUR);
    const decidedAt = given.status === PENDING ? null : minutesAfter(createdAt, 24 * HOUR);
    batch.add(
      ServiceRecord,
      aServiceRecord({
        id: this.#id('service-record'),
        createdAt,
        signup,
        shift,
        source: ServiceSource.SUPPLEMENTED,
        decidedAt,
        appealedAt: given.status === APPEALED ? minutesAfter(createdAt, 48 * HOUR) : null,
        ...given,
      }),
    );
  }

  /** One that was issued and revoked, and the one that stands. */
  #certificates(batch: Batch, parent: Adult, shift: ShiftRecord, record: ServiceRecordRecord, revokedBy: string): void {
    const { calendar } = this.#workshop;
    const services = [certifiedService({ shift, record, title: TITLE, school: this.#school.record.name })];
    for (const [days, digit] of [
      [-9, '1'],
      [-2, '2'],
    ] as const) {
      const issuedAt = calendar.after(days * 24 * HOUR);
      const certificate = aServiceCertificate({
        id: this.#id('service-certificate'),
        createdAt: issuedAt,
        number: `ZY${dateOf(issuedAt).replaceAll('-', '')}-DEM000000${digit}`,
        district: this.#district.record,
        guardian: { id: parent.guardian, person: parent.person, createdAt: issuedAt },
        holderName: parent.name,
        services,
        issuedAt,
        periodFrom: dateOf(calendar.at(-8, 0, 0)),
        periodTo: dateOf(issuedAt),
        ...(digit === '1' && {
          revokedAt: calendar.after(-8 * 24 * HOUR),
          revokeReason: '起止日期填写有误，已重新出具',
          revokedBy,
        }),
      });
      batch.add(ServiceCertificate, certificate);
      batch.add(
        CertifiedRecord,
        aCertifiedRecord({ id: this.#id('certified-record'), createdAt: issuedAt, certificate, record }),
      );
    }
  }

  #id(name: string): string {
    return this.#workshop.ids.next(name);
  }

  #others(startsAt: Date, count: number): Adult[] {
    const named = new Set(this.#named.values());
    return this.#district.adults
      .filter(
        (adult) =>
          adult.acts &&
          !named.has(adult) &&
          adult.children.some((child) => child.schoolClass.school === this.#school) &&
          adult.timetable.isFree(startsAt, minutesAfter(startsAt, HOUR)),
      )
      .slice(0, count);
  }
}
