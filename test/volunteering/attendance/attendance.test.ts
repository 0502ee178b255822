import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CheckInDocument } from '../../../schema/generated/mini-program.ts';
import { minutesAfter } from '../../../seeds/factories/index.ts';
import { family, openShift, signedUp } from '../../../seeds/scenario/index.ts';
import { createTokens } from '../../../src/platform/auth/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { testConfig } from '../../support/config.ts';
import { codeAt, Duties, NOTHING } from '../duties.ts';

let duties: Duties;

beforeAll(async () => {
  duties = await Duties.open();
});
afterAll(async () => {
  await expectChecksHold(duties.hub);
  await duties.hub.stop();
});

describe('the code of a shift', () => {
  it('is shown to whoever runs the shift, the same to all of them for half a minute', async () => {
    const here = await duties.duty();
    const admin = await duties.scenario.schoolAdmin(duties.school);
    here.at(-10, 4_000);
    const [one, other] = [
      (await duties.show(duties.organiser, here.shift.id)).payload!,
      (await duties.show(admin, here.shift.id)).payload!,
    ];
    expect(one).toMatchObject({
      userErrors: [],
      token: other.token,
      expiresAt: here.moment(-10, 30_000).toISOString(),
    });
    here.at(-10, 30_000);
    expect((await duties.show(duties.organiser, here.shift.id)).payload!.token).not.toBe(one.token);
    const { rows } = await duties.hub.database.pool.query(
      'select count(*)::int as n from audit_record where subjects::text like $1',
      [`%${one.token!.slice(-20)}%`],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it.each([
    [-30, -1, ['TOO_EARLY']],
    [-30, 0, []],
    [119, 59_999, []],
    [120, 0, ['OVER']],
  ] as const)(
    'from when one can check in until an hour after the end: %i min %i ms',
    async (minutes, milliseconds, codes) => {
      const here = await duties.duty();
      here.at(minutes, milliseconds);
      const { payload, codes: got } = await duties.show(duties.organiser, here.shift.id);
      expect(got).toEqual(codes);
      expect(payload!.token === null).toBe(codes.length > 0);
    },
  );

  it('is not for others', async () => {
    const here = await duties.duty();
    here.at(0);
    const [colleague, stranger] = [
      await duties.scenario.teacher(duties.schoolClass),
      await duties.scenario.schoolAdmin(await duties.scenario.school()),
    ];
    const codeOf = async (who: { accountId: string }) =>
      (await duties.show(who, here.shift.id)).errors?.[0]?.extensions.code;
    expect(await codeOf(colleague)).toBe('FORBIDDEN');
    expect(await codeOf(stranger)).toBe('NOT_FOUND');
    expect(await codeOf(here.volunteer.parent)).toBe('FORBIDDEN');
  });
});

describe('checking in and out', () => {
  it('notes when it happened, and clips the service to the shift', async () => {
    const here = await duties.duty();
    const { parent } = here.volunteer;
    here.at(-20);
    expect((await duties.checkIn(parent, await duties.codeNow(here))).payload).toMatchObject({
      userErrors: [],
      signup: { attendance: { checkedInAt: here.moment(-20).toISOString() } },
    });
    here.at(75);
    const out = await duties.checkOut(parent, await duties.codeNow(here));
    expect(out.payload).toMatchObject({
      userErrors: [],
      serviceRecord: { status: 'APPROVED', source: 'SYSTEM_CHECKED', minutes: 60 },
    });
    expect(await duties.written(here.signup)).toEqual({
      ...NOTHING,
      in: here.moment(-20),
      inBy: 'QR',
      out: here.moment(75),
      outBy: 'QR',
      service: 'APPROVED',
      from: here.moment(0),
      to: here.moment(60),
    });
  });

  it('a second time answers the first and changes nothing, also at once on ten phones', async () => {
    const here = await duties.duty();
    const { parent } = here.volunteer;
    here.at(1);
    const token = await duties.codeNow(here);
    const answers = await Promise.all(Array.from({ length: 10 }, () => duties.checkIn(parent, token)));
    expect(answers.map((each) => each.codes)).toEqual(Array.from({ length: 10 }, () => []));
    const first = await duties.written(here.signup);
    here.at(20);
    expect((await duties.checkIn(parent, await duties.codeNow(here))).payload?.signup?.attendance?.checkedInAt).toBe(
      here.moment(1).toISOString(),
    );
    expect(await duties.written(here.signup)).toEqual(first);
    here.at(30);
    await duties.checkOut(parent, await duties.codeNow(here));
    here.at(50);
    expect((await duties.checkOut(parent, await duties.codeNow(here))).payload?.serviceRecord?.minutes).toBe(29);
    expect(await duties.written(here.signup)).toMatchObject({ out: here.moment(30), to: here.moment(30) });
  });

  it.each([
    [-30, -1, ['TOO_EARLY']],
    [-30, 0, []],
    [59, 59_999, []],
    [60, 0, ['OVER']],
  ] as const)(
    'from half an hour before the start until the end: %i min %i ms',
    async (minutes, milliseconds, codes) => {
      const here = await duties.duty();
      const now = here.at(minutes, milliseconds);
      expect((await duties.checkIn(here.volunteer.parent, await codeAt(here.shift.id, now))).codes).toEqual(codes);
      expect((await duties.written(here.signup)).in).toEqual(codes.length > 0 ? null : now);
    },
  );

  it.each([
    [44_999, []],
    [45_999, ['CODE_NOT_VALID']],
  ] as const)(
    'a code is taken a little after its half minute, for clocks and networks: %i ms',
    async (milliseconds, codes) => {
      const here = await duties.duty();
      const token = await codeAt(here.shift.id, here.moment(5));
      here.at(5, milliseconds);
      expect((await duties.checkIn(here.volunteer.parent, token)).codes).toEqual(codes);
    },
  );

  it('nothing but a code of this very shift counts, and nothing is written', async () => {
    const [here, elsewhere] = [await duties.duty(), await duties.duty()];
    const now = here.at(5);
    const good = await codeAt(here.shift.id, now);
    const [header, , signature] = good.split('.');
    const forged = Buffer.from(
      JSON.stringify({ shift: here.shift.id, aud: 'volunteering/check-in', nbf: 0, exp: 9_999_999_999 }),
    ).toString('base64url');
    const access = await createTokens(testConfig('postgresql://nobody@127.0.0.1:1/none').token).sign(
      here.volunteer.parent.accountId,
      3600,
    );
    const tokens = [
      `${header}.${forged}.${signature}`,
      await codeAt(here.shift.id, now, 'files'),
      await codeAt(here.shift.id, here.moment(4)),
      await codeAt(here.shift.id, here.moment(6)),
      await codeAt('no uuid', now).then((each) => each.slice(0, -2)),
      access,
      '',
      '签到',
      'x'.repeat(5000),
    ];
    for (const token of tokens)
      expect((await duties.checkIn(here.volunteer.parent, token)).codes, token).toEqual(['CODE_NOT_VALID']);
    expect((await duties.checkIn(here.volunteer.parent, await codeAt(elsewhere.shift.id, now))).codes).toEqual([
      'NOT_SIGNED_UP',
    ]);
    expect((await duties.checkOut(here.volunteer.parent, good)).codes).toEqual(['NOT_CHECKED_IN']);
    expect(await duties.written(here.signup)).toEqual(NOTHING);
  });

  it('whoever has no place cannot check in', async () => {
    const here = await duties.duty({ role: { capacity: 1 } });
    const stranger = await family(duties.scenario, [duties.schoolClass]);
    here.at(0);
    expect((await duties.checkIn(stranger.parent, await duties.codeNow(here))).codes).toEqual(['NOT_SIGNED_UP']);
    expect(
      (await duties.hub.ask(CheckInDocument, { variables: { input: { token: 'x' } } })).errors?.[0]?.extensions.code,
    ).toBe('UNAUTHENTICATED');
  });

  it('before the start and gone before it is no service', async () => {
    const here = await duties.duty();
    here.at(-20);
    await duties.checkIn(here.volunteer.parent, await duties.codeNow(here));
    here.at(-5);
    expect((await duties.checkOut(here.volunteer.parent, await duties.codeNow(here))).payload).toMatchObject({
      userErrors: [],
      serviceRecord: null,
    });
    expect((await duties.written(here.signup)).service).toBeNull();
  });

  it('who runs the shift could show the code to themself: that waits for another', async () => {
    const own = await family(duties.scenario, [duties.schoolClass]);
    const teacher = await duties.scenario.staffMember(
      { role: 'HOMEROOM_TEACHER', school: duties.school, schoolClass: duties.schoolClass },
      own.parent,
    );
    const startsAt = duties.nextStart();
    const offered = await openShift(duties.scenario, teacher, {
      school: duties.school,
      shift: { startsAt, endsAt: minutesAfter(startsAt, 60) },
    });
    const signup = await signedUp(duties.scenario, offered, own);
    duties.clock = startsAt;
    await duties.checkIn(teacher, (await duties.show(teacher, offered.shift.id)).payload!.token!);
    duties.clock = minutesAfter(startsAt, 50);
    expect(
      (await duties.checkOut(teacher, (await duties.show(teacher, offered.shift.id)).payload!.token!)).payload
        ?.serviceRecord?.status,
    ).toBe('PENDING');
    expect((await duties.record(teacher, offered.shift.id, [{ signup, checkedInAt: startsAt }])).codes).toEqual([
      ['OWN', 'rows.0.signupId'],
    ]);
  });
});
