import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentNode } from 'graphql';
import {
  BlockGuardianDocument,
  EndGuardianshipDocument,
  UnblockGuardianDocument,
} from '../../schema/generated/admin.ts';
import { Dice } from '../../seeds/deterministic/index.ts';
import { family, meeting, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { hubSchema } from '../../src/app.ts';
import { expectChecksHold } from '../support/checks.ts';
import { reachableFor } from '../support/crawl.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { FULL } from '../forms/form.ts';
import { beginScenario } from '../support/world.ts';
import { poolOf } from '../platform/executors/pool.ts';
import { QueryWriter, type Pool } from '../platform/executors/random-query.ts';
import { startTwoExecutors, type TwoExecutors } from '../platform/executors/two-executors.ts';
import { heldFor, patchworkFamilies, type Patchwork } from './families.ts';
import { allowedFor, idsIn, KINDS } from './what-guardians-may-see.ts';

/** How often somebody's rights change in the random walk, and how many questions are asked after each change; half as often where every change is tested as in the full form; more by `FAMILY_ROUNDS=200`, others by `FAMILY_SEED=…`. */
const ROUNDS = Number(process.env['FAMILY_ROUNDS'] ?? (FULL ? 8 : 4));
const QUESTIONS = 8;
const SEED = process.env['FAMILY_SEED'] ?? '20261129';

let database: TestDatabase;
let executors: TwoExecutors;
let scenario: Scenario;
let school: SchoolRecord;
let classes: SchoolClassRecord[];
let admin: StaffMember;

beforeAll(async () => {
  database = await createTestDatabase();
  executors = await startTwoExecutors(database, () => scenario?.now ?? new Date());
  scenario = await beginScenario(executors.planned);
  school = await scenario.school();
  classes = [
    await scenario.schoolClass(school),
    await scenario.schoolClass(school),
    await scenario.schoolClass(school, 4),
  ];
  admin = await scenario.schoolAdmin(school);
});
afterAll(async () => {
  await expectChecksHold(executors.planned);
  await executors.stop();
  await database.drop();
});

const documents = {
  block: BlockGuardianDocument,
  unblock: UnblockGuardianDocument,
  end: EndGuardianshipDocument,
} as const;

async function change(what: keyof typeof documents, tie: string): Promise<void> {
  const { data, errors } = await executors.planned.ask(documents[what] as DocumentNode, {
    as: admin.accountId,
    variables: { input: { guardianshipId: `guardianship_${tie}`, reason: '测试' } },
  });
  expect([errors, Object.values(data ?? {})[0]]).toEqual([undefined, expect.objectContaining({ userErrors: [] })]);
}

const MEETINGS = `{ meetings(first: 20) { nodes { id title agenda { nodes { title } } invitedHouseholdCount repliedHouseholdCount
    invitations { nodes { id students(first: 5) { nodes { id } } } } replies { nodes { id note guardian { id } attendingGuardians(first: 5) { nodes { id } } } } } }
  viewer { guardian { meetings(first: 20) { nodes { id } } households(first: 5) { nodes { id invitations(first: 20) { nodes { id currentReply { id } replies { nodes { id } } } }
    students(first: 5) { nodes { id } } guardians(first: 5) { nodes { id } } } } } } }`;

describe('what is for a child asks for an own child of today', () => {
  it("while another child of the household is theirs, a blocked guardian sees neither the blocked child's meetings nor its replies; the other guardian sees them as before", async () => {
    const own = await family(scenario, [classes[0]!, classes[2]!], { guardians: 2 });
    const [ofFirst, ofSecond] = [
      await meeting(scenario, admin, classes[0]!, [own], { attending: 1 }),
      await meeting(scenario, admin, classes[2]!, [own], { startsAt: scenario.at(5 * 24 * 60), attending: 1 }),
    ];
    const [mother, father] = own.guardians;
    const seen = async (as: string): Promise<string> => {
      const { complete, planned } = await executors.ask(MEETINGS, { as });
      expect(JSON.stringify(planned)).toBe(JSON.stringify(complete));
      return JSON.stringify(complete.data);
    };
    const ofChild = (held: typeof ofFirst): string[] => [held.meeting.id, held.invitations[0]!.id, held.replies[0]!.id];
    const before = await seen(father!.accountId);
    for (const id of [...ofChild(ofFirst), ...ofChild(ofSecond), own.students[0]!.id]) expect(before).toContain(id);

    await change('block', father!.guardianships[0]!.id);
    const after = await seen(father!.accountId);
    for (const id of [...ofChild(ofFirst), own.students[0]!.id]) expect(after).not.toContain(id);
    for (const id of [...ofChild(ofSecond), own.students[1]!.id]) expect(after).toContain(id);
    const stays = await seen(mother!.accountId);
    for (const id of [...ofChild(ofFirst), ...ofChild(ofSecond)]) expect(stays).toContain(id);
    for (const id of ofChild(ofFirst).map(
      (each, index) => `${['meeting', 'meeting-invitation', 'meeting-reply'][index]}_${each}`,
    )) {
      expect(
        (await executors.ask('query ($id: ID!) { node(id: $id) { id } }', { as: father!.accountId, variables: { id } }))
          .complete.data,
      ).toEqual({ node: null });
    }

    await change('unblock', father!.guardianships[0]!.id);
    for (const id of ofChild(ofFirst)) expect(await seen(father!.accountId)).toContain(id);
  });

  it('the name of a family is told by the children that are theirs today: nobody reads the name of a child who is not', async () => {
    const own = await family(scenario, [classes[0]!, classes[2]!], { guardians: 2 });
    const [first, second] = own.students;
    const [mother, father] = own.guardians;
    const called = async (as: string): Promise<unknown> => {
      const { complete, planned } = await executors.ask(
        'query ($id: ID!) { household: node(id: $id) { ... on Household { name } } viewer { guardian { households(first: 5) { nodes { name } pageInfo { endCursor } } } } }',
        { as, variables: { id: `household_${own.household.id}` } },
      );
      expect(JSON.stringify(planned)).toBe(JSON.stringify(complete));
      const {
        household,
        viewer: {
          guardian: { households },
        },
      } = complete.data as never as {
        household: { name: string };
        viewer: { guardian: { households: { nodes: { name: string }[]; pageInfo: { endCursor: string } } } };
      };
      expect(households.nodes).toEqual([household]);
      expect(Buffer.from(households.pageInfo.endCursor, 'base64url').toString()).not.toContain(first!.name);
      return household.name;
    };
    const both = `${first!.name}、${second!.name}家`;
    expect(await called(father!.accountId)).toBe(both);
    await change('block', father!.guardianships[0]!.id);
    expect([await called(father!.accountId), await called(mother!.accountId)]).toEqual([`${second!.name}家`, both]);
    const { complete: staff } = await executors.ask(
      'query ($id: ID!) { household: node(id: $id) { ... on Household { name } } }',
      { as: admin.accountId, variables: { id: `household_${own.household.id}` } },
    );
    expect(staff.data).toEqual({ household: { name: both } });
  });

  it('an invitation for two children is seen through either, and names to a guardian their own', async () => {
    const [patchwork] = await patchworkFamilies(scenario, new Dice('both'), [classes[1]!], 1);
    await heldFor(scenario, new Dice('both'), admin, [classes[1]!], [patchwork!], scenario.at(3 * 24 * 60));
    for (const { accountId, ties } of patchwork!.grown) {
      const { complete } = await executors.ask(
        '{ meetings(first: 5) { nodes { invitations { nodes { students(first: 5) { nodes { id } } } } } } }',
        { as: accountId },
      );
      const named = (
        complete.data as never as {
          meetings: { nodes: { invitations: { nodes: { students: { nodes: { id: string }[] } }[] } }[] };
        }
      ).meetings.nodes[0]!.invitations.nodes[0]!.students.nodes;
      expect(named.map(({ id }) => id).sort()).toEqual([...ties.keys()].map((id) => `student_${id}`).sort());
    }
  });

  it('PostgreSQL refuses an invitation for no child, for a child of another household, and one that stands for nobody', async () => {
    const [one, other] = [await family(scenario, [classes[0]!]), await family(scenario, [classes[0]!])];
    const {
      invitations: [invitation],
    } = await meeting(scenario, admin, classes[0]!, [one], { startsAt: scenario.at(8 * 24 * 60) });
    const refused = { constraint: 'meeting_invitation_for_children' };
    await expect(
      database.pool.query('delete from meeting_invitation_student where invitation_id = $1', [invitation!.id]),
    ).rejects.toMatchObject(refused);
    await expect(
      database.pool.query('update meeting_invitation_student set ended_at = now() where invitation_id = $1', [
        invitation!.id,
      ]),
    ).rejects.toMatchObject(refused);
    await expect(
      database.pool.query("update meeting_invitation set status = 'WITHDRAWN' where id = $1", [invitation!.id]),
    ).rejects.toMatchObject(refused);
    const add =
      'insert into meeting_invitation_student (id, invitation_id, student_id) values (gen_random_uuid(), $1, $2)';
    await expect(database.pool.query(add, [invitation!.id, other.students[0]!.id])).rejects.toMatchObject(refused);
    await expect(
      database.pool.query(
        `insert into meeting_invitation (id, meeting_id, household_id, status, invited_at) values (gen_random_uuid(), $1, $2, 'INVITED', now())`,
        [invitation!.meeting, other.household.id],
      ),
    ).rejects.toMatchObject(refused);
  });
});

describe(`rights to children change at random (seed ${SEED})`, () => {
  const { schema, reader } = hubSchema();
  let families: Patchwork[];
  let pool: Pool;

  beforeAll(async () => {
    const dice = new Dice(`${SEED}/families`);
    families = await patchworkFamilies(scenario, dice, classes, 5);
    for (const [place, held] of [[classes[0]!], [classes[1]!], [classes[2]!], classes].entries())
      await heldFor(scenario, dice, admin, held, families, scenario.at((10 + place) * 24 * 60));
    pool = await poolOf(database, reader.catalog, scenario.now);
  });

  async function turn(dice: Dice, tie: string): Promise<string> {
    const {
      rows: [row],
    } = await database.pool.query<{ status: string; data_access: boolean; valid_to: string | null }>(
      'select status, data_access, valid_to::text from guardianship where id = $1',
      [tie],
    );
    if (row!.status === 'BLOCKED')
      return change(dice.chance(0.8) ? 'unblock' : 'end', tie).then(() => 'taken back or ended');
    if (row!.status !== 'ACTIVE') return 'over';
    if (dice.chance(0.6)) return change(dice.chance(0.85) ? 'block' : 'end', tie).then(() => 'blocked or ended');
    if (dice.chance(0.5))
      await database.pool.query('update guardianship set data_access = not data_access where id = $1', [tie]);
    else
      await database.pool.query(
        `update guardianship set valid_to = case when valid_to is null then '2026-01-01'::date end where id = $1`,
        [tie],
      );
    return 'changed by hand';
  }

  it(
    `after each of ${ROUNDS} changes a guardian reaches all of what is for their own children of today and nothing else, by any field of both executors`,
    async () => {
      const dice = new Dice(SEED);
      for (let round = 1; round <= ROUNDS; round += 1) {
        const patchwork = dice.pick(families);
        const somebody = dice.pick(patchwork.grown);
        const told = `round ${round}: ${await turn(dice, dice.pick([...somebody.ties.values()]))}`;
        for (const { accountId, guardian, person } of new Set([somebody, dice.pick(patchwork.grown)])) {
          const allowed = await allowedFor(database, scenario.now, { guardian, person });
          const reached = [...(await reachableFor(executors.planned, accountId))].filter((id) =>
            KINDS.includes(id.slice(0, id.lastIndexOf('_'))),
          );
          // Time that is no longer taken stands on no list.
          const { rows: over } = await database.pool.query<{ id: string }>(
            "select 'engagement_' || id as id from engagement where status = 'ENDED'",
          );
          expect(reached.sort(), told).toEqual(
            [...allowed].filter((id) => over.every((each) => each.id !== id)).sort(),
          );
          for (let question = 1; question <= QUESTIONS; question += 1) {
            const { text, variables } = new QueryWriter(schema, pool, dice, false).write();
            const { complete, planned } = await executors.ask(text, { as: accountId, variables });
            for (const answer of [complete, planned])
              expect(
                idsIn(JSON.stringify(answer.data ?? null)).filter((id) => !allowed.has(id)),
                `${told}\n${text}\n${JSON.stringify(variables)}`,
              ).toEqual([]);
          }
        }
      }
      expect(executors.warnings).toEqual([]);
    },
    60_000 + ROUNDS * 30_000,
  );
});
