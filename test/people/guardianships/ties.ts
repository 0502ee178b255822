import { expect } from 'vitest';
import { BlockGuardianDocument, UnblockGuardianDocument } from '../../../schema/generated/admin.ts';
import type { Given, GuardianshipRecord, SchoolClassRecord } from '../../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { type Guardianship, GuardianshipStatus } from '../../../src/domains/people/index.ts';
import type { TestHub } from '../../support/hub.ts';

/** When the school has decided on a tie that stands beside another one. */
export const decidedAt = new Date('2026-09-03T01:00:00Z');

/** What the guardian did themselves, and nobody but they and who decides is told. */
export const ASKED = { requestedName: '金鹏', askedAt: '2026-09-01T08:00:00.000Z', codeEnding: '92HM' };
export const NOT_ASKED = { requestedName: null, askedAt: null, codeEnding: null };
const NOTES =
  '{ viewer { guardian { id } } student(id: "ID") { guardianships(first: 10) { nodes { id status decisionReason decidedAt decidedBy { id } requestedName askedAt codeEnding } } } }';
export const OWN =
  '{ viewer { guardian { guardianships(first: 10) { nodes { id status decisionReason decidedAt decidedBy { id } requestedName askedAt codeEnding } } } } }';

interface Told {
  readonly id: string;
  readonly status: string;
  readonly decisionReason: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: object | null;
  readonly requestedName: string | null;
  readonly askedAt: string | null;
  readonly codeEnding: string | null;
}

interface Tied {
  readonly who: Family;
  readonly id: string;
  readonly tie: GuardianshipRecord;
}

interface World {
  readonly hub: TestHub;
  readonly scenario: Scenario;
  readonly schoolClass: SchoolClassRecord;
  readonly teacher: StaffMember;
}

/** Ties of guardians to the pupils of a class as its teacher blocks and unblocks them, and what is told of them. */
export function tiesIn(world: () => World) {
  /** Somebody with a tie to a pupil that stands as is said. */
  async function tied(given: Omit<Given<Guardianship>, 'guardian' | 'student'>): Promise<Tied> {
    const who = await family(world().scenario, [world().schoolClass], { guardianship: given });
    const tie = who.parent.guardianships[0]!;
    return { who, tie, id: `guardianship_${tie.id}` };
  }

  const asked = (guardianshipId: string) => ({
    as: world().teacher.accountId,
    variables: { input: { guardianshipId, reason: '法院裁定' } },
  });

  const block = async (id: string) =>
    (await world().hub.ask(BlockGuardianDocument, asked(id))).data?.blockGuardian.userErrors.map(({ code }) => code);
  const unblock = async (id: string) =>
    (await world().hub.ask(UnblockGuardianDocument, asked(id))).data?.unblockGuardian.userErrors.map(
      ({ code }) => code,
    );

  /** All that is on record of a tie, but for who decided last, when and why. */
  async function onRecord({ tie }: Tied): Promise<Record<string, unknown>> {
    const { rows } = await world().hub.database.pool.query<Record<string, unknown>>(
      `select relation, legal, primary_contact, data_access, valid_from::text, valid_to::text, status, lives_apart,
    requested_name, approved_before_block, data_access_before_block,
    array(select household_id from household_guardian hg where hg.guardian_id = guardianship.guardian_id order by 1) as households from guardianship where id = $1`,
      [tie.id],
    );
    return rows[0]!;
  }

  async function childrenOf({ who }: Tied): Promise<number> {
    const { data } = await world().hub.ask('{ viewer { guardian { children(first: 20) { nodes { id } } } } }', {
      as: who.parent.accountId,
    });
    return data!['viewer'].guardian.children.nodes.length as number;
  }

  /** By resolvers first, planned the second time: both say the same. */
  async function toldOf(as: string, document: string, id: string): Promise<Told | undefined> {
    const answers: (Told | undefined)[] = [];
    for (let round = 1; round <= 3; round += 1) {
      const { data, errors } = await world().hub.ask(document, { as });
      expect(errors).toBeUndefined();
      const nodes = (data!['student'] ?? data!['viewer'].guardian).guardianships.nodes as Told[];
      answers.push(nodes.find((each) => each.id === id));
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    return answers[0];
  }

  const of = (student: { readonly id: string }): string => NOTES.replace('ID', `student_${student.id}`);

  /** Two guardians of one child, of whom the second stands as is said. */
  async function beside(status: GuardianshipStatus) {
    const both = await family(world().scenario, [world().schoolClass], { guardians: 2 });
    const tie = both.guardians[1]!.guardianships[0]!;
    const blocked = status === GuardianshipStatus.BLOCKED;
    await world().hub.database.pool.query(
      `update guardianship set status = $2, data_access = false, decided_at = $3, decided_by_id = $4, decision_reason = '校方备注', requested_name = '金鹏', code_ending = '92HM', created_at = '2026-09-01T08:00:00Z',
      approved_before_block = $5, data_access_before_block = $6, valid_to = $7 where id = $1`,
      [
        tie.id,
        status,
        decidedAt,
        world().teacher.staff.id,
        blocked ? true : null,
        blocked ? true : null,
        status === GuardianshipStatus.ENDED ? '2026-10-01' : null,
      ],
    );
    return {
      household: both.household,
      student: both.students[0]!,
      other: both.parent.accountId,
      self: both.guardians[1]!.accountId,
      id: `guardianship_${tie.id}`,
    };
  }

  return { tied, asked, block, unblock, onRecord, childrenOf, toldOf, of, beside };
}
