import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { family, type FamilyGuardian, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { noticeKinds } from '../../src/app.ts';
import { askedPeople } from '../people/who-is-asked.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { mutator } from '../volunteering/mutations-by-name.ts';
import { thingsThatWait, type PlaceOfVolunteer } from './things-that-wait.ts';

let hub: TestHub;
let scenario: Scenario;
let district: StaffMember;
beforeAll(async () => {
  hub = await startTestHub({ clock: () => scenario?.now ?? new Date() });
  scenario = await beginScenario(hub, new Date('2026-11-16T01:00:00.000Z'));
  district = await scenario.districtAdmin();
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const { KINDS } = thingsThatWait(() => ({ hub, scenario }));
const { binds, ends } = askedPeople(() => ({ hub, scenario }));
const mutate = mutator(() => hub);
const reason = '不合适';

interface Place extends PlaceOfVolunteer {
  readonly principal: StaffMember;
  /** Asks to be bound to the child of the volunteer. */
  readonly another: FamilyGuardian;
}
async function place(): Promise<Place> {
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  const [principal, organiser] = [await scenario.schoolAdmin(school), await scenario.teacher(schoolClass)];
  const volunteer = await family(scenario, [schoolClass]);
  return { school, schoolClass, principal, organiser, volunteer, another: (await family(scenario, [])).parent };
}

const waitsIn =
  (kind: string) =>
  (at: Place): Promise<string> =>
    KINDS[`volunteering.${kind}`]!.wait(at);
const asksToBind = (at: Place): Promise<string> =>
  binds({ ...at, teacher: at.organiser }, at.volunteer.students[0]!, at.another);

type Decides = readonly [name: string, input: (id: string) => Record<string, unknown>];
const yes = { approve: true };
const no = { approve: false, reason };
const CASES: Readonly<Record<string, readonly [wait: (at: Place) => Promise<string>, ...all: readonly Decides[]]>> = {
  'volunteering.cancellation-granted': [
    waitsIn('cancellation-requested'),
    ['decideCancellationRequest', (signupId) => ({ signupId, ...yes })],
  ],
  'volunteering.cancellation-declined': [
    waitsIn('cancellation-requested'),
    ['decideCancellationRequest', (signupId) => ({ signupId, ...no })],
  ],
  'volunteering.stand-in-approved': [
    waitsIn('stand-in-to-decide'),
    ['decideStandIn', (standInId) => ({ standInId, ...yes })],
  ],
  'volunteering.stand-in-rejected': [
    waitsIn('stand-in-to-decide'),
    ['decideStandIn', (standInId) => ({ standInId, ...no })],
  ],
  'volunteering.signup-approved': [waitsIn('signup-to-decide'), ['approveSignups', (id) => ({ signupIds: [id] })]],
  'volunteering.signup-rejected': [
    waitsIn('signup-to-decide'),
    ['rejectSignups', (id) => ({ signupIds: [id], reason })],
  ],
  'volunteering.lecture-accepted': [
    waitsIn('lecture-proposed'),
    ['acceptParentLecture', (lectureId) => ({ lectureId })],
  ],
  'people.guardianship-approved': [asksToBind, ['approveGuardianship', (guardianshipId) => ({ guardianshipId })]],
  'people.guardianship-rejected': [
    asksToBind,
    ['rejectGuardianship', (guardianshipId) => ({ guardianshipId, reason })],
  ],
  'people.guardianship-ended': [
    asksToBind,
    ['approveGuardianship', (guardianshipId) => ({ guardianshipId })],
    ['endGuardianship', (guardianshipId) => ({ guardianshipId, reason })],
  ],
};

async function told(who: FamilyGuardian, kind: string, language: string): Promise<string> {
  const { data } = await hub.ask(
    'query ($kind: String!) { viewer { inbox(first: 5, where: { kind: { eq: $kind } }) { nodes { body } } } }',
    { as: who.accountId, headers: { 'accept-language': language }, variables: { kind } },
  );
  const [only, ...others] = data!['viewer'].inbox.nodes as { body: string }[];
  expect(others).toEqual([]);
  return only!.body;
}

it('each sentence that names a decider is looked at here', () => {
  const names = /^(组织者|学校|班级|区)|The (organiser|school|class|district) (?!is|was|year)/;
  const facts = {
    shift: '护学岗',
    lecture: '桥',
    reason: '下雨',
    count: 2,
    title: '会',
    startsAt: '2026-12-30T04:54:00.000Z',
  };
  const naming = noticeKinds.filter(({ params, body }) =>
    [{ ...facts, count: '2' }, { ...facts, seats: 2, comes: true, why: 'TIME', what: 'LINKED' }, {}].some((each) => {
      const { success, data } = params.safeParse(each);
      return success && Object.values(body(data)).some((said) => names.test(said));
    }),
  );
  expect(naming.map(({ key }) => key).toSorted()).toEqual(Object.keys(CASES).toSorted());
});

describe.each(Object.entries(CASES))('%s', (kind, [wait, ...decisions]) => {
  it.each(['the district', 'the school'])('says so where it was %s', async (who) => {
    const at = await place();
    const id = await wait(at);
    if (who === 'the district') for (const each of [at.organiser, at.principal]) await ends(district, each);
    for (const [name, input] of decisions) {
      const by = who === 'the district' ? district : at.organiser;
      const { codes, refusal } = await mutate(name, by, input(id), '__typename');
      expect([codes, refusal]).toEqual([[], undefined]);
    }
    const reader = kind.startsWith('people.') ? at.another : at.volunteer.parent;
    const [zh, en] = [await told(reader, kind, 'zh-CN'), await told(reader, kind, 'en')];
    expect([zh.includes('区'), en.includes('The district')]).toEqual(
      who === 'the district' ? [true, true] : [false, false],
    );
    expect(`${zh}${en}`).not.toMatch(/[{}]/);
    if (who === 'the district') expect(en).not.toMatch(/organiser|school|class/);
  });
});
