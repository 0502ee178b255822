import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BlockGuardianDocument,
  CancelShiftDocument,
  ScheduleLectureDocument,
  UpdateShiftDocument,
} from '../../../schema/generated/admin.ts';
import { ProposeLectureDocument, WithdrawLectureDocument } from '../../../schema/generated/mini-program.ts';
import { minutesAfter } from '../../../seeds/factories/index.ts';
import { scheduledLecture, type Family, type StaffMember } from '../../../seeds/scenario/index.ts';
import { endLecturesWithoutLecturer } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { asked } from '../../support/mutations.ts';
import { Desk } from '../desk.ts';

const DAY = 1440;

let desk: Desk;
let homeroom: StaffMember;
beforeAll(async () => {
  desk = await Desk.open();
  homeroom = desk.organiser;
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

async function proposed({ parent }: Family): Promise<string> {
  const input = {
    classId: `class_${desk.schoolClass.id}`,
    title: '桥是怎样造成的',
    outline: '从石拱桥讲到斜拉桥',
    durationMinutes: 40,
  };
  const { payload } = await desk.send(ProposeLectureDocument as never, parent, input);
  return (payload as unknown as { lecture: { id: string } }).lecture.id;
}

const schedule = (lectureId: string, startsAt: Date) =>
  desk.send(ScheduleLectureDocument as never, homeroom, {
    lectureId,
    startsAt: startsAt.toISOString(),
    place: '本班教室',
  });
const told = async (kind: string): Promise<number> =>
  (
    await desk.rows(
      'select 1 from notice where kind = $1 and person_id = $2',
      `volunteering.${kind}`,
      homeroom.person.id,
    )
  ).length;

describe('two lectures of one class', () => {
  it('never overlap: of two that are scheduled at one moment one is refused; back to back is fine', async () => {
    const startsAt = desk.scenario.at(2 * DAY);
    const lectures = [
      await proposed(await desk.newFamily()),
      await proposed(await desk.newFamily()),
      await proposed(await desk.newFamily()),
    ] as const;
    const answers = await Promise.all([
      schedule(lectures[0], startsAt),
      schedule(lectures[1], minutesAfter(startsAt, 20)),
    ]);
    expect(answers.map(({ codes }) => codes.join()).sort()).toEqual(['', 'CLASS_TAKEN']);
    const [{ ends }] = (await desk.rows<{ ends: Date }>(
      "select ends_at as ends from parent_lecture where status = 'SCHEDULED' and school_class_id = $1",
      desk.schoolClass.id,
    )) as [{ ends: Date }];
    expect((await schedule(lectures[2], ends)).codes).toEqual([]);
  });

  it('nor does one move into another', async () => {
    const startsAt = desk.scenario.at(4 * DAY);
    const one = await scheduledLecture(desk.scenario, homeroom, desk.schoolClass, await desk.newFamily(), { startsAt });
    const other = await scheduledLecture(desk.scenario, homeroom, desk.schoolClass, await desk.newFamily(), {
      startsAt: minutesAfter(startsAt, 60),
    });
    const move = (to: Date) =>
      desk.send(UpdateShiftDocument as never, homeroom, {
        shiftId: `shift_${other.shift.id}`,
        revision: 0,
        startsAt: to.toISOString(),
        endsAt: minutesAfter(to, 40).toISOString(),
      });
    expect((await move(minutesAfter(one.shift.startsAt, 39))).codes).toEqual(['CLASS_TAKEN']);
    expect((await move(minutesAfter(one.shift.startsAt, 40))).codes).toEqual([]);
  });
});

describe('a lecturer who drops out', () => {
  it('takes a proposal back, and the homeroom teacher is told', async () => {
    const own = await desk.newFamily();
    const id = await proposed(own);
    const before = await told('lecture-off');
    expect((await desk.send(WithdrawLectureDocument as never, own.parent, { lectureId: id })).codes).toEqual([]);
    expect(await told('lecture-off')).toBe(before + 1);
  });

  it('is let go after it has a time: it is called off, and the homeroom teacher is told', async () => {
    const { shift, signup } = await scheduledLecture(
      desk.scenario,
      await desk.scenario.schoolAdmin(desk.school),
      desk.schoolClass,
      await desk.newFamily(),
      { startsAt: desk.scenario.at(6 * DAY) },
    );
    await desk.rows(
      `with one as (update signup set status = 'CANCELLED', cancelled_at = now() where id = $1 returning id) update engagement set status = 'ENDED', ended_at = now() from one where source_id = one.id`,
      signup.id,
    );
    const before = await told('lecture-off');
    expect(await desk.asJob((tx) => endLecturesWithoutLecturer(tx, 50))).toBe(1);
    expect(await told('lecture-off')).toBe(before + 1);
    const [row] = await desk.rows<{ status: string }>('select status from shift where id = $1', shift.id);
    expect(row).toEqual({ status: 'CANCELLED' });
  });

  it('is blocked by the homeroom teacher: what follows from it for a lecture with a time is told to them as well, and what they call off themselves is not', async () => {
    const own = await desk.newFamily();
    const { shift } = await scheduledLecture(desk.scenario, homeroom, desk.schoolClass, own, {
      startsAt: desk.scenario.at(8 * DAY),
    });
    const [tie] = await desk.rows<{ id: string }>(
      'select id from guardianship where guardian_id = $1',
      own.parent.guardian.id,
    );
    const before = await told('lecture-off');
    expect(
      (
        await asked(desk.hub, BlockGuardianDocument, homeroom.accountId, {
          guardianshipId: `guardianship_${tie!.id}`,
          reason: '法院裁定',
        })
      ).codes,
    ).toEqual([]);
    expect(await desk.rows('select status from shift where id = $1', shift.id)).toEqual([{ status: 'CANCELLED' }]);
    expect(await told('lecture-off')).toBe(before + 1);
    const other = await scheduledLecture(desk.scenario, homeroom, desk.schoolClass, await desk.newFamily(), {
      startsAt: desk.scenario.at(9 * DAY),
    });
    expect(
      (
        await asked(desk.hub, CancelShiftDocument, homeroom.accountId, {
          shiftId: `shift_${other.shift.id}`,
          reason: '教室检修',
        })
      ).codes,
    ).toEqual([]);
    expect(await told('lecture-off')).toBe(before + 1);
  });
});
