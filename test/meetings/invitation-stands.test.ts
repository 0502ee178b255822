import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ApproveGuardianshipDocument,
  BlockGuardianDocument,
  EndGuardianshipDocument,
  UnblockGuardianDocument,
} from '../../schema/generated/admin.ts';
import { aGuardianship, type SchoolClassRecord, type SchoolRecord } from '../../seeds/factories/index.ts';
import {
  family,
  type Family,
  type HeldMeeting,
  meeting,
  type Scenario,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import { Guardianship, GuardianshipStatus } from '../../src/domains/people/index.ts';
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
let clock: Date | undefined;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock ?? scenario?.now ?? new Date() });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  classes = [await scenario.schoolClass(school), await scenario.schoolClass(school)];
  admin = await scenario.schoolAdmin(school);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const host = () => ({ hub, scenario, classes, admin });
const { done, movesTo } = pupilsOf(host);
const { coming, nextTime } = comingTo(host);
const { counted } = howInvitationsStand(() => hub);

const tie = ({ guardianships: [own] }: Family['parent']): string => `guardianship_${own!.id}`;
const block = (of: Family['parent']) => done(BlockGuardianDocument, { guardianshipId: tie(of), reason: '误操作' });
const unblock = (of: Family['parent']) => done(UnblockGuardianDocument, { guardianshipId: tie(of), reason: '更正' });
const end = (of: Family['parent']) => done(EndGuardianshipDocument, { guardianshipId: tie(of), reason: '测试' });

/** What somebody reads of a meeting, the latest first, and how many of it are unread. */
async function news(who: { readonly accountId: string }, { meeting: { id } }: HeldMeeting): Promise<string[]> {
  const { data } = await hub.ask(
    '{ viewer { unreadNoticeCount inbox(first: 100) { totalCount nodes { kind body about { id } } } } }',
    { as: who.accountId },
  );
  const { unreadNoticeCount, inbox } = data!['viewer'] as {
    unreadNoticeCount: number;
    inbox: { totalCount: number; nodes: { kind: string; body: string; about: { id: string } | null }[] };
  };
  expect([unreadNoticeCount, inbox.totalCount]).toEqual([inbox.nodes.length, inbox.nodes.length]);
  return inbox.nodes
    .filter(({ about, kind }) => kind.startsWith('meetings.') && about?.id === `meeting_${id}`)
    .map(({ kind, body }) => `${kind.slice('meetings.'.length)} ${/\d+(?=个座位)/.exec(body)?.[0] ?? ''}`.trim());
}

describe('an invitation stands as long as somebody of the household may see it', () => {
  const households = async ({ meeting: { id } }: HeldMeeting): Promise<unknown> =>
    (
      await hub.ask('query ($id: ID!) { meeting(id: $id) { invitedHouseholdCount replyRate { denominator } } }', {
        as: admin.accountId,
        variables: { id: `meeting_${id}` },
      })
    ).data!['meeting'];

  it.each<[string, (of: Family['parent']) => Promise<void>]>([
    ['blocked', block],
    ['ended', end],
  ])('where the only guardian is %s, it is withdrawn and counted no more', async (_, taken) => {
    const [own, other] = [await family(scenario, [classes[0]!]), await family(scenario, [classes[0]!])];
    const one = await meeting(scenario, admin, classes[0]!, [own, other], { attending: 1, startsAt: nextTime() });
    expect(await households(one)).toEqual({ invitedHouseholdCount: 2, replyRate: { denominator: 2 } });
    await taken(own.parent);
    expect(await counted(one, own)).toMatchObject({ status: 'WITHDRAWN', children: 0, seats: 0, engaged: [] });
    expect(await households(one)).toEqual({ invitedHouseholdCount: 1, replyRate: { denominator: 1 } });
  });

  it('and is there again with another guardian of the household, who was approved', async () => {
    const own = await family(scenario, [classes[0]!], { guardians: 2 });
    const one = await coming(own, 1);
    await end(own.guardians[1]!);
    await end(own.parent);
    expect(await counted(one, own)).toMatchObject({ status: 'WITHDRAWN', children: 0, seats: 0 });
    const asked = aGuardianship({
      guardian: own.guardians[1]!.guardian,
      student: own.students[0]!,
      status: GuardianshipStatus.PENDING,
      dataAccess: false,
    });
    await scenario.write((put) => put(Guardianship, asked));
    await done(ApproveGuardianshipDocument, {
      guardianshipId: `guardianship_${asked.id}`,
      legal: true,
      primaryContact: false,
      householdId: `household_${own.household.id}`,
    });
    expect(await counted(one, own)).toMatchObject({ status: 'INVITED', children: 1, seats: 0, named: [] });
    expect(await news(own.guardians[1]!, one)).toEqual(['given-back']);
  });

  it('of two children one has nobody any more: who has the other is told nothing when it is back, for they were invited all along', async () => {
    const own = await family(scenario, [classes[0]!, classes[0]!], { guardians: 2 });
    const one = await meeting(scenario, admin, classes[0]!, [own], { startsAt: nextTime() });
    await done(EndGuardianshipDocument, {
      guardianshipId: `guardianship_${own.guardians[1]!.guardianships[1]!.id}`,
      reason: '测试',
    });
    const lost = { ...own.parent, guardianships: [own.parent.guardianships[1]!] };
    await block(lost);
    expect(await counted(one, own)).toMatchObject({ status: 'INVITED', children: 1 });
    await unblock(lost);
    expect(await counted(one, own)).toMatchObject({ status: 'INVITED', children: 2 });
    expect([await news(own.guardians[0]!, one), await news(own.guardians[1]!, one)]).toEqual([[], []]);
  });
});

describe('a reply that is carried on', () => {
  it('says when the family gave it, whatever was taken of it and given back since, and the current one comes first', async () => {
    const own = await family(scenario, [classes[0]!], { guardians: 2 });
    const one = await coming(own, 2);
    try {
      for (const [minutes, change] of [
        [5, () => block(own.guardians[1]!)],
        [10, () => unblock(own.guardians[1]!)],
        [15, () => movesTo(own, classes[1]!)],
        [20, () => movesTo(own, classes[0]!)],
      ] as const) {
        clock = scenario.at(minutes);
        await change();
      }
      const { data } = await hub.ask(
        'query ($id: ID!) { node(id: $id) { ... on MeetingInvitation { currentReply { id repliedAt attendeeCount } replies(first: 10) { nodes { id repliedAt supersededAt } } } } }',
        { as: own.parent.accountId, variables: { id: `meeting-invitation_${one.invitations[0]!.id}` } },
      );
      const { currentReply, replies } = data!['node'] as {
        currentReply: { id: string; repliedAt: string; attendeeCount: number };
        replies: { nodes: { id: string; repliedAt: string; supersededAt: string | null }[] };
      };
      const saidAt = one.replies[0]!.repliedAt.toISOString();
      expect(currentReply).toMatchObject({ repliedAt: saidAt, attendeeCount: 2 });
      expect(replies.nodes.map(({ repliedAt }) => repliedAt)).toEqual(Array.from({ length: 4 }, () => saidAt));
      expect(replies.nodes.map(({ supersededAt }) => supersededAt)).toEqual([
        null,
        ...[15, 10, 5].map((minutes) => scenario.at(minutes).toISOString()),
      ]);
      expect(replies.nodes[0]!.id).toBe(currentReply.id);
    } finally {
      clock = undefined;
    }
  });
});
