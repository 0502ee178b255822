import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aVolunteerSuspension, minutesAfter } from '../../../seeds/factories/index.ts';
import type { FamilyGuardian } from '../../../seeds/scenario/index.ts';
import { settleOffers, VolunteerSuspension } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';
import { crowdsBefore } from './crowded.ts';

const HOLD = 120;

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterEach(() => {
  desk.now = desk.scenario.now;
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

const at = (time: Date, milliseconds = 0): Date => (desk.now = new Date(time.getTime() + milliseconds));

const { crowded, busy, asked } = crowdsBefore(() => desk);

describe('a role that is full', () => {
  it('is refused, or waited for, in one mutation and in a mutation of its own', async () => {
    const offered = await desk.full();
    const [one, other, third] = (await desk.parents(3)) as [FamilyGuardian, FamilyGuardian, FamilyGuardian];
    expect((await desk.signUp(one, offered)).codes).toEqual(['FULL']);
    const waits = await desk.signUp(one, offered, { ifFull: 'JOIN_WAITLIST' });
    expect(waits.payload).toMatchObject({
      userErrors: [],
      signup: null,
      waitlistEntry: { status: 'WAITING', position: 1 },
    });
    expect((await desk.join(other, offered)).payload).toMatchObject({
      userErrors: [],
      waitlistEntry: { status: 'WAITING', position: 2 },
    });
    expect((await desk.join(other, offered)).codes).toEqual(['ALREADY_WAITING']);
    // Pressed again, it answers the entry that there is.
    expect((await desk.signUp(one, offered, { ifFull: 'JOIN_WAITLIST' })).payload?.waitlistEntry?.id).toBe(
      waits.payload?.waitlistEntry?.id,
    );
    expect(await desk.list(offered)).toBe('WAITING WAITING');
    const { data } = await desk.hub.ask(
      'query ($id: ID!) { node(id: $id) { ... on ShiftRole { waitlistCount viewerWaitlistBlockers viewerWaitlistEntry { position } waitlistEntries { nodes { id } } } } }',
      {
        as: third.accountId,
        variables: { id: `shift-role_${offered.role.id}` },
      },
    );
    // Others are counted, not seen.
    expect(data!['node']).toEqual({
      waitlistCount: 2,
      viewerWaitlistBlockers: [],
      viewerWaitlistEntry: null,
      waitlistEntries: { nodes: [] },
    });
  });

  it('is not waited for while there is a place, nor by whom anything else stops', async () => {
    const open = await desk.offer();
    const [one, inside] = (await desk.parents(2)) as [FamilyGuardian, FamilyGuardian];
    expect((await desk.join(one, open)).codes).toEqual(['NOT_FULL']);
    expect((await desk.signUp(one, open, { ifFull: 'JOIN_WAITLIST' })).payload).toMatchObject({
      signup: { status: 'CONFIRMED' },
      waitlistEntry: null,
    });
    const offered = await desk.full();
    expect((await desk.signUp(one, offered, { ifFull: 'JOIN_WAITLIST' })).codes).toEqual(['OVERLAP']);
    expect((await desk.join(one, offered)).codes).toEqual(['OVERLAP']);
    expect((await desk.join(offered.inside[0]!, offered)).codes).toEqual(['ALREADY_SIGNED_UP']);
    expect((await desk.signUp(inside, offered, { ifFull: 'JOIN_WAITLIST', acceptRiskNotice: false })).codes).toEqual([
      'RISK_NOTICE_NOT_ACCEPTED',
    ]);
    expect(await desk.list(offered)).toBe('');
  });

  it('closes with signing up, not before', async () => {
    const offered = await desk.full();
    const [one, other] = (await desk.parents(2)) as [FamilyGuardian, FamilyGuardian];
    at(offered.shift.signupClosesAt, -1);
    expect((await desk.join(one, offered)).codes).toEqual([]);
    at(offered.shift.signupClosesAt);
    expect((await desk.join(other, offered)).codes).toEqual(['CLOSED']);
  });
});

describe('a place that comes free', () => {
  it('is held for the next one, counted, and no newcomer can have it', async () => {
    const offered = await crowded(2);
    const [first, second] = offered.queue as [FamilyGuardian, FamilyGuardian];
    const [newcomer] = (await desk.parents(1)) as [FamilyGuardian];
    await desk.cancelOf(offered.inside[0]!, offered);
    expect(await desk.list(offered)).toBe('OFFERED WAITING');
    expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 0, held: 1, engaged: 0 });
    expect((await desk.signUp(newcomer, offered)).codes).toEqual(['FULL']);
    expect((await desk.accept(second, (await desk.entryOf(second, offered)).globalId)).codes).toEqual(['NOT_OFFERED']);
    const taken = await desk.accept(first, (await desk.entryOf(first, offered)).globalId);
    expect(taken.payload).toMatchObject({
      userErrors: [],
      signup: { status: 'CONFIRMED' },
      waitlistEntry: { status: 'TAKEN', position: null },
    });
    expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 1, held: 0, engaged: 1 });
  });

  it('is taken as well by signing up again', async () => {
    const offered = await crowded(1);
    await desk.cancelOf(offered.inside[0]!, offered);
    expect((await desk.signUp(offered.queue[0]!, offered)).payload).toMatchObject({
      userErrors: [],
      signup: { status: 'CONFIRMED' },
      waitlistEntry: { status: 'TAKEN' },
    });
  });

  it.each(['decline', 'leave'] as const)('goes on when they %s', async (how) => {
    const offered = await crowded(2);
    const [first] = offered.queue as [FamilyGuardian];
    await desk.cancelOf(offered.inside[0]!, offered);
    const { globalId } = await desk.entryOf(first, offered);
    expect((await desk[how](first, globalId)).codes).toEqual([]);
    expect(await desk.list(offered)).toBe(how === 'leave' ? 'LEFT OFFERED' : 'DECLINED OFFERED');
    expect((await desk[how](first, globalId)).codes).toEqual([how === 'leave' ? 'NOT_WAITING' : 'NOT_OFFERED']);
    expect((await desk.accept(first, globalId)).codes).toEqual(['NOT_OFFERED']);
  });

  it('is for the millisecond before the offer expires, and not for the one in which it does', async () => {
    const offered = await crowded(2);
    const [first, second] = offered.queue as [FamilyGuardian, FamilyGuardian];
    await desk.cancelOf(offered.inside[0]!, offered);
    const { offerExpiresAt, globalId } = await desk.entryOf(first, offered);
    expect(offerExpiresAt).toEqual(minutesAfter(desk.now, HOLD));
    at(offerExpiresAt!);
    expect((await desk.accept(first, globalId)).codes).toEqual(['OFFER_EXPIRED']);
    expect((await desk.decline(first, globalId)).codes).toEqual(['OFFER_EXPIRED']);
    // Read without a sweep, it is known to be over.
    const blockers = await desk.hub.ask(
      'query ($id: ID!) { node(id: $id) { ... on WaitlistEntry { viewerAcceptBlockers } } }',
      { as: first.accountId, variables: { id: globalId } },
    );
    expect(blockers.data!['node']).toEqual({ viewerAcceptBlockers: ['OFFER_EXPIRED'] });
    at(offerExpiresAt!, -1);
    expect((await desk.accept(first, globalId)).codes).toEqual([]);
    expect((await desk.entryOf(second, offered)).status).toBe('WAITING');
  });

  it('is decided on again when it is taken: the offer stays until it expires', async () => {
    const offered = await crowded(1);
    const [first] = offered.queue as [FamilyGuardian];
    await desk.cancelOf(offered.inside[0]!, offered);
    const { globalId } = await desk.entryOf(first, offered);
    // A held offer occupies no time.
    const other = await busy(first);
    const refused = await desk.accept(first, globalId);
    expect(refused.codes).toEqual(['OVERLAP']);
    expect(refused.payload?.userErrors[0]?.message).toContain(other.activity.title);
    expect(refused.payload?.clashes.map(({ title }) => title)).toEqual([
      `${other.activity.title} · ${other.role.name}`,
    ]);
    expect((await desk.accept(first, globalId, { acceptRiskNotice: false })).codes).toEqual(['OVERLAP']);
    expect(await desk.list(offered)).toBe('OFFERED');
    await desk.cancelOf(first, other);
    expect((await desk.accept(first, globalId, { acceptRiskNotice: false })).codes).toEqual([
      'RISK_NOTICE_NOT_ACCEPTED',
    ]);
    expect((await desk.accept(first, globalId)).codes).toEqual([]);
  });

  it('passes by who cannot have it, who is told why, and waits on', async () => {
    const offered = await crowded(3);
    const [first, second, third] = offered.queue as [FamilyGuardian, FamilyGuardian, FamilyGuardian];
    const other = await busy(first);
    await desk.scenario.write((put) =>
      put(
        VolunteerSuspension,
        aVolunteerSuspension({
          person: second.person,
          district: desk.scenario.district,
          startsAt: minutesAfter(desk.now, -60),
        }),
      ),
    );
    await desk.cancelOf(offered.inside[0]!, offered);
    expect(await desk.list(offered)).toBe('WAITING WAITING OFFERED');
    const skips = await desk.rows<{ guardian: string; reason: string }>(
      'select w.guardian_id as guardian, s.reason from waitlist_skip s join waitlist_entry w on w.id = s.entry_id where w.role_id = $1 order by w.sequence',
      offered.role.id,
    );
    expect(skips).toEqual([
      { guardian: first.guardian.id, reason: 'OVERLAP' },
      { guardian: second.guardian.id, reason: 'SUSPENDED' },
    ]);
    const { data } = await desk.hub.ask(
      'query ($id: ID!) { node(id: $id) { ... on WaitlistEntry { position skips { nodes { reason } } } } }',
      {
        as: first.accountId,
        variables: { id: (await desk.entryOf(first, offered)).globalId },
      },
    );
    expect(data!['node']).toEqual({ position: 1, skips: { nodes: [{ reason: 'OVERLAP' }] } });
    const told = async (who: FamilyGuardian): Promise<string[]> => {
      const kind = '{ kind: { eq: "volunteering.waitlist-skipped" } }';
      const answer = await desk.hub.ask(`{ viewer { inbox(first: 5, where: ${kind}) { nodes { body } } } }`, {
        as: who.accountId,
      });
      return (answer.data!['viewer'].inbox.nodes as { body: string }[]).map(({ body }) => body);
    };
    expect(await told(first)).toEqual([expect.stringContaining('因为该时段与您的其他安排冲突。您仍在候补。')]);
    expect(await told(second)).toEqual([expect.stringContaining('因为您的报名资格已暂停。')]);
    // Their turn is kept: with time again, they are the next.
    await desk.cancelOf(first, other);
    await desk.decline(third, (await desk.entryOf(third, offered)).globalId);
    expect(await desk.list(offered)).toBe('OFFERED WAITING DECLINED');
  });

  it('is for newcomers where nobody on the list can have it, and the reason is told once', async () => {
    const offered = await crowded(1);
    await busy(offered.queue[0]!);
    await desk.cancelOf(offered.inside[0]!, offered);
    await desk.asJob((tx) => settleOffers(tx, 50));
    await desk.asJob((tx) => settleOffers(tx, 50));
    expect(
      await desk.rows(
        'select s.reason from waitlist_skip s join waitlist_entry w on w.id = s.entry_id where w.role_id = $1',
        offered.role.id,
      ),
    ).toEqual([{ reason: 'OVERLAP' }]);
    const [newcomer] = await desk.parents(1);
    expect((await desk.signUp(newcomer!, offered)).codes).toEqual([]);
  });

  it('is for whoever waits as soon as they can have it, though nothing told the list', async () => {
    const offered = await crowded(1);
    const [first] = offered.queue as [FamilyGuardian];
    const other = await busy(first);
    await desk.cancelOf(offered.inside[0]!, offered);
    await desk.cancelOf(first, other);
    const [newcomer] = await desk.parents(1);
    expect((await desk.signUp(newcomer!, offered)).codes).toEqual(['FULL']);
    expect((await desk.signUp(newcomer!, offered, { ifFull: 'JOIN_WAITLIST' })).codes).toEqual([]);
    expect(await desk.list(offered)).toBe('OFFERED WAITING');
  });

  it('is offered after signing up has ended, never beyond the start', async () => {
    const offered = await crowded(2);
    const [first, second] = offered.queue as [FamilyGuardian, FamilyGuardian];
    at(offered.shift.signupClosesAt, 1000);
    await desk.decideCancellation(desk.organiser, await asked(offered), true);
    const entry = await desk.entryOf(first, offered);
    expect(entry).toMatchObject({ status: 'OFFERED', offerExpiresAt: offered.shift.startsAt });
    at(offered.shift.startsAt, -1);
    expect((await desk.accept(first, entry.globalId)).codes).toEqual([]);
    at(offered.shift.startsAt);
    await desk.asJob((tx) => settleOffers(tx, 50));
    expect(await desk.entryOf(second, offered)).toMatchObject({ status: 'CLOSED', endedAt: offered.shift.startsAt });
  });

  it('goes to nobody after the start', async () => {
    const offered = await crowded(2);
    const [first] = offered.queue as [FamilyGuardian];
    at(offered.shift.cancelUntil, -1);
    await desk.cancelOf(offered.inside[0]!, offered);
    at(offered.shift.startsAt);
    expect((await desk.accept(first, (await desk.entryOf(first, offered)).globalId)).codes).toEqual(['OFFER_EXPIRED']);
    await desk.asJob((tx) => settleOffers(tx, 50));
    expect(await desk.list(offered)).toBe('EXPIRED CLOSED');
    expect(await desk.places(offered)).toMatchObject({ taken: 0, held: 0 });
  });
});
