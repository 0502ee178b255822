import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticeKinds } from '../../src/app.ts';
import { NoticeCatalogue, type NoticeParams } from '../../src/domains/notice-kinds/index.ts';
import { maskedPhone } from '../../src/domains/people/index.ts';
import { family, openShift, signedUp, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';

const PHONE = '13800000001';
const MASK = maskedPhone(PHONE)!;

let hub: TestHub;
let scenario: Scenario;
let reader: StaffMember;
beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  reader = await scenario.districtAdmin();
});
afterAll(async () => {
  await expectChecksHold(hub, 'notices.');
  await hub.stop();
});

interface Written {
  readonly params: NoticeParams;
  readonly rests_on: readonly string[] | null;
}
/** A notice as it stands once it is written. */
async function written(
  kind: string,
  params: NoticeParams,
  { to = reader.person.id, about = null as readonly [string, string] | null } = {},
): Promise<Written> {
  const id = v7();
  await hub.database.pool.query(
    'insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id) values ($1, now(), $2, $3, $4, $5, $6)',
    [id, to, kind, params, about?.[0], about?.[1]],
  );
  const { rows } = await hub.database.pool.query<Written>('select params, rests_on from notice where id = $1', [id]);
  return rows[0]!;
}

const at = '2026-12-30T04:54:00.000Z';
const words = `王老师${PHONE},学校`;
const TEXTS = ['shift', 'lecture', 'reason', 'place', 'where', 'qualification', 'activities', 'title'];
const FACTS = {
  ...Object.fromEntries(TEXTS.map((name) => [name, words])),
  ...Object.fromEntries(['at', 'until', 'when', 'was', 'startsAt'].map((name) => [name, at])),
  number: 'ZY20261122-7K3M9QXW2B',
  dates: '12-30',
};
const OTHERS = { count: 2, seats: 2, comes: true, by: 'SCHOOL', why: 'TIME', what: 'LINKED', waiting: 2 };

describe('whatever kind tells it, a mobile number that somebody has typed is masked, and all else stands', () => {
  const catalogue = new NoticeCatalogue(noticeKinds);
  it.each(noticeKinds.map((kind) => [kind.key, kind.params] as const))('%s', async (key, schema) => {
    const facts = [{ ...FACTS, count: '2' }, { ...FACTS, ...OTHERS }, {}]
      .map((each) => schema.safeParse(each))
      .find(({ success }) => success)!.data!;
    const { params } = await written(key, facts);
    const says = (some: NoticeParams): string[] =>
      (['title', 'body'] as const).flatMap((part) =>
        (['zh-CN', 'en'] as const).map((locale) => catalogue.text(part, key, some, { named: true, locale })),
      );
    for (const text of says(facts)) expect(text).not.toMatch(/undefined|null/);
    expect(says(params)).toEqual(says(facts).map((text) => text.replaceAll(PHONE, MASK)));
    expect(params).toEqual(JSON.parse(JSON.stringify(facts).replaceAll(PHONE, MASK)));
  });
});

it.each([
  ['13800000001', '138****0001'],
  ['请打 138-0000-0001。', '请打 138****0001。'],
  ['138 0000 0001或13900000002', '138****0001或139****0002'],
  ['+8613800000001', '+86138****0001'],
  ['+86 (138) 0000-0001', '+86 (138****0001'],
  ['Tel13800000001x', 'Tel138****0001x'],
  ['0571-88000000', '0571-88000000'],
  ['2026-12-13 14-15', '2026-12-13 14-15'],
  ['113800000001', '113800000001'],
  ['abcde138-1234-4567-8901-138000000019', 'abcde138-1234-4567-8901-138000000019'],
])('%s is told as %s', async (typed, told) => {
  expect((await written('volunteering.volunteer-suspended', { reason: typed })).params).toEqual({ reason: told });
});

it('a place with a number in it is told behind the mask as long as it is the place, and no longer', async () => {
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  const offered = await openShift(scenario, await scenario.teacher(schoolClass), { school, shift: { place: words } });
  const { parent } = await family(scenario, [schoolClass]);
  const own = { parent, students: [] };
  const signup = await signedUp(scenario, offered, own as never);
  const tells = (place: string): Promise<Written> =>
    written(
      'volunteering.shift-soon',
      { at: offered.shift.startsAt.toISOString(), place },
      { to: parent.person.id, about: ['signup', signup.id] },
    );
  const masked = words.replace(PHONE, MASK);
  expect(await tells(words)).toMatchObject({ params: { place: masked }, rests_on: null });
  expect(await tells(`${words}东门`)).toMatchObject({ rests_on: [] });
  const { rows } = await hub.database.pool.query<{ stands: boolean }>(
    "select news_stands(ntc) as stands from notice ntc where ntc.about_id = $1 and ntc.params->>'place' = $2",
    [signup.id, masked],
  );
  expect(rows).toEqual([{ stands: true }]);
});
