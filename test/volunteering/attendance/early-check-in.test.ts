import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BlockGuardianDocument,
  CancelShiftDocument,
  DecideCancellationRequestDocument,
  UpdateShiftDocument,
} from '../../../schema/generated/admin.ts';
import {
  AcceptStandInDocument,
  CancelSignupDocument,
  OfferStandInDocument,
  RequestSignupCancellationDocument,
} from '../../../schema/generated/mini-program.ts';
import { family } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { asked } from '../../support/mutations.ts';
import { codeAt, Duties, HOUR, NOTHING, type Duty } from '../duties.ts';

let duties: Duties;
beforeAll(async () => {
  duties = await Duties.open();
});
afterAll(async () => {
  await expectChecksHold(duties.hub);
  await duties.hub.stop();
});

const run = (statement: string, ...values: readonly unknown[]) =>
  duties.hub.database.pool.query(statement, [...values]);

/** Somebody who has checked in ten minutes before the start; they may cancel freely until then. */
async function cameEarly(): Promise<Duty> {
  const here = await duties.duty({ role: { capacity: 1 } });
  await run('update shift set cancel_until = starts_at where id = $1', here.shift.id);
  here.at(-10);
  expect((await duties.checkIn(here.volunteer.parent, await duties.codeNow(here))).codes).toEqual([]);
  return here;
}

async function move(here: Duty, minutes: number): Promise<void> {
  const {
    rows: [row],
  } = await run('select revision from shift where id = $1', here.shift.id);
  const { codes } = await asked(duties.hub, UpdateShiftDocument, duties.organiser.accountId, {
    shiftId: `shift_${here.shift.id}`,
    revision: (row as { revision: number }).revision,
    startsAt: here.moment(minutes).toISOString(),
    endsAt: here.moment(minutes + 60).toISOString(),
  });
  expect(codes).toEqual([]);
}

async function counts({ shift }: Duty): Promise<object> {
  const { data } = await duties.hub.ask('query ($id: ID!) { shift(id: $id) { signupCount attendedCount } }', {
    as: duties.organiser.accountId,
    variables: { id: `shift_${shift.id}` },
  });
  return data!['shift'] as object;
}

describe('who has checked in before the start has come to that shift at that time', () => {
  it('and has not come to a shift that is moved away from it: what they have served begins with a check-in of that day', async () => {
    const here = await cameEarly();
    await move(here, 24 * HOUR);
    expect(await duties.written(here.signup)).toEqual(NOTHING);
    expect(await counts(here)).toEqual({ signupCount: 1, attendedCount: 0 });
    here.at(25 * HOUR + 5);
    expect((await duties.checkOut(here.volunteer.parent, await duties.codeNow(here))).codes).toEqual([
      'NOT_CHECKED_IN',
    ]);
    expect(await duties.written(here.signup)).toMatchObject({ in: null, service: null });
  });

  it('nor where a report sent late says so of the old time', async () => {
    const here = await duties.duty();
    const report = {
      kind: 'IN' as const,
      token: await codeAt(here.shift.id, here.moment(-10)),
      happenedAt: here.moment(-10),
      nonce: `moved-${here.signup.id}`,
    };
    here.at(-9);
    expect((await duties.report(here, [report])).codes).toEqual([]);
    await move(here, 12 * HOUR);
    expect(await duties.written(here.signup)).toEqual(NOTHING);
    expect((await duties.report(here, [report])).codes).toEqual([['TOO_EARLY', 'reports.0.happenedAt']]);
  });

  it('but still has where it moves so little that they could check in then', async () => {
    const here = await cameEarly();
    await move(here, 15);
    expect(await duties.written(here.signup)).toMatchObject({ in: here.moment(-10) });
  });

  it('so that a right which ends takes the sign-up for the new time with it', async () => {
    const here = await cameEarly();
    await move(here, 24 * HOUR);
    const guardianship = here.volunteer.parent.guardianships[0]!.id;
    expect(
      (
        await asked(duties.hub, BlockGuardianDocument, duties.organiser.accountId, {
          guardianshipId: `guardianship_${guardianship}`,
          reason: '法院裁定',
        })
      ).codes,
    ).toEqual([]);
    expect((await run('select status from signup where id = $1', here.signup.id)).rows).toEqual([
      { status: 'CANCELLED' },
    ]);
  });
});

describe('a place that ends before the start takes the check-in with it', () => {
  const gone = async (here: Duty, left: object) => {
    expect((await duties.written(here.signup)).in).toBeNull();
    expect(await counts(here)).toEqual(left);
  };

  it('where the volunteer takes it back', async () => {
    const here = await cameEarly();
    expect(
      (
        await asked(duties.hub, CancelSignupDocument, here.volunteer.parent.accountId, {
          signupId: `signup_${here.signup.id}`,
        })
      ).codes,
    ).toEqual([]);
    await gone(here, { signupCount: 0, attendedCount: 0 });
  });

  it('where the organiser lets them go', async () => {
    const here = await cameEarly();
    await run("update shift set cancel_until = starts_at - interval '1 hour' where id = $1", here.shift.id);
    const signupId = `signup_${here.signup.id}`;
    expect(
      (
        await asked(duties.hub, RequestSignupCancellationDocument, here.volunteer.parent.accountId, {
          signupId,
          reason: '孩子发烧',
        })
      ).codes,
    ).toEqual([]);
    expect(
      (
        await asked(duties.hub, DecideCancellationRequestDocument, duties.organiser.accountId, {
          signupId,
          approve: true,
        })
      ).codes,
    ).toEqual([]);
    await gone(here, { signupCount: 0, attendedCount: 0 });
  });

  it('where somebody stands in: one came to one place', async () => {
    const here = await cameEarly();
    const other = await family(duties.scenario, [duties.schoolClass]);
    const offer = await asked(duties.hub, OfferStandInDocument, here.volunteer.parent.accountId, {
      signupId: `signup_${here.signup.id}`,
    });
    const { code } = offer.payload as unknown as { code: string };
    expect(
      (await asked(duties.hub, AcceptStandInDocument, other.parent.accountId, { code, acceptRiskNotice: true })).codes,
    ).toEqual([]);
    expect((await duties.checkIn(other.parent, await duties.codeNow(here))).codes).toEqual([]);
    await gone(here, { signupCount: 1, attendedCount: 1 });
  });

  it('where the shift is called off', async () => {
    const here = await cameEarly();
    expect(
      (
        await asked(duties.hub, CancelShiftDocument, duties.organiser.accountId, {
          shiftId: `shift_${here.shift.id}`,
          reason: '雷暴',
        })
      ).codes,
    ).toEqual([]);
    await gone(here, { signupCount: 0, attendedCount: 0 });
  });

  it('and the database lets no sign-up end of somebody who has come, nor anybody come without a place', async () => {
    const here = await cameEarly();
    const ended = "update signup set status = 'CANCELLED', cancelled_at = now() where id = $1";
    await expect(run(ended, here.signup.id)).rejects.toMatchObject({ constraint: 'signup_has_come' });
    const there = await duties.duty();
    await run(
      "with one as (update engagement set status = 'ENDED', ended_at = now() where source_id = $1) update signup set status = 'CANCELLED', cancelled_at = now() where id = $1",
      there.signup.id,
    );
    await expect(
      run(
        "insert into attendance (id, created_at, signup_id, shift_id, checked_in_at, checked_in_by) values (gen_random_uuid(), now(), $1, $2, now(), 'LIST')",
        there.signup.id,
        there.shift.id,
      ),
    ).rejects.toMatchObject({ constraint: 'attendance_of_place' });
  });
});
