import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BlockGuardianDocument,
  EndEnrolmentsDocument,
  EnrolStudentsDocument,
  UnblockGuardianDocument,
} from '../../schema/generated/admin.ts';
import {
  aMeetingReply,
  aMeetingReplyGuardian,
  anEngagement,
  aRoom,
  type SchoolClassRecord,
  type SchoolRecord,
} from '../../seeds/factories/index.ts';
import {
  family,
  meeting,
  type Family,
  type HeldMeeting,
  type Scenario,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import { MEETING_SEATS, MeetingReply, MeetingReplyGuardian, ReplyAnswer } from '../../src/domains/meetings/index.ts';
import { Room } from '../../src/domains/people/index.ts';
import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { comingTo, pupilsOf } from './families-who-come.ts';
import { howInvitationsStand } from './how-invitations-stand.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let classes: SchoolClassRecord[];
let admin: StaffMember;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => scenario?.now ?? new Date() });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  classes = [await scenario.schoolClass(school), await scenario.schoolClass(school)];
  admin = await scenario.schoolAdmin(school);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const { done, leaves, comesBack, movesTo } = pupilsOf(() => ({ hub, scenario, classes, admin }));
const { nextTime, coming, ofTwoFamilies } = comingTo(() => ({ hub, scenario, classes, admin }));
const { standing, told, saidFor } = howInvitationsStand(() => hub);

const block = (tie: { readonly id: string }) =>
  done(BlockGuardianDocument, { guardianshipId: `guardianship_${tie.id}`, reason: '误操作' });
const unblock = (tie: { readonly id: string }) =>
  done(UnblockGuardianDocument, { guardianshipId: `guardianship_${tie.id}`, reason: '更正' });
/** A meeting to which both guardians have said that they come, one of them with somebody else. */
const bothCome = (own: Family, capacity = 20): Promise<HeldMeeting> =>
  coming(own, own.guardians.length, { brought: 1, capacity });

const AS_IT_WAS = { status: 'INVITED', seats: 3, named: [0, 1], engaged: [0, 1] };
const GONE = { status: 'WITHDRAWN', seats: null, named: [], engaged: [] };

describe('what a mistake has taken of meetings to come is given back when it is corrected', () => {
  it.each<[string, (own: Family) => Promise<void>, (own: Family) => Promise<void>]>([
    ['a pupil who never left is enrolled again', leaves, comesBack],
    ['a pupil goes back to the class', (own) => movesTo(own, classes[1]!), (own) => movesTo(own, classes[0]!)],
  ])('%s: the invitation stands, the reply is as it was, and both are told', async (_, wrong, right) => {
    const own = await family(scenario, [classes[0]!], { guardians: 2 });
    const one = await bothCome(own);
    await wrong(own);
    expect(await standing(one, own)).toEqual(GONE);
    await right(own);
    expect(await standing(one, own)).toEqual(AS_IT_WAS);
    expect(await told(own, one)).toEqual([
      [expect.stringContaining('“参加”继续有效')],
      [expect.stringContaining('“参加”继续有效')],
    ]);
  });

  it('a block that is undone: who was blocked comes as before, and is told; nobody else is', async () => {
    const own = await family(scenario, [classes[0]!], { guardians: 2 });
    const one = await bothCome(own);
    await block(own.guardians[1]!.guardianships[0]!);
    expect(await standing(one, own)).toEqual({ status: 'INVITED', seats: 2, named: [0], engaged: [0] });
    await unblock(own.guardians[1]!.guardianships[0]!);
    expect(await standing(one, own)).toEqual(AS_IT_WAS);
    expect(await told(own, one)).toEqual([[], [expect.stringContaining('“参加”继续有效')]]);
  });

  it('both were blocked, and each comes again with the own right', async () => {
    const own = await family(scenario, [classes[0]!], { guardians: 2 });
    const one = await bothCome(own);
    for (const {
      guardianships: [tie],
    } of own.guardians)
      await block(tie!);
    expect(await standing(one, own)).toEqual(GONE);
    await unblock(own.guardians[1]!.guardianships[0]!);
    expect(await standing(one, own)).toEqual({ status: 'INVITED', seats: 2, named: [1], engaged: [1] });
    await unblock(own.guardians[0]!.guardianships[0]!);
    expect(await standing(one, own)).toEqual(AS_IT_WAS);
  });

  it('but not where the seats are gone, or the time: then they are invited, and whoever can comes', async () => {
    const own = await family(scenario, [classes[0]!], { guardians: 2 });
    const [full, busy] = [await bothCome(own, 3), await bothCome(own)];
    await leaves(own);
    const another = await family(scenario, [classes[0]!]);
    await scenario.write((put, batch) => {
      put(
        Engagement,
        anEngagement({
          person: own.guardians[1]!.person,
          sourceId: busy.meeting.id,
          kind: EngagementKind.SHIFT_ROOM,
          startsAt: busy.meeting.startsAt,
          endsAt: busy.meeting.endsAt,
        } as never),
      );
      batch.afterwards('update meeting set capacity = 1 where id = $1', [full.meeting.id]);
    });
    expect(another.students).toHaveLength(1);
    await comesBack(own);
    expect(await standing(full, own)).toEqual({ status: 'INVITED', seats: null, named: [], engaged: [] });
    expect(await told(own, full)).toEqual([
      [expect.stringContaining('请留意回执')],
      [expect.stringContaining('请留意回执')],
    ]);
    expect(await standing(busy, own)).toEqual({ status: 'INVITED', seats: 2, named: [0], engaged: [0] });
    await hub.database.pool.query("update engagement set status = 'ENDED', ended_at = now() where source_id = $1", [
      busy.meeting.id,
    ]);
  });

  it('and whoever runs the meeting, who heard that seats are free, hears that they are taken after all', async () => {
    const own = await family(scenario, [classes[0]!], { guardians: 2 });
    const one = await bothCome(own);
    await leaves(own);
    await comesBack(own);
    const { rows } = await hub.database.pool.query(
      `select n.kind, (n.params ->> 'seats')::int as seats, n.rests_on is not null as rests from notice n where n.about_id = $1 and n.kind like 'meetings.seats-%' order by n.created_at, n.kind`,
      [one.meeting.id],
    );
    expect(rows).toEqual([
      { kind: 'meetings.seats-free', seats: 3, rests: true },
      { kind: 'meetings.seats-taken', seats: 3, rests: true },
    ]);
  });

  it('and nothing of a meeting that is over or called off, where nobody is told of seats either', async () => {
    const own = await family(scenario, [classes[0]!], { guardians: 2 });
    const one = await bothCome(own);
    await hub.database.pool.query(
      `with off as (update engagement set status = 'ENDED', ended_at = now() where source_id = $2)
      update meeting set status = 'CANCELLED', cancelled_at = now(), cancel_reason = '台风' where id = $1`,
      [one.meeting.id, one.replies[0]!.id],
    );
    await leaves(own);
    const { rows } = await hub.database.pool.query(
      "select 1 from notice where kind = 'meetings.seats-free' and about_id = $1",
      [one.meeting.id],
    );
    expect(rows).toEqual([]);
    await comesBack(own);
    expect(await standing(one, own)).toEqual(GONE);
    expect(await told(own, one)).toEqual([[], []]);
  });
});

describe('nobody is given the same time, and no seat, twice', () => {
  it.each<[string, (own: Family) => Promise<void>, (own: Family) => Promise<void>]>([
    [
      'a block that is undone',
      ({ parent }) => block(parent.guardianships[0]!),
      ({ parent }) => unblock(parent.guardianships[0]!),
    ],
    ['a pupil who is enrolled again', leaves, comesBack],
    ['a pupil who goes back to the class', (own) => movesTo(own, classes[1]!), (own) => movesTo(own, classes[0]!)],
  ])(
    '%s: both families of a guardian come to one meeting again, and their time is occupied once',
    async (_, wrong, right) => {
      const { own, one } = await ofTwoFamilies();
      await wrong(own);
      expect(await saidFor(one)).toEqual({ seats: [], engaged: 0 });
      await right(own);
      expect(await saidFor(one)).toEqual({ seats: [1, 2], engaged: 1 });
      await expectChecksHold(hub);
    },
  );

  it('two meetings, of which one was put off to the time of the other: a guardian is given the one to which they had said yes first', async () => {
    const own = await family(scenario, [classes[0]!]);
    const [later, first] = [await bothCome(own), await bothCome(own)];
    await hub.database.pool.query(
      "update meeting_reply set replied_at = (select replied_at - interval '1 hour' from meeting_reply where id = $2) where id = $1",
      [first.replies[0]!.id, later.replies[0]!.id],
    );
    await leaves(own);
    await hub.database.pool.query(
      "update meeting later set starts_at = first.ends_at - interval '1 minute', ends_at = first.ends_at + interval '1 hour' from meeting first where later.id = $1 and first.id = $2",
      [later.meeting.id, first.meeting.id],
    );
    await comesBack(own);
    expect(await saidFor(first)).toEqual({ seats: [2], engaged: 1 });
    expect(await saidFor(later)).toEqual({ seats: [], engaged: 0 });
    expect([await told(own, first), await told(own, later)]).toEqual([
      [[expect.stringContaining('“参加”继续有效')]],
      [[expect.stringContaining('请留意回执')]],
    ]);
  });

  it('two families who come with others want the last seats back: whoever had replied first has them', async () => {
    const [first, second] = [await family(scenario, [classes[0]!]), await family(scenario, [classes[0]!])];
    const one = await meeting(scenario, admin, classes[0]!, [first, second], {
      attending: 2,
      capacity: 5,
      startsAt: nextTime(),
    });
    const [early, late] = one.replies;
    await hub.database.pool.query(
      `update meeting_reply set attendee_count = case id when $1 then 3 else 2 end, replied_at = (select replied_at from meeting_reply where id = $2) - case id when $1 then interval '1 hour' else interval '0' end where id in ($1, $2)`,
      [early!.id, late!.id],
    );
    const pupils = [first, second].map(({ students: [student] }) => student!);
    await done(EndEnrolmentsDocument, {
      studentIds: pupils.map(({ id }) => `student_${id}`),
      leaving: 'TRANSFERRED_OUT',
    });
    await hub.database.pool.query('update meeting set capacity = 3 where id = $1', [one.meeting.id]);
    await done(EnrolStudentsDocument, {
      classId: `class_${classes[0]!.id}`,
      rows: pupils.map(({ name, studentNumber }) => ({ name, studentNumber })),
    });
    expect(await saidFor(one)).toEqual({ seats: [3], engaged: 1 });
    expect([await told(first, one), await told(second, one)]).toEqual([
      [[expect.stringContaining('“参加”继续有效')]],
      [[expect.stringContaining('请留意回执')]],
    ]);
  });

  it('and PostgreSQL refuses at the commit more seats than there are, also of two who reply at one moment, and fewer than are replied for', async () => {
    const invited = [await family(scenario, [classes[0]!]), await family(scenario, [classes[0]!])];
    const one = await meeting(scenario, admin, classes[0]!, invited, {
      capacity: 3,
      startsAt: nextTime(),
    });
    const replies = one.invitations.map((invitation, index) =>
      aMeetingReply({
        invitation,
        guardian: invited[index]!.parent.guardian,
        answer: ReplyAnswer.ATTENDING,
        attendeeCount: 2,
      }),
    );
    const answered = await Promise.allSettled(
      replies.map((reply, index) =>
        scenario.write((put) => {
          const { guardian, person } = invited[index]!.parent;
          put(MeetingReply, reply);
          put(MeetingReplyGuardian, aMeetingReplyGuardian({ reply, guardian }));
          put(
            Engagement,
            anEngagement({
              person,
              sourceId: reply.id,
              kind: EngagementKind.MEETING_ATTENDANCE,
              startsAt: one.meeting.startsAt,
              endsAt: one.meeting.endsAt,
            }),
          );
        }),
      ),
    );
    expect(answered.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answered).toContainEqual({
      status: 'rejected',
      reason: expect.objectContaining({ constraint: MEETING_SEATS }),
    });
    await expect(
      hub.database.pool.query('update meeting set capacity = 1 where id = $1', [one.meeting.id]),
    ).rejects.toMatchObject({ constraint: MEETING_SEATS });
    const hall = aRoom({ school, capacity: 1 });
    await scenario.write((put) => put(Room, hall));
    await expect(
      hub.database.pool.query('update meeting set room_id = $2 where id = $1', [one.meeting.id, hall.id]),
    ).rejects.toMatchObject({ constraint: MEETING_SEATS });
    expect(await saidFor(one)).toEqual({ seats: [2], engaged: 1 });
  });
});
