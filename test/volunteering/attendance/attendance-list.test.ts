import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordAttendanceDocument } from '../../../schema/generated/admin.ts';
import { family, signedUp } from '../../../seeds/scenario/index.ts';
import { ServiceRole } from '../../../src/domains/identity/index.ts';
import { noteNoShows } from '../../../src/domains/volunteering/index.ts';
import { serviceToken } from '../../access/callers.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { sweep } from '../../support/sweeps.ts';
import { Duties, HOUR, NOTHING, type ListRow } from '../duties.ts';

let duties: Duties;

beforeAll(async () => {
  duties = await Duties.open();
});
afterAll(async () => {
  await expectChecksHold(duties.hub);
  await duties.hub.stop();
});

describe('the list of the organiser', () => {
  it('notes times and who did not come, corrects codes, and says the same twice', async () => {
    const here = await duties.duty();
    here.at(1);
    await duties.checkIn(here.volunteer.parent, await duties.codeNow(here));
    here.at(90);
    const corrected = { signup: here.signup, checkedInAt: here.moment(1), checkedOutAt: here.moment(50) };
    expect((await duties.record(duties.organiser, here.shift.id, [corrected])).codes).toEqual([]);
    const state = await duties.written(here.signup);
    expect(state).toMatchObject({
      in: here.moment(1),
      inBy: 'QR',
      out: here.moment(50),
      outBy: 'LIST',
      service: 'APPROVED',
      from: here.moment(1),
      to: here.moment(50),
    });
    await duties.record(duties.organiser, here.shift.id, [corrected]);
    expect(await duties.written(here.signup)).toEqual(state);
    await duties.record(duties.organiser, here.shift.id, [
      { signup: here.signup, noShow: true, withdrawsCheckIn: true },
    ]);
    expect(await duties.written(here.signup)).toMatchObject({
      in: null,
      out: null,
      missing: true,
      service: 'REJECTED',
    });
    await duties.record(duties.organiser, here.shift.id, [
      { signup: here.signup, checkedInAt: here.moment(10), checkedOutAt: here.moment(70) },
    ]);
    expect(await duties.written(here.signup)).toMatchObject({
      missing: false,
      service: 'APPROVED',
      from: here.moment(10),
      to: here.moment(60),
    });
  });

  it.each([{ noShow: true }, { excused: true }])(
    'notes nobody by %j who has checked in by the code, until that is withdrawn on purpose: it ends their service',
    async (absent) => {
      const here = await duties.duty();
      here.at(1);
      await duties.checkIn(here.volunteer.parent, await duties.codeNow(here));
      here.at(50);
      await duties.checkOut(here.volunteer.parent, await duties.codeNow(here));
      here.at(61);
      const say = (what: object) => duties.record(duties.organiser, here.shift.id, [{ signup: here.signup, ...what }]);
      const [field] = Object.keys(absent);
      const state = await duties.written(here.signup);
      expect(state).toMatchObject({ inBy: 'QR', missing: false, service: 'APPROVED' });
      expect((await say(absent)).codes).toEqual([['CAME', `rows.0.${field}`]]);
      expect((await say({ ...absent, withdrawsCheckIn: false })).codes).toEqual([['CAME', `rows.0.${field}`]]);
      expect(await duties.written(here.signup)).toEqual(state);
      const { errors } = await say({ checkedInAt: here.moment(5), withdrawsCheckIn: true });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect((await say({ ...absent, withdrawsCheckIn: true })).codes).toEqual([]);
      expect(await duties.written(here.signup)).toMatchObject({
        in: null,
        missing: field === 'noShow',
        service: 'REJECTED',
      });
    },
  );

  it('nobody is missing while they can still come: not seconds after the start, nor a millisecond before the end', async () => {
    const here = await duties.duty();
    for (const [minutes, milliseconds] of [
      [0, 6000],
      [60, -1],
    ] as const) {
      here.at(minutes, milliseconds);
      expect(
        (await duties.record(duties.organiser, here.shift.id, [{ signup: here.signup, noShow: true }])).codes,
      ).toEqual([['NOT_YET', 'rows.0.noShow']]);
    }
    here.at(15);
    expect((await duties.checkIn(here.volunteer.parent, await duties.codeNow(here))).codes).toEqual([]);
    expect(await duties.written(here.signup)).toMatchObject({ in: here.moment(15), missing: false });
  });

  it('says nothing that cannot be, and nothing is written', async () => {
    const [here, other] = [await duties.duty(), await duties.duty()];
    const codes = async (row: ListRow) => (await duties.record(duties.organiser, here.shift.id, [row])).codes;
    const { signup } = here;
    here.at(-1);
    expect(await codes({ signup, noShow: true })).toEqual([['NOT_YET', 'rows.0.noShow']]);
    here.at(90);
    expect(await codes({ signup, checkedInAt: here.moment(-31) })).toEqual([['TOO_EARLY', 'rows.0.checkedInAt']]);
    expect(await codes({ signup, checkedInAt: here.moment(60) })).toEqual([['OVER', 'rows.0.checkedInAt']]);
    expect(await codes({ signup, checkedInAt: here.moment(30), checkedOutAt: here.moment(29) })).toEqual([
      ['BEFORE_CHECK_IN', 'rows.0.checkedOutAt'],
    ]);
    expect(await codes({ signup, checkedInAt: here.moment(60), checkedOutAt: here.moment(0) })).toEqual([
      ['BEFORE_CHECK_IN', 'rows.0.checkedOutAt'],
    ]);
    expect(await codes({ signup, checkedOutAt: here.moment(29) })).toEqual([['NOT_CHECKED_IN', 'rows.0.checkedOutAt']]);
    expect(await codes({ signup, checkedInAt: here.moment(30), checkedOutAt: here.moment(91) })).toEqual([
      ['NOT_YET', 'rows.0.checkedOutAt'],
    ]);
    expect(await codes({ signup: other.signup, noShow: true })).toEqual([['NOT_SIGNED_UP', 'rows.0.signupId']]);
    for (const row of [{ signup }, { signup, noShow: true, checkedInAt: here.moment(1) }]) {
      expect((await duties.record(duties.organiser, here.shift.id, [row])).errors?.[0]?.extensions.code).toBe(
        'BAD_USER_INPUT',
      );
    }
    for (const who of [await duties.scenario.teacher(duties.schoolClass), here.volunteer.parent]) {
      expect((await duties.record(who, here.shift.id, [{ signup, noShow: true }])).errors?.[0]?.extensions.code).toBe(
        'FORBIDDEN',
      );
    }
    expect(await duties.written(signup)).toEqual(NOTHING);
  });
});

describe('a service token that keeps the list', () => {
  it('takes back service that it has noted, row by row: whoever holds its role answers for both', async () => {
    const here = await duties.duty();
    const head = await duties.scenario.schoolAdmin(duties.school);
    here.at(70);
    const token = await serviceToken(duties.scenario, head, {
      role: ServiceRole.SCHOOL_ADMIN,
      school: duties.school,
      granted: ['volunteering.attendance.keep'],
    });
    const noted = async (...rows: object[]) => {
      const { data, errors } = await duties.hub.ask(RecordAttendanceDocument, {
        headers: token,
        variables: {
          input: { shiftId: `shift_${here.shift.id}`, rows: rows as never, errorPolicy: 'REJECT_FAILED_ROWS' as const },
        },
      });
      return errors?.[0]?.extensions.code ?? data?.recordAttendance.userErrors.map(({ code }) => code);
    };
    const service = async () =>
      (
        await duties.hub.database.pool.query('select status, approver_id from service_record where signup_id = $1', [
          here.signup.id,
        ])
      ).rows;
    const signupId = `signup_${here.signup.id}`;
    expect(await noted({ signupId, checkedInAt: here.moment(0), checkedOutAt: here.moment(60) })).toEqual([]);
    expect(await service()).toEqual([{ status: 'APPROVED', approver_id: head.person.id }]);
    expect(await noted({ signupId: `signup_${duties.school.id}`, noShow: true }, { signupId, noShow: true })).toEqual([
      'NOT_SIGNED_UP',
    ]);
    expect(await service()).toEqual([{ status: 'REJECTED', approver_id: head.person.id }]);
  });
});

describe('who did not come', () => {
  const noted = (moment: Date, most = 100): Promise<number> => sweep(duties.hub, moment, (tx) => noteNoShows(tx, most));

  it('is noted when nothing can be sent any more, once, and corrected by the list', async () => {
    const [here, present] = [await duties.duty(), await duties.duty()];
    present.at(0);
    await duties.checkIn(present.volunteer.parent, await duties.codeNow(present));
    await noted(here.moment(49 * HOUR, -1));
    expect(await duties.written(here.signup)).toEqual(NOTHING);
    await Promise.all([noted(present.moment(49 * HOUR)), noted(present.moment(49 * HOUR))]);
    expect(await duties.written(here.signup)).toEqual({ ...NOTHING, missing: true });
    expect(await duties.written(present.signup)).toMatchObject({ in: present.moment(0), missing: false });
    expect(await noted(present.moment(50 * HOUR))).toBe(0);
    duties.clock = present.moment(50 * HOUR);
    expect(
      (
        await duties.record(duties.organiser, here.shift.id, [
          { signup: here.signup, checkedInAt: here.moment(0), checkedOutAt: here.moment(60) },
        ])
      ).codes,
    ).toEqual([]);
    expect(await duties.written(here.signup)).toMatchObject({ missing: false, service: 'APPROVED' });
  });

  it('is worked through so many at a time, the earliest first', async () => {
    const [first, second] = [await duties.duty(), await duties.duty()];
    const end = second.moment(60 * HOUR);
    await noted(first.moment(49 * HOUR, -1));
    expect(await noted(end, 1)).toBe(1);
    expect([(await duties.written(first.signup)).missing, (await duties.written(second.signup)).missing]).toEqual([
      true,
      false,
    ]);
    expect(await noted(end, 1)).toBe(1);
  });

  it('is suspended at the third, by the list as well', async () => {
    const volunteer = await family(duties.scenario, [duties.schoolClass]);
    for (let shift = 1; shift <= 3; shift += 1) {
      const here = await duties.duty();
      const signup = await signedUp(duties.scenario, here, volunteer);
      here.at(90);
      const { rows } = await duties.hub.database.pool.query('select 1 from volunteer_suspension where person_id = $1', [
        volunteer.parent.person.id,
      ]);
      expect(rows).toHaveLength(0);
      await duties.record(duties.organiser, here.shift.id, [{ signup, noShow: true }]);
    }
    const { rows } = await duties.hub.database.pool.query(
      'select cause from volunteer_suspension where person_id = $1',
      [volunteer.parent.person.id],
    );
    expect(rows).toEqual([{ cause: 'NO_SHOWS' }]);
  });
});
