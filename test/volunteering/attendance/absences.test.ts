import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApproveServiceRecordsDocument, LiftSuspensionDocument } from '../../../schema/generated/admin.ts';
import { SupplementServiceDocument } from '../../../schema/generated/mini-program.ts';
import type { Family, StaffMember } from '../../../seeds/scenario/index.ts';
import { reconsiderAllSuspensions } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { asked } from '../../support/mutations.ts';
import { sweep } from '../../support/sweeps.ts';
import { codeAt, Duties, HOUR, type Duty } from '../duties.ts';
import { absences } from './absences.ts';

let duties: Duties;
let admin: StaffMember;
beforeAll(async () => {
  duties = await Duties.open();
  admin = await duties.scenario.schoolAdmin(duties.school);
});
afterAll(async () => {
  await expectChecksHold(duties.hub);
  await duties.hub.stop();
});

const { run, duty, missed, newFamily, suspended, came, noted, state, toldOf, shown } = absences(() => duties);

describe('a suspension rests on absences', () => {
  it('and is lifted by whoever recorded one wrongly and corrects it; what is left counts on', async () => {
    const own = await newFamily();
    const [first] = (await missed(own, 3)) as [Duty];
    expect(await suspended(own)).toEqual([{ current: true, undone: false }]);
    expect((await came(first)).codes).toEqual([]);
    expect(await suspended(own)).toEqual([{ current: false, undone: true }]);
    const { rows } = await run(
      "select kind from notice where person_id = $1 and kind in ('volunteering.suspension-lifted', 'volunteering.no-show-corrected') order by kind",
      own.parent.person.id,
    );
    expect(rows.map(({ kind }: { kind: string }) => kind)).toEqual([
      'volunteering.no-show-corrected',
      'volunteering.suspension-lifted',
    ]);
    // Two are left: the next one is the third.
    await missed(own, 1);
    expect(await suspended(own)).toEqual([
      { current: false, undone: true },
      { current: true, undone: false },
    ]);
  });

  it('and is told no more once it was undone, over though it is', async () => {
    const own = await newFamily();
    const [first, , last] = (await missed(own, 3)) as [Duty, Duty, Duty];
    const kinds = async () => (await shown(last)).map(({ kind }) => kind);
    expect(await kinds()).toContain('volunteering.volunteer-suspended');
    last.at(40 * 24 * HOUR);
    expect((await came(first)).codes).toEqual([]);
    expect(await suspended(own)).toEqual([{ current: false, undone: true }]);
    expect(await kinds()).not.toContain('volunteering.volunteer-suspended');
  });

  it('and on none of a sign-up that has ended, nor is such a one told', async () => {
    const own = await newFamily();
    const [first] = (await missed(own, 1)) as [Duty];
    expect((await shown(first)).map(({ kind }) => kind)).toEqual(['volunteering.no-show-noted']);
    await run("update signup set status = 'CANCELLED', cancelled_at = $2 where id = $1", first.signup.id, duties.clock);
    await run(
      "update engagement set status = 'ENDED', ended_at = $2 where source_id = $1",
      first.signup.id,
      duties.clock,
    );
    await run('update shift_role set places_taken = 0 where id = $1', first.role.id);
    expect(await shown(first)).toEqual([]);
  });

  it('and stands where others suffice', async () => {
    const own = await newFamily();
    const earlier = await duty(own);
    const [first] = (await missed(own, 3)) as [Duty];
    // Missed before it as well, and noted after it.
    expect(
      (await duties.record(duties.organiser, earlier.shift.id, [{ signup: earlier.signup, noShow: true }])).codes,
    ).toEqual([]);
    await came(first);
    expect(await suspended(own)).toEqual([{ current: true, undone: false }]);
    await came(earlier);
    expect(await suspended(own)).toEqual([{ current: false, undone: true }]);
  });

  it('and is undone by an excuse, by service that is approved, by what was sent late, and by a sign-up that ended', async () => {
    const all = await Promise.all([newFamily(), newFamily(), newFamily(), newFamily()]);
    const [excused, served, late, ended] = all as [Family, Family, Family, Family];
    const [one] = (await missed(excused, 3)) as [Duty];
    await duties.record(duties.organiser, one.shift.id, [{ signup: one.signup, excused: true }]);

    const [two] = (await missed(served, 3)) as [Duty];
    const supplement = await duties.hub.ask(SupplementServiceDocument, {
      as: served.parent.accountId,
      variables: {
        input: {
          signupId: `signup_${two.signup.id}`,
          startsAt: two.moment(0).toISOString(),
          endsAt: two.moment(30).toISOString(),
          description: '手机没电',
        },
      } as never,
    } as never);
    const record = (supplement.data as { supplementService: { serviceRecord: { id: string } } }).supplementService
      .serviceRecord.id;
    await duties.hub.ask(ApproveServiceRecordsDocument, {
      as: admin.accountId,
      variables: { input: { recordIds: [record] } as never },
    });
    expect(await duties.written(two.signup)).toMatchObject({ in: two.moment(0), missing: false, service: 'APPROVED' });
    expect((await duties.record(duties.organiser, two.shift.id, [{ signup: two.signup, noShow: true }])).codes).toEqual(
      [['SERVED', 'rows.0.noShow']],
    );

    await missed(late, 2);
    const [three] = (await missed(late, 1)) as [Duty];
    expect(await suspended(late)).toEqual([{ current: true, undone: false }]);
    await duties.report({ ...three, volunteer: late }, [
      {
        kind: 'IN',
        token: await codeAt(three.shift.id, three.moment(1)),
        happenedAt: three.moment(1),
        nonce: `late-${three.signup.id}`,
      },
    ]);

    const [four] = (await missed(ended, 3)) as [Duty];
    await run(
      `with one as (update signup set status = 'CANCELLED', cancelled_at = $2 where id = $1 returning id) update engagement set status = 'ENDED', ended_at = $2 from one where source_id = one.id`,
      four.signup.id,
      duties.clock,
    );
    expect(await sweep(duties.hub, duties.clock, (tx) => reconsiderAllSuspensions(tx, 50))).toBe(1);
    expect(await sweep(duties.hub, duties.clock, (tx) => reconsiderAllSuspensions(tx, 50))).toBe(0);
    for (const each of [excused, served, late, ended])
      expect(await suspended(each)).toEqual([{ current: false, undone: true }]);
  }, 120_000);

  it('and is lifted by the district, or with the absence: a school that tries to is told so', async () => {
    const own = await newFamily();
    const [first] = (await missed(own, 3)) as [Duty];
    const [suspension] = (await run('select id from volunteer_suspension where person_id = $1', own.parent.person.id))
      .rows as [{ id: string }];
    const lift = async (who: StaffMember) =>
      (
        await asked(duties.hub, LiftSuspensionDocument, who.accountId, {
          suspensionId: `volunteer-suspension_${suspension.id}`,
          reason: '情况特殊',
        })
      ).codes;
    expect(await lift(admin)).toEqual(['NO_SHOWS']);
    expect(await suspended(own)).toEqual([{ current: true, undone: false }]);
    await came(first);
    expect(await suspended(own)).toEqual([{ current: false, undone: true }]);
    expect(await lift(admin)).toEqual(['NO_SHOWS']);
    expect(await lift(await duties.scenario.districtAdmin())).toEqual(['OVER']);
  });

  it('whoever corrects and whoever records another at one moment: what is left decides', async () => {
    const own = await newFamily();
    const [first] = (await missed(own, 3)) as [Duty];
    const next = await duty(own);
    next.at(60);
    await Promise.all([
      came(first),
      duties.record(duties.organiser, next.shift.id, [{ signup: next.signup, noShow: true }]),
    ]);
    expect((await suspended(own)).filter(({ current }) => current)).toHaveLength(1);
  });
});

describe('an absence is excused', () => {
  it('where the volunteer asked to be let go and had no answer: by silence nobody is missing, and no list says so', async () => {
    const here = await duty(await newFamily());
    await run(
      "update signup set cancel_requested_at = $2, cancel_request_reason = '孩子发烧' where id = $1",
      here.signup.id,
      here.moment(-30),
    );
    here.at(61);
    expect(
      (await duties.record(duties.organiser, here.shift.id, [{ signup: here.signup, noShow: true }])).codes,
    ).toEqual([['EXCUSED', 'rows.0.noShow']]);
    await noted(here.moment(49 * HOUR));
    expect(await state(here)).toEqual([{ missing: false, excused: true }]);
  });

  it('by whoever runs the shift, from its start on, and by nobody else', async () => {
    const here = await duty(await newFamily());
    const excuse = (who = duties.organiser) =>
      duties.record(who, here.shift.id, [{ signup: here.signup, excused: true }]);
    here.at(-1);
    expect((await excuse()).codes).toEqual([['NOT_YET', 'rows.0.excused']]);
    here.at(1);
    expect((await excuse(await duties.scenario.teacher(duties.schoolClass))).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
    expect((await excuse()).codes).toEqual([]);
    expect(await state(here)).toEqual([{ missing: false, excused: true }]);
    expect((await excuse()).codes).toEqual([]);
    await came(here);
    here.at(61);
    await came(here);
    expect(await state(here)).toEqual([{ missing: false, excused: false }]);
  });

  it('and the volunteer is told of it, whichever way: of what was noted as missing before as well, and reads it', async () => {
    const [one, other] = [await duty(await newFamily()), await duty(await newFamily())];
    for (const here of [one, other]) {
      here.at(61);
      if (here === other) await duties.record(duties.organiser, here.shift.id, [{ signup: here.signup, noShow: true }]);
      for (let twice = 0; twice < 2; twice += 1)
        expect(
          (await duties.record(duties.organiser, here.shift.id, [{ signup: here.signup, excused: true }])).codes,
        ).toEqual([]);
    }
    expect(await toldOf(one)).toEqual(['absence-excused']);
    expect((await toldOf(other)).sort()).toEqual(['absence-excused', 'no-show-noted']);
    // What is said no longer is not shown beside what is.
    expect((await shown(other)).map(({ kind }) => kind)).toEqual(['volunteering.absence-excused']);
    expect((await shown(other))[0]!.body).toMatch(/^您在“.+ · .+”\(.+\)登记为请假/);
    for (const document of ['OwnPresence', 'AttendanceRow'])
      expect(
        readFileSync(
          `schema/operations/${document === 'OwnPresence' ? 'mini-program' : 'admin'}/fragments.graphql`,
          'utf8',
        ),
      ).toMatch(new RegExp(`fragment ${document} [^#]*excusedAt`));
  });

  it('but nobody who has checked in, whose coming does not go without a word: that is corrected first', async () => {
    const here = await duty(await newFamily());
    here.at(0);
    await duties.record(duties.organiser, here.shift.id, [{ signup: here.signup, checkedInAt: here.moment(0) }]);
    here.at(61);
    const say = (what: object) => duties.record(duties.organiser, here.shift.id, [{ signup: here.signup, ...what }]);
    expect((await say({ excused: true })).codes).toEqual([['CAME', 'rows.0.excused']]);
    expect(await duties.written(here.signup)).toMatchObject({ in: here.moment(0), missing: false });
    expect((await say({ noShow: true })).codes).toEqual([]);
    expect((await say({ excused: true })).codes).toEqual([]);
    expect(await state(here)).toEqual([{ missing: false, excused: true }]);
    const { errors } = await say({ excused: false });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors![0]!.message).toContain('excused: true');
  });

  it('nor is anybody missing whose service waits for a decision', async () => {
    const own = await newFamily();
    const here = await duty(own);
    here.at(61);
    await duties.hub.ask(SupplementServiceDocument, {
      as: own.parent.accountId,
      variables: {
        input: {
          signupId: `signup_${here.signup.id}`,
          startsAt: here.moment(0).toISOString(),
          endsAt: here.moment(30).toISOString(),
          description: '手机没电',
        },
      } as never,
    } as never);
    await noted(here.moment(49 * HOUR));
    expect(await state(here)).toEqual([]);
  });
});
