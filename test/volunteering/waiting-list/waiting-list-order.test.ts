import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aTerm, minutesAfter } from '../../../seeds/factories/index.ts';
import { families, type Family, type FamilyGuardian, type ShiftOnOffer } from '../../../seeds/scenario/index.ts';
import { Term } from '../../../src/domains/people/index.ts';
import { ServiceSource, WaitlistPriority } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';
import { past, served } from '../service.ts';
import { crowdsBefore } from './crowded.ts';

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

const later = (minutes: number): Date => (desk.now = minutesAfter(desk.now, minutes));
const { crowded } = crowdsBefore(() => desk);

/** One who served this term joins, then one who has not. */
async function familiesThatWait(offered: ShiftOnOffer): Promise<[FamilyGuardian, FamilyGuardian]> {
  const { scenario, organiser, school } = desk;
  const [hasServed, other] = (await families(scenario, 2, [desk.schoolClass])) as [Family, Family];
  await served(scenario, await past(scenario, organiser, hasServed, school, -240), {
    source: ServiceSource.SUPPLEMENTED,
    approver: organiser.person.id,
  });
  for (const each of [hasServed, other]) expect((await desk.join(each.parent, offered)).codes).toEqual([]);
  return [hasServed.parent, other.parent];
}

it('those come first who have not served this term, where the activity wants it so; else whoever joined first', async () => {
  const { scenario } = desk;
  const { schoolYear } = scenario;
  await scenario.write((put) => {
    put(Term, aTerm({ schoolYear, startsOn: schoolYear.startsOn, endsOn: schoolYear.endsOn }));
  });
  const offered = await desk.full(1, { activity: { waitlistPriority: WaitlistPriority.NOT_SERVED_THIS_TERM } });
  const [served, other] = await familiesThatWait(offered);
  expect((await desk.entries(offered)).map(({ guardian }) => guardian)).toEqual([
    other.guardian.id,
    served.guardian.id,
  ]);
  const positions = await Promise.all(
    [served, other].map(
      async (who) =>
        (
          await desk.hub.ask('query ($id: ID!) { node(id: $id) { ... on WaitlistEntry { position priority } } }', {
            as: who.accountId,
            variables: { id: (await desk.entryOf(who, offered)).globalId },
          })
        ).data!['node'] as unknown,
    ),
  );
  expect(positions).toEqual([
    { position: 2, priority: 1 },
    { position: 1, priority: 0 },
  ]);
  const first = await desk.full(1);
  const [before, after] = await familiesThatWait(first);
  expect((await desk.entries(first)).map(({ guardian }) => guardian)).toEqual([before.guardian.id, after.guardian.id]);
});

describe('capacity', () => {
  it('raised, offers to as many as there are places', async () => {
    const offered = await crowded(3);
    expect((await desk.resize(desk.organiser, offered, 3)).codes).toEqual([]);
    expect(await desk.list(offered)).toBe('OFFERED OFFERED WAITING');
    expect(await desk.places(offered)).toMatchObject({ capacity: 3, taken: 3, held: 2 });
  });

  it('lowered, takes the newest offers back first, who keep their turn, and never a confirmed place', async () => {
    const offered = await crowded(3, 2);
    const [one, other] = offered.inside as [FamilyGuardian, FamilyGuardian];
    await desk.cancelOf(one, offered);
    later(1);
    await desk.resize(desk.organiser, offered, 3);
    expect(await desk.list(offered)).toBe('OFFERED OFFERED WAITING');
    expect((await desk.resize(desk.organiser, offered, 2)).codes).toEqual([]);
    expect(await desk.list(offered)).toBe('OFFERED WAITING WAITING');
    const [{ withdrawn }] = (await desk.rows<{ withdrawn: Date }>(
      'select offer_withdrawn_at as withdrawn from waitlist_entry where id = $1',
      (await desk.entryOf(offered.queue[1]!, offered)).id,
    )) as [{ withdrawn: Date }];
    expect(withdrawn).toEqual(desk.now);
    expect((await desk.resize(desk.organiser, offered, 1)).codes).toEqual([]);
    expect(await desk.list(offered)).toBe('WAITING WAITING WAITING');
    expect(await desk.signupOf(other, offered)).toBeDefined();
    await desk.resize(desk.organiser, offered, 3);
    expect(await desk.list(offered)).toBe('OFFERED OFFERED WAITING');
    for (const each of offered.queue.slice(0, 2)) await desk.accept(each, (await desk.entryOf(each, offered)).globalId);
    expect((await desk.resize(desk.organiser, offered, 2)).codes).toEqual(['CAPACITY_BELOW_CONFIRMED']);
    expect(await desk.places(offered)).toMatchObject({ capacity: 3, taken: 3, confirmed: 3 });
  });
});

describe('where the organiser confirms', () => {
  it('whoever takes an offer asks for the place, and the next one is asked only if the organiser declines', async () => {
    const offered = await desk.offer({ role: { capacity: 1, approvalRequired: true } });
    const [inside, ...queue] = (await desk.parents(4)) as [
      FamilyGuardian,
      FamilyGuardian,
      FamilyGuardian,
      FamilyGuardian,
    ];
    const [first, second, newcomer] = queue;
    await desk.signUp(inside, offered);
    await desk.rows(`update signup set status = 'CONFIRMED' where role_id = $1`, offered.role.id);
    await desk.rows('update shift_role set places_taken = 1 where id = $1', offered.role.id);
    for (const each of [first, second]) await desk.join(each, offered);
    await desk.cancelOf(inside, offered);
    expect(await desk.list(offered)).toBe('OFFERED WAITING');
    expect((await desk.accept(first, (await desk.entryOf(first, offered)).globalId)).payload).toMatchObject({
      signup: { status: 'PENDING' },
    });
    expect(await desk.places(offered)).toMatchObject({ taken: 0, pending: 1, held: 0 });
    expect(await desk.list(offered)).toBe('TAKEN WAITING');
    // The place is free and spoken for: a newcomer waits behind the others.
    expect((await desk.signUp(newcomer, offered)).codes).toEqual(['FULL']);
    await desk.cancelOf(first, offered);
    expect(await desk.list(offered)).toBe('TAKEN OFFERED');
  });
});
