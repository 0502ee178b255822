import type { DocumentNode } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as admin from '../../../schema/generated/admin.ts';
import { aVolunteerQualification, minutesAfter } from '../../../seeds/factories/index.ts';
import type { FamilyGuardian, StaffMember } from '../../../seeds/scenario/index.ts';
import { VolunteerQualification } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';

let desk: Desk;
let head: StaffMember;
beforeAll(async () => {
  desk = await Desk.open();
  head = await desk.scenario.schoolAdmin(desk.school);
});
afterEach(() => {
  desk.now = desk.scenario.now;
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

async function did(document: DocumentNode, input: object): Promise<void> {
  expect((await desk.send(document as never, head, input)).codes).toEqual([]);
}
async function kinds(who: FamilyGuardian): Promise<string[]> {
  const { data } = await desk.hub.ask<{ viewer: { inbox: { nodes: { kind: string }[] } } }>(
    '{ viewer { inbox(first: 50) { nodes { kind } } } }',
    { as: who.accountId },
  );
  return data!.viewer.inbox.nodes.map(({ kind }) => kind.replace('volunteering.', ''));
}
const suspend = (who: FamilyGuardian): Promise<void> =>
  did(admin.SuspendVolunteerDocument, {
    guardianId: `guardian_${who.guardian.id}`,
    schoolId: `school_${desk.school.id}`,
    until: minutesAfter(desk.now, 60 * 24 * 30).toISOString(),
    reason: '多次未到',
  });
const aider = '急救员';
async function qualified(who: FamilyGuardian): Promise<string> {
  const one = aVolunteerQualification({
    person: who.person,
    district: desk.school.district,
    name: aider,
    grantedBy: head.staff,
  });
  await desk.scenario.write((put) => put(VolunteerQualification, one));
  return one.id;
}

describe('a place that is kept for somebody who may not take it any more is given on at once', () => {
  it.each(['suspended', 'without the qualification'])('%s: they wait again, and the next one is asked', async (how) => {
    const asks = how !== 'suspended';
    const offered = await desk.offer({ role: { capacity: 1, ...(asks && { qualification: aider }) } });
    const [inside, first, second] = (await desk.parents(3)) as [FamilyGuardian, FamilyGuardian, FamilyGuardian];
    const held = asks ? await Promise.all([inside, first, second].map(qualified)) : [];
    await desk.signUp(inside, offered);
    for (const each of [first, second]) await desk.join(each, offered);
    await desk.cancelOf(inside, offered);
    expect(await kinds(first)).toContain('place-offered');
    if (asks)
      await did(admin.RevokeQualificationDocument, {
        qualificationId: `volunteer-qualification_${held[1]!}`,
        reason: '证书过期',
      });
    else await suspend(first);
    expect(await desk.list(offered)).toBe('WAITING OFFERED');
    expect((await kinds(first)).filter((kind) => kind !== 'qualification-revoked').sort()).toEqual(
      ['waitlist-skipped', ...(asks ? [] : ['volunteer-suspended'])].sort(),
    );
    expect(await kinds(second)).toEqual(['place-offered']);
    expect(await desk.places(offered)).toMatchObject({ taken: 1 });
  });

  it('whoever was asked to stand in is suspended: whoever had asked them hears that nobody does, and may ask another', async () => {
    const offered = await desk.offer();
    const [giver, taker, other] = (await desk.newFamily(3)).guardians as unknown as [
      FamilyGuardian,
      FamilyGuardian,
      FamilyGuardian,
    ];
    await desk.signUp(giver, offered);
    const signup = `signup_${(await desk.signupOf(giver, offered))!}`;
    expect((await desk.offerStandIn(giver, signup, { guardianId: `guardian_${taker.guardian.id}` })).codes).toEqual([]);
    expect(await kinds(taker)).toEqual(['stand-in-asked']);
    await suspend(taker);
    expect(await kinds(taker)).toEqual(['volunteer-suspended']);
    expect(await kinds(giver)).toContain('stand-in-declined');
    expect((await desk.offerStandIn(giver, signup, { guardianId: `guardian_${other.guardian.id}` })).codes).toEqual([]);
  });
});

it('that somebody may sign up anew is told until the shift begins, and that a place is held until its time is over', async () => {
  const startsAt = minutesAfter(desk.now, 60);
  const shift = { startsAt, endsAt: minutesAfter(startsAt, 60), signupClosesAt: minutesAfter(startsAt, -5) };
  const offered = await desk.offer({ shift });
  const [own] = (await desk.parents(1)) as [FamilyGuardian];
  await desk.signUp(own, offered);
  const tie = { guardianshipId: `guardianship_${own.guardianships[0]!.id}`, reason: '更正' };
  await did(admin.BlockGuardianDocument, tie);
  expect(await kinds(own)).toEqual(['signup-ended']);
  await did(admin.UnblockGuardianDocument, tie);
  expect(await kinds(own)).toEqual(['signup-again']);
  const full = await desk.full(1, {
    shift: { ...shift, startsAt: minutesAfter(startsAt, 120), endsAt: minutesAfter(startsAt, 180) },
  });
  await desk.join(own, full);
  await desk.cancelOf(full.inside[0]!, full);
  expect(await kinds(own)).toEqual(['place-offered', 'signup-again']);
  desk.now = startsAt;
  expect(await kinds(own)).not.toContain('signup-again');
  desk.now = minutesAfter(startsAt, 120);
  expect(await kinds(own)).toEqual([]);
});
