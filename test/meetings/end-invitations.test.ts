import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentNode } from 'graphql';
import {
  BlockGuardianDocument,
  EndEnrolmentsDocument,
  EndGuardianshipDocument,
  TransferStudentDocument,
} from '../../schema/generated/admin.ts';
import { aNotice, type SchoolClassRecord, type SchoolRecord } from '../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { endInvitations } from '../../src/domains/meetings/index.ts';
import { Notice } from '../../src/domains/notices/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { sweep } from '../support/sweeps.ts';
import { beginScenario } from '../support/world.ts';
import { comingTo, DAY, pupilsOf } from './families-who-come.ts';
import { howInvitationsStand } from './how-invitations-stand.ts';
import { guardianOf, guardianshipEnded } from '../../src/domains/people/index.ts';

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

const { done } = pupilsOf(() => ({ hub, scenario, classes, admin }));
const { coming } = comingTo(() => ({ hub, scenario, classes, admin }));
const { counted: standing } = howInvitationsStand(() => hub);

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
    expect(await told()).toEqual([expect.stringContaining('空出3个座位')]);
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
          guardianshipEnded,
          { by: 'SCHOOL' },
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

  it.each<[string, DocumentNode]>([
    ['blocked', BlockGuardianDocument],
    ['ended', EndGuardianshipDocument],
  ])('a pupil whose only guardian was %s takes the invitation along all the same', async (_, document) => {
    const own = await family(scenario, [classes[0]!]);
    const one = await coming(own, 1);
    await done(document, { guardianshipId: `guardianship_${own.parent.guardianships[0]!.id}`, reason: '测试' });
    expect(await standing(one, own)).toMatchObject({ status: 'WITHDRAWN', children: 0, seats: 0 });
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
