import { RecordAttendanceDocument, ShowCheckInCodeDocument } from '../../schema/generated/admin.ts';
import { CheckInDocument, CheckOutDocument, ReportAttendanceDocument } from '../../schema/generated/mini-program.ts';
import {
  minutesAfter,
  type SchoolClassRecord,
  type SchoolRecord,
  type SignupRecord,
} from '../../seeds/factories/index.ts';
import {
  family,
  openShift,
  signedUp,
  type Family,
  type Scenario,
  type ShiftOnOffer,
  type ShiftOptions,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import { createSeals } from '../../src/platform/auth/index.ts';
import { TEST_SIGNING_KEY } from '../support/config.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';

export const HOUR = 60;
const seals = createSeals(TEST_SIGNING_KEY);

type Who = { readonly accountId: string };

export interface Duty extends ShiftOnOffer {
  readonly volunteer: Family;
  readonly signup: SignupRecord;
  /** Sets the clock, in minutes (and milliseconds) from the start of the shift. */
  at(minutes: number, milliseconds?: number): Date;
  moment(minutes: number, milliseconds?: number): Date;
}

export interface Report {
  readonly kind: 'IN' | 'OUT';
  readonly token: string;
  readonly happenedAt: Date;
  readonly nonce: string;
  readonly signupId?: string;
}

export interface ListRow {
  readonly signup: SignupRecord;
  readonly checkedInAt?: Date;
  readonly checkedOutAt?: Date;
  readonly noShow?: boolean;
  readonly excused?: boolean;
  readonly withdrawsCheckIn?: boolean;
}

/** What is noted of a sign-up, and what came of it as service. */
export interface Written {
  readonly in: Date | null;
  readonly inBy: string | null;
  readonly out: Date | null;
  readonly outBy: string | null;
  readonly missing: boolean;
  readonly reports: number;
  readonly service: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
}

export const NOTHING: Written = {
  in: null,
  inBy: null,
  out: null,
  outBy: null,
  missing: false,
  reports: 0,
  service: null,
  from: null,
  to: null,
};

/** The code as it would have been shown at that moment, whatever the clock says. */
export function codeAt(shiftId: string, moment: Date, audience = 'volunteering/check-in'): Promise<string> {
  const from = new Date(Math.floor(moment.getTime() / 30_000) * 30_000);
  return seals.seal(audience, { shift: shiftId }, { from, until: new Date(from.getTime() + 30_000) });
}

const codesWithPaths = (payload: { userErrors: readonly { code: string; path: readonly string[] }[] } | undefined) =>
  payload?.userErrors.map((error) => [error.code, error.path.join('.')]);

/** A school whose shifts take place one after the other, and a clock that a test sets. */
export class Duties {
  hub!: TestHub;
  scenario!: Scenario;
  school!: SchoolRecord;
  schoolClass!: SchoolClassRecord;
  organiser!: StaffMember;
  clock!: Date;
  #days = 0;

  static async open(): Promise<Duties> {
    const duties = new Duties();
    duties.hub = await startTestHub({ clock: () => duties.clock });
    const scenario = await beginScenario(duties.hub, new Date('2026-11-20T00:00:00.000Z'));
    duties.scenario = scenario;
    duties.clock = scenario.now;
    duties.school = await scenario.school();
    duties.schoolClass = await scenario.schoolClass(duties.school);
    duties.organiser = await scenario.teacher(duties.schoolClass);
    return duties;
  }

  /** When the next shift begins, on a day of its own. */
  nextStart(): Date {
    this.#days += 1;
    return this.scenario.at(this.#days * 24 * HOUR);
  }

  /** A shift of an hour with a volunteer who has the place. */
  async duty(options: ShiftOptions = {}): Promise<Duty> {
    const startsAt = this.nextStart();
    const { scenario, organiser, school, schoolClass } = this;
    const offered = await openShift(scenario, organiser, {
      school,
      ...options,
      shift: { startsAt, endsAt: minutesAfter(startsAt, HOUR), ...options.shift },
    });
    const volunteer = await family(scenario, [schoolClass]);
    const signup = await signedUp(scenario, offered, volunteer);
    const moment = (minutes: number, milliseconds = 0): Date =>
      new Date(minutesAfter(startsAt, minutes).getTime() + milliseconds);
    return {
      ...offered,
      volunteer,
      signup,
      moment,
      at: (minutes, milliseconds) => (this.clock = moment(minutes, milliseconds)),
    };
  }

  async show(who: Who, shiftId: string) {
    const answer = await this.hub.ask(ShowCheckInCodeDocument, {
      as: who.accountId,
      variables: { input: { shiftId: `shift_${shiftId}` } },
    });
    return {
      ...answer,
      payload: answer.data?.showCheckInCode,
      codes: answer.data?.showCheckInCode.userErrors.map((error) => error.code),
    };
  }

  async codeNow({ shift }: Pick<Duty, 'shift'>): Promise<string> {
    return (await this.show(this.organiser, shift.id)).payload!.token!;
  }

  async checkIn(who: Who, token: string) {
    const answer = await this.hub.ask(CheckInDocument, { as: who.accountId, variables: { input: { token } } });
    return { payload: answer.data?.checkIn, codes: answer.data?.checkIn.userErrors.map((error) => error.code) };
  }

  async checkOut(who: Who, token: string) {
    const answer = await this.hub.ask(CheckOutDocument, { as: who.accountId, variables: { input: { token } } });
    return { payload: answer.data?.checkOut, codes: answer.data?.checkOut.userErrors.map((error) => error.code) };
  }

  async report(
    { signup, volunteer }: Duty,
    reports: readonly Report[],
    errorPolicy: 'REJECT_EVERYTHING' | 'REJECT_FAILED_ROWS' = 'REJECT_FAILED_ROWS',
  ) {
    const rows = reports.map((each) => ({
      ...each,
      signupId: `signup_${each.signupId ?? signup.id}`,
      happenedAt: each.happenedAt.toISOString(),
    }));
    const answer = await this.hub.ask(ReportAttendanceDocument, {
      as: volunteer.parent.accountId,
      variables: { input: { reports: rows as never, errorPolicy: errorPolicy as never } },
    });
    return { payload: answer.data?.reportAttendance, codes: codesWithPaths(answer.data?.reportAttendance) };
  }

  async record(who: Who, shiftId: string, list: readonly ListRow[]) {
    const rows = list.map(({ signup, ...rest }) => ({ signupId: `signup_${signup.id}`, ...rest }));
    const answer = await this.hub.ask(RecordAttendanceDocument, {
      as: who.accountId,
      variables: { input: { shiftId: `shift_${shiftId}`, rows } as never },
    });
    return { ...answer, codes: codesWithPaths(answer.data?.recordAttendance) };
  }

  async written({ id }: SignupRecord): Promise<Written> {
    const { rows } = await this.hub.database.pool.query<Written>(
      `
      select a.checked_in_at as "in", a.checked_in_by as "inBy", a.checked_out_at as "out", a.checked_out_by as "outBy", a.no_show_at is not null as missing,
        (select count(*)::int from attendance_report r where r.signup_id = s.id) as reports, r.status as service, r.starts_at as "from", r.ends_at as "to"
      from signup s left join attendance a on a.signup_id = s.id left join service_record r on r.signup_id = s.id where s.id = $1`,
      [id],
    );
    return rows[0]!;
  }
}
