import { afterAll, beforeAll, expect, it } from 'vitest';
import { family, openShift, signedUp, type Scenario } from '../../../seeds/scenario/index.ts';
import { volunteering } from '../../../src/domains/volunteering/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
});
afterAll(() => hub.stop());

it('each job of volunteering runs, and runs again, where nothing is due', async () => {
  for (const { job } of [...volunteering.jobs!, ...volunteering.jobs!]) await hub.hub.runJob(job.name);
});

it('whoever has a place is reminded a day before, once, in their inbox and in their language', async () => {
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  const teacher = await scenario.teacher(schoolClass);
  const [coming, other] = [await family(scenario, [schoolClass]), await family(scenario, [schoolClass])];
  const offered = await openShift(scenario, teacher, {
    school,
    activity: { title: '图书馆值守' },
    shift: { startsAt: scenario.at(48 * 60) },
  });
  const signup = await signedUp(scenario, offered, coming);
  const inboxOf = async (accountId: string, language = 'zh-CN') =>
    (
      await hub.ask('{ viewer { inbox(first: 5) { nodes { kind title body about { id } } } } }', {
        as: accountId,
        headers: { 'accept-language': language },
      })
    ).data!['viewer'].inbox.nodes as { kind: string; body: string; about: { id: string } }[];

  await hub.hub.runJob('volunteering.remind-volunteers');
  expect(await inboxOf(coming.parent.accountId)).toEqual([]);
  clock = scenario.at(24 * 60);
  for (let twice = 0; twice < 2; twice += 1) await hub.hub.runJob('volunteering.remind-volunteers');
  const [told, ...more] = await inboxOf(coming.parent.accountId);
  expect(more).toEqual([]);
  expect(told).toMatchObject({ kind: 'volunteering.shift-soon', about: { id: `signup_${signup.id}` } });
  expect(told!.body).toMatch(/^您报名的“图书馆值守 · .+”将于.+在学校东门开始/);
  expect((await inboxOf(coming.parent.accountId, 'en'))[0]!.body).toMatch(
    /^“图书馆值守 · .+”, for which you have signed up, begins at /,
  );
  expect(await inboxOf(other.parent.accountId)).toEqual([]);
});
