import { afterAll, beforeAll, expect, it } from 'vitest';
import { aTerm } from '../../seeds/factories/index.ts';
import { families, type Family, type FamilyGuardian, type ShiftOnOffer } from '../../seeds/scenario/index.ts';
import { Term } from '../../src/domains/people/index.ts';
import { ServiceSource, WaitlistPriority } from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { Desk } from './desk.ts';
import { past, served } from './service.ts';

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
