import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as admin from '../../schema/generated/admin.ts';
import * as mini from '../../schema/generated/mini-program.ts';
import { minutesAfter } from '../../seeds/factories/index.ts';
import type { FamilyGuardian, StaffMember } from '../../seeds/scenario/index.ts';
import { decisionQueues } from '../../src/app.ts';
import { expectChecksHold } from '../support/checks.ts';
import type { GraphqlAnswer } from '../support/hub.ts';
import { Desk } from '../volunteering/desk.ts';
import { thingsThatWait } from './things-that-wait.ts';

let desk: Desk;
let principal: StaffMember;
beforeAll(async () => {
  desk = await Desk.open({ at: new Date('2026-11-16T01:00:00.000Z') });
  principal = await desk.scenario.schoolAdmin(desk.school);
});
afterEach(() => {
  desk.now = desk.scenario.now;
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface Seen {
  readonly kind: string;
  readonly title: string;
  readonly dueAt: string | null;
  readonly about: { readonly id: string } | null;
}
async function tasksOf(who: { readonly accountId: string }, language = 'zh-CN'): Promise<readonly Seen[]> {
  const { data, errors } = await desk.hub.ask(mini.MyTasksDocument, {
    as: who.accountId,
    variables: {},
    headers: { 'accept-language': language },
  });
  expect(errors).toBeUndefined();
  const { totalCount, nodes } = data!.viewer.tasks;
  expect(totalCount).toBe(nodes.length);
  return nodes as readonly Seen[];
}
const kinds = async (who: { readonly accountId: string }): Promise<string[]> =>
  (await tasksOf(who)).map(({ kind }) => kind.replace('volunteering.', ''));

describe('what a guardian has to do', () => {
  async function offered(): Promise<{ first: FamilyGuardian; due: string; entry: string }> {
    const role = await desk.full(1);
    const [first] = (await desk.parents(1)) as [FamilyGuardian];
    await desk.join(first, role);
    expect(await tasksOf(first)).toEqual([]);
    await desk.cancelOf(role.inside[0]!, role);
    const { rows } = await desk.hub.database.pool.query<{ id: string; due: Date }>(
      "select id, offer_expires_at as due from waitlist_entry where guardian_id = $1 and status = 'OFFERED'",
      [first.guardian.id],
    );
    return { first, entry: `waitlist-entry_${rows[0]!.id}`, due: rows[0]!.due.toISOString() };
  }

  it('is to take the place that is held for them, until it is taken, or runs out', async () => {
    const { first, entry, due } = await offered();
    expect(await tasksOf(first)).toMatchObject([
      { kind: 'volunteering.answer-offer', title: '候补名额待确认', dueAt: due, about: { id: entry } },
    ]);
    expect((await tasksOf(first, 'en'))[0]!.title).toBe('A place to take');
    desk.now = new Date(due);
    expect(await tasksOf(first)).toEqual([]);
    desk.now = desk.scenario.now;
    expect((await desk.accept(first, entry)).codes).toEqual([]);
    expect(await tasksOf(first)).toEqual([]);
  });

  it('is nothing any more at the request after their right has ended', async () => {
    const { first } = await offered();
    expect(await kinds(first)).toEqual(['answer-offer']);
    const { codes } = await desk.send(admin.BlockGuardianDocument as never, principal, {
      guardianshipId: `guardianship_${first.guardianships[0]!.id}`,
      reason: '法院裁定',
    });
    expect(codes).toEqual([]);
    expect(await tasksOf(first)).toEqual([]);
  });

  it('is to confirm again where the shift was moved, since then, and to answer whoever asks them to stand in; the most urgent first', async () => {
    const shift = await desk.offer();
    const [giver, other] = (await desk.newFamily(2)).guardians as unknown as [FamilyGuardian, FamilyGuardian];
    const { payload } = await desk.signUp(giver, shift);
    const signupId = payload!.signup!.id;
    const asked = await desk.offerStandIn(giver, signupId, { guardianId: `guardian_${other.guardian.id}` });
    expect(asked.codes).toEqual([]);
    expect(await kinds(other)).toEqual(['answer-stand-in']);
    desk.now = minutesAfter(desk.scenario.now, 5);
    const { startsAt, endsAt, revision } = shift.shift;
    const moved = await desk.send(admin.UpdateShiftDocument as never, desk.organiser, {
      shiftId: `shift_${shift.shift.id}`,
      revision,
      startsAt: minutesAfter(new Date(startsAt), 60).toISOString(),
      endsAt: minutesAfter(new Date(endsAt), 60).toISOString(),
    });
    expect(moved.codes).toEqual([]);
    expect(await kinds(giver)).toEqual(['confirm-again']);
    const { data } = await desk.hub.ask(
      'query ($kind: String!) { viewer { tasks(where: { kind: { eq: $kind } }) { nodes { createdAt dueAt about { ... on Signup { id reconfirmUntil } } } } } }',
      { as: giver.accountId, variables: { kind: 'volunteering.confirm-again' } },
    );
    const [task] = data!['viewer'].tasks.nodes;
    expect(task).toMatchObject({ createdAt: desk.now.toISOString(), about: { id: signupId } });
    expect(task.dueAt).toBe(task.about.reconfirmUntil);
    expect((await desk.send(mini.ReconfirmSignupDocument as never, giver, { signupId })).codes).toEqual([]);
    expect(await tasksOf(giver)).toEqual([]);
  });
});

describe('what somebody of the staff has to do', () => {
  it('is to decide on the sign-ups of a shift that they run, once for all of them; never on their own', async () => {
    const shift = await desk.offer({ role: { capacity: 5, approvalRequired: true } });
    const parents = await desk.parents(3);
    for (const each of parents) await desk.signUp(each, shift);
    const [task] = (await tasksOf(desk.organiser)).filter(({ about }) => about?.id === `shift_${shift.shift.id}`);
    expect(task).toMatchObject({
      kind: 'volunteering.decide-signups',
      title: '班次报名待审核',
      dueAt: new Date(shift.shift.startsAt).toISOString(),
    });
    expect(await kinds(principal)).toContain('decide-signups');
    expect((await tasksOf(parents[0]!)).map(({ kind }) => kind)).toEqual([]);
    const { rows } = await desk.hub.database.pool.query<{ id: string }>(
      "select 'signup_' || id as id from signup where shift_id = $1",
      [shift.shift.id],
    );
    const { codes } = await desk.send(admin.ApproveSignupsDocument as never, desk.organiser, {
      signupIds: rows.map(({ id }) => id),
    });
    expect(codes).toEqual([]);
    const left = await tasksOf(desk.organiser);
    expect(left.filter(({ about }) => about?.id === `shift_${shift.shift.id}`)).toEqual([]);
  });

  it('is all that they are asked to decide, as long as it waits for them', async () => {
    const { KINDS } = thingsThatWait(() => desk);
    const volunteer = await desk.newFamily();
    const place = { school: desk.school, schoolClass: desk.schoolClass, organiser: desk.organiser, volunteer };
    const waits = Object.entries(KINDS).filter(([, { listed }]) => !listed);
    for (const [kind, { wait, decide }] of waits) {
      const id = await wait(place);
      const asked = async (): Promise<Seen | undefined> =>
        (await tasksOf(desk.organiser)).find((task) => task.kind === kind && task.about?.id === id);
      const task = await asked();
      expect(task, kind).toBeDefined();
      expect(task!.title).not.toBe('通知');
      const { dueAt } = decisionQueues.find((each) => each.kind === kind)!;
      expect(task!.dueAt !== null, kind).toBe(dueAt !== undefined);
      expect((await decide(desk.organiser, id)).codes).toEqual([]);
      expect(await asked(), kind).toBeUndefined();
    }
  });

  it('is read by pages, in either order, and told to nobody else', async () => {
    const walk = async (orderBy: string): Promise<string[]> => {
      const seen: string[] = [];
      for (let after: string | null | undefined; after !== null;) {
        const { data, errors }: GraphqlAnswer<{ viewer: { tasks: Page } }> = await desk.hub.ask(
          `query ($after: String) { viewer { tasks(first: 1, after: $after, orderBy: [{ by: ${orderBy} }]) { nodes { id dueAt } pageInfo { hasNextPage endCursor } } } }`,
          { as: principal.accountId, variables: { after } },
        );
        expect(errors).toBeUndefined();
        const { nodes, pageInfo } = data!.viewer.tasks;
        seen.push(...nodes.map(({ id }) => id));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      }
      return seen;
    };
    for (let index = 0; index < 3; index++) {
      const shift = await desk.offer({ role: { capacity: 5, approvalRequired: true } });
      await desk.signUp((await desk.parents(1))[0]!, shift);
    }
    const all = (await tasksOf(principal)).length;
    expect(all).toBeGreaterThanOrEqual(3);
    for (const order of ['URGENCY', 'CREATED_AT']) expect(new Set(await walk(order)).size).toBe(all);
    const ids = await walk('URGENCY');
    const asked = (who: { readonly accountId: string }) =>
      desk.hub.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { as: who.accountId, variables: { ids } });
    expect((await asked(principal)).data!['nodes']).toEqual(ids.map((id) => ({ id })));
    const stranger = (await desk.parents(1))[0]!;
    expect((await asked(stranger)).data!['nodes']).toEqual(ids.map(() => null));
    expect((await desk.hub.ask('{ viewer { tasks { totalCount nodes { id } } } }')).data!['viewer'].tasks).toEqual({
      totalCount: 0,
      nodes: [],
    });
  });
});
