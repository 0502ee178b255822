import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ApproveGuardianshipDocument,
  BlockGuardianDocument,
  EndGuardianshipDocument,
  UnblockGuardianDocument,
} from '../../schema/generated/admin.ts';
import { Dice } from '../../seeds/deterministic/index.ts';
import { aGuardianship, aNotice, minutesAfter, type SchoolClassRecord } from '../../seeds/factories/index.ts';
import {
  families,
  meeting,
  type Family,
  type HeldMeeting,
  type Scenario,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import { meetingInvited } from '../../src/domains/meetings/index.ts';
import { Notice } from '../../src/domains/notices/index.ts';
import { Guardianship, guardianOf, GuardianshipStatus } from '../../src/domains/people/index.ts';
import { FULL } from '../forms/form.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { pupilsOf } from './families-who-come.ts';
import { newsOfMeetings } from './news-of-meetings.ts';

/** Short where every change is tested, longer in the full form; MODEL_STEPS=5000 for a night. MODEL_SEED repeats a run. */
const STEPS = Number(process.env['MODEL_STEPS'] ?? (FULL ? 600 : 60));
const SEED = process.env['MODEL_SEED'] ?? 'news of meetings';
const STEPS_OF_A_WORLD = 30;

let hub: TestHub;
let scenario: Scenario;
let classes: SchoolClassRecord[];
let admin: StaffMember;
let now: Date | undefined;
beforeAll(async () => {
  hub = await startTestHub({ clock: () => now ?? scenario?.now ?? new Date() });
  scenario = await beginScenario(hub);
  const school = await scenario.school();
  classes = [await scenario.schoolClass(school), await scenario.schoolClass(school)];
  admin = await scenario.schoolAdmin(school);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const { done, movesTo, leaves, comesBack } = pupilsOf(() => ({ hub, scenario, classes, admin }));
const { hold, reply } = newsOfMeetings(() => ({ hub, now: now! }));
const sql = (text: string, ...values: readonly unknown[]) => hub.database.pool.query(text, [...values]);

interface Tie {
  id: string;
  status: 'ACTIVE' | 'BLOCKED' | 'ENDED';
}

/** Two families of a class, one with two parents, who are invited to a meeting; the first has replied. */
async function begin(dice: Dice) {
  const own = [
    ...(await families(scenario, 1, [classes[0]!], { guardians: 2 })),
    ...(await families(scenario, 1, [classes[0]!])),
  ];
  const startsAt = minutesAfter(now!, dice.int(60, 200));
  const held = await meeting(scenario, admin, classes[0]!, own, {
    attending: 1,
    startsAt,
    title: `家长会${startsAt.getTime()}`,
    capacity: 30,
    ...(dice.chance(0.5) && { replyBy: minutesAfter(startsAt, -30) }),
  });
  await scenario.write((put) => {
    for (const { students, guardians } of own)
      for (const { person } of guardians)
        put(
          Notice,
          aNotice(
            meetingInvited,
            { title: held.meeting.title, startsAt: startsAt.toISOString() },
            { person, createdAt: now!, restsOn: [guardianOf(students[0]!.id)] },
            ['meeting', held.meeting],
          ),
        );
  });
  const ties = new Map<Family['parent'], Tie>(
    own.flatMap(({ guardians }) =>
      guardians.map((each) => [each, { id: each.guardianships[0]!.id, status: 'ACTIVE' }] as const),
    ),
  );
  return { own, held, ties, people: [...ties.keys(), admin] };
}
type World = Awaited<ReturnType<typeof begin>> & {
  readonly dice: Dice;
  readonly at: Map<Family, 'IN' | 'ELSEWHERE' | 'GONE'>;
};

/** @returns what was done */
async function press({ dice, own, held, ties, at }: World): Promise<string> {
  const of = dice.pick(own);
  const who = dice.pick(of.guardians) as Family['parent'];
  const tie = ties.get(who)!;
  const where = at.get(of) ?? 'IN';
  const input = { guardianshipId: `guardianship_${tie.id}`, reason: '测试' };
  const name = `guardian ${of.guardians.indexOf(who)} of family ${own.indexOf(of)}`;
  const chance = dice.int(0, 99);
  if (chance < 30) {
    if (tie.status === 'ACTIVE') {
      const ends = dice.chance(0.4);
      await done(ends ? EndGuardianshipDocument : BlockGuardianDocument, input);
      tie.status = ends ? 'ENDED' : 'BLOCKED';
    } else if (tie.status === 'BLOCKED') {
      await done(UnblockGuardianDocument, input);
      tie.status = 'ACTIVE';
    } else if (where !== 'GONE') {
      const asked = aGuardianship({
        guardian: who.guardian,
        student: of.students[0]!,
        status: GuardianshipStatus.PENDING,
        dataAccess: false,
      });
      await scenario.write((put) => put(Guardianship, asked));
      await done(ApproveGuardianshipDocument, {
        guardianshipId: `guardianship_${asked.id}`,
        legal: true,
        primaryContact: false,
        householdId: `household_${of.household.id}`,
      });
      ties.set(who, { id: asked.id, status: 'ACTIVE' });
    }
    return `${name} is ${ties.get(who)!.status}`;
  }
  if (chance < 55) {
    if (where === 'IN') {
      const gone = dice.chance(0.5);
      await (gone ? leaves(of) : movesTo(of, classes[1]!));
      at.set(of, gone ? 'GONE' : 'ELSEWHERE');
    } else {
      await (where === 'GONE' ? comesBack(of) : movesTo(of, classes[0]!));
      at.set(of, 'IN');
    }
    return `family ${own.indexOf(of)} is ${at.get(of)}`;
  }
  if (chance < 85) {
    const seats = dice.int(0, 2);
    return `${name} replies ${seats}: ${await reply(of, held, who, seats)}`;
  }
  if (chance < 95) {
    await sql(
      `with moved as (update meeting set starts_at = starts_at + $2::interval, ends_at = ends_at + $2::interval where id = $1 and status = 'PUBLISHED' returning starts_at, ends_at)
        update engagement set starts_at = moved.starts_at, ends_at = moved.ends_at from moved where source_id in (select id from meeting_reply where meeting_id = $1) and status = 'ACTIVE'`,
      held.meeting.id,
      `${dice.int(1, 20)} minutes`,
    );
    return 'the meeting is put off';
  }
  if (chance < 98 || held.meeting.startsAt < now!) return 'time goes by';
  await sql(
    `with off as (update engagement set status = 'ENDED', ended_at = $2 where source_id in (select id from meeting_reply where meeting_id = $1) and status = 'ACTIVE')
      update meeting set status = 'CANCELLED', cancelled_at = $2, cancel_reason = '台风' where id = $1 and status = 'PUBLISHED'`,
    held.meeting.id,
    now,
  );
  await scenario.write((put) => {
    for (const person of ties.keys())
      put(
        Notice,
        aNotice(
          meetingInvited,
          { title: held.meeting.title, startsAt: held.meeting.startsAt.toISOString() },
          { person: person.person, createdAt: now! },
          ['meeting', held.meeting],
        ),
      );
  });
  return 'the meeting is called off, and somebody invites to it late';
}

it('whatever becomes of guardians, pupils, replies and a meeting: what each is shown of it is so, and is said once', async () => {
  const seen = new Set<string>();
  now = scenario.now;
  for (let steps = 0; steps < STEPS;) {
    const dice = new Dice(`${SEED} ${steps}`);
    const world: World = { ...(await begin(dice)), dice, at: new Map() };
    const story: string[] = [];
    for (let step = 0; step < STEPS_OF_A_WORLD && steps < STEPS; step += 1, steps += 1) {
      now = minutesAfter(now, dice.int(1, 8));
      story.push(await press(world));
      const kinds = await hold(`${SEED}: ${story.join(', ')}`, world.held as HeldMeeting, world.people);
      for (const kind of kinds) seen.add(kind);
    }
  }
  expect([...seen].sort()).toEqual(expect.arrayContaining(['given-back', 'invited', 'seats-free', 'seats-taken']));
}, 1_800_000);
