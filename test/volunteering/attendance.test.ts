import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordAttendanceDocument, ShowCheckInCodeDocument } from '../../schema/generated/admin.ts';
import { CheckInDocument, CheckOutDocument, ReportAttendanceDocument } from '../../schema/generated/mini-program.ts';
import { minutesAfter, type SchoolClassRecord, type SchoolRecord, type SignupRecord } from '../../seeds/factories/index.ts';
import { family, openShift, signedUp, type Family, type Scenario, type ShiftOnOffer, type ShiftOptions, type StaffMember } from '../../seeds/scenario/index.ts';
import { noteNoShows } from '../../src/domains/volunteering/index.ts';
import { createSeals, createTokens } from '../../src/platform/auth/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { testConfig, TEST_SIGNING_KEY } from '../support/config.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { sweep } from '../support/sweeps.ts';
import { beginScenario } from '../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let organiser: StaffMember;
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub, new Date('2026-11-20T00:00:00.000Z'));
  clock = scenario.now;
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  organiser = await scenario.teacher(schoolClass);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const HOUR = 60;
/** Minutes after the start of the scenario at which each shift begins, an hour long, each on a day of its own. */
let day = 0;

interface Duty extends ShiftOnOffer {
  readonly volunteer: Family;
  readonly signup: SignupRecord;
  /** Sets the clock, in minutes (and milliseconds) from the start of the shift. */
  at(minutes: number, milliseconds?: number): Date;
  moment(minutes: number, milliseconds?: number): Date;
}

/** A shift of an hour with a volunteer who has the place. */
async function duty(options: ShiftOptions = {}): Promise<Duty> {
  day += 1;
  const startsAt = scenario.at(day * 24 * HOUR);
  const offered = await openShift(scenario, organiser, { school, ...options, shift: { startsAt, endsAt: minutesAfter(startsAt, HOUR), ...options.shift } });
  const volunteer = await family(scenario, [schoolClass]);
  const signup = await signedUp(scenario, offered, volunteer);
  const moment = (minutes: number, milliseconds = 0): Date => new Date(minutesAfter(startsAt, minutes).getTime() + milliseconds);
  return { ...offered, volunteer, signup, moment, at: (minutes, milliseconds) => (clock = moment(minutes, milliseconds)) };
}

async function show(who: { accountId: string }, shiftId: string) {
  const answer = await hub.ask(ShowCheckInCodeDocument, { as: who.accountId, variables: { input: { shiftId: `shift_${shiftId}` } } });
  return { ...answer, payload: answer.data?.showCheckInCode, codes: answer.data?.showCheckInCode.userErrors.map((error) => error.code) };
}

async function codeNow({ shift }: Pick<Duty, 'shift'>): Promise<string> {
  const { payload } = await show(organiser, shift.id);
  return payload!.token!;
}

/** The code as it would have been shown at that moment, whatever the clock says. */
const seals = createSeals(TEST_SIGNING_KEY);
function codeAt(shiftId: string, moment: Date, audience = 'volunteering/check-in'): Promise<string> {
  const from = new Date(Math.floor(moment.getTime() / 30_000) * 30_000);
  return seals.seal(audience, { shift: shiftId }, { from, until: new Date(from.getTime() + 30_000) });
}

async function scan(document: typeof CheckInDocument | typeof CheckOutDocument, who: { accountId: string }, token: string) {
  const answer = await hub.ask<Record<string, any>>(document as never, { as: who.accountId, variables: { input: { token } } }); // eslint-disable-line @typescript-eslint/no-explicit-any -- one of two payloads
  const payload = Object.values(answer.data ?? {})[0];
  return { ...answer, payload, codes: payload?.userErrors.map((error: { code: string }) => error.code) as string[] };
}
const checkIn = (who: { accountId: string }, token: string) => scan(CheckInDocument, who, token);
const checkOut = (who: { accountId: string }, token: string) => scan(CheckOutDocument, who, token);

interface Report { kind: 'IN' | 'OUT'; token: string; happenedAt: Date; nonce: string; signupId?: string }
async function report(duty: Duty, reports: Report[], errorPolicy: 'REJECT_EVERYTHING' | 'REJECT_FAILED_ROWS' = 'REJECT_FAILED_ROWS', who: { accountId: string } = duty.volunteer.parent) {
  const rows = reports.map((each) => ({ ...each, signupId: `signup_${each.signupId ?? duty.signup.id}`, happenedAt: each.happenedAt.toISOString() }));
  const answer = await hub.ask(ReportAttendanceDocument, { as: who.accountId, variables: { input: { reports: rows as never, errorPolicy: errorPolicy as never } } });
  return { ...answer, payload: answer.data?.reportAttendance, codes: answer.data?.reportAttendance.userErrors.map((error) => [error.code, error.path.join('.')]) };
}

async function record(who: { accountId: string }, shiftId: string, rows: { signup: SignupRecord; checkedInAt?: Date; checkedOutAt?: Date; noShow?: boolean }[], errorPolicy = 'REJECT_EVERYTHING') {
  const input = { shiftId: `shift_${shiftId}`, errorPolicy, rows: rows.map(({ signup, ...rest }) => ({ signupId: `signup_${signup.id}`, ...rest })) };
  const answer = await hub.ask(RecordAttendanceDocument, { as: who.accountId, variables: { input: input as never } });
  return { ...answer, payload: answer.data?.recordAttendance, codes: answer.data?.recordAttendance.userErrors.map((error) => [error.code, error.path.join('.')]) };
}

interface Written { in: Date | null; inBy: string | null; out: Date | null; outBy: string | null; missing: boolean; reports: number; service: string | null; from: Date | null; to: Date | null }
async function written({ id }: SignupRecord): Promise<Written> {
  const { rows } = await hub.database.pool.query<Written>(`
    select a.checked_in_at as "in", a.checked_in_by as "inBy", a.checked_out_at as "out", a.checked_out_by as "outBy", a.no_show_at is not null as missing,
      (select count(*)::int from attendance_report r where r.signup_id = s.id) as reports, r.status as service, r.starts_at as "from", r.ends_at as "to"
    from signup s left join attendance a on a.signup_id = s.id left join service_record r on r.signup_id = s.id where s.id = $1`, [id]);
  return rows[0]!;
}
const NOTHING: Written = { in: null, inBy: null, out: null, outBy: null, missing: false, reports: 0, service: null, from: null, to: null };

describe('the code of a shift', () => {
  it('is shown to whoever runs the shift, the same to all of them for half a minute', async () => {
    const here = await duty();
    const admin = await scenario.schoolAdmin(school);
    here.at(-10, 4_000);
    const [one, other] = [(await show(organiser, here.shift.id)).payload!, (await show(admin, here.shift.id)).payload!];
    expect(one).toMatchObject({ userErrors: [], token: other.token, expiresAt: here.moment(-10, 30_000).toISOString() });
    here.at(-10, 30_000);
    expect((await show(organiser, here.shift.id)).payload!.token).not.toBe(one.token);
    const { rows } = await hub.database.pool.query('select count(*)::int as n from audit_record where subjects::text like $1', [`%${one.token!.slice(-20)}%`]);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it.each([[-30, -1, ['TOO_EARLY']], [-30, 0, []], [119, 59_999, []], [120, 0, ['OVER']]] as const)('from when one can check in until an hour after the end: %i min %i ms', async (minutes, milliseconds, codes) => {
    const here = await duty();
    here.at(minutes, milliseconds);
    const { payload, codes: got } = await show(organiser, here.shift.id);
    expect(got).toEqual(codes);
    expect(payload!.token === null).toBe(codes.length > 0);
  });

  it('is not for others', async () => {
    const here = await duty();
    here.at(0);
    const [colleague, stranger] = [await scenario.teacher(schoolClass), await scenario.schoolAdmin(await scenario.school())];
    const codeOf = async (who: { accountId: string }) => (await show(who, here.shift.id)).errors?.[0]?.extensions.code;
    expect(await codeOf(colleague)).toBe('FORBIDDEN');
    expect(await codeOf(stranger)).toBe('NOT_FOUND');
    expect(await codeOf(here.volunteer.parent)).toBe('FORBIDDEN');
  });
});

describe('checking in and out', () => {
  it('notes when it happened, and clips the service to the shift', async () => {
    const here = await duty();
    const { parent } = here.volunteer;
    here.at(-20);
    expect((await checkIn(parent, await codeNow(here))).payload).toMatchObject({ userErrors: [], signup: { attendance: { checkedInAt: here.moment(-20).toISOString() } } });
    here.at(75);
    const out = await checkOut(parent, await codeNow(here));
    expect(out.payload).toMatchObject({ userErrors: [], serviceRecord: { status: 'APPROVED', source: 'SYSTEM_CHECKED', minutes: 60 } });
    expect(await written(here.signup)).toEqual({ ...NOTHING, in: here.moment(-20), inBy: 'QR', out: here.moment(75), outBy: 'QR', service: 'APPROVED', from: here.moment(0), to: here.moment(60) });
  });

  it('a second time answers the first and changes nothing, also at once on ten phones', async () => {
    const here = await duty();
    const { parent } = here.volunteer;
    here.at(1);
    const token = await codeNow(here);
    const answers = await Promise.all(Array.from({ length: 10 }, () => checkIn(parent, token)));
    expect(answers.map((each) => each.codes)).toEqual(Array.from({ length: 10 }, () => []));
    const first = await written(here.signup);
    here.at(20);
    expect((await checkIn(parent, await codeNow(here))).payload.signup.attendance.checkedInAt).toBe(here.moment(1).toISOString());
    expect(await written(here.signup)).toEqual(first);
    here.at(30);
    await checkOut(parent, await codeNow(here));
    here.at(50);
    expect((await checkOut(parent, await codeNow(here))).payload.serviceRecord.minutes).toBe(29);
    expect(await written(here.signup)).toMatchObject({ out: here.moment(30), to: here.moment(30) });
  });

  it.each([[-30, -1, ['TOO_EARLY']], [-30, 0, []], [59, 59_999, []], [60, 0, ['OVER']]] as const)('from half an hour before the start until the end: %i min %i ms', async (minutes, milliseconds, codes) => {
    const here = await duty();
    const now = here.at(minutes, milliseconds);
    expect((await checkIn(here.volunteer.parent, await codeAt(here.shift.id, now))).codes).toEqual(codes);
    expect((await written(here.signup)).in).toEqual(codes.length > 0 ? null : now);
  });

  it.each([[44_999, []], [45_999, ['CODE_NOT_VALID']]] as const)('a code is taken a little after its half minute, for clocks and networks: %i ms', async (milliseconds, codes) => {
    const here = await duty();
    const token = await codeAt(here.shift.id, here.moment(5));
    here.at(5, milliseconds);
    expect((await checkIn(here.volunteer.parent, token)).codes).toEqual(codes);
  });

  it('nothing but a code of this very shift counts, and nothing is written', async () => {
    const [here, elsewhere] = [await duty(), await duty()];
    const now = here.at(5);
    const good = await codeAt(here.shift.id, now);
    const [header, , signature] = good.split('.');
    const forged = Buffer.from(JSON.stringify({ shift: here.shift.id, aud: 'volunteering/check-in', nbf: 0, exp: 9_999_999_999 })).toString('base64url');
    const access = await createTokens(testConfig('postgresql://nobody@127.0.0.1:1/none').token).sign(here.volunteer.parent.accountId, 3600);
    const tokens = [
      `${header}.${forged}.${signature}`, await codeAt(here.shift.id, now, 'files'), await codeAt(here.shift.id, here.moment(4)), await codeAt(here.shift.id, here.moment(6)),
      await codeAt('no uuid', now).then((each) => each.slice(0, -2)), access, '', '签到', 'x'.repeat(5000),
    ];
    for (const token of tokens) expect((await checkIn(here.volunteer.parent, token)).codes, token).toEqual(['CODE_NOT_VALID']);
    expect((await checkIn(here.volunteer.parent, await codeAt(elsewhere.shift.id, now))).codes).toEqual(['NOT_SIGNED_UP']);
    expect((await checkOut(here.volunteer.parent, good)).codes).toEqual(['NOT_CHECKED_IN']);
    expect(await written(here.signup)).toEqual(NOTHING);
  });

  it('whoever has no place cannot check in', async () => {
    const here = await duty({ role: { capacity: 1 } });
    const stranger = await family(scenario, [schoolClass]);
    here.at(0);
    expect((await checkIn(stranger.parent, await codeNow(here))).codes).toEqual(['NOT_SIGNED_UP']);
    expect((await hub.ask(CheckInDocument, { variables: { input: { token: 'x' } } })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('before the start and gone before it is no service', async () => {
    const here = await duty();
    here.at(-20);
    await checkIn(here.volunteer.parent, await codeNow(here));
    here.at(-5);
    expect((await checkOut(here.volunteer.parent, await codeNow(here))).payload).toMatchObject({ userErrors: [], serviceRecord: null });
    expect((await written(here.signup)).service).toBeNull();
  });

  it('who runs the shift could show the code to themself: that waits for another', async () => {
    const own = await family(scenario, [schoolClass]);
    const teacher = await scenario.staffMember({ role: 'HOMEROOM_TEACHER', school: school.id, schoolClass }, own.parent);
    day += 1;
    const startsAt = scenario.at(day * 24 * HOUR);
    const offered = await openShift(scenario, teacher, { school, shift: { startsAt, endsAt: minutesAfter(startsAt, HOUR) } });
    const signup = await signedUp(scenario, offered, own);
    clock = startsAt;
    await checkIn(teacher, (await show(teacher, offered.shift.id)).payload!.token!);
    clock = minutesAfter(startsAt, 50);
    expect((await checkOut(teacher, (await show(teacher, offered.shift.id)).payload!.token!)).payload.serviceRecord.status).toBe('PENDING');
    expect((await record(teacher, offered.shift.id, [{ signup, checkedInAt: startsAt }])).codes).toEqual([['OWN', 'rows.0.signupId']]);
  });
});

describe('what was noted without a network', () => {
  const both = async (here: Duty, nonce: string): Promise<Report[]> => [
    { kind: 'OUT', token: await codeAt(here.shift.id, here.moment(40)), happenedAt: here.moment(40, 3_000), nonce: `${nonce}-out` },
    { kind: 'IN', token: await codeAt(here.shift.id, here.moment(-2)), happenedAt: here.moment(-2, 7_000), nonce: `${nonce}-in` },
  ];

  it('is taken once, in the order in which it happened, however often it is sent', async () => {
    const here = await duty();
    const reports = await both(here, `replay-${here.signup.id}`);
    here.at(26 * HOUR);
    const first = await report(here, reports);
    expect(first.codes).toEqual([]);
    const state = await written(here.signup);
    expect(state).toEqual({ ...NOTHING, in: here.moment(-2, 7_000), inBy: 'QR', out: here.moment(40, 3_000), outBy: 'QR', reports: 2, service: 'APPROVED', from: here.moment(0), to: here.moment(40, 3_000) });
    const again = await Promise.all(Array.from({ length: 10 }, () => report(here, reports)));
    expect(again.map((each) => [each.codes, each.payload!.attendances])).toEqual(Array.from({ length: 10 }, () => [[], first.payload!.attendances]));
    here.at(30 * 24 * HOUR);
    expect((await report(here, reports)).codes).toEqual([]);
    expect(await written(here.signup)).toEqual(state);
  });

  it.each([[49 * HOUR, -1, []], [49 * HOUR, 0, ['TOO_LATE']]] as const)('until the time of the district is over: %i min %i ms', async (minutes, milliseconds, codes) => {
    const here = await duty();
    const [, came] = await both(here, `late-${here.signup.id}`);
    here.at(minutes, milliseconds);
    expect((await report(here, [came!])).codes?.map(([code]) => code)).toEqual(codes);
  });

  it('is proven by the code of that moment and shift', async () => {
    const [here, elsewhere] = [await duty(), await duty()];
    here.at(2 * HOUR);
    const came = { kind: 'IN' as const, happenedAt: here.moment(3) };
    const refused = await report(here, [
      { ...came, nonce: 'p1', token: await codeAt(here.shift.id, here.moment(4)) },
      { ...came, nonce: 'p2', token: await codeAt(elsewhere.shift.id, here.moment(3)) },
      { ...came, nonce: 'p3', token: await codeAt(here.shift.id, here.moment(3), 'files') },
      { ...came, nonce: 'p4', token: await codeAt(here.shift.id, here.moment(-31)), happenedAt: here.moment(-31) },
      { ...came, nonce: 'p5', token: await codeAt(here.shift.id, here.moment(60)), happenedAt: here.moment(60) },
      { ...came, nonce: 'p6', token: await codeAt(here.shift.id, here.moment(3)), kind: 'OUT' },
      { ...came, nonce: 'p7', token: await codeAt(elsewhere.shift.id, here.moment(3)), signupId: elsewhere.signup.id },
    ]);
    expect([...refused.codes!].sort()).toEqual([
      ['CODE_NOT_VALID', 'reports.0.token'], ['CODE_NOT_VALID', 'reports.1.token'], ['CODE_NOT_VALID', 'reports.2.token'], ['NOT_CHECKED_IN', 'reports.5.happenedAt'],
      ['NOT_SIGNED_UP', 'reports.6.signupId'], ['OVER', 'reports.4.happenedAt'], ['TOO_EARLY', 'reports.3.happenedAt'],
    ]);
    expect(await written(here.signup)).toEqual(NOTHING);
    expect(await written(elsewhere.signup)).toEqual(NOTHING);
  });

  it('a nonce is good for one thing', async () => {
    const [here, other] = [await duty(), await duty()];
    const [, came] = await both(here, `once-${here.signup.id}`);
    here.at(2 * HOUR);
    expect((await report(here, [came!])).codes).toEqual([]);
    expect((await report(here, [{ ...came!, happenedAt: here.moment(-2, 8_000) }])).codes).toEqual([['NONCE_USED', 'reports.0.nonce']]);
    other.at(2 * HOUR);
    const mine = { ...came!, token: await codeAt(other.shift.id, other.moment(5)), happenedAt: other.moment(5) };
    expect((await report(other, [mine])).codes).toEqual([['NONCE_USED', 'reports.0.nonce']]);
    expect(await written(other.signup)).toEqual(NOTHING);
  });

  it('one that fails takes the others with it, or not, as is said', async () => {
    const here = await duty();
    const [left, came] = await both(here, `policy-${here.signup.id}`);
    const bad = { ...left!, token: 'x' };
    here.at(2 * HOUR);
    expect((await report(here, [came!, bad], 'REJECT_EVERYTHING')).codes).toEqual([['CODE_NOT_VALID', 'reports.1.token']]);
    expect(await written(here.signup)).toEqual(NOTHING);
    expect((await report(here, [came!, bad])).codes).toEqual([['CODE_NOT_VALID', 'reports.1.token']]);
    expect(await written(here.signup)).toMatchObject({ in: came!.happenedAt, out: null, reports: 1, service: null });
  });
});

describe('the list of the organiser', () => {
  it('notes times and who did not come, corrects codes, and says the same twice', async () => {
    const here = await duty();
    here.at(1);
    await checkIn(here.volunteer.parent, await codeNow(here));
    here.at(90);
    const corrected = { signup: here.signup, checkedInAt: here.moment(1), checkedOutAt: here.moment(50) };
    expect((await record(organiser, here.shift.id, [corrected])).codes).toEqual([]);
    const state = await written(here.signup);
    expect(state).toMatchObject({ in: here.moment(1), inBy: 'QR', out: here.moment(50), outBy: 'LIST', service: 'APPROVED', from: here.moment(1), to: here.moment(50) });
    await record(organiser, here.shift.id, [corrected]);
    expect(await written(here.signup)).toEqual(state);
    await record(organiser, here.shift.id, [{ signup: here.signup, noShow: true }]);
    expect(await written(here.signup)).toMatchObject({ in: null, out: null, missing: true, service: 'REJECTED' });
    await record(organiser, here.shift.id, [{ signup: here.signup, checkedInAt: here.moment(10), checkedOutAt: here.moment(70) }]);
    expect(await written(here.signup)).toMatchObject({ missing: false, service: 'APPROVED', from: here.moment(10), to: here.moment(60) });
  });

  it('a volunteer who was noted as missing too soon checks in', async () => {
    const here = await duty();
    here.at(5);
    await record(organiser, here.shift.id, [{ signup: here.signup, noShow: true }]);
    here.at(15);
    expect((await checkIn(here.volunteer.parent, await codeNow(here))).codes).toEqual([]);
    expect(await written(here.signup)).toMatchObject({ in: here.moment(15), missing: false });
  });

  it('says nothing that cannot be, and nothing is written', async () => {
    const [here, other] = [await duty(), await duty()];
    const codes = async (row: Parameters<typeof record>[2][number]) => (await record(organiser, here.shift.id, [row])).codes;
    const { signup } = here;
    here.at(-1);
    expect(await codes({ signup, noShow: true })).toEqual([['NOT_YET', 'rows.0.noShow']]);
    here.at(90);
    expect(await codes({ signup, checkedInAt: here.moment(-31) })).toEqual([['TOO_EARLY', 'rows.0.checkedInAt']]);
    expect(await codes({ signup, checkedInAt: here.moment(60) })).toEqual([['OVER', 'rows.0.checkedInAt']]);
    expect(await codes({ signup, checkedInAt: here.moment(30), checkedOutAt: here.moment(29) })).toEqual([['BEFORE_CHECK_IN', 'rows.0.checkedOutAt']]);
    expect(await codes({ signup, checkedOutAt: here.moment(29) })).toEqual([['NOT_CHECKED_IN', 'rows.0.checkedOutAt']]);
    expect(await codes({ signup, checkedInAt: here.moment(30), checkedOutAt: here.moment(91) })).toEqual([['NOT_YET', 'rows.0.checkedOutAt']]);
    expect(await codes({ signup: other.signup, noShow: true })).toEqual([['NOT_SIGNED_UP', 'rows.0.signupId']]);
    for (const row of [{ signup }, { signup, noShow: true, checkedInAt: here.moment(1) }]) {
      expect((await record(organiser, here.shift.id, [row])).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    for (const who of [await scenario.teacher(schoolClass), here.volunteer.parent]) {
      expect((await record(who, here.shift.id, [{ signup, noShow: true }])).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(await written(signup)).toEqual(NOTHING);
  });
});

describe('who did not come', () => {
  const noted = (moment: Date, most = 100): Promise<number> => sweep(hub, moment, (tx) => noteNoShows(tx, most));

  it('is noted when nothing can be sent any more, once, and corrected by the list', async () => {
    const [here, present] = [await duty(), await duty()];
    present.at(0);
    await checkIn(present.volunteer.parent, await codeNow(present));
    await noted(here.moment(49 * HOUR, -1));
    expect(await written(here.signup)).toEqual(NOTHING);
    await Promise.all([noted(present.moment(49 * HOUR)), noted(present.moment(49 * HOUR))]);
    expect(await written(here.signup)).toEqual({ ...NOTHING, missing: true });
    expect(await written(present.signup)).toMatchObject({ in: present.moment(0), missing: false });
    expect(await noted(present.moment(50 * HOUR))).toBe(0);
    clock = present.moment(50 * HOUR);
    expect((await record(organiser, here.shift.id, [{ signup: here.signup, checkedInAt: here.moment(0), checkedOutAt: here.moment(60) }])).codes).toEqual([]);
    expect(await written(here.signup)).toMatchObject({ missing: false, service: 'APPROVED' });
  });

  it('is worked through so many at a time, the earliest first', async () => {
    const [first, second] = [await duty(), await duty()];
    const end = second.moment(60 * HOUR);
    await noted(first.moment(49 * HOUR, -1));
    expect(await noted(end, 1)).toBe(1);
    expect([(await written(first.signup)).missing, (await written(second.signup)).missing]).toEqual([true, false]);
    expect(await noted(end, 1)).toBe(1);
  });

  it('is suspended at the third, by the list as well', async () => {
    const volunteer = await family(scenario, [schoolClass]);
    for (let shift = 1; shift <= 3; shift += 1) {
      const here = await duty();
      const signup = await signedUp(scenario, here, volunteer);
      here.at(90);
      const { rows } = await hub.database.pool.query('select 1 from volunteer_suspension where person_id = $1', [volunteer.parent.person.id]);
      expect(rows).toHaveLength(0);
      await record(organiser, here.shift.id, [{ signup, noShow: true }]);
    }
    const { rows } = await hub.database.pool.query('select cause from volunteer_suspension where person_id = $1', [volunteer.parent.person.id]);
    expect(rows).toEqual([{ cause: 'NO_SHOWS' }]);
  });
});
