import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'graphql';
import * as admin from '../../../schema/generated/admin.ts';
import {
  AppealServiceRecordDocument,
  ProposeLectureDocument,
  SupplementServiceDocument,
} from '../../../schema/generated/mini-program.ts';
import { minutesAfter } from '../../../seeds/factories/index.ts';
import {
  family,
  meeting,
  openShift,
  scheduledLecture,
  signedUp,
  type Family,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

interface World {
  readonly organiser: StaffMember;
  readonly own: Family;
  readonly schoolClass: Awaited<ReturnType<Desk['scenario']['schoolClass']>>;
  readonly school: Awaited<ReturnType<Desk['scenario']['school']>>;
}

const DAY = 24 * 60;
const did = async (document: unknown, who: { readonly accountId: string }, input: object): Promise<void> => {
  expect((await desk.send(document as never, who, input)).codes).toEqual([]);
};
const place = async ({ organiser, own, school }: World, from: number) => {
  const startsAt = desk.scenario.at(from);
  const offered = await openShift(desk.scenario, organiser, {
    school,
    shift: {
      startsAt,
      endsAt: minutesAfter(startsAt, 60),
      signupOpensAt: desk.scenario.at(-20_000),
      cancelUntil: desk.scenario.at(-30_000),
    },
    activity: { publishedAt: desk.scenario.at(-40_000) },
  });
  return { ...offered, signup: await signedUp(desk.scenario, offered, own) };
};
/** The tie ends as a day has passed, and the job finds it. */
const loses = async ({ own }: World) => {
  await desk.rows('update guardianship set data_access = false where guardian_id = $1', own.parent.guardian.id);
  await desk.hub.hub.runJob('people.end-what-rested');
};

/** Of each kind of notice that is for whoever runs something or decides on it: what is done before the organiser leaves, and after, for it to be told. */
const KINDS: Readonly<Record<string, (world: World) => Promise<() => Promise<void>>>> = {
  'volunteering.service-to-decide': async (world) => {
    const { signup, shift } = await place(world, -2 * DAY);
    return () =>
      did(SupplementServiceDocument, world.own.parent, {
        signupId: `signup_${signup.id}`,
        startsAt: shift.startsAt,
        endsAt: shift.endsAt,
        description: '当天未扫码',
      });
  },
  'volunteering.cancellation-requested': async (world) => {
    const { signup } = await place(world, 2 * DAY);
    return () =>
      did(
        parse(
          'mutation ($input: RequestSignupCancellationInput!) { requestSignupCancellation(input: $input) { userErrors { code } } }',
        ),
        world.own.parent,
        { signupId: `signup_${signup.id}`, reason: '临时有事' },
      );
  },
  'volunteering.volunteers-gone': async (world) => {
    await place(world, 3 * DAY);
    return () => loses(world);
  },
  'volunteering.lecture-proposed': (world) =>
    Promise.resolve(() =>
      did(ProposeLectureDocument, world.own.parent, {
        classId: `class_${world.schoolClass.id}`,
        title: '桥是怎样造成的',
        outline: '从石拱桥讲到斜拉桥',
      }),
    ),
  'volunteering.lecture-off': async (world) => {
    await scheduledLecture(desk.scenario, world.organiser, world.schoolClass, world.own, {
      startsAt: desk.scenario.at(6 * DAY),
    });
    return () => loses(world);
  },
  'meetings.seats-free': async (world) => {
    await meeting(desk.scenario, world.organiser, world.schoolClass, [world.own], { attending: 1 });
    return () => loses(world);
  },
};

async function readers(kind: string, among: readonly StaffMember[]): Promise<boolean[]> {
  const asked = among.map(async ({ accountId, person }) => {
    const { data } = await desk.hub.ask<{ viewer: { inbox: { nodes: { kind: string }[] } } }>(
      '{ viewer { inbox(first: 100) { nodes { kind } } } }',
      { as: accountId },
    );
    const written = await desk.rows('select 1 from notice where person_id = $1 and kind = $2', person.id, kind);
    const seen = data!.viewer.inbox.nodes.some((each) => each.kind === kind);
    // Nobody is told what they cannot read.
    expect([kind, written.length > 0]).toEqual([kind, seen]);
    return seen;
  });
  return Promise.all(asked);
}

describe.each(Object.keys(KINDS))('%s', (kind) => {
  it.each(['the organiser', 'an administrator of the school', 'an administrator of the district'] as const)(
    'is read by %s who is left',
    async (left) => {
      const school = await desk.scenario.school();
      const schoolClass = await desk.scenario.schoolClass(school);
      const world: World = {
        school,
        schoolClass,
        organiser: await desk.scenario.teacher(schoolClass),
        own: await family(desk.scenario, [schoolClass]),
      };
      const heads = left === 'an administrator of the district' ? [] : [await desk.scenario.schoolAdmin(school)];
      const district = await desk.scenario.districtAdmin();
      const tell = await KINDS[kind]!(world);
      if (left !== 'the organiser') {
        await desk.rows('update staff_assignment set ended_at = now() where id = $1', world.organiser.assignment.id);
        // What follows from their leaving itself is told before.
        await desk.hub.hub.runJob('people.end-what-rested');
      }
      await tell();
      const [organiser, ...others] = await readers(kind, [world.organiser, ...heads, district]);
      expect([organiser, ...others].filter(Boolean)).toHaveLength(1);
      expect(left === 'the organiser' ? organiser : others[0]).toBe(true);
    },
  );
});

/** Of each of them, whether they are shown a notice of the kind. */
const shown = (kind: string, ...among: readonly StaffMember[]): Promise<boolean[]> =>
  Promise.all(
    among.map(async ({ accountId }) => {
      const { data } = await desk.hub.ask<{ viewer: { inbox: { nodes: { kind: string }[] } } }>(
        '{ viewer { inbox(first: 100) { nodes { kind } } } }',
        { as: accountId },
      );
      return data!.viewer.inbox.nodes.some((each) => each.kind === kind);
    }),
  );
const releases = (by: StaffMember, whom: StaffMember): Promise<void> =>
  did(admin.ReleaseStaffDocument, by, { staffId: `staff_${whom.staff.id}` });

describe('what waits goes on to whoever may decide, when whoever was asked has left', () => {
  it.each(['volunteering.service-to-decide', 'volunteering.cancellation-requested', 'volunteering.lecture-proposed'])(
    '%s: from the organiser to the school, and to the district',
    async (kind) => {
      const school = await desk.scenario.school();
      const schoolClass = await desk.scenario.schoolClass(school);
      const world: World = {
        school,
        schoolClass,
        organiser: await desk.scenario.teacher(schoolClass),
        own: await family(desk.scenario, [schoolClass]),
      };
      const [head, district] = [await desk.scenario.schoolAdmin(school), await desk.scenario.districtAdmin()];
      await (
        await KINDS[kind]!(world)
      )();
      expect(await shown(kind, world.organiser, head, district)).toEqual([true, false, false]);
      await releases(head, world.organiser);
      expect(await shown(kind, world.organiser, head, district)).toEqual([false, true, false]);
      await releases(district, head);
      expect(await shown(kind, world.organiser, head, district)).toEqual([false, false, true]);
    },
  );

  it('an appeal, of a school whose other administrator has left: the one who has rejected it may not decide, so that the district is asked, until it has', async () => {
    const school = await desk.scenario.school();
    const schoolClass = await desk.scenario.schoolClass(school);
    const [first, second, district] = [
      await desk.scenario.schoolAdmin(school),
      await desk.scenario.schoolAdmin(school),
      await desk.scenario.districtAdmin(),
    ];
    const own = await family(desk.scenario, [schoolClass]);
    const { signup, shift } = await place({ organiser: first, own, school, schoolClass }, -2 * DAY);
    const { payload } = await desk.send(SupplementServiceDocument as never, own.parent, {
      signupId: `signup_${signup.id}`,
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
      description: '当天未扫码',
    });
    const recordId = (payload as unknown as { serviceRecord: { id: string } }).serviceRecord.id;
    const kind = 'volunteering.service-to-decide';
    expect(await shown(kind, first, second, district)).toEqual([true, false, false]);
    await did(admin.RejectServiceRecordsDocument, first, { recordIds: [recordId], reason: '没有记录' });
    expect(await shown(kind, first, second, district)).toEqual([false, false, false]);
    await did(AppealServiceRecordDocument, own.parent, { recordId, text: '当天在场' });
    expect(await shown(kind, first, second, district)).toEqual([false, true, false]);
    await releases(district, second);
    expect(await shown(kind, first, second, district)).toEqual([false, false, true]);
    await did(admin.ApproveServiceRecordsDocument, district, { recordIds: [recordId] });
    expect(await shown(kind, first, second, district)).toEqual([false, false, false]);
  });
});

describe('what a fact caused', () => {
  it('goes with it: service that is rejected after all leaves the volunteer as absent as before', async () => {
    const [first, second] = [
      await desk.scenario.schoolAdmin(desk.school),
      await desk.scenario.schoolAdmin(desk.school),
    ];
    const own = await desk.newFamily();
    const { signup, shift } = await place(
      { organiser: first, own, school: desk.school, schoolClass: desk.schoolClass },
      -2 * DAY,
    );
    await did(admin.RecordAttendanceDocument, first, {
      shiftId: `shift_${shift.id}`,
      rows: [{ signupId: `signup_${signup.id}`, noShow: true }],
    });
    const state = async () =>
      (
        await desk.rows<{ missing: boolean; came: boolean; out: boolean }>(
          'select no_show_at is not null as missing, checked_in_at is not null as came, checked_out_at is not null as out from attendance where signup_id = $1',
          signup.id,
        )
      )[0];
    const { payload } = await desk.send(SupplementServiceDocument as never, own.parent, {
      signupId: `signup_${signup.id}`,
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
      description: '当天在场',
    });
    const recordIds = [(payload as unknown as { serviceRecord: { id: string } }).serviceRecord.id];
    await did(admin.ApproveServiceRecordsDocument, first, { recordIds });
    expect(await state()).toEqual({ missing: false, came: true, out: false });
    await did(admin.RejectServiceRecordsDocument, second, { recordIds, reason: '核实后未到' });
    expect(await state()).toEqual({ missing: true, came: false, out: false });
  });

  it('of a lecture that nobody gives any more: its guardian hears once, whoever heads the class once, and nothing of it stands', async () => {
    const school = await desk.scenario.school();
    const schoolClass = await desk.scenario.schoolClass(school);
    const [organiser, own] = [await desk.scenario.teacher(schoolClass), await family(desk.scenario, [schoolClass])];
    const { lecture } = await scheduledLecture(desk.scenario, organiser, schoolClass, own, {
      startsAt: desk.scenario.at(6 * DAY),
    });
    await loses({ organiser, own, school, schoolClass });
    for (const { person } of [organiser, own.parent])
      expect(await desk.rows('select kind from notice where person_id = $1', person.id)).toHaveLength(1);
    expect(
      await desk.rows(
        `select plc.status as lecture, sft.status as shift, act.status as activity from parent_lecture plc join shift sft on sft.id = plc.shift_id
      join volunteer_activity act on act.id = sft.activity_id where plc.id = $1`,
        lecture.id,
      ),
    ).toEqual([{ lecture: 'CANCELLED', shift: 'CANCELLED', activity: 'CANCELLED' }]);
  });
});
