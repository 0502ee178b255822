import {
  Attendance,
  CertifiedRecord,
  ServiceCertificate,
  ServiceRecord,
} from '../../../src/domains/volunteering/index.ts';
import { dateOf, type Dice } from '../../deterministic/index.ts';
import {
  aCertifiedRecord,
  anAttendance,
  aServiceCertificate,
  aServiceRecord,
  certifiedService,
  minutesAfter,
  type ServiceRecordRecord,
  type ShiftRecord,
  type SignupRecord,
  type VolunteerActivityRecord,
} from '../../factories/index.ts';
import type { Batch } from '../../writing/index.ts';
import type { Adult } from '../people/index.ts';
import type { Workshop } from '../workshop.ts';

const MISSED = 0.05;
const NEVER_CHECKED_OUT = 0.03;
const CERTIFIED = 0.15;
/** Until when nothing more comes in from phones: after it, who is not noted is missing. */
const SETTLED_AFTER_HOURS = 48;

const DIGITS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

export interface Turn {
  readonly activity: VolunteerActivityRecord;
  readonly shift: ShiftRecord;
  readonly signup: SignupRecord;
  readonly adult: Adult;
}

/** Writes who came to shifts that are over, by the code, what they served, and what some had certified. */
export class ServiceBook {
  readonly #workshop: Workshop;
  readonly #dice: Dice;
  readonly #schoolNames: ReadonlyMap<string, string>;

  constructor(workshop: Workshop, dice: Dice, schoolNames: ReadonlyMap<string, string>) {
    this.#workshop = workshop;
    this.#dice = dice;
    this.#schoolNames = schoolNames;
  }

  note(batch: Batch, turn: Turn): void {
    const { shift, signup } = turn;
    const { ids, calendar } = this.#workshop;
    const settledAt = minutesAfter(shift.endsAt, SETTLED_AFTER_HOURS * 60);
    if (settledAt > calendar.now) return;
    if (this.#dice.chance(MISSED)) {
      batch.add(
        Attendance,
        anAttendance({ id: ids.next('attendance'), createdAt: settledAt, signup, noShowAt: settledAt }),
      );
      return;
    }
    const checkedInAt = minutesAfter(shift.startsAt, this.#dice.int(-20, 5));
    const checkedOutAt = this.#dice.chance(NEVER_CHECKED_OUT)
      ? null
      : minutesAfter(shift.endsAt, this.#dice.int(-10, 15));
    batch.add(
      Attendance,
      anAttendance({ id: ids.next('attendance'), createdAt: checkedInAt, signup, checkedInAt, checkedOutAt }),
    );
    if (checkedOutAt === null) return;
    const startsAt = checkedInAt > shift.startsAt ? checkedInAt : shift.startsAt;
    const endsAt = checkedOutAt < shift.endsAt ? checkedOutAt : shift.endsAt;
    const record = aServiceRecord({
      id: ids.next('service-record'),
      createdAt: checkedOutAt,
      decidedAt: checkedOutAt,
      signup,
      shift,
      startsAt,
      endsAt,
    });
    batch.add(ServiceRecord, record);
    if (this.#dice.chance(CERTIFIED)) this.#certify(batch, turn, record);
  }

  /** Issues the certificate that a volunteer asks for who needs a paper the next day. */
  #certify(batch: Batch, { activity, shift, signup, adult }: Turn, record: ServiceRecordRecord): void {
    const { ids } = this.#workshop;
    const issuedAt = minutesAfter(record.endsAt, 26 * 60);
    const number = `ZY${dateOf(issuedAt).replaceAll('-', '')}-${Array.from({ length: 10 }, () => this.#dice.pick(DIGITS)).join('')}`;
    const school = shift.school === null ? null : this.#schoolNames.get(shift.school)!;
    const certificate = aServiceCertificate({
      id: ids.next('service-certificate'),
      createdAt: issuedAt,
      number,
      district: shift.district,
      guardian: { id: signup.guardian, person: signup.person, createdAt: issuedAt },
      holderName: adult.name,
      services: [certifiedService({ shift, record, title: activity.title, school })],
      issuedAt,
      periodFrom: dateOf(record.startsAt),
      periodTo: dateOf(issuedAt),
    });
    batch.add(ServiceCertificate, certificate);
    batch.add(
      CertifiedRecord,
      aCertifiedRecord({ id: ids.next('certified-record'), createdAt: issuedAt, certificate, record }),
    );
  }
}
