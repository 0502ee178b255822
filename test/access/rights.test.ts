import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BlockGuardianDocument,
  EndEnrolmentsDocument,
  EndGuardianshipDocument,
  TransferStudentDocument,
  UnblockGuardianDocument,
} from '../../schema/generated/admin.ts';
import { DEFAULT_NOW, Dice } from '../../seeds/deterministic/index.ts';
import { loadDemo } from '../../seeds/demo/index.ts';
import { resting } from '../../src/app.ts';
import type { DownloadKind } from '../../src/platform/graphql/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { reachableFor } from '../support/crawl.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { allowedFor, heldBy, kindOf, KINDS, type Somebody } from './allowed.ts';

/** How many guardians lose and regain a child; more by `RIGHTS_RUNS=200`, others by `RIGHTS_SEED=…`. */
const RUNS = Number(process.env['RIGHTS_RUNS'] ?? 6);
const SEED = process.env['RIGHTS_SEED'] ?? 'rights';

interface Tie extends Somebody {
  readonly id: string;
  readonly student: string;
  readonly number: string;
  readonly admin: string;
  readonly district: string;
  /** Another class of the year at the school, and one of another school. */
  readonly beside: string | null;
  readonly elsewhere: string | null;
}

let hub: TestHub;
let ties: Tie[];

/** Guardians who have something in hand that rests on a child, each with administrators who have no child at the school. */
const TIES = `select tie.id, acc.id as account, gua.id as guardian, gua.person_id as person, stu.id as student, stu.student_number as number,
    (select ada.id from staff_assignment asg join staff stf on stf.id = asg.staff_id join account ada on ada.person_id = stf.person_id and ada.status = 'ACTIVE'
      where asg.school_id = stu.school_id and asg.role = 'SCHOOL_ADMIN' and asg.ended_at is null and asg.valid_to is null order by ada.id limit 1) as admin,
    (select ada.id from staff_assignment asg join staff stf on stf.id = asg.staff_id join account ada on ada.person_id = stf.person_id and ada.status = 'ACTIVE'
      where asg.district_id = sch.district_id and asg.role = 'DISTRICT_ADMIN' and asg.ended_at is null and asg.valid_to is null order by ada.id limit 1) as district,
    (select cls.id from school_class cls where cls.school_id = stu.school_id and cls.school_year_id = now.school_year_id and cls.grade_id = now.grade_id and cls.id <> now.id order by cls.id limit 1) as beside,
    (select cls.id from school_class cls join school oth on oth.id = cls.school_id and oth.district_id = sch.district_id
      where cls.school_id <> stu.school_id and cls.school_year_id = now.school_year_id order by cls.id limit 1) as elsewhere
  from guardianship tie join guardian gua on gua.id = tie.guardian_id join account acc on acc.person_id = gua.person_id and acc.status = 'ACTIVE'
  join student stu on stu.id = tie.student_id and stu.left_on is null join school sch on sch.id = stu.school_id
  join class_membership mem on mem.student_id = stu.id and mem.status = 'ACTIVE' join school_class now on now.id = mem.school_class_id
  join school_year syr on syr.id = now.school_year_id and $1::date between syr.starts_on and syr.ends_on
  where tie.status = 'ACTIVE' and tie.data_access and tie.valid_to is null and gua.person_id not in (select stf.person_id from staff stf)
    and exists (select 1 from engagement eng where eng.person_id = gua.person_id and eng.status = 'ACTIVE' and eng.starts_at > $1)
  order by tie.id`;

/** A file of what the caller may see of children at the moment at which it is opened. */
const file: DownloadKind = {
  name: 'children',
  description: 'children',
  produce: ({ viewer: { studentIds } }) =>
    Promise.resolve({ filename: 'x.txt', mediaType: 'text/plain', body: Buffer.from(studentIds.join()) }),
};

beforeAll(async () => {
  hub = await startTestHub({
    clock: () => DEFAULT_NOW,
    variables: { MAX_COST_GUARDIAN: '10000000', PLANNED_ROAD: 'hot', PLANNED_ROAD_AFTER: '1' },
    downloads: [file],
  });
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

async function done(document: { readonly text: string }, as: string, input: object): Promise<void> {
  const { data, errors } = await hub.ask(document.text, { headers: await token(as), variables: { input } });
  expect([errors, Object.values(data ?? {})[0]]).toEqual([undefined, expect.objectContaining({ userErrors: [] })]);
}

const reason = '学校的原因';
/** Every way in which a child, or where it goes to school, is no longer somebody's. */
const ENDINGS: Readonly<Record<string, (tie: Tie) => Promise<unknown>>> = {
  block: (tie) => done(BlockGuardianDocument, tie.admin, { guardianshipId: `guardianship_${tie.id}`, reason }),
  end: (tie) => done(EndGuardianshipDocument, tie.admin, { guardianshipId: `guardianship_${tie.id}`, reason }),
  leave: (tie) =>
    done(EndEnrolmentsDocument, tie.admin, { studentIds: [`student_${tie.student}`], leaving: 'WITHDRAWN' }),
  'another class': (tie) =>
    tie.beside === null
      ? ENDINGS['leave']!(tie)
      : done(TransferStudentDocument, tie.admin, { studentNumber: tie.number, classId: `class_${tie.beside}` }),
  'another school': (tie) =>
    tie.elsewhere === null
      ? ENDINGS['leave']!(tie)
      : done(TransferStudentDocument, tie.district, { studentNumber: tie.number, classId: `class_${tie.elsewhere}` }),
  // By nobody's command, and nothing has swept.
  'no access to data': (tie) =>
    hub.database.pool.query('update guardianship set data_access = false where id = $1', [tie.id]),
};
const unblock = (tie: Tie) =>
  done(UnblockGuardianDocument, tie.admin, { guardianshipId: `guardianship_${tie.id}`, reason });

const SCREEN = `{ viewer { unreadNoticeCount inbox(first: 100) { nodes { title body about { id } } } guardian { children { nodes { id name } } households(first: 9) { nodes { name } } timetable(first: 100) { nodes { title startsAt } }
  signups(first: 100) { nodes { id status cancelReason shift { startsAt place } role { name } } } waitlistEntries(first: 100) { nodes { id status offerExpiresAt } }
  standInsOffered(first: 100) { nodes { id expiresAt } } parentLectures(first: 100) { nodes { id status } } } } }`;

/** The screen by resolvers and planned: both say the same. */
async function screenOf(tie: Tie): Promise<string> {
  const [first, second] = [
    await hub.ask(SCREEN, { headers: await token(tie.account) }),
    await hub.ask(SCREEN, { headers: await token(tie.account) }),
  ];
  expect(first.errors).toBeUndefined();
  expect(second.data).toEqual(first.data);
  return JSON.stringify(first.data);
}

/** What anybody may read. */
const PUBLIC = [
  'Policy',
  'PolicyEdition',
  'PolicySegment',
  'PolicyTopic',
  'Course',
  'CourseEdition',
  'Chapter',
  'Lesson',
  'CourseCitation',
];

/** What of children, and of what rests on them, is reached from anywhere along any relation. */
async function reachedBy(tie: Tie): Promise<string[]> {
  const all = await reachableFor(hub, undefined, { headers: await token(tie.account), without: PUBLIC });
  return [...all].filter((id) => KINDS.includes(kindOf(id)));
}

/** Ids that are answered by themselves, asked twice. */
async function nodesOf(tie: Tie, ids: readonly string[]): Promise<string[]> {
  const answered: string[] = [];
  for (let start = 0; start < ids.length; start += 100) {
    for (let road = 0; road < 2; road += 1) {
      const { data } = await hub.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        headers: await token(tie.account),
        variables: { ids: ids.slice(start, start + 100) },
      });
      answered.push(
        ...(data!['nodes'] as ({ id: string } | null)[]).flatMap((each) => (each === null ? [] : [each.id])),
      );
    }
  }
  return answered;
}

interface InHand {
  readonly what: 'signup' | 'entry' | 'stand-in' | 'lecture';
  readonly id: string;
  readonly role: string | null;
  readonly keys: readonly string[];
}

/** What somebody could do something with, and the rights that it rests on. */
async function inHandOf({ guardian }: Somebody): Promise<InHand[]> {
  const keys = `array(select tgt.key from volunteer_activity act join audience_target tgt on tgt.audience_id = act.audience_id where act.id = sft.activity_id)`;
  const { rows } = await hub.database.pool.query<InHand>(
    `
    select 'signup' as what, sgn.id, sgn.role_id as role, eng.rests_on as keys from signup sgn join shift sft on sft.id = sgn.shift_id join engagement eng on eng.source_id = sgn.id and eng.status = 'ACTIVE'
      where sgn.guardian_id = $1 and sft.starts_at > $2 and eng.rests_on is not null
    union all select 'entry', wle.id, wle.role_id, ${keys} from waitlist_entry wle join shift sft on sft.id = wle.shift_id where wle.guardian_id = $1 and wle.status in ('WAITING', 'OFFERED') and sft.starts_at > $2
    union all select 'stand-in', sti.id, sti.role_id, ${keys} from stand_in sti join shift sft on sft.id = sti.shift_id where sti.to_id = $1 and sti.status in ('OFFERED', 'PENDING') and sft.starts_at > $2
    union all select 'lecture', plc.id, null, array['class:' || plc.school_class_id] from parent_lecture plc where plc.guardian_id = $1 and plc.status in ('PROPOSED', 'ACCEPTED')`,
    [guardian, DEFAULT_NOW],
  );
  return rows;
}

const ATTEMPTS: Readonly<
  Record<InHand['what'], readonly (readonly [mutation: string, input: (of: InHand) => object])[]>
> = {
  signup: [
    ['cancelSignup', ({ id }) => ({ signupId: `signup_${id}` })],
    ['requestSignupCancellation', ({ id }) => ({ signupId: `signup_${id}`, reason: '有事' })],
    ['offerStandIn', ({ id }) => ({ signupId: `signup_${id}`, toWaitlist: true })],
    ['reconfirmSignup', ({ id }) => ({ signupId: `signup_${id}` })],
    [
      'signUpForShift',
      ({ role }) => ({ roleId: `shift-role_${role!}`, acceptRiskNotice: true, ifFull: 'JOIN_WAITLIST' }),
    ],
  ],
  entry: [
    ['acceptOffer', ({ id }) => ({ entryId: `waitlist-entry_${id}`, acceptRiskNotice: true })],
    ['joinWaitlist', ({ role }) => ({ roleId: `shift-role_${role!}` })],
    ['leaveWaitlist', ({ id }) => ({ entryId: `waitlist-entry_${id}` })],
    ['declineOffer', ({ id }) => ({ entryId: `waitlist-entry_${id}` })],
  ],
  'stand-in': [['acceptStandIn', ({ id }) => ({ standInId: `stand-in_${id}`, acceptRiskNotice: true })]],
  lecture: [['withdrawParentLecture', ({ id }) => ({ lectureId: `parent-lecture_${id}` })]],
};

/** All that is on record of a person's volunteering. */
async function recordOf({ person }: Somebody): Promise<unknown> {
  const tables = ['signup', 'waitlist_entry', 'engagement', 'parent_lecture'].map(
    (table) => `(select json_agg(each order by each.id) from ${table} each where each.person_id = $1) as ${table}`,
  );
  return (
    await hub.database.pool.query(
      `select ${tables.join()}, (select count(*) from stand_in sti join signup sgn on sgn.id = sti.signup_id where sgn.person_id = $1 or sti.to_person_id = $1) as stand_ins`,
      [person],
    )
  ).rows;
}

/** Whatever is tried with what rested on the right: refused, and nothing is written. @returns how much was tried */
async function tryAll(tie: Tie, lost: readonly InHand[], told: string): Promise<number> {
  const before = await recordOf(tie);
  for (const each of lost) {
    for (const [mutation, input] of ATTEMPTS[each.what]) {
      const Input = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
      const { data, errors } = await hub.ask(
        `mutation ($input: ${Input}!) { ${mutation}(input: $input) { userErrors { code } } }`,
        { headers: await token(tie.account), variables: { input: input(each) } },
      );
      const codes =
        errors?.map(({ extensions }) => extensions.code) ??
        (data![mutation] as { userErrors: { code: string }[] }).userErrors.map(({ code }) => code);
      expect([mutation, codes], told).not.toEqual([mutation, []]);
      expect(codes).not.toContain('INTERNAL');
    }
  }
  expect(await recordOf(tie), told).toEqual(before);
  return lost.length;
}

/** What the person's own things to come say of when and where. */
async function secretsOf({ person }: Tie): Promise<string[]> {
  const { rows } = await hub.database.pool.query<{ at: Date; title: string }>(
    `select starts_at as at, title from engagement
    where person_id = $1 and status = 'ACTIVE' and rests_on is not null`,
    [person],
  );
  return rows.flatMap(({ at, title }) => [at.toISOString(), title]);
}

describe('in the demonstration', () => {
  it(
    `whoever loses a child reaches nothing of it by any field, id, file or mutation, and what was never theirs is not theirs after (seed ${SEED})`,
    async () => {
      const dice = new Dice(SEED);
      expect(ties.length).toBeGreaterThan(5);
      let tried = 0;
      const chosen = dice.sample(ties, Math.min(RUNS, ties.length));
      for (const [turn, tie] of chosen.entries()) {
        // Somebody with several children may have had a turn already.
        if (!(await heldBy(hub, tie, DEFAULT_NOW)).children.includes(tie.student)) continue;
        const how = turn < Object.keys(ENDINGS).length ? Object.keys(ENDINGS)[turn]! : dice.pick(Object.keys(ENDINGS));
        const told = `${how} of ${tie.id}`;
        const [before, secrets, reached, inHand] = [
          await screenOf(tie),
          await secretsOf(tie),
          await reachedBy(tie),
          await inHandOf(tie),
        ];
        expect(
          reached.filter((id) => kindOf(id) === 'student'),
          told,
        ).toContain(`student_${tie.student}`);
        const link = `${hub.address}/files/${await hub.hub.fileTokens.sign({ kind: file.name, id: 'x', accountId: tie.account, sessionId: null }, DEFAULT_NOW)}`;
        expect(await (await fetch(link)).text()).toContain(tie.student);

        await ENDINGS[how]!(tie);
        const held = await heldBy(hub, tie, DEFAULT_NOW);
        const allowed = await allowedFor(hub, tie, held, DEFAULT_NOW);
        const after = await screenOf(tie);
        expect(after).not.toContain(reason);
        if (held.keys.length === 0)
          expect(
            secrets.filter((secret) => before.includes(secret) && after.includes(secret)),
            told,
          ).toEqual([]);
        expect(
          (await reachedBy(tie)).filter((id) => !allowed.has(id)),
          told,
        ).toEqual([]);
        expect(
          await nodesOf(
            tie,
            reached.filter((id) => !allowed.has(id)),
          ),
          told,
        ).toEqual([]);
        expect((await (await fetch(link)).text()).split(',').filter(Boolean).sort()).toEqual([...held.children].sort());
        tried += await tryAll(
          tie,
          inHand.filter(({ keys }) => !keys.some((key) => held.keys.includes(key))),
          told,
        );
        await hub.hub.runJob('people.end-what-rested');
        const standing = (await inHandOf(tie)).filter(({ keys }) => !keys.some((key) => held.keys.includes(key)));
        expect(standing, told).toEqual([]);

        if (how !== 'block') continue;
        await unblock(tie);
        const again = await reachedBy(tie);
        expect(again).toContain(`student_${tie.student}`);
        const mayBe = await allowedFor(hub, tie, await heldBy(hub, tie, DEFAULT_NOW), DEFAULT_NOW);
        const known = new Set(reached);
        expect(
          again.filter((id) => !mayBe.has(id) || (!known.has(id) && !['notice', 'engagement'].includes(kindOf(id)))),
          told,
        ).toEqual([]);
      }
      expect(tried).toBeGreaterThan(0);
    },
    60_000 + RUNS * 60_000,
  );
});

/** For each declaration: something of its kind that stands though the right has ended, and a look whether it still does. Every kind has one. */
const PLANTS: Readonly<Record<string, { readonly plant: string; readonly stands: string }>> = {
  'volunteering.places': {
    plant: `update guardianship set data_access = false where guardian_id = (select sgn.guardian_id from signup sgn join shift sft on sft.id = sgn.shift_id
      join guardianship tie on tie.guardian_id = sgn.guardian_id and tie.status = 'ACTIVE' and tie.data_access
      where sgn.status = 'CONFIRMED' and sft.status = 'SCHEDULED' and sft.starts_at > $1 order by sgn.id limit 1) returning guardian_id as id`,
    stands: `select 1 from signup sgn join shift sft on sft.id = sgn.shift_id where sgn.guardian_id = $1 and sgn.status in ('PENDING', 'CONFIRMED') and sft.starts_at > $2 and sft.status = 'SCHEDULED'`,
  },
  'volunteering.families': {
    plant: `update signup sgn set household_id = (select hsh.id from household hsh where not exists (select 1 from household_guardian hgd where hgd.household_id = hsh.id and hgd.guardian_id = sgn.guardian_id)
      order by hsh.id limit 1) where sgn.id = (select one.id from signup one join shift sft on sft.id = one.shift_id
      where one.status = 'CONFIRMED' and one.household_id is not null and sft.status = 'SCHEDULED' and sft.starts_at > $1 order by one.id desc limit 1) returning guardian_id as id`,
    stands: `select 1 from signup sgn join shift sft on sft.id = sgn.shift_id where sgn.guardian_id = $1 and sgn.status in ('PENDING', 'CONFIRMED') and sft.starts_at > $2 and sft.status = 'SCHEDULED'
      and sgn.household_id is not null and not exists (select 1 from household_guardian hgd where hgd.household_id = sgn.household_id and hgd.guardian_id = sgn.guardian_id)`,
  },
  'volunteering.organisers': {
    plant: `update staff_assignment set ended_at = $1, valid_to = valid_from where staff_id = (select act.organiser_id from shift sft join volunteer_activity act on act.id = sft.activity_id
      where sft.status = 'SCHEDULED' and sft.starts_at > $1 and act.school_id is not null and exists (select 1 from staff_assignment adm where adm.school_id = act.school_id
        and adm.role = 'SCHOOL_ADMIN' and adm.ended_at is null and adm.staff_id <> act.organiser_id) order by act.id limit 1) and ended_at is null returning staff_id as id`,
    stands: `select 1 from volunteer_activity act join shift sft on sft.activity_id = act.id and sft.starts_at > $2 and sft.status = 'SCHEDULED' where act.organiser_id = $1
      and not exists (select 1 from notice ntc where ntc.kind = 'volunteering.organiser-gone' and ntc.dedupe_key like $1 || '/%')`,
  },
  'people.role-requests': {
    plant: `insert into role_request (id, created_at, staff_id, role, district_id, asked_by_id, valid_from, expires_at)
      select gen_random_uuid(), $1::timestamptz, tch.staff_id, 'ANALYST', tch.district_id, tch.staff_id, $1::timestamptz::date, $1::timestamptz + interval '30 days'
      from staff_assignment tch where tch.role = 'SUBJECT_TEACHER' and tch.ended_at is null and not exists (select 1 from staff_assignment adm where adm.staff_id = tch.staff_id and adm.role = 'DISTRICT_ADMIN')
      order by tch.id limit 1 returning asked_by_id as id`,
    stands: `select 1 from role_request where asked_by_id = $1 and status = 'PENDING' and expires_at > $2`,
  },
  'identity.staff-identities': {
    plant: `insert into staff_identity (id, created_at, account_id, issuer, subject, linked_at, status, linked_by_id)
      select gen_random_uuid(), $1::timestamptz, acc.id, 'https://idp.example', 'left-waiting', $1::timestamptz, 'PENDING', tch.staff_id
      from staff_assignment tch join staff_assignment col on col.district_id = tch.district_id and col.staff_id <> tch.staff_id join staff stf on stf.id = col.staff_id join account acc on acc.person_id = stf.person_id
      where tch.role = 'SUBJECT_TEACHER' and tch.ended_at is null and not exists (select 1 from staff_assignment adm where adm.staff_id = tch.staff_id and adm.role = 'DISTRICT_ADMIN')
      order by tch.id, acc.id limit 1 returning linked_by_id as id`,
    stands: `select 1 from staff_identity where linked_by_id = $1 and status = 'PENDING' and linked_at <= $2`,
  },
  'notices.deciders': {
    plant: `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id, waiting)
      select gen_random_uuid(), $1::timestamptz, gua.person_id, 'people.guardianship-asked', '{}', 'guardianship', tie.id, true
      from guardianship tie join guardian gua on gua.id = tie.guardian_id where tie.status = 'PENDING' order by tie.id limit 1 returning id`,
    stands: `select 1 from notice where id = $1 and waiting and created_at <= $2`,
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
    const {
      rows: [planted],
    } = await hub.database.pool.query<{ id: string }>(plant, [DEFAULT_NOW]);
    expect(planted).toBeDefined();
    expect((await hub.database.pool.query(stands, [planted!.id, DEFAULT_NOW])).rows).not.toEqual([]);
    await hub.hub.runJob('people.end-what-rested');
    expect((await hub.database.pool.query(stands, [planted!.id, DEFAULT_NOW])).rows).toEqual([]);
  });
});
