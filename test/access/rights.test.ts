import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentNode } from 'graphql';
import {
  BlockGuardianDocument,
  EndEnrolmentsDocument,
  EndGuardianshipDocument,
  TransferStudentDocument,
  UnblockGuardianDocument,
} from '../../schema/generated/admin.ts';
import { DEFAULT_NOW, Dice } from '../../seeds/deterministic/index.ts';
import { loadDemo } from '../../seeds/demo/index.ts';
import { rightDependents } from '../../src/app.ts';
import type { DownloadKind } from '../../src/platform/graphql/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { reachableFor } from '../support/crawl.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { allowedFor, heldBy, kindOf, KINDS } from './allowed.ts';
import { ATTEMPTS, inHandOf, recordOf, type InHand } from './rights/in-hand.ts';
import { PLANTS } from './rights/left-standing.ts';
import { TIES, type Tie } from './rights/ties.ts';

/** How many guardians lose and regain a child; more by `RIGHTS_RUNS=200`, others by `RIGHTS_SEED=…`. */
const RUNS = Number(process.env['RIGHTS_RUNS'] ?? 6);
const SEED = process.env['RIGHTS_SEED'] ?? 'rights';

let hub: TestHub;
let ties: Tie[];

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
    variables: { MAX_COST_GUARDIAN: '10000000', COMPILED_QUERIES: 'frequent', COMPILED_QUERIES_AFTER: '1' },
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

async function done(document: DocumentNode, as: string, input: object): Promise<void> {
  const { data, errors } = await hub.ask(document, { headers: await token(as), variables: { input } });
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
    for (let time = 0; time < 2; time += 1) {
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

/** Whatever is tried with what rested on the right: refused, and nothing is written. @returns how much was tried */
async function tryAll(tie: Tie, lost: readonly InHand[], told: string): Promise<number> {
  const before = await recordOf(hub, tie);
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
  expect(await recordOf(hub, tie), told).toEqual(before);
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
          await inHandOf(hub, tie),
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
        const standing = (await inHandOf(hub, tie)).filter(({ keys }) => !keys.some((key) => held.keys.includes(key)));
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

describe('what rests on a right that has ended unnoticed', () => {
  it('has a plant for each declaration', () => {
    const names = rightDependents.map(({ name }) => name);
    expect(
      names.filter((name) => !(name in PLANTS)),
      'write something that it must end, as `leftStanding` of test/<domain>/held-to.ts',
    ).toEqual([]);
    expect(Object.keys(PLANTS).filter((name) => !names.includes(name))).toEqual([]);
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
