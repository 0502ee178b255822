import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { aVolunteerQualification } from '../../seeds/factories/index.ts';
import {
  family,
  openShift,
  signedUp,
  type Family,
  type Scenario,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import { VolunteerQualification } from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { volunteerCalls } from './volunteers.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let otherSchool: SchoolRecord;
let schoolClass: SchoolClassRecord;
let teacher: StaffMember;
let admin: StaffMember;
let otherAdmin: StaffMember;
let district: StaffMember;
/** The hub's clock; the scenario's is where it begins. */
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
  [school, otherSchool] = [await scenario.school(), await scenario.school()];
  schoolClass = await scenario.schoolClass(school);
  teacher = await scenario.teacher(schoolClass);
  [admin, otherAdmin, district] = [
    await scenario.schoolAdmin(school),
    await scenario.schoolAdmin(otherSchool),
    await scenario.districtAdmin(),
  ];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const newFamily = (): Promise<Family> => family(scenario, [schoolClass]);
const { grant, revoke, rowsOf, blockersOf } = volunteerCalls(() => ({ hub, scenario, school }));

describe('qualifications', () => {
  it.each(['REJECTED', 'ENDED'])('are granted to nobody whose tie to a child is %s', async (status) => {
    const own = await newFamily();
    await hub.database.pool.query(
      `update guardianship set status = $2::text, data_access = false, decided_at = now(), decision_reason = '非监护人',
        valid_to = case when $2 = 'ENDED' then valid_from end where guardian_id = $1`,
      [own.parent.guardian.id, status],
    );
    for (const who of [admin, district]) expect((await grant(who, own)).refusal).toBe('NOT_FOUND');
  });

  it('open a role that asks for them, until they are revoked', async () => {
    const own = await newFamily();
    const { role } = await openShift(scenario, teacher, { school, role: { qualification: '红十字救护员证' } });
    expect(await blockersOf(own.parent, role.id)).toEqual(['NOT_QUALIFIED']);
    const { payload } = await grant(admin, own, { validTo: '2099-12-31' });
    expect(payload).toMatchObject({
      userErrors: [],
      qualification: { name: '红十字救护员证', validFrom: '2026-01-01', validTo: '2099-12-31', current: true },
    });
    expect(await blockersOf(own.parent, role.id)).toEqual([]);
    const id = payload!['qualification'].id as string;
    expect((await revoke(district, id)).payload!['qualification']).toMatchObject({
      current: false,
      revokeReason: '证书已作废',
    });
    expect(await blockersOf(own.parent, role.id)).toEqual(['NOT_QUALIFIED']);
    expect((await revoke(admin, id)).codes).toEqual(['ALREADY_REVOKED']);
    expect((await grant(admin, own)).codes).toEqual([]);
  });

  it.each([
    ['DATES', { validFrom: '2026-02-02', validTo: '2026-02-01' }],
    ['EXPIRED', { validFrom: '2020-01-01', validTo: '2020-12-31' }],
  ])('are refused with %s', async (code, given) => {
    const own = await newFamily();
    expect((await grant(admin, own, given)).codes).toEqual([code]);
    expect(await rowsOf('volunteer_qualification', own)).toEqual([]);
  });

  it('stand once for each day, whoever presses at the same moment', async () => {
    const own = await newFamily();
    const answers = await Promise.all(Array.from({ length: 6 }, () => grant(admin, own)));
    expect(answers.flatMap(({ codes }) => codes)).toEqual(Array(5).fill('ALREADY_ON_RECORD'));
    expect(await rowsOf('volunteer_qualification', own)).toHaveLength(1);
  });

  it('are put on record by the schools of their children and the district, and not by oneself', async () => {
    const own = await newFamily();
    const parentAdmin = await scenario.staffMember({ role: 'SCHOOL_ADMIN', school }, own.parent);
    expect((await grant(parentAdmin, own)).codes).toEqual(['OWN']);
    expect((await grant(otherAdmin, own)).refusal).toBe('NOT_FOUND');
    expect((await grant(teacher, own)).refusal).toBe('FORBIDDEN');
    expect((await grant(undefined, own)).refusal).toBe('UNAUTHENTICATED');
    expect(await rowsOf('volunteer_qualification', own)).toEqual([]);
    expect((await grant(district, own)).codes).toEqual([]);
  });

  it('are seen by the organiser of a role that asks for them, where the volunteer has signed up; others are not', async () => {
    const own = await newFamily();
    const [wanted, another] = ['心肺复苏证', '教师资格证'].map((name) =>
      aVolunteerQualification({ person: own.parent.person, district: scenario.district, name, grantedBy: admin.staff }),
    );
    await scenario.write((put) => {
      for (const each of [wanted!, another!]) put(VolunteerQualification, each);
    });
    const organiser = await scenario.teacher(await scenario.schoolClass(school));
    const ids = [wanted!, another!].map(({ id }) => `volunteer-qualification_${id}`);
    const seen = async () =>
      (
        (
          await hub.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
            as: organiser.accountId,
            variables: { ids },
          })
        ).data!['nodes'] as ({ id: string } | null)[]
      ).map((each) => each?.id ?? null);
    expect(await seen()).toEqual([null, null]);
    await signedUp(
      scenario,
      await openShift(scenario, organiser, { school, role: { qualification: '心肺复苏证' } }),
      own,
    );
    expect(await seen()).toEqual([ids[0], null]);
    expect((await revoke(organiser, ids[0]!)).refusal).toBe('FORBIDDEN');
  });

  it('are told of as they are put on record and revoked: to the volunteer, and to whoever decides on a place that asks for it', async () => {
    const told = async (who: { readonly accountId: string }) =>
      (
        (
          await hub.ask('{ viewer { inbox(first: 100) { nodes { kind body about { id } } } } }', {
            as: who.accountId,
            headers: { 'accept-language': 'en' },
          })
        ).data!['viewer'].inbox.nodes as { kind: string; body: string; about: { id: string } }[]
      ).filter(({ kind }) => kind.startsWith('volunteering.qualification'));
    const [own, other] = [await newFamily(), await newFamily()];
    const [organiser, another] = [
      await scenario.teacher(await scenario.schoolClass(school)),
      await scenario.teacher(await scenario.schoolClass(school)),
    ];
    const name = '急救员';
    const at = (days: number) => ({
      startsAt: scenario.at(days * 1440),
      endsAt: scenario.at(days * 1440 + 60),
      signupOpensAt: scenario.at(-30 * 1440),
    });
    const offer = (who: StaffMember, qualification: string | null, days: number, activity: object = {}) =>
      openShift(scenario, who, {
        school,
        role: { qualification, capacity: 3 },
        shift: at(days),
        activity: { title: '运动会', ...activity } as never,
      });
    const id = (await grant(admin, own, { name })).payload!['qualification'].id as string;
    await grant(admin, other, { name });
    const coming = await offer(organiser, name, 3);
    const signup = await signedUp(scenario, coming, own);
    await signedUp(scenario, coming, other);
    await signedUp(scenario, await offer(another, null, 4), own);
    await signedUp(scenario, await offer(another, name, -3), own);
    await signedUp(scenario, await offer(admin, name, 5), own);
    expect((await revoke(admin, id)).codes).toEqual([]);
    expect(await told(own.parent)).toEqual([
      {
        kind: 'volunteering.qualification-revoked',
        body: 'Your qualification “急救员” was revoked, and what you have signed up for is for its organisers to decide: 证书已作废.',
        about: { id },
      },
      {
        kind: 'volunteering.qualification-granted',
        body: 'Your qualification “急救员” was put on record.',
        about: { id },
      },
    ]);
    expect(await told(organiser)).toEqual([
      {
        kind: 'volunteering.qualification-gone',
        body: expect.stringMatching(
          /^A volunteer at 1 shift from “运动会[^”]*” \(.*\) on has lost the qualification “急救员”, which is asked for there/,
        ),
        about: { id: `signup_${signup.id}` },
      },
    ]);
    // Nobody is told what they have done themselves, nor of what asks for nothing, or is over.
    for (const nobody of [another, admin]) expect(await told(nobody)).toEqual([]);
    expect((await told(other.parent)).map(({ kind }) => kind)).toEqual(['volunteering.qualification-granted']);
  });

  it('are suggested by the names that roles ask for', async () => {
    await openShift(scenario, teacher, { school, role: { qualification: '普通话证书' } });
    const { data } = await hub.ask('query ($id: ID!) { node(id: $id) { ... on District { qualificationNames } } }', {
      as: admin.accountId,
      variables: { id: `district_${scenario.district.id}` },
    });
    expect(data!['node'].qualificationNames).toEqual(expect.arrayContaining(['普通话证书', '红十字救护员证']));
  });
});
