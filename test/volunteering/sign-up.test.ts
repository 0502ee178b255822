import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  family,
  openShift,
  signedUp,
  type Family,
  type ShiftOnOffer,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import type { Scenario } from '../../seeds/scenario/index.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { VolunteerQualification, VolunteerSuspension } from '../../src/domains/volunteering/index.ts';
import { aVolunteerQualification, aVolunteerSuspension } from '../../seeds/factories/index.ts';
import { SignUpForShiftDocument } from '../../schema/generated/mini-program.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { signUpCalls } from './sign-ups.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let organiser: StaffMember;
/** The hub's clock; the scenario's is where it begins. */
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  organiser = await scenario.teacher(schoolClass);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const newFamily = (): Promise<Family> => family(scenario, [schoolClass]);
const offer = (options: Parameters<typeof openShift>[2] = {}): Promise<ShiftOnOffer> =>
  openShift(scenario, organiser, { school, ...options });

const { signUp, written, blockersOf } = signUpCalls(() => hub);

describe('signing up', () => {
  it('gives a place, occupies the time, and is answered as it was written', async () => {
    const [offered, { parent }] = [await offer(), await newFamily()];
    expect(await blockersOf(parent, offered)).toEqual({ viewerBlockers: [], viewerCanSignUp: true });
    const { payload } = await signUp(parent, offered);
    expect(payload).toMatchObject({ userErrors: [], signup: { status: 'CONFIRMED' }, role: { freePlaces: 3 } });
    expect(await written(offered.role.id)).toEqual({ confirmed: 1, pending: 0, taken: 1, engaged: 1 });
    const { rows } = await hub.database.pool.query(
      'select mutation, outcome, subjects from audit_record where account = $1',
      [parent.accountId],
    );
    expect(rows).toEqual([
      {
        mutation: 'signUpForShift',
        outcome: 'SUCCEEDED',
        subjects: { role: offered.role.id, signup: expect.any(String) },
      },
    ]);
  });

  it('waits for the organiser where the role wants it: no place yet, but the time is occupied', async () => {
    const [offered, { parent }] = [await offer({ role: { approvalRequired: true } }), await newFamily()];
    expect((await signUp(parent, offered)).payload).toMatchObject({ userErrors: [], signup: { status: 'PENDING' } });
    expect(await written(offered.role.id)).toEqual({ confirmed: 0, pending: 1, taken: 0, engaged: 1 });
  });

  it('is told why not in the language of the client, with the path of the input', async () => {
    const [offered, { parent }] = [await offer({ role: { capacity: 1 } }), await newFamily()];
    await signUp(await newFamily().then((each) => each.parent), offered);
    const [chinese, english] = [
      await signUp(parent, offered),
      await signUp(parent, offered, null, { 'accept-language': 'en' }),
    ];
    expect(chinese.payload?.userErrors).toEqual([
      expect.objectContaining({ code: 'FULL', path: ['roleId'], message: expect.stringMatching(/[\u4e00-\u9fff]/) }),
    ]);
    expect(english.payload?.userErrors[0]?.message).toMatch(/^[\x20-\x7e]+$/);
  });
});

describe('what stands against it is told beforehand and decided again, and nothing is written', () => {
  const minutes = (count: number): Date => scenario.at(count);
  const cases: [string, () => Promise<{ offered: ShiftOnOffer; who: { accountId: string } }>][] = [
    [
      'FULL',
      async () => {
        const offered = await offer({ role: { capacity: 1 } });
        await signedUp(scenario, offered, await newFamily());
        return { offered, who: (await newFamily()).parent };
      },
    ],
    [
      'NOT_OPEN',
      async () => ({ offered: await offer({ shift: { signupOpensAt: minutes(1) } }), who: (await newFamily()).parent }),
    ],
    [
      'CLOSED',
      async () => ({
        offered: await offer({
          shift: { startsAt: minutes(120), endsAt: minutes(180), signupClosesAt: minutes(0), cancelUntil: minutes(0) },
        }),
        who: (await newFamily()).parent,
      }),
    ],
    [
      'STARTED',
      async () => ({
        offered: await offer({
          shift: { startsAt: minutes(0), endsAt: minutes(60), signupClosesAt: minutes(0), cancelUntil: minutes(-60) },
        }),
        who: (await newFamily()).parent,
      }),
    ],
    [
      'CANCELLED',
      async () => ({
        offered: await offer({ shift: { status: 'CANCELLED' as never } }),
        who: (await newFamily()).parent,
      }),
    ],
    [
      'ALREADY_SIGNED_UP',
      async () => {
        const [offered, own] = [await offer(), await newFamily()];
        await signedUp(scenario, offered, own);
        return { offered, who: own.parent };
      },
    ],
    [
      'OVERLAP',
      async () => {
        const own = await newFamily();
        await signedUp(scenario, await offer(), own);
        return { offered: await offer(), who: own.parent };
      },
    ],
    [
      'NOT_ELIGIBLE',
      async () => {
        const audience = await scenario.audience({ school, grade: scenario.grade(6) });
        return { offered: await offer({ audience }), who: (await newFamily()).parent };
      },
    ],
    [
      'NOT_QUALIFIED',
      async () => ({
        offered: await offer({ role: { qualification: '红十字救护员证' } }),
        who: (await newFamily()).parent,
      }),
    ],
    [
      'SUSPENDED',
      async () => {
        const { parent } = await newFamily();
        await scenario.write((put) =>
          put(
            VolunteerSuspension,
            aVolunteerSuspension({
              person: parent.person,
              district: scenario.district,
              startsAt: minutes(-60),
              endsAt: minutes(60 * 24),
            }),
          ),
        );
        return { offered: await offer(), who: parent };
      },
    ],
  ];

  it.each(cases)('%s', async (code, arrange) => {
    const { offered, who } = await arrange();
    const before = await written(offered.role.id);
    expect(await blockersOf(who, offered)).toEqual({ viewerBlockers: [code], viewerCanSignUp: false });
    const { payload, codes } = await signUp(who, offered);
    expect(codes).toEqual([code]);
    expect(payload?.signup).toBeNull();
    expect(await written(offered.role.id)).toEqual(before);
    const { rows } = await hub.database.pool.query(
      `select code from audit_record where account = $1 and outcome = 'REFUSED'`,
      [who.accountId],
    );
    expect(rows).toEqual([{ code }]);
  });

  it('a qualification on record opens a role that wants it', async () => {
    const { parent } = await newFamily();
    await scenario.write((put) =>
      put(
        VolunteerQualification,
        aVolunteerQualification({ person: parent.person, district: scenario.district, grantedBy: organiser.staff }),
      ),
    );
    expect((await signUp(parent, await offer({ role: { qualification: '红十字救护员证' } }))).codes).toEqual([]);
  });

  it('back to back is no overlap', async () => {
    const own = await newFamily();
    const first = await offer();
    await signedUp(scenario, first, own);
    const next = await offer({
      shift: { startsAt: first.shift.endsAt, endsAt: new Date(first.shift.endsAt.getTime() + 3_600_000) },
    });
    expect((await signUp(own.parent, next)).codes).toEqual([]);
  });

  it.each([
    ['opens', -1, ['NOT_OPEN']],
    ['opens', 0, []],
    ['closes', -1, []],
    ['closes', 0, ['CLOSED']],
    ['starts', -1, ['CLOSED']],
    ['starts', 0, ['STARTED']],
  ] as const)('at the millisecond: it %s %i ms from now', async (edge, milliseconds, codes) => {
    const [opens, closes, starts] = [scenario.at(60), scenario.at(120), scenario.at(180)];
    const offered = await offer({
      shift: {
        signupOpensAt: opens,
        signupClosesAt: closes,
        cancelUntil: closes,
        startsAt: starts,
        endsAt: scenario.at(240),
      },
    });
    const { parent } = await newFamily();
    clock = new Date({ opens, closes, starts }[edge].getTime() + milliseconds);
    try {
      expect((await signUp(parent, offered)).codes).toEqual(codes);
    } finally {
      clock = scenario.now;
    }
  });
});

describe('who may not', () => {
  it.each([
    ['a guest', () => Promise.resolve(undefined), 'UNAUTHENTICATED'],
    ['a teacher', () => Promise.resolve(organiser as { accountId: string }), 'FORBIDDEN'],
    [
      'a parent of another school',
      async () => (await family(scenario, [await scenario.schoolClass(await scenario.school())])).parent,
      'NOT_FOUND',
    ],
  ])('%s: %s', async (_who, account, code) => {
    const offered = await offer();
    const answer = await signUp(await account(), offered);
    expect(answer.errors?.[0]?.extensions.code).toBe(code);
    expect(await written(offered.role.id)).toEqual({ confirmed: 0, pending: 0, taken: 0, engaged: 0 });
  });

  it.each([
    ['of another type', (offered: ShiftOnOffer) => `shift_${offered.shift.id}`],
    ['of nothing', () => 'shift-role_00000000-0000-7000-8000-000000000000'],
  ])('an id %s answers as one that does not exist', async (_what, id) => {
    const { parent } = await newFamily();
    const answer = await hub.ask(SignUpForShiftDocument, {
      as: parent.accountId,
      variables: { input: { roleId: id(await offer()) } },
    });
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
