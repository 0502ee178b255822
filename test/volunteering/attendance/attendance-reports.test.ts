import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectChecksHold } from '../../support/checks.ts';
import { codeAt, Duties, HOUR, NOTHING, type Duty, type Report } from '../duties.ts';

let duties: Duties;

beforeAll(async () => {
  duties = await Duties.open();
});
afterAll(async () => {
  await expectChecksHold(duties.hub);
  await duties.hub.stop();
});

describe('what was noted without a network', () => {
  const both = async (here: Duty, nonce: string): Promise<Report[]> => [
    {
      kind: 'OUT',
      token: await codeAt(here.shift.id, here.moment(40)),
      happenedAt: here.moment(40, 3_000),
      nonce: `${nonce}-out`,
    },
    {
      kind: 'IN',
      token: await codeAt(here.shift.id, here.moment(-2)),
      happenedAt: here.moment(-2, 7_000),
      nonce: `${nonce}-in`,
    },
  ];

  it('is taken once, in the order in which it happened, however often it is sent', async () => {
    const here = await duties.duty();
    const reports = await both(here, `replay-${here.signup.id}`);
    here.at(26 * HOUR);
    const first = await duties.report(here, reports);
    expect(first.codes).toEqual([]);
    const state = await duties.written(here.signup);
    expect(state).toEqual({
      ...NOTHING,
      in: here.moment(-2, 7_000),
      inBy: 'QR',
      out: here.moment(40, 3_000),
      outBy: 'QR',
      reports: 2,
      service: 'APPROVED',
      from: here.moment(0),
      to: here.moment(40, 3_000),
    });
    const again = await Promise.all(Array.from({ length: 10 }, () => duties.report(here, reports)));
    expect(again.map((each) => [each.codes, each.payload!.attendances])).toEqual(
      Array.from({ length: 10 }, () => [[], first.payload!.attendances]),
    );
    here.at(30 * 24 * HOUR);
    expect((await duties.report(here, reports)).codes).toEqual([]);
    expect(await duties.written(here.signup)).toEqual(state);
  });

  it.each([
    [49 * HOUR, -1, []],
    [49 * HOUR, 0, ['TOO_LATE']],
  ] as const)('until the time of the district is over: %i min %i ms', async (minutes, milliseconds, codes) => {
    const here = await duties.duty();
    const [, came] = await both(here, `late-${here.signup.id}`);
    here.at(minutes, milliseconds);
    expect((await duties.report(here, [came!])).codes?.map(([code]) => code)).toEqual(codes);
  });

  it('is proven by the code of that moment and shift', async () => {
    const [here, elsewhere] = [await duties.duty(), await duties.duty()];
    here.at(2 * HOUR);
    const came = { kind: 'IN' as const, happenedAt: here.moment(3) };
    const refused = await duties.report(here, [
      { ...came, nonce: 'p1', token: await codeAt(here.shift.id, here.moment(4)) },
      { ...came, nonce: 'p2', token: await codeAt(elsewhere.shift.id, here.moment(3)) },
      { ...came, nonce: 'p3', token: await codeAt(here.shift.id, here.moment(3), 'files') },
      { ...came, nonce: 'p4', token: await codeAt(here.shift.id, here.moment(-31)), happenedAt: here.moment(-31) },
      { ...came, nonce: 'p5', token: await codeAt(here.shift.id, here.moment(60)), happenedAt: here.moment(60) },
      { ...came, nonce: 'p6', token: await codeAt(here.shift.id, here.moment(3)), kind: 'OUT' },
      { ...came, nonce: 'p7', token: await codeAt(elsewhere.shift.id, here.moment(3)), signupId: elsewhere.signup.id },
    ]);
    expect([...refused.codes!].sort()).toEqual([
      ['CODE_NOT_VALID', 'reports.0.token'],
      ['CODE_NOT_VALID', 'reports.1.token'],
      ['CODE_NOT_VALID', 'reports.2.token'],
      ['NOT_CHECKED_IN', 'reports.5.happenedAt'],
      ['NOT_SIGNED_UP', 'reports.6.signupId'],
      ['OVER', 'reports.4.happenedAt'],
      ['TOO_EARLY', 'reports.3.happenedAt'],
    ]);
    expect(await duties.written(here.signup)).toEqual(NOTHING);
    expect(await duties.written(elsewhere.signup)).toEqual(NOTHING);
  });

  it('a nonce is good for one thing', async () => {
    const [here, other] = [await duties.duty(), await duties.duty()];
    const [, came] = await both(here, `once-${here.signup.id}`);
    here.at(2 * HOUR);
    expect((await duties.report(here, [came!])).codes).toEqual([]);
    expect((await duties.report(here, [{ ...came!, happenedAt: here.moment(-2, 8_000) }])).codes).toEqual([
      ['NONCE_USED', 'reports.0.nonce'],
    ]);
    other.at(2 * HOUR);
    const mine = { ...came!, token: await codeAt(other.shift.id, other.moment(5)), happenedAt: other.moment(5) };
    expect((await duties.report(other, [mine])).codes).toEqual([['NONCE_USED', 'reports.0.nonce']]);
    expect(await duties.written(other.signup)).toEqual(NOTHING);
  });

  it('costs as many statements for six reports as for two', async () => {
    const counts: number[] = [];
    for (const times of [1, 1, 3]) {
      const here = await duties.duty();
      const reports = (
        await Promise.all(Array.from({ length: times }, (_, time) => both(here, `count-${time}-${here.signup.id}`)))
      ).flat();
      here.at(2 * HOUR);
      const { result, statements } = await duties.hub.statementsOf(() => duties.report(here, reports));
      expect(result.codes).toEqual([]);
      expect(await duties.written(here.signup)).toMatchObject({ reports: 2 * times, service: 'APPROVED' });
      counts.push(statements.length);
    }
    expect(counts[2]).toBe(counts[1]);
  });

  it('one that fails takes the others with it, or not, as is said', async () => {
    const here = await duties.duty();
    const [left, came] = await both(here, `policy-${here.signup.id}`);
    const bad = { ...left!, token: 'x' };
    here.at(2 * HOUR);
    expect((await duties.report(here, [came!, bad], 'REJECT_EVERYTHING')).codes).toEqual([
      ['CODE_NOT_VALID', 'reports.1.token'],
    ]);
    expect(await duties.written(here.signup)).toEqual(NOTHING);
    expect((await duties.report(here, [came!, bad])).codes).toEqual([['CODE_NOT_VALID', 'reports.1.token']]);
    expect(await duties.written(here.signup)).toMatchObject({
      in: came!.happenedAt,
      out: null,
      reports: 1,
      service: null,
    });
  });
});
