import { afterAll, beforeAll, expect, it } from 'vitest';
import { aServiceRecord, aTerm, minutesAfter } from '../../seeds/factories/index.ts';
import { families, signedUp, type Family, type FamilyGuardian, type ShiftOnOffer } from '../../seeds/scenario/index.ts';
import { Term } from '../../src/domains/people/index.ts';
import { ServiceRecord, ServiceSource, WaitlistPriority } from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

/** One who served this term joins, then one who has not. */
async function familiesThatWait(offered: ShiftOnOffer): Promise<[FamilyGuardian, FamilyGuardian]> {
  const [served, other] = (await families(desk.scenario, 2, [desk.schoolClass])) as [Family, Family];
  const past = await desk.offer({ shift: { startsAt: minutesAfter(desk.scenario.now, -240), endsAt: minutesAfter(desk.scenario.now, -180) } });
  const signup = await signedUp(desk.scenario, past, served);
  await desk.scenario.write((put) => put(ServiceRecord, aServiceRecord({ ...past, signup, source: ServiceSource.SUPPLEMENTED, approver: desk.organiser.person.id })));
  for (const each of [served, other]) expect((await desk.join(each.parent, offered)).codes).toEqual([]);
  return [served.parent, other.parent];
}

it('those come first who have not served this term, where the activity wants it so; else whoever joined first', async () => {
  const { scenario } = desk;
  const { schoolYear } = scenario;
  await scenario.write((put) => {
    put(Term, aTerm({ schoolYear, startsOn: schoolYear.startsOn, endsOn: schoolYear.endsOn }));
  });
  const offered = await desk.full(1, { activity: { waitlistPriority: WaitlistPriority.NOT_SERVED_THIS_TERM } });
  const [served, other] = await familiesThatWait(offered);
  expect((await desk.entries(offered)).map(({ guardian }) => guardian)).toEqual([other.guardian.id, served.guardian.id]);
  const positions = await Promise.all([served, other].map(async (who) => (await desk.hub.ask('query ($id: ID!) { node(id: $id) { ... on WaitlistEntry { position priority } } }', {
    as: who.accountId, variables: { id: (await desk.entryOf(who, offered)).globalId },
  })).data!['node'] as unknown));
  expect(positions).toEqual([{ position: 2, priority: 1 }, { position: 1, priority: 0 }]);
  const first = await desk.full(1);
  const [before, after] = await familiesThatWait(first);
  expect((await desk.entries(first)).map(({ guardian }) => guardian)).toEqual([before.guardian.id, after.guardian.id]);
});
