import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ConfirmJoinDocument,
  CreateJoinCodeDocument,
  DecideCancellationRequestDocument,
  RecordAttendanceDocument,
} from '../../schema/generated/admin.ts';
import { AskToJoinDocument, CheckOutDocument } from '../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { family, openShift, signedUp, type Scenario } from '../../seeds/scenario/index.ts';
import { ServiceRole } from '../../src/domains/identity/index.ts';
import { whileHeld } from '../people/while-held.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';
import { codeAt } from '../volunteering/duties.ts';
import { serviceToken } from './callers.ts';
import { withEveryRole, type WithEveryRole } from './every-role.ts';
import type { Decides, OwnCase } from './own-cases/case.ts';
import { DECIDES } from './own-cases.ts';

/*
 * Somebody of the staff who decides about a parent, and that parent, are two persons here until they say that they are one. Whatever is a
 * case of one's own once they are one was one before: it is decided by somebody else first, or the two are not joined.
 */

/** Of which there is nothing left to be decided by somebody else, or nothing that gives anybody a right; the two become one all the same. */
const LEAVES_NOTHING: Readonly<Record<string, readonly string[]>> = {
  'is against whose case it is': [
    'cancelParentLecture: who gives it',
    'declineParentLecture: who gives it',
    'endGuardianship: the guardian',
    'rejectGuardianship: who asks',
    'rejectSignups: who signed up',
    'revokeQualification: who is qualified',
    'revokeServiceCertificate: who is certified',
  ],
  'says what somebody is called, and the one person is called what the staff record says; of others the log tells': [
    'correctGuardianName: another guardian of the own child',
    'correctGuardianName: the guardian',
  ],
  'is about the roll of the school, which names nobody who decided, and of which the log tells': [
    'endEnrolments: a guardian of the pupil',
    'enrolStudents: a guardian of the pupil',
    'transferStudent: a guardian of the pupil',
    'updateStudent: a guardian of the pupil',
  ],
};

/** Only who is of the staff is asked about; the other of the two is not. */
const OF_STAFF = [
  'approveRoleRequests',
  'rejectRoleRequests',
  'approveStaffIdentities',
  'unlinkStaffIdentity',
  'updateStaff',
];

/** Whoever asks is the guardian whom they are said to be from then on, and their own account is shut: there are no two that could be joined. */
const BECOMES_ANOTHER = ['recoverGuardian: who asks'];

const all = Object.entries(DECIDES).flatMap(([name, each]) =>
  each.map((one): [string, string, Decides] => [name, `${name}: ${one.own}`, one]),
);
const cases = all.filter(([name, what]) => !OF_STAFF.includes(name) && !BECOMES_ANOTHER.includes(what));
const leavesNothing = new Set(Object.values(LEAVES_NOTHING).flat());

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

interface Two extends OwnCase {
  readonly me: WithEveryRole;
  /** A join of the two that waits for the yes of the one of the staff. */
  readonly joinId: string;
}

async function two(): Promise<Two> {
  const [own, me, other] = [
    await family(scenario, [schoolClass]),
    await withEveryRole(scenario, { school, schoolClass }),
    await withEveryRole(scenario, { school, schoolClass }),
  ];
  const { payload } = await asked(hub, CreateJoinCodeDocument, me.accountId, {});
  const { code, join } = payload as unknown as { code: string; join: { id: string } };
  expect((await asked(hub, AskToJoinDocument, own.parent.accountId, { code })).codes).toEqual([]);
  return { scenario, school, schoolClass, own, me, other, joinId: join.id };
}

async function decides(name: string, { me }: OwnCase, input: object): Promise<string | undefined> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await hub.ask<Record<string, { userErrors: { code: string }[] }>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`,
    { as: me.accountId, variables: { input } },
  );
  return errors?.[0]?.extensions.code ?? data?.[name]?.userErrors[0]?.code;
}

async function joins({ me, joinId }: Two): Promise<string | undefined> {
  const { codes, refused } = await asked(hub, ConfirmJoinDocument, me.accountId, { joinId });
  return refused ?? codes?.[0];
}

describe('whoever has decided as staff about themself as a parent', () => {
  it('is met here by every deciding mutation that can be about a parent, and each that stands in no way says why', () => {
    expect([...leavesNothing].filter((each) => !cases.some(([, what]) => what === each))).toEqual([]);
    expect(OF_STAFF.filter((each) => !(each in DECIDES))).toEqual([]);
    expect(BECOMES_ANOTHER.filter((each) => !all.some(([, what]) => what === each))).toEqual([]);
  });

  it.each(cases)('%s first, %s: the two are not joined, unless it leaves nothing', async (name, what, { arrange }) => {
    const world = await two();
    expect(await decides(name, world, await arrange(world))).toBeUndefined();
    expect(await joins(world)).toBe(leavesNothing.has(what) ? undefined : 'OWN_CASE');
  });
});

describe('at the same moment', () => {
  const atOnce = async (
    arrange: Decides['arrange'],
    calls: (world: Two, input: object) => (() => Promise<string | undefined>)[],
  ): Promise<(string | undefined)[]> => {
    const world = await two();
    const input = await arrange(world);
    return whileHeld(
      hub.database,
      'select from staff where id = $1 for update',
      [world.me.staff.id],
      calls(world, input),
    );
  };

  it.each(cases)('%s is under way, %s: it is found by whoever joins', async (name, what, { arrange }) => {
    expect(await atOnce(arrange, (world, input) => [() => decides(name, world, input), () => joins(world)])).toEqual([
      undefined,
      leavesNothing.has(what) ? undefined : 'OWN_CASE',
    ]);
  });

  it.each(cases)(
    '%s comes behind the join, %s: it is refused as what it has become',
    async (name, _what, { arrange }) => {
      expect(await atOnce(arrange, (world, input) => [() => joins(world), () => decides(name, world, input)])).toEqual([
        undefined,
        'FORBIDDEN',
      ]);
    },
  );
});

describe('somebody else has decided anew', () => {
  const call = async (
    document: unknown,
    as: { readonly accountId: string },
    input: object,
  ): Promise<string | undefined> => {
    const { codes, refused } = await asked(hub, document as never, as.accountId, input as never);
    return refused ?? codes?.[0];
  };

  async function served({ own, other }: OwnCase, from: number, until: number) {
    const offered = await openShift(scenario, other, {
      school,
      shift: { startsAt: scenario.at(from), endsAt: scenario.at(until), signupOpensAt: scenario.at(-20_000) },
      activity: { publishedAt: scenario.at(-30_000) },
    });
    return { ...offered, signup: await signedUp(scenario, offered, own) };
  }

  it('on a stay that one end of was listed by oneself: whoever says the same answers for it, and for the service', async () => {
    const world = await two();
    const { shift, signup } = await served(world, -120, 60);
    const listed = {
      shiftId: `shift_${shift.id}`,
      rows: [{ signupId: `signup_${signup.id}`, checkedInAt: shift.startsAt }],
    };
    expect(await call(RecordAttendanceDocument, world.me, listed)).toBeUndefined();
    expect(await joins(world)).toBe('OWN_CASE');
    expect(
      await call(CheckOutDocument, world.own.parent, { token: await codeAt(shift.id, new Date()) }),
    ).toBeUndefined();
    const approver = async () =>
      (await hub.database.pool.query('select approver_id as by from service_record where signup_id = $1', [signup.id]))
        .rows;
    expect(await approver()).toEqual([{ by: world.me.person.id }]);
    expect(await joins(world)).toBe('OWN_CASE');
    expect(await call(RecordAttendanceDocument, world.other, listed)).toBeUndefined();
    expect(await approver()).toEqual([{ by: world.other.person.id }]);
    expect(await joins(world)).toBeUndefined();
  });

  it('on what a program noted in the name of oneself: its holder answers for it', async () => {
    const world = await two();
    const { shift, signup } = await served(world, -120, -60);
    const headers = await serviceToken(
      scenario,
      { ...world.me, assignment: world.me.roles.SCHOOL_ADMIN },
      { role: ServiceRole.SCHOOL_ADMIN, school, granted: ['volunteering.attendance.keep'] },
    );
    const excused = { shiftId: `shift_${shift.id}`, rows: [{ signupId: `signup_${signup.id}`, excused: true }] };
    const { data } = await hub.ask(RecordAttendanceDocument, { headers, variables: { input: excused as never } });
    expect(data!.recordAttendance.userErrors).toEqual([]);
    expect(await joins(world)).toBe('OWN_CASE');
    expect(await call(RecordAttendanceDocument, world.other, excused)).toBeUndefined();
    expect(await joins(world)).toBeUndefined();
  });

  it('on a guardian who was declined or ended, by a later tie', async () => {
    for (const name of ['endGuardianship', 'rejectGuardianship']) {
      const world = await two();
      const input = (await DECIDES[name]!.at(-1)!.arrange(world)) as { guardianshipId: string };
      expect(await decides(name, world, { ...input, guardianId: undefined })).toBeUndefined();
      expect(await joins(world)).toBe('OWN_CASE');
      await hub.database.pool.query(
        `insert into guardianship (id, created_at, guardian_id, student_id, relation, legal, primary_contact, data_access, valid_from, status, lives_apart, decided_by_id, decided_at, decision_reason)
        select gen_random_uuid(), now(), guardian_id, student_id, relation, legal, primary_contact, false, valid_from, 'REJECTED', lives_apart, $2, now() + interval '1 second', '重新审核' from guardianship where id = $1`,
        [input.guardianshipId.replace('guardianship_', ''), world.other.staff.id],
      );
      expect(await joins(world)).toBeUndefined();
    }
  });

  it('a request to be let go that was declined is against the volunteer, and hides no approval', async () => {
    const [declined, approved] = [await two(), await two()];
    const asksToGo = async (world: OwnCase) => {
      const input = (await DECIDES['decideCancellationRequest']![0]!.arrange(world)) as { signupId: string };
      return { ...input, approve: false, reason: '人手不足' };
    };
    expect(await call(DecideCancellationRequestDocument, declined.me, await asksToGo(declined))).toBeUndefined();
    expect(await joins(declined)).toBeUndefined();
    const request = await asksToGo(approved);
    await hub.database.pool.query('update signup set decided_by_id = $2, decided_at = now() where id = $1', [
      request.signupId.replace('signup_', ''),
      approved.me.staff.id,
    ]);
    expect(await call(DecideCancellationRequestDocument, approved.other, request)).toBeUndefined();
    expect(await joins(approved)).toBe('OWN_CASE');
  });
});
