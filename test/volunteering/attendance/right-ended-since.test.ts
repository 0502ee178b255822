import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EndGuardianshipDocument, TransferStudentDocument } from '../../../schema/generated/admin.ts';
import { SupplementServiceDocument } from '../../../schema/generated/mini-program.ts';
import type { SchoolClassRecord } from '../../../seeds/factories/index.ts';
import type { StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { asked } from '../../support/mutations.ts';
import { codeAt, Duties, type Duty } from '../duties.ts';

let duties: Duties;
let district: StaffMember;
let head: StaffMember;
let elsewhere: SchoolClassRecord;
beforeAll(async () => {
  duties = await Duties.open();
  district = await duties.scenario.districtAdmin();
  head = await duties.scenario.schoolAdmin(duties.school);
  elsewhere = await duties.scenario.schoolClass(await duties.scenario.school());
});
afterAll(async () => {
  await expectChecksHold(duties.hub);
  await duties.hub.stop();
});

/** The pupil goes to another school, by the clock of the shift. */
async function moved(minutes: number): Promise<Duty> {
  const here = await duties.duty();
  here.at(minutes);
  const { codes } = await asked(duties.hub, TransferStudentDocument, district.accountId, {
    studentNumber: here.volunteer.students[0]!.studentNumber,
    classId: `class_${elsewhere.id}`,
  });
  expect(codes).toEqual([]);
  here.at(Math.max(minutes, 180));
  return here;
}
const reports = async (here: Duty) =>
  duties.report(
    here,
    await Promise.all(
      (['IN', 'OUT'] as const).map(async (kind, index) => ({
        kind,
        token: await codeAt(here.shift.id, here.moment(1 + index * 58)),
        happenedAt: here.moment(1 + index * 58),
        nonce: `${here.signup.id}-${kind}`,
      })),
    ),
  );

describe('who came to a shift that was over before the right to it ended', () => {
  it('sends late by codes of that time that they were there', async () => {
    const here = await moved(180);
    expect((await reports(here)).codes).toEqual([]);
    expect(await duties.written(here.signup)).toMatchObject({ in: here.moment(1), service: 'APPROVED' });
  });

  it('is noted by the list, as is who did not come', async () => {
    const [here, missing] = [await moved(180), await moved(180)];
    const row = { signup: here.signup, checkedInAt: here.moment(0), checkedOutAt: here.moment(60) };
    expect((await duties.record(duties.organiser, here.shift.id, [row])).codes).toEqual([]);
    expect(await duties.written(here.signup)).toMatchObject({ out: here.moment(60), service: 'APPROVED' });
    expect(
      (await duties.record(duties.organiser, missing.shift.id, [{ signup: missing.signup, noShow: true }])).codes,
    ).toEqual([]);
  });

  it('is noted as missing by the hub as well, where nobody has noted anything', async () => {
    const here = await moved(180);
    here.at(14 * 24 * 60);
    await duties.hub.hub.runJob('volunteering.note-no-shows');
    expect(await duties.written(here.signup)).toMatchObject({ missing: true });
  });

  it('writes their service down', async () => {
    const here = await moved(180);
    const { codes } = await asked(duties.hub, SupplementServiceDocument, here.volunteer.parent.accountId, {
      signupId: `signup_${here.signup.id}`,
      startsAt: here.moment(0),
      endsAt: here.moment(60),
      description: '忘记签到',
    });
    expect(codes).toEqual([]);
  });
});

it('whoever lost the right while a shift ran was turned away, and is not noted as there afterwards', async () => {
  const here = await moved(10);
  expect((await reports(here)).codes![0]).toEqual(['NOT_ELIGIBLE', 'reports.0.happenedAt']);
  const row = { signup: here.signup, checkedInAt: here.moment(0), checkedOutAt: here.moment(60) };
  expect((await duties.record(duties.organiser, here.shift.id, [row])).codes).toEqual([
    ['NOT_ELIGIBLE', 'rows.0.checkedInAt'],
  ]);
});

it('whoever came early and loses the right before the shift begins leaves by the code, and is shown that this was done, while the sign-up is hidden', async () => {
  const here = await duties.duty();
  const { parent } = here.volunteer;
  here.at(-10);
  expect((await duties.checkIn(parent, await duties.codeNow(here))).codes).toEqual([]);
  here.at(-5);
  expect(
    (
      await asked(duties.hub, EndGuardianshipDocument, head.accountId, {
        guardianshipId: `guardianship_${parent.guardianships[0]!.id}`,
        reason: '监护关系变更',
      })
    ).codes,
  ).toEqual([]);
  here.at(-2);
  const { payload, codes } = await duties.checkOut(parent, await duties.codeNow(here));
  expect(codes).toEqual([]);
  expect(payload).toMatchObject({ signup: null, attendance: { checkedOutAt: here.moment(-2).toISOString() } });
});

describe('whose right a day took before the shift, which nobody wrote down while it ran,', () => {
  /** The last day of the guardianship, in days from that of the shift. */
  async function lastDay(days: number): Promise<Duty> {
    const here = await duties.duty();
    await duties.hub.database.pool.query(
      `update guardianship set valid_to = (select (sft.starts_at at time zone 'Asia/Shanghai')::date + $2::int from shift sft where sft.id = $3) where guardian_id = $1`,
      [here.volunteer.parent.guardian.id, days, here.shift.id],
    );
    // Two days later, whichever day it was.
    here.at(48 * 60);
    return here;
  }
  const missing = async (here: Duty) =>
    (await duties.record(duties.organiser, here.shift.id, [{ signup: here.signup, noShow: true }])).codes;

  it('is not missing, nor noted as there', async () => {
    const here = await lastDay(-1);
    expect(await missing(here)).toEqual([['NOT_ELIGIBLE', 'rows.0.noShow']]);
    const row = { signup: here.signup, checkedInAt: here.moment(0), checkedOutAt: here.moment(60) };
    expect((await duties.record(duties.organiser, here.shift.id, [row])).codes).toEqual([
      ['NOT_ELIGIBLE', 'rows.0.checkedInAt'],
    ]);
  });

  it.each([0, 1])('is, where their last day was %i days after it', async (days) => {
    expect(await missing(await lastDay(days))).toEqual([]);
  });
});
