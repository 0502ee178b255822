import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlockGuardianDocument, EndEnrolmentsDocument, UnblockGuardianDocument } from '../../schema/generated/admin.ts';
import { DEFAULT_NOW, Dice } from '../../seeds/deterministic/index.ts';
import { loadDemo } from '../../seeds/demo/index.ts';
import { resting } from '../../src/app.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';

/** How many guardians lose and regain a child; more by `RIGHTS_RUNS=200`, others by `RIGHTS_SEED=…`. */
const RUNS = Number(process.env['RIGHTS_RUNS'] ?? 6);
const SEED = process.env['RIGHTS_SEED'] ?? 'rights';

interface Tie {
  readonly id: string;
  readonly account: string;
  readonly guardian: string;
  readonly person: string;
  readonly student: string;
  readonly name: string;
  readonly admin: string;
}

let hub: TestHub;
let ties: Tie[];

/** Guardians who have something in hand that rests on a child, each with an administrator of the child's school. */
const TIES = `select tie.id, acc.id as account, gua.id as guardian, gua.person_id as person, stu.id as student, stu.name,
    (select ada.id from staff_assignment asg join staff stf on stf.id = asg.staff_id join account ada on ada.person_id = stf.person_id and ada.status = 'ACTIVE'
      where asg.school_id = stu.school_id and asg.role = 'SCHOOL_ADMIN' and asg.ended_at is null and asg.valid_to is null order by ada.id limit 1) as admin
  from guardianship tie join guardian gua on gua.id = tie.guardian_id join account acc on acc.person_id = gua.person_id and acc.status = 'ACTIVE'
  join student stu on stu.id = tie.student_id and stu.left_on is null
  where tie.status = 'ACTIVE' and tie.data_access and tie.valid_to is null and gua.person_id not in (select stf.person_id from staff stf)
    and exists (select 1 from engagement eng where eng.person_id = gua.person_id and eng.status = 'ACTIVE' and eng.starts_at > $1)
    and (select count(*) from guardianship all_of where all_of.guardian_id = gua.id) = 1
  order by tie.id`;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => DEFAULT_NOW, variables: { MAX_COST_GUARDIAN: '10000000', PLANNED_ROAD: 'hot', PLANNED_ROAD_AFTER: '1' } });
  await loadDemo(hub.database.pool, { now: DEFAULT_NOW });
  ties = (await hub.database.pool.query<Tie>(TIES, [DEFAULT_NOW])).rows;
}, 120_000);
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

async function token(account: string): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await hub.hub.tokens.sign(account, 30 * 86_400)}` };
}

async function done(document: { readonly text: string }, tie: Tie, input: object): Promise<void> {
  const { data, errors } = await hub.ask(document.text, { headers: await token(tie.admin), variables: { input } });
  expect([errors, Object.values(data ?? {})[0]]).toEqual([undefined, expect.objectContaining({ userErrors: [] })]);
}

const reason = '学校的原因';
const block = (tie: Tie) => done(BlockGuardianDocument, tie, { guardianshipId: `guardianship_${tie.id}`, reason });
const unblock = (tie: Tie) => done(UnblockGuardianDocument, tie, { guardianshipId: `guardianship_${tie.id}`, reason });
const leave = (tie: Tie) => done(EndEnrolmentsDocument, tie, { studentIds: [`student_${tie.student}`], leaving: 'WITHDRAWN' });

const SCREEN = `{ viewer { unreadNoticeCount inbox(first: 100) { nodes { title body about { id } } } guardian { children { nodes { id name } } timetable(first: 100) { nodes { title startsAt } }
  signups(first: 100) { nodes { id status cancelReason shift { startsAt place } role { name } } } waitlistEntries(first: 100) { nodes { id status offerExpiresAt } }
  standInsOffered(first: 100) { nodes { id expiresAt } } parentLectures(first: 100) { nodes { id status } } } } }`;

/** The screen by resolvers and planned: both say the same. */
async function screenOf(tie: Tie): Promise<string> {
  const [first, second] = [await hub.ask(SCREEN, { headers: await token(tie.account) }), await hub.ask(SCREEN, { headers: await token(tie.account) })];
  expect(first.errors).toBeUndefined();
  expect(second.data).toEqual(first.data);
  return JSON.stringify(first.data);
}

/** What the person's own things to come say of when and where. */
async function secretsOf({ person }: Tie): Promise<string[]> {
  const { rows } = await hub.database.pool.query<{ at: Date; title: string }>(`select starts_at as at, title from engagement
    where person_id = $1 and status = 'ACTIVE' and rests_on is not null`, [person]);
  return rows.flatMap(({ at, title }) => [at.toISOString(), title]);
}

describe('in the demonstration', () => {
  it('whoever loses their only child reaches nothing of it, and what was never theirs is not theirs after', async () => {
    const dice = new Dice(SEED);
    expect(ties.length).toBeGreaterThan(5);
    for (const tie of dice.sample(ties, Math.min(RUNS, ties.length))) {
      const [before, secrets] = [await screenOf(tie), await secretsOf(tie)];
      expect(secrets.some((secret) => before.includes(secret))).toBe(true);
      const byBlock = dice.chance(0.7);
      await (byBlock ? block(tie) : leave(tie));
      const after = await screenOf(tie);
      expect(secrets.filter((secret) => after.includes(secret))).toEqual([]);
      expect(after).not.toContain(reason);
      if (byBlock) expect(after).not.toContain(`student_${tie.student}`);
      const standing = await hub.database.pool.query(`select 1 from signup sgn join shift sft on sft.id = sgn.shift_id
        where sgn.guardian_id = $1 and sgn.status in ('PENDING', 'CONFIRMED') and sft.starts_at > $2 and sft.status = 'SCHEDULED'`, [tie.guardian, DEFAULT_NOW]);
      expect(standing.rows).toEqual([]);
      if (byBlock && dice.chance(0.5)) {
        await unblock(tie);
        expect(await screenOf(tie)).toContain(`student_${tie.student}`);
      }
    }
  }, 300_000);
});

/** For each declaration: something of its kind that stands though the right has ended, and a look whether it still does. Every kind has one. */
const PLANTS: Readonly<Record<string, { readonly plant: string; readonly stands: string }>> = {
  'volunteering.places': {
    plant: `update guardianship set data_access = false where guardian_id = (select sgn.guardian_id from signup sgn join shift sft on sft.id = sgn.shift_id
      join guardianship tie on tie.guardian_id = sgn.guardian_id and tie.status = 'ACTIVE' and tie.data_access
      where sgn.status = 'CONFIRMED' and sft.status = 'SCHEDULED' and sft.starts_at > $1 order by sgn.id limit 1) returning guardian_id as id`,
    stands: `select 1 from signup sgn join shift sft on sft.id = sgn.shift_id where sgn.guardian_id = $1 and sgn.status in ('PENDING', 'CONFIRMED') and sft.starts_at > $2 and sft.status = 'SCHEDULED'`,
  },
  'volunteering.organisers': {
    plant: `update staff_assignment set ended_at = $1, valid_to = valid_from where staff_id = (select act.organiser_id from shift sft join volunteer_activity act on act.id = sft.activity_id
      where sft.status = 'SCHEDULED' and sft.starts_at > $1 and act.school_id is not null and exists (select 1 from staff_assignment adm where adm.school_id = act.school_id
        and adm.role = 'SCHOOL_ADMIN' and adm.ended_at is null and adm.staff_id <> act.organiser_id) order by act.id limit 1) and ended_at is null returning staff_id as id`,
    stands: `select 1 from volunteer_activity act join shift sft on sft.activity_id = act.id and sft.starts_at > $2 and sft.status = 'SCHEDULED' where act.organiser_id = $1
      and not exists (select 1 from notice ntc where ntc.kind = 'volunteering.organiser-gone' and ntc.dedupe_key like $1 || '/%')`,
  },
  'meetings.invitations': {
    plant: `update guardianship set data_access = false where guardian_id = (select rgd.guardian_id from meeting_reply_guardian rgd join meeting_reply rpl on rpl.id = rgd.reply_id and rpl.superseded_at is null
      join meeting_invitation inv on inv.id = rpl.invitation_id and inv.status = 'INVITED' join meeting mtg on mtg.id = inv.meeting_id and mtg.ends_at > $1
      join guardianship tie on tie.guardian_id = rgd.guardian_id and tie.status = 'ACTIVE' and tie.data_access order by rgd.id limit 1) returning guardian_id as id`,
    stands: `select 1 from meeting_reply_guardian rgd join meeting_reply rpl on rpl.id = rgd.reply_id and rpl.superseded_at is null join meeting mtg on mtg.id = rpl.meeting_id and mtg.ends_at > $2
      where rgd.guardian_id = $1`,
  },
};

describe('what rests on a right that has ended unnoticed', () => {
  it('has a plant for each declaration', () => {
    expect(resting.map(({ name }) => name).sort()).toEqual(Object.keys(PLANTS).sort());
  });

  it.each(Object.entries(PLANTS))('%s: is found by the job, and ended', async (_, { plant, stands }) => {
    const { rows: [planted] } = await hub.database.pool.query<{ id: string }>(plant, [DEFAULT_NOW]);
    expect(planted).toBeDefined();
    expect((await hub.database.pool.query(stands, [planted!.id, DEFAULT_NOW])).rows).not.toEqual([]);
    await hub.hub.runJob('people.end-what-rested');
    expect((await hub.database.pool.query(stands, [planted!.id, DEFAULT_NOW])).rows).toEqual([]);
  });
});
