import type { DocumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as admin from '../../../../schema/generated/admin.ts';
import { aShiftRole, minutesAfter } from '../../../../seeds/factories/index.ts';
import {
  openShift,
  signedUp,
  type Family,
  type FamilyGuardian,
  type StaffMember,
} from '../../../../seeds/scenario/index.ts';
import { ShiftRole } from '../../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../../support/checks.ts';
import { FULL } from '../../../forms/form.ts';
import { createTestDatabase } from '../../../support/database.ts';
import { Desk } from '../../desk.ts';

let desk: Desk;
let head: StaffMember;
beforeAll(async () => {
  const database = await createTestDatabase();
  // Two who wait for one another are not set free: they wait until their statements are cut off, and fail.
  await database.pool.query(`alter database ${new URL(database.url).pathname.slice(1)} set deadlock_timeout = '10min'`);
  desk = await Desk.open({ database, variables: { LOCK_TIMEOUT_MS: '4000' } });
  head = await desk.scenario.schoolAdmin(desk.school);
  // Whoever tells something goes on once the other waits for a lock, or tells something as well: so each has begun before either has done.
  await database.pool.query(`create sequence tellings;
    create function wait_to_tell() returns trigger as $$ begin
      perform nextval('tellings'), pg_sleep(0.15);
      for each in 1..40 loop
        perform pg_stat_clear_snapshot();
        exit when exists (select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and (wait_event_type = 'Lock' or wait_event = 'PgSleep'));
        perform pg_sleep(0.02);
      end loop;
      return null;
    end; $$ language plpgsql security definer;
    create trigger "wait_to_tell" before insert on notice for each statement execute function wait_to_tell();
    alter table notice disable trigger "wait_to_tell"`);
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
  await desk.hub.database.drop();
});

type Call = () => Promise<unknown>;
const sends =
  (document: DocumentNode, input: object, who: { readonly accountId: string } = head): Call =>
  async () => {
    const { errors } = await desk.send(document as never, who, input);
    expect(errors).toBeUndefined();
  };
const job =
  (name: string): Call =>
  () =>
    desk.hub.hub.runJob(`volunteering.${name}`);
const did = async (call: Call): Promise<void> => void (await call());
const deadlocks = async () =>
  (await desk.rows('select deadlocks::int from pg_stat_database where datname = current_database()'))[0];

/** The other begins once the one is about to tell of so many things; with none, both begin at once. */
async function atOnce([one, other]: readonly [Call, Call], tellings: number): Promise<void> {
  await desk.rows("select setval('tellings', 1)");
  await desk.rows('alter table notice enable trigger "wait_to_tell"');
  try {
    const begun = one();
    const ended = begun.then(
      () => true,
      () => true,
    );
    const told = async (): Promise<boolean> =>
      (await desk.rows('select from tellings where last_value > $1', tellings)).length > 0;
    while (!(await Promise.race([ended, told()]))) await new Promise((go) => setTimeout(go, 5));
    await Promise.all([begun, other()]);
  } finally {
    await desk.rows('alter table notice disable trigger "wait_to_tell"');
  }
}

let hours = 40;
/** Two shifts of one role each, in the order of the roles' ids. */
async function twoRoles(organiser: StaffMember, capacity: number, approvalRequired = false) {
  const offer = () => {
    const startsAt = desk.scenario.at(60 * (hours += 2));
    return openShift(desk.scenario, organiser, {
      school: desk.school,
      shift: { startsAt, cancelUntil: minutesAfter(desk.now, -1) },
      role: { capacity, approvalRequired },
    });
  };
  return [await offer(), await offer()].sort((a, b) => (a.role.id < b.role.id ? -1 : 1));
}
const tie = ({ guardianships }: FamilyGuardian) => ({
  guardianshipId: `guardianship_${guardianships[0]!.id}`,
  reason: '更正',
});

/** Whoever may sign up anew for the one shift and wait anew for the other, and somebody else the other way round. */
async function regaining(): Promise<readonly Call[]> {
  const [first, second] = await twoRoles(desk.organiser, 1);
  const [one, other] = (await desk.parents(2)) as [FamilyGuardian, FamilyGuardian];
  await desk.signUp(one, second!);
  await desk.signUp(other, first!);
  await desk.join(one, first!);
  await desk.join(other, second!);
  for (const each of [one, other]) await did(sends(admin.BlockGuardianDocument, tie(each)));
  return [one, other].map((each) => sends(admin.UnblockGuardianDocument, tie(each)));
}

/** Somebody who wants to be let go from the one role and somebody who gives up their place in the other, and two who ask for one in either. */
async function deciding(turned: boolean): Promise<Record<'ends' | 'approves' | 'closes' | 'calls', Call>> {
  const organiser = await desk.scenario.teacher(desk.schoolClass);
  const roles = await twoRoles(organiser, 9, true);
  const [first, second] = turned ? roles.reverse() : roles;
  const family = await desk.newFamily(2);
  const [giver, taker] = family.guardians as unknown as [FamilyGuardian, FamilyGuardian];
  const [leaver, ...asking] = await desk.parents(3);
  const inside = [
    [giver, first!],
    [leaver!, second!],
  ] as const;
  const signups: string[] = [];
  for (const [who, offered] of [...inside, [asking[0]!, first!], [asking[1]!, second!]] as const) {
    expect((await desk.signUp(who, offered)).codes).toEqual([]);
    signups.push(`signup_${await desk.signupOf(who, offered)}`);
  }
  await did(sends(admin.ApproveSignupsDocument, { signupIds: signups.slice(0, 2) }, organiser));
  expect((await desk.requestCancellation(leaver!, signups[1]!)).codes).toEqual([]);
  const made = await desk.offerStandIn(giver, signups[0]!, { guardianId: `guardian_${taker.guardian.id}` });
  expect(made.codes).toEqual([]);
  const [standIn] = await desk.rows<{ id: string }>('select id from stand_in order by id desc limit 1');
  expect((await desk.acceptStandIn(taker, { standInId: `stand-in_${standIn!.id}` })).codes).toEqual([]);
  return {
    ends: sends(admin.EndAssignmentDocument, { assignmentId: `staff-assignment_${organiser.assignment.id}` }),
    approves: sends(admin.ApproveSignupsDocument, { signupIds: signups.slice(2) }),
    closes: sends(admin.RejectSignupsDocument, { signupIds: signups.slice(2), reason: '名额有限' }),
    calls: sends(admin.CancelShiftDocument, { shiftId: `shift_${second!.shift.id}`, reason: '下雨' }),
  };
}

/** A shift that is over, with two roles: of each role one has not come and one is excused. */
async function listing(): Promise<Record<'one' | 'other', Call>> {
  const startsAt = minutesAfter(desk.now, -180);
  const offered = await desk.offer({ shift: { startsAt, endsAt: minutesAfter(startsAt, 60) }, role: { capacity: 9 } });
  const more = { ...offered, role: aShiftRole({ shift: offered.shift, ordinal: 2, capacity: 9 }) };
  await desk.scenario.write((put) => put(ShiftRole, more.role));
  const families: Family[] = [];
  for (let each = 0; each < 4; each += 1) families.push(await desk.newFamily());
  const signups: { readonly id: string }[] = [];
  for (const [at, family] of families.entries())
    signups.push(await signedUp(desk.scenario, at % 2 === 0 ? offered : more, family));
  const lists = (missing: number, excused: number): Call =>
    sends(
      admin.RecordAttendanceDocument,
      {
        shiftId: `shift_${offered.shift.id}`,
        rows: [
          { signupId: `signup_${signups[missing]!.id}`, noShow: true },
          { signupId: `signup_${signups[excused]!.id}`, excused: true },
        ],
      },
      desk.organiser,
    );
  return { one: lists(0, 1), other: lists(3, 2) };
}

/** Two roles of a shift that has begun, for each of which two persons wait. */
async function waiting(): Promise<Record<'one' | 'other', Call>> {
  const startsAt = minutesAfter(desk.now, 60);
  const edge = minutesAfter(startsAt, -5);
  const offered = await desk.full(1, { shift: { startsAt, signupClosesAt: edge, cancelUntil: edge } });
  const [inside, ...waits] = await desk.parents(3);
  const more = { ...offered, role: aShiftRole({ shift: offered.shift, ordinal: 2, capacity: 1 }) };
  await desk.scenario.write((put) => put(ShiftRole, more.role));
  expect((await desk.signUp(inside!, more)).codes).toEqual([]);
  for (const who of waits) for (const each of [offered, more]) expect((await desk.join(who, each)).codes).toEqual([]);
  const before = desk.now;
  const leaves = async (who: FamilyGuardian, from: typeof more): Promise<Call> => {
    const signupId = `signup_${await desk.signupOf(who, from)}`;
    return async () => {
      desk.now = minutesAfter(startsAt, 1);
      expect((await desk.requestCancellation(who, signupId)).codes).toEqual(['STARTED']);
      desk.now = before;
    };
  };
  return { one: await leaves(offered.inside[0]!, offered), other: await leaves(inside!, more) };
}

/** Somebody who is to confirm a new time has their right back, and the shift is moved once more. */
async function moved(): Promise<Record<'back' | 'moves', Call>> {
  const [offered] = await twoRoles(desk.organiser, 9);
  const [parent] = await desk.parents(1);
  expect((await desk.signUp(parent!, offered!)).codes).toEqual([]);
  await desk.rows(
    'update signup set reconfirm_until = $2, without_right_since = $3 where person_id = $1',
    parent!.person.id,
    minutesAfter(desk.now, 60),
    minutesAfter(desk.now, -60),
  );
  const startsAt = minutesAfter(offered!.shift.startsAt, 30);
  return {
    back: () => desk.hub.hub.runJob('people.end-what-rested'),
    moves: sends(admin.UpdateShiftDocument, {
      shiftId: `shift_${offered!.shift.id}`,
      revision: offered!.shift.revision,
      startsAt: startsAt.toISOString(),
      endsAt: minutesAfter(startsAt, 60).toISOString(),
    }),
  };
}

type Pair = readonly [Call, Call];
const PAIRS: Readonly<Record<string, () => Promise<Pair>>> = {
  'two who have their rights again': async () => (await regaining()) as unknown as Pair,
  'two who keep the list of one shift': async () => Object.values(await listing()) as unknown as Pair,
  'whoever keeps a list, and the job that notes who was missing': async () => [
    (await listing()).one,
    job('note-no-shows'),
  ],
  'two whose shift has begun while others wait for both roles': async () =>
    Object.values(await waiting()) as unknown as Pair,
  'whoever has their right back, and a move': async () => Object.values(await moved()) as unknown as Pair,
  ...Object.fromEntries(
    (['approves', 'closes', 'calls'] as const).flatMap((does) =>
      [false, true].map((turned) => [
        `an organiser who goes, and whoever ${does} (${turned})`,
        async (): Promise<Pair> => {
          const calls = await deciding(turned);
          return [calls.ends, calls[does]];
        },
      ]),
    ),
  ),
};

/** In the full form each pair meets in three ways; where every change is tested, in one of them. */
const meetings = Object.keys(PAIRS).flatMap((pair, at) =>
  [0, 1, 2].filter((tellings) => FULL || tellings === at % 3).map((tellings) => [pair, tellings] as const),
);

describe('nobody waits for whoever waits for them', () => {
  it.each(meetings)('%s, once %d things are told', async (pair, tellings) => {
    await atOnce(await PAIRS[pair]!(), tellings);
    expect(await deadlocks()).toEqual({ deadlocks: 0 });
  });
});
