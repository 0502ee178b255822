import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentNode } from 'graphql';
import {
  ApproveGuardianshipDocument,
  BlockGuardianDocument,
  CorrectGuardianNameDocument,
  IssueBindingCodesDocument,
  PendingGuardianshipsDocument,
  RejectGuardianshipDocument,
  UnblockGuardianDocument,
} from '../../../schema/generated/admin.ts';
import { BindChildDocument } from '../../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord, StudentRecord } from '../../../seeds/factories/index.ts';
import {
  aClassMembership,
  aGuardianship,
  aHouseholdGuardian,
  aStaff,
  aStudent,
  daysAfter,
} from '../../../seeds/factories/index.ts';
import { family, type FamilyGuardian, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import {
  ClassMembership,
  Guardianship,
  GuardianshipStatus,
  HouseholdGuardian,
  NAMELESS,
  Staff,
  StaffRole,
  Student,
} from '../../../src/domains/people/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let teacher: StaffMember;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => scenario?.now ?? new Date() });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  teacher = await scenario.teacher(schoolClass);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

async function newPupil(): Promise<StudentRecord> {
  const student = aStudent({ school });
  await scenario.write((put) => {
    put(Student, student);
    put(ClassMembership, aClassMembership({ schoolClass, student }));
  });
  return student;
}

async function called({ person }: FamilyGuardian, name: string): Promise<void> {
  await hub.database.pool.query('update person set name = $2 where id = $1', [person.id, name]);
}

const nameOf = async ({ person }: FamilyGuardian): Promise<string> =>
  (await hub.database.pool.query<{ name: string }>('select name from person where id = $1', [person.id])).rows[0]!.name;

/** Somebody who has signed in by WeChat and told nobody their name. */
async function newcomer(): Promise<FamilyGuardian> {
  const { parent } = await family(scenario, []);
  await called(parent, NAMELESS);
  return parent;
}

async function bind(who: FamilyGuardian, name: string | null) {
  const student = await newPupil();
  const issued = await hub.ask(IssueBindingCodesDocument, {
    as: teacher.accountId,
    variables: { input: { studentIds: [`student_${student.id}`] } },
  });
  const code = issued.data!.issueBindingCodes.issued![0]!.code;
  const { data } = await hub.ask(BindChildDocument, {
    as: who.accountId,
    variables: { input: { code, relation: 'FATHER', name } },
  });
  return { id: data?.bindChild.guardianship?.id ?? '', codes: data?.bindChild.userErrors.map((each) => each.code) };
}

const decided = { reason: '与登记信息不符' };
const as = () => ({ as: teacher.accountId });
const approve = (guardianshipId: string) =>
  hub.ask(ApproveGuardianshipDocument, { ...as(), variables: { input: { guardianshipId } } });
const reject = (guardianshipId: string) =>
  hub.ask(RejectGuardianshipDocument, { ...as(), variables: { input: { guardianshipId, ...decided } } });
const correct = async (who: FamilyGuardian, name: string, by: string = teacher.accountId) => {
  const { data, errors } = await hub.ask(CorrectGuardianNameDocument, {
    as: by,
    variables: { input: { guardianId: `guardian_${who.guardian.id}`, name } },
  });
  return (
    errors?.[0]?.extensions['code'] ??
    data?.correctGuardianName.userErrors[0]?.code ??
    data?.correctGuardianName.guardian?.name
  );
};

describe('a name belongs to the request and changes with approval', () => {
  it('whoever decides sees the name that is asked for; until then nobody is called so', async () => {
    const parent = await newcomer();
    const { id } = await bind(parent, '孟晓');
    const { data } = await hub.ask(PendingGuardianshipsDocument, {
      ...as(),
      variables: { id: `class_${schoolClass.id}` },
    });
    expect(data?.schoolClass?.pendingGuardianships!.nodes.find((each) => each.id === id)).toMatchObject({
      requestedName: '孟晓',
      guardian: { name: NAMELESS },
    });
    expect(await nameOf(parent)).toBe(NAMELESS);
    await approve(id);
    expect(await nameOf(parent)).toBe('孟晓');
  });

  it('a request that is declined leaves no trace on the person', async () => {
    const parent = await newcomer();
    await reject((await bind(parent, '冒名')).id);
    expect(await nameOf(parent)).toBe(NAMELESS);
    await approve((await bind(parent, '孟晓')).id);
    expect(await nameOf(parent)).toBe('孟晓');
  });

  it('a second request while the first waits need not tell it again, and each is approved by its own name', async () => {
    const parent = await newcomer();
    expect((await bind(parent, null)).codes).toEqual(['NAME_NEEDED']);
    const [first, second] = [await bind(parent, '孟晓'), await bind(parent, null)];
    expect(second.codes).toEqual([]);
    await approve(second.id);
    expect(await nameOf(parent)).toBe('孟晓');
    await approve(first.id);
    expect(await nameOf(parent)).toBe('孟晓');
  });

  it('never for somebody already approved elsewhere, be it now or before', async () => {
    const parent = (await family(scenario, [schoolClass])).parent;
    await called(parent, '孟晓');
    await approve((await bind(parent, '赵四')).id);
    expect(await nameOf(parent)).toBe('孟晓');

    const before = (await family(scenario, [schoolClass])).parent;
    await called(before, '孟晓');
    await hub.database.pool.query(
      "update guardianship set status = 'ENDED', valid_to = '2026-09-30', data_access = false where guardian_id = $1",
      [before.guardian.id],
    );
    await approve((await bind(before, '赵四')).id);
    expect(await nameOf(before)).toBe('孟晓');
  });

  it('never of the staff: their record stays', async () => {
    const colleague = await newcomer();
    await called(colleague, '邓老师');
    await scenario.write((put) => put(Staff, aStaff({ person: colleague.person })));
    await approve((await bind(colleague, '赵四')).id);
    expect(await nameOf(colleague)).toBe('邓老师');
  });

  it('a request that was blocked and unblocked brings its name with approval', async () => {
    const parent = await newcomer();
    const { id } = await bind(parent, '孟晓');
    for (const document of [BlockGuardianDocument, UnblockGuardianDocument])
      await hub.ask(document as DocumentNode, { ...as(), variables: { input: { guardianshipId: id, ...decided } } });
    expect(await nameOf(parent)).toBe(NAMELESS);
    await approve(id);
    expect(await nameOf(parent)).toBe('孟晓');
  });

  it('of two that are approved at once one name stands', async () => {
    const parent = await newcomer();
    const requests = [await bind(parent, '孟晓'), await bind(parent, '赵四')];
    await Promise.all(requests.map(({ id }) => approve(id)));
    const first = await nameOf(parent);
    expect(['孟晓', '赵四']).toContain(first);
    await approve((await bind(parent, '钱五')).id);
    expect(await nameOf(parent)).toBe(first);
  });
});

describe("an approved parent's name is corrected by the school", () => {
  it('by whoever answers for a pupil of theirs, on record', async () => {
    const parent = (await family(scenario, [schoolClass])).parent;
    expect(await correct(parent, '孟小')).toBe('孟小');
    expect(await nameOf(parent)).toBe('孟小');
    const { rows } = await hub.database.pool.query(
      "select outcome from audit_record where mutation = 'correctGuardianName' and subjects::text like $1",
      [`%${parent.guardian.id}%`],
    );
    expect(rows).toHaveLength(1);
  });

  it('not by a teacher of another class or a guardian, nor for a request that waits', async () => {
    const parent = (await family(scenario, [schoolClass])).parent;
    const stranger = await scenario.teacher(await scenario.schoolClass(school));
    const before = await nameOf(parent);
    expect(await correct(parent, '赵四', stranger.accountId)).toBe('NOT_FOUND');
    expect(await correct(parent, '赵四', parent.accountId)).toBe('FORBIDDEN');
    expect(await nameOf(parent)).toBe(before);
    const asking = await newcomer();
    await bind(asking, '孟晓');
    expect(await correct(asking, '赵四')).toBe('NOT_FOUND');
  });

  it("never one's own, and that of staff in the staff record", async () => {
    const own = (await family(scenario, [schoolClass])).parent;
    const teaches = await scenario.teacher(schoolClass);
    await hub.database.pool.query('update staff set person_id = $2 where id = $1', [teaches.staff.id, own.person.id]);
    expect(await correct(own, '赵四', own.accountId)).toBe('OWN');
    expect(await correct(own, '赵四')).toBe('OF_STAFF');
    expect(await correct(own, ' ')).toBe('BAD_USER_INPUT');
  });

  it('but of those whom nobody could correct in the staff record: whose role begins later, has ended, or is yet to be given', async () => {
    for (const assign of [
      (who: FamilyGuardian) =>
        scenario.staffMember(
          { role: StaffRole.SCHOOL_ADMIN, school, validFrom: daysAfter(scenario.now, 2).toISOString().slice(0, 10) },
          who,
        ),
      (who: FamilyGuardian) =>
        scenario.staffMember(
          {
            role: StaffRole.SUBJECT_TEACHER,
            school,
            schoolClass,
            subject: '数学',
            validFrom: '2026-01-01',
            validTo: '2026-02-01',
          },
          who,
        ),
      (who: FamilyGuardian) => scenario.write((put) => put(Staff, aStaff({ person: who.person }))),
    ]) {
      const { parent } = await family(scenario, [schoolClass]);
      await assign(parent);
      expect(await correct(parent, '新校长')).toBe('新校长');
    }
  });

  it.each([['PENDING'], ['ACTIVE'], ['BLOCKED']] as const)(
    "nor of another guardian of a pupil of one's own, whose tie is %s",
    async (status) => {
      const [theirs, mine] = [await family(scenario, [schoolClass]), await family(scenario, [schoolClass])];
      await scenario.staffMember({ role: StaffRole.HOMEROOM_TEACHER, school, schoolClass }, mine.parent);
      await scenario.write((put) => {
        put(
          Guardianship,
          aGuardianship({
            guardian: mine.parent.guardian,
            student: theirs.students[0]!,
            status: GuardianshipStatus[status],
            dataAccess: status === 'ACTIVE',
            ...(status === 'BLOCKED' && {
              approvedBeforeBlock: true,
              dataAccessBeforeBlock: true,
              decisionReason: '保护令',
            }),
          }),
        );
        if (status !== 'PENDING')
          put(HouseholdGuardian, aHouseholdGuardian({ household: theirs.household, guardian: mine.parent.guardian }));
      });
      const before = await nameOf(theirs.parent);
      expect(await correct(theirs.parent, '改名', mine.parent.accountId)).toBe('OWN_CHILD');
      expect(await nameOf(theirs.parent)).toBe(before);
    },
  );

  it.each([
    ['阿依古丽\u2022买买提', '阿依古丽·买买提'],
    ['Ａｎｎａ\u200b', 'Anna'],
    ['李  四', '李四'],
  ])('is brought into one form, as every name: %j', async (said, name) => {
    const { parent } = await family(scenario, [schoolClass]);
    expect(await correct(parent, said)).toBe(name);
    expect(await nameOf(parent)).toBe(name);
    expect(await correct(parent, '123')).toBe('BAD_USER_INPUT');
  });
});
