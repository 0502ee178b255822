import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SchoolRecord } from '../../../seeds/factories/index.ts';
import { family, signedUp, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { decisionQueues } from '../../../src/app.ts';
import { thingsThatWait, type PlaceOfVolunteer } from '../../notices/things-that-wait.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { mutator } from '../mutations-by-name.ts';
import { expectNamed } from './named-to-deciders.ts';
type Who = { readonly accountId: string };

let hub: TestHub;
let scenario: Scenario;
let clock: Date;
let district: StaffMember;
let elsewhere: StaffMember;
beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub, new Date('2026-11-16T01:00:00.000Z'));
  clock = scenario.now;
  district = await scenario.districtAdmin();
  elsewhere = await scenario.schoolAdmin(await scenario.school());
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const mutate = mutator(() => hub);
const { KINDS, shiftAt, nextDay } = thingsThatWait(() => ({ hub, scenario }));
const query = async <Row extends object>(statement: string, ...values: readonly unknown[]): Promise<Row[]> =>
  (await hub.database.pool.query<Row>(statement, [...values])).rows;

/** A school at which something waits, and who may decide on it there. */
interface Place extends PlaceOfVolunteer {
  /** Those who are asked. */
  readonly asked: readonly StaffMember[];
  /** Those who work there and may not decide. */
  readonly others: readonly StaffMember[];
}

const schoolWithClass = async (school?: SchoolRecord) => {
  const at = school ?? (await scenario.school());
  return { school: at, schoolClass: await scenario.schoolClass(at) };
};
/** By who is left to decide. */
const STAFFINGS = {
  'of somebody whom others organise for': async (): Promise<Place> => {
    const place = await schoolWithClass();
    const organiser = await scenario.teacher(place.schoolClass);
    await scenario.schoolAdmin(place.school);
    const volunteer = await family(scenario, [place.schoolClass]);
    return { ...place, organiser, volunteer, asked: [organiser], others: [] };
  },
  'of somebody who organises, at a school with an administrator': async (): Promise<Place> => {
    const place = await schoolWithClass();
    const volunteer = await family(scenario, [place.schoolClass]);
    const organiser = await scenario.staffMember(
      { role: 'HOMEROOM_TEACHER', school: place.school, schoolClass: place.schoolClass } as never,
      volunteer.parent,
    );
    return {
      ...place,
      organiser,
      volunteer,
      asked: [await scenario.schoolAdmin(place.school)],
      others: [organiser],
    };
  },
  'of somebody who organises and is the only administrator': async (): Promise<Place> => {
    const place = await schoolWithClass();
    const volunteer = await family(scenario, [place.schoolClass]);
    const organiser = await scenario.staffMember({ role: 'SCHOOL_ADMIN', school: place.school }, volunteer.parent);
    return { ...place, organiser, volunteer, asked: [district], others: [organiser] };
  },
  'at a school with neither organiser nor administrator': async (): Promise<Place> => {
    const place = await schoolWithClass();
    const organiser = await scenario.teacher(place.schoolClass);
    const volunteer = await family(scenario, [place.schoolClass]);
    await query('update staff_assignment set ended_at = now() where id = $1', organiser.assignment.id);
    return { ...place, organiser, volunteer, asked: [district], others: [organiser] };
  },
} as const;
/** Not of one school. */
const SHOWN_ELSEWHERE = [
  'people.guardianship-asked',
  'people.role-asked',
  'people.administrator-missing',
  'identity.link-asked',
  'identity.join-asked',
  'identity.token-waits',
];

const refusals = ({ codes, refusal }: Awaited<ReturnType<typeof mutate>>) => codes ?? [refusal];
const askedAbout = async (id: string) =>
  (
    await query<{ person_id: string }>(
      'select person_id from notice where waiting and about_id = $1 order by person_id',
      id.slice(id.indexOf('_') + 1),
    )
  ).map(({ person_id }) => person_id);
const seen = async (who: Who, id: string): Promise<unknown> =>
  (await hub.ask('query ($id: ID!) { node(id: $id) { id } }', { as: who.accountId, variables: { id } })).data!['node'];
const inboxOf = async (who: Who) =>
  (
    await hub.ask<{ viewer: { inbox: { nodes: { about: { id: string } | null }[] } } }>(
      '{ viewer { inbox(first: 10) { nodes { about { id } } } } }',
      { as: who.accountId },
    )
  ).data!.viewer.inbox.nodes.map(({ about }) => about?.id);

it('every kind of thing that waits for a decision is looked at here, or where its own tests are', () => {
  const declared = decisionQueues.map(({ kind }) => kind);
  expect(declared.toSorted()).toEqual([...Object.keys(KINDS), ...SHOWN_ELSEWHERE].toSorted());
});

describe.each(Object.entries(KINDS))('%s', (_, kind) => {
  it.each(Object.entries(STAFFINGS))(
    '%s: whoever is asked sees it and decides, and nobody else is asked',
    async (name, staffed) => {
      const place = await staffed();
      const id = await kind.wait(place);
      if (kind.listed) await hub.hub.runJob('notices.ask-deciders', {});
      const asked = kind.listed && name === 'of somebody whom others organise for' ? [] : place.asked;
      expect(await askedAbout(id)).toEqual(asked.map(({ person }) => person.id).toSorted());
      const strangers = [elsewhere, ...(place.asked.includes(district) ? [] : [district])];
      for (const who of strangers) expect(await seen(who, id)).toBeNull();
      for (const who of [...strangers, ...place.others]) {
        expect(refusals(await kind.decide(who, id))).toEqual([
          expect.stringMatching(/^(NOT_FOUND|FORBIDDEN|OWN|OWN_SIGNUP|NOT_APPROVER)$/),
        ]);
      }
      for (const who of place.asked) {
        await expectNamed(hub, who, id, place.volunteer.parent.person.name);
        if (!kind.listed || asked.length > 0) expect(await inboxOf(who)).toContain(id);
      }
      const { payload, codes } = await kind.decide(place.asked[0]!, id);
      expect(codes).toEqual([]);
      expect(JSON.stringify(payload)).toMatch(/APPROVED|CONFIRMED|ACCEPTED|DONE|CANCELLED/);
      expect(await askedAbout(id)).toEqual([]);
      expect(await seen(place.asked[0]!, id)).toEqual({ id });
    },
  );
});

describe('an absence of somebody on whom nobody at their school may decide', () => {
  it('is noted by the district, of that row alone', async () => {
    const place = await STAFFINGS['of somebody who organises and is the only administrator']();
    const another = await family(scenario, [place.schoolClass]);
    const offered = await shiftAt(place, -nextDay());
    const [own, other] = [
      await signedUp(scenario, offered, place.volunteer),
      await signedUp(scenario, offered, another),
    ];
    const excuse = (who: Who, signupId: string) =>
      mutate(
        'recordAttendance',
        who,
        { shiftId: `shift_${offered.shift.id}`, rows: [{ signupId: `signup_${signupId}`, excused: true }] },
        'attendances { id }',
      );
    expect(refusals(await excuse(place.organiser, own.id))).toEqual(['OWN']);
    expect(refusals(await excuse(district, other.id))).toEqual(['FORBIDDEN']);
    expect(refusals(await excuse(elsewhere, own.id))).toEqual([expect.stringMatching(/NOT_FOUND|FORBIDDEN/)]);
    const { payload, codes } = await excuse(district, own.id);
    expect(codes).toEqual([]);
    expect(payload!['attendances']).toHaveLength(1);
    expect((await excuse(place.organiser, other.id)).codes).toEqual([]);
  });
});
