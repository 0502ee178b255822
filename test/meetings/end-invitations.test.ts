import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BlockGuardianDocument,
  EndEnrolmentsDocument,
  EndGuardianshipDocument,
  TransferStudentDocument,
} from '../../schema/generated/admin.ts';
import {
  aMeetingReplyGuardian,
  anEngagement,
  aNotice,
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
import { endInvitations, meetingInvited, MeetingReplyGuardian } from '../../src/domains/meetings/index.ts';
import { Notice } from '../../src/domains/notices/index.ts';
import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import { guardianOf } from '../../src/platform/auth/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { sweep } from '../support/sweeps.ts';
import { beginScenario } from '../support/world.ts';

const DAY = 24 * 60;

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

async function done(document: { readonly text: string }, input: object): Promise<void> {
  const { data, errors } = await hub.ask(document.text, { as: admin.accountId, variables: { input } });
  expect([errors, Object.values(data ?? {})[0]]).toEqual([undefined, expect.objectContaining({ userErrors: [] })]);
}

const block = (tie: { readonly id: string }) =>
  done(BlockGuardianDocument, { guardianshipId: `guardianship_${tie.id}`, reason: '测试' });
/** What the job does for those whose right a day has taken away. */
const end = (...families: Family[]): Promise<void> =>
  sweep(hub, scenario.now, (tx) =>
    endInvitations(
      tx,
      families.flatMap(({ guardians }) => guardians.map(({ person }) => person.id)),
    ),
  );

let held = 0;

/** A meeting that the family is invited to, where its first `coming` guardians come, and `brought` people with them. */
async function coming(
  own: Family,
  count: number,
  { brought = 0, capacity = 20, at = 3 * DAY }: { brought?: number; capacity?: number; at?: number } = {},
): Promise<HeldMeeting> {
  held += 1;
  const one = await meeting(scenario, admin, classes[0]!, [own], {
    attending: 1,
    capacity,
    startsAt: scenario.at(at + held * 120),
  });
  const reply = one.replies[0]!;
  await scenario.write((put, batch) => {
    for (const { guardian, person } of own.guardians.slice(1, count)) {
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
    }
    batch.afterwards('update meeting_reply set attendee_count = $2 where id = $1', [reply.id, count + brought]);
  });
  return one;
}

/** How an invitation stands, who comes by its current reply, and whose time is taken. */
async function standing({ meeting: { id }, invitations: [invitation] }: HeldMeeting, own: Family): Promise<object> {
  const { pool } = hub.database;
  const {
    rows: [row],
  } = await pool.query<{ status: string; children: number; seats: number; replies: number; named: string[] }>(
    `select i.status,
    (select count(*)::int from meeting_invitation_student c where c.invitation_id = i.id and c.ended_at is null) as children,
    (select coalesce(sum(r.attendee_count), 0)::int from meeting_reply r where r.meeting_id = i.meeting_id and r.superseded_at is null) as seats,
    (select count(*)::int from meeting_reply r where r.invitation_id = i.id) as replies,
    array(select g.guardian_id from meeting_reply_guardian g join meeting_reply r on r.id = g.reply_id where r.invitation_id = i.id and r.superseded_at is null) as named
    from meeting_invitation i where i.id = $1`,
    [invitation!.id],
  );
  const { rows: engaged } = await pool.query<{ person_id: string }>(
    `select e.person_id from engagement e join meeting m on m.starts_at = e.starts_at where m.id = $1 and e.kind = 'MEETING_ATTENDANCE' and e.status = 'ACTIVE'`,
    [id],
  );
  const places = (ids: readonly string[], of: (guardian: Family['parent']) => string): number[] =>
    ids.map((each) => own.guardians.findIndex((guardian) => of(guardian) === each)).sort();
  const { named, ...rest } = row!;
  return {
    ...rest,
    named: places(named, ({ guardian }) => guardian.id),
    engaged: places(
      engaged.map(({ person_id: person }) => person),
      ({ person }) => person.id,
    ),
  };
}

describe('what of a meeting to come rests on a child ends with the right to it', () => {
  it('a guardian who is blocked does not come: their time is free and the seat given back; who still has the child comes as before', async () => {
    const own = await family(scenario, [classes[0]!], { guardians: 2 });
    const one = await coming(own, 2, { brought: 1 });
    expect(await standing(one, own)).toEqual({
      status: 'INVITED',
      children: 1,
      seats: 3,
      replies: 1,
      named: [0, 1],
      engaged: [0, 1],
    });
    await block(own.guardians[1]!.guardianships[0]!);
    expect(await standing(one, own)).toEqual({
      status: 'INVITED',
      children: 1,
      seats: 2,
      replies: 2,
      named: [0],
      engaged: [0],
    });
    await end(own);
    expect(await standing(one, own)).toMatchObject({ replies: 2, engaged: [0] });
  });

  it('a guardian whose right a day has taken away is not listed among those who come, before the job has looked', async () => {
    const own = await family(scenario, [classes[0]!], { guardians: 2 });
    const one = await coming(own, 2);
    const listed = async () => {
      const { data } = await hub.ask(
        'query ($id: ID!) { meeting(id: $id) { replies(first: 5) { nodes { attendingGuardians(first: 5) { nodes { id } } } } } }',
        { as: admin.accountId, variables: { id: `meeting_${one.meeting.id}` } },
      );
      return data!['meeting'].replies.nodes[0].attendingGuardians.nodes
        .map(({ id }: { id: string }) => id)
        .sort() as string[];
    };
    expect(await listed()).toEqual(own.guardians.map(({ guardian }) => `guardian_${guardian.id}`).sort());
    await hub.database.pool.query('update guardianship set valid_to = $2 where id = $1', [
      own.guardians[1]!.guardianships[0]!.id,
      scenario
        .at(-3 * DAY)
        .toISOString()
        .slice(0, 10),
    ]);
    expect(await listed()).toEqual([`guardian_${own.parent.guardian.id}`]);
    await end(own);
  });

  it('whoever runs the meeting is told once how many seats are free again, and not whose they were', async () => {
    const own = await family(scenario, [classes[0]!], { guardians: 2 });
    const one = await coming(own, 2, { brought: 1 });
    const told = async () => {
      const { data } = await hub.ask<{
        viewer: { inbox: { nodes: { body: string; about: { id: string } | null }[] } };
      }>('{ viewer { inbox(first: 100) { nodes { body about { id } } } } }', { as: admin.accountId });
      return data!.viewer.inbox.nodes
        .filter(({ about }) => about?.id === `meeting_${one.meeting.id}`)
        .map(({ body }) => body);
    };
    await block(own.guardians[1]!.guardianships[0]!);
    await end(own);
    expect(await told()).toEqual([expect.stringContaining('空出1个座位')]);
    await block(own.guardians[0]!.guardianships[0]!);
    await done(EndEnrolmentsDocument, { studentIds: [`student_${own.students[0]!.id}`], leaving: 'WITHDRAWN' });
    expect(await told()).toEqual([expect.stringContaining('空出2个座位'), expect.stringContaining('空出1个座位')]);
    for (const { name } of own.students) expect(JSON.stringify(await told())).not.toContain(name);
  });

  it('the one who replied is blocked: the reply of those who come is theirs', async () => {
    const own = await family(scenario, [classes[0]!], { guardians: 3 });
    const one = await coming(own, 2);
    await block(own.parent.guardianships[0]!);
    expect(await standing(one, own)).toMatchObject({ seats: 1, named: [1], engaged: [1] });
    const { rows } = await hub.database.pool.query<{ guardian_id: string }>(
      'select guardian_id from meeting_reply where invitation_id = $1 and superseded_at is null',
      [one.invitations[0]!.id],
    );
    expect(rows).toEqual([{ guardian_id: own.guardians[1]!.guardian.id }]);
  });

  it('nobody who has the child comes any more: the family has not replied, and is still invited', async () => {
    const own = await family(scenario, [classes[0]!], { guardians: 2 });
    const one = await coming(own, 1);
    await block(own.parent.guardianships[0]!);
    expect(await standing(one, own)).toEqual({
      status: 'INVITED',
      children: 1,
      seats: 0,
      replies: 1,
      named: [],
      engaged: [],
    });
  });

  it.each<[string, (own: Family) => Promise<void>]>([
    [
      'leaves the school',
      ({ students: [student] }) =>
        done(EndEnrolmentsDocument, { studentIds: [`student_${student!.id}`], leaving: 'TRANSFERRED_OUT' }),
    ],
    [
      'goes to another class',
      ({ students: [student] }) =>
        done(TransferStudentDocument, { studentNumber: student!.studentNumber, classId: `class_${classes[1]!.id}` }),
    ],
  ])(
    'a pupil who %s takes the invitation along: it is withdrawn, its reply is no longer current, and what is past stays',
    async (_, leave) => {
      const own = await family(scenario, [classes[0]!], { guardians: 2 });
      const [past, one] = [await coming(own, 2, { at: -30 * DAY }), await coming(own, 2)];
      const told = [past, one].map(({ meeting: about }) =>
        aNotice(
          meetingInvited,
          { title: about.title, startsAt: about.startsAt.toISOString() },
          { person: own.parent.person, restsOn: [guardianOf(own.students[0]!.id)] },
          ['meeting', about],
        ),
      );
      await scenario.write((put) => told.forEach((notice) => put(Notice, notice)));
      const inbox = async (): Promise<string[]> =>
        (await hub.ask('{ viewer { inbox(first: 9) { nodes { id } } } }', { as: own.parent.accountId })).data![
          'viewer'
        ].inbox.nodes.map(({ id }: { id: string }) => id) as string[];
      expect((await inbox()).sort()).toEqual(told.map(({ id }) => `notice_${id}`).sort());
      await leave(own);
      expect(await inbox()).toEqual([`notice_${told[0]!.id}`]);
      expect(await standing(one, own)).toEqual({
        status: 'WITHDRAWN',
        children: 0,
        seats: 0,
        replies: 1,
        named: [],
        engaged: [],
      });
      expect(await standing(past, own)).toMatchObject({ status: 'INVITED', children: 1, seats: 2, named: [0, 1] });
      const { data } = await hub.ask(
        '{ meetings(first: 20) { nodes { id } } viewer { guardian { households(first: 2) { nodes { invitations(first: 9) { nodes { meeting { id } } } } } } } }',
        { as: own.parent.accountId },
      );
      expect(JSON.stringify(data)).not.toContain(one.meeting.id);
      expect(JSON.stringify(data)).toContain(past.meeting.id);
    },
  );

  it.each<[string, { readonly text: string }]>([
    ['blocked', BlockGuardianDocument],
    ['ended', EndGuardianshipDocument],
  ])('a pupil whose only guardian was %s takes the invitation along all the same', async (_, document) => {
    const own = await family(scenario, [classes[0]!]);
    const one = await coming(own, 1);
    await done(document, { guardianshipId: `guardianship_${own.parent.guardianships[0]!.id}`, reason: '测试' });
    expect(await standing(one, own)).toMatchObject({ status: 'INVITED', children: 1 });
    await done(TransferStudentDocument, {
      studentNumber: own.students[0]!.studentNumber,
      classId: `class_${classes[1]!.id}`,
    });
    expect(await standing(one, own)).toMatchObject({ status: 'WITHDRAWN', children: 0 });
    await done(TransferStudentDocument, {
      studentNumber: own.students[0]!.studentNumber,
      classId: `class_${classes[0]!.id}`,
    });
    await done(EndEnrolmentsDocument, { studentIds: [`student_${own.students[0]!.id}`], leaving: 'TRANSFERRED_OUT' });
    expect(await standing(one, own)).toMatchObject({ status: 'WITHDRAWN', children: 0 });
  });

  it('of two children one leaves: the invitation stands for the other, and whoever has only the one that left sees it no more', async () => {
    const own = await family(scenario, [classes[0]!, classes[0]!], { guardians: 2 });
    await hub.database.pool.query("update guardianship set status = 'ENDED', valid_to = '2026-09-30' where id = $1", [
      own.guardians[1]!.guardianships[1]!.id,
    ]);
    const one = await coming(own, 2);
    await done(EndEnrolmentsDocument, { studentIds: [`student_${own.students[0]!.id}`], leaving: 'WITHDRAWN' });
    expect(await standing(one, own)).toMatchObject({ status: 'INVITED', children: 1, named: [0], engaged: [0] });
    const sees = async (as: string): Promise<number> =>
      (await hub.ask('{ meetings(first: 20) { nodes { id } } }', { as })).data!['meetings'].nodes.length as number;
    expect([await sees(own.guardians[0]!.accountId), await sees(own.guardians[1]!.accountId)]).toEqual([1, 0]);
  });

  it('five families at once take as many statements as one', async () => {
    const count = async (families: readonly Family[]): Promise<number> => {
      for (const each of families) await coming(each, 2);
      for (const each of families)
        await hub.database.pool.query(
          "update guardianship set status = 'ENDED', valid_to = '2026-09-30' where id = $1",
          [each.guardians[1]!.guardianships[0]!.id],
        );
      return (await hub.statementsOf(() => end(...families))).statements.length;
    };
    const some = (length: number) =>
      Promise.all(Array.from({ length }, () => family(scenario, [classes[0]!], { guardians: 2 })));
    expect(await count(await some(5))).toBe(await count(await some(1)));
  });
});
