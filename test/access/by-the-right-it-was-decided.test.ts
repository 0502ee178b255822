import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as admin from '../../schema/generated/admin.ts';
import { ProposeLectureDocument, SupplementServiceDocument } from '../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { type Family, family, openShift, type StaffMember } from '../../seeds/scenario/index.ts';
import { Desk } from '../volunteering/desk.ts';
import { past } from '../volunteering/service.ts';

/*
 * Whoever decided as one of a school and works for the district later sees no more of it than the district does; what they decided for the
 * district, in the place of a school that had nobody, is theirs to see as long as they are of the district.
 */

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const DAY = 24 * 60;
let days = 0;

const done = async (document: unknown, who: { readonly accountId: string }, input: object): Promise<void> => {
  expect((await desk.send(document as never, who, input)).codes).toEqual([]);
};
const seen = async (who: StaffMember, id: string): Promise<boolean> =>
  (await desk.hub.ask('query ($id: ID!) { node(id: $id) { id } }', { as: who.accountId, variables: { id } })).data![
    'node'
  ] !== null;

/** A shift to come of whoever organises it. */
function shift(school: SchoolRecord, organiser: StaffMember, more: object = {}) {
  days += 1;
  return openShift(desk.scenario, organiser, {
    school,
    shift: { startsAt: desk.scenario.at(days * DAY), endsAt: desk.scenario.at(days * DAY + 60), ...more } as never,
    role: { approvalRequired: true },
  });
}
type Offered = Awaited<ReturnType<typeof shift>>;

async function signedUp({ parent }: Family, offered: Offered): Promise<string> {
  expect((await desk.signUp(parent, offered)).codes).toEqual([]);
  return `signup_${await desk.signupOf(parent, offered)}`;
}

interface Arranged {
  /** What is decided on, and how whoever decides does that. */
  readonly id: string;
  readonly decide: (by: StaffMember) => Promise<void>;
}

interface World {
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  readonly own: Family;
  readonly organiser: StaffMember;
}

const KINDS: Readonly<Record<string, (world: World) => Promise<Arranged>>> = {
  'a sign-up that was approved': async ({ school, own, organiser }) => {
    const id = await signedUp(own, await shift(school, organiser));
    return { id, decide: (by) => done(admin.ApproveSignupsDocument, by, { signupIds: [id] }) };
  },
  'a sign-up that was declined': async ({ school, own, organiser }) => {
    const id = await signedUp(own, await shift(school, organiser));
    return { id, decide: (by) => done(admin.RejectSignupsDocument, by, { signupIds: [id], reason: '名额已满' }) };
  },
  'a sign-up that was not let go': async ({ school, own, organiser }) => {
    const offered = await openShift(desk.scenario, organiser, {
      school,
      shift: { cancelUntil: desk.scenario.at(-1) } as never,
    });
    const id = await signedUp(own, offered as never);
    expect((await desk.requestCancellation(own.parent, id)).codes).toEqual([]);
    return {
      id,
      decide: (by) =>
        done(admin.DecideCancellationRequestDocument, by, { signupId: id, approve: false, reason: '缺人' }),
    };
  },
  'a stand-in that was declined': async ({ school, own, organiser }) => {
    const offered = await openShift(desk.scenario, organiser, {
      school,
      shift: { startsAt: desk.scenario.at((days += 1) * DAY), endsAt: desk.scenario.at(days * DAY + 60) } as never,
      role: { approvalRequired: true },
    });
    const [giver, taker] = own.guardians as never as [Family['parent'], Family['parent']];
    const signupId = await signedUp({ ...own, parent: giver }, offered);
    await desk.rows(`update signup set status = 'CONFIRMED' where id = $1`, signupId.slice('signup_'.length));
    expect((await desk.offerStandIn(giver, signupId, { guardianId: `guardian_${taker.guardian.id}` })).codes).toEqual(
      [],
    );
    const [standIn] = await desk.rows<{ id: string }>(
      'select id from stand_in where signup_id = $1',
      signupId.slice('signup_'.length),
    );
    const id = `stand-in_${standIn!.id}`;
    expect((await desk.acceptStandIn(taker, { standInId: id })).codes).toEqual([]);
    return {
      id,
      decide: (by) => done(admin.DecideStandInDocument, by, { standInId: id, approve: false, reason: '名单已定' }),
    };
  },
  'a lecture that was declined': async ({ schoolClass, own }) => {
    const { payload, codes } = await desk.send<object, { userErrors: never[]; lecture: { id: string } }>(
      ProposeLectureDocument as never,
      own.parent,
      { classId: `class_${schoolClass.id}`, title: '桥', outline: '从石拱桥讲到斜拉桥', preferredTimes: '周三下午' },
    );
    expect(codes).toEqual([]);
    const { id } = payload!.lecture;
    return { id, decide: (by) => done(admin.DeclineLectureDocument, by, { lectureId: id, reason: '与考试冲突' }) };
  },
  'service that was approved': async ({ school, own, organiser }) => {
    days += 1;
    const { signup, shift: served } = await past(desk.scenario, organiser, own, school, -days * DAY);
    const { payload, codes } = await desk.send<object, { userErrors: never[]; serviceRecord: { id: string } }>(
      SupplementServiceDocument as never,
      own.parent,
      { signupId: `signup_${signup.id}`, startsAt: served.startsAt, endsAt: served.endsAt, description: '补录' },
    );
    expect(codes).toEqual([]);
    const { id } = payload!.serviceRecord;
    return { id, decide: (by) => done(admin.ApproveServiceRecordsDocument, by, { recordIds: [id] }) };
  },
};

async function world(): Promise<World> {
  const school = await desk.scenario.school();
  const schoolClass = await desk.scenario.schoolClass(school);
  return {
    school,
    schoolClass,
    own: await family(desk.scenario, [schoolClass], { guardians: 2 }),
    organiser: await desk.scenario.teacher(schoolClass),
  };
}

async function joinsDistrict({ staff }: StaffMember): Promise<void> {
  await desk.rows(
    `insert into staff_assignment (id, staff_id, role, district_id, valid_from, created_at) values (gen_random_uuid(), $1, 'DISTRICT_ADMIN', $2, '2020-01-01', now())`,
    staff.id,
    desk.scenario.district.id,
  );
}
const leaves = ({ staff }: StaffMember): Promise<unknown> =>
  desk.rows(
    'update staff_assignment set ended_at = $2 where staff_id = $1 and ended_at is null',
    staff.id,
    new Date(desk.now.getTime() + 1),
  );

describe.each(Object.entries(KINDS))('%s', (_, arrange) => {
  it('by somebody of the school is not theirs to see once they work for the district', async () => {
    const here = await world();
    const { id, decide } = await arrange(here);
    await decide(here.organiser);
    expect(await seen(here.organiser, id)).toBe(true);
    await leaves(here.organiser);
    expect(await seen(here.organiser, id)).toBe(false);
    await joinsDistrict(here.organiser);
    // Where there is nobody at the school the district sees what is its to decide.
    await desk.scenario.schoolAdmin(here.school);
    expect(await seen(here.organiser, id)).toBe(false);
  });

  it('by the district, in the place of a school that had nobody, is, until they are of the district no more', async () => {
    const here = await world();
    const { id, decide } = await arrange(here);
    await desk.rows('update staff_assignment set ended_at = $2 where staff_id = $1', here.organiser.staff.id, desk.now);
    const district = await desk.scenario.districtAdmin();
    await decide(district);
    await desk.scenario.schoolAdmin(here.school);
    expect(await seen(district, id)).toBe(true);
    expect(await seen(await desk.scenario.districtAdmin(), id)).toBe(false);
    await leaves(district);
    expect(await seen(district, id)).toBe(false);
  });
});
