import { ApproveGuardianshipDocument, IssueBindingCodesDocument } from '../../../schema/generated/admin.ts';
import { BindChildDocument } from '../../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord, StudentRecord } from '../../../seeds/factories/index.ts';
import { aClassMembership, aStudent } from '../../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { ClassMembership, Student } from '../../../src/domains/people/index.ts';
import type { TestHub } from '../../support/hub.ts';

export interface Somebody {
  readonly accountId: string;
}

interface World {
  readonly hub: TestHub;
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  readonly teacher: StaffMember;
}

/** A class whose teacher gives out codes and decides, and the guardians who bind by them. */
export function binding(world: () => World) {
  async function newPupil(): Promise<StudentRecord> {
    const { scenario, school, schoolClass } = world();
    const student = aStudent({ school });
    await scenario.write((put) => {
      put(Student, student);
      put(ClassMembership, aClassMembership({ schoolClass, student }));
    });
    return student;
  }

  /** Somebody who has signed in and is bound to nobody. */
  const newcomer = async (): Promise<Somebody> => (await family(world().scenario, [])).parent;

  async function codesFor(students: readonly StudentRecord[], more: object = {}, as: Somebody = world().teacher) {
    const answer = await world().hub.ask(IssueBindingCodesDocument, {
      as: as.accountId,
      variables: { input: { studentIds: students.map(({ id }) => `student_${id}`), ...more } },
    });
    return { ...answer, codes: answer.data?.issueBindingCodes.issued?.map(({ code }) => code) ?? [] };
  }

  async function bind(who: Somebody, code: string, more: object = {}) {
    const answer = await world().hub.ask(BindChildDocument, {
      as: who.accountId,
      variables: { input: { code, relation: 'FATHER', name: '测试家长', ...more } },
    });
    return {
      ...answer,
      id: answer.data?.bindChild.guardianship?.id ?? '',
      codes: answer.data?.bindChild.userErrors.map(({ code: each }) => each),
    };
  }

  async function approve(guardianshipId: string, more: object = {}, as: Somebody = world().teacher) {
    const answer = await world().hub.ask(ApproveGuardianshipDocument, {
      as: as.accountId,
      variables: { input: { guardianshipId, ...more } },
    });
    return {
      ...answer,
      status: answer.data?.approveGuardianship.guardianship?.status,
      codes: answer.data?.approveGuardianship.userErrors.map(({ code }) => code),
    };
  }

  async function childrenOf(who: Somebody): Promise<string[]> {
    const { data } = await world().hub.ask('{ viewer { guardian { children(first: 20) { nodes { id } } } } }', {
      as: who.accountId,
    });
    return (data!['viewer'].guardian?.children.nodes ?? []).map(({ id }: { id: string }) => id) as string[];
  }

  const householdsOf = async (student: StudentRecord): Promise<{ household: string; guardians: number }[]> =>
    (
      await world().hub.database.pool.query(
        `select hs.household_id as household, (select count(*)::int from household_guardian hg where hg.household_id = hs.household_id) as guardians
    from household_student hs where hs.student_id = $1`,
        [student.id],
      )
    ).rows as { household: string; guardians: number }[];

  /** A pupil and a guardian of theirs who was approved. */
  const bound = async (): Promise<{ pupil: StudentRecord; parent: Somebody; id: string }> => {
    const [pupil, parent] = [await newPupil(), await newcomer()];
    const { id } = await bind(parent, (await codesFor([pupil])).codes[0]!);
    await approve(id);
    return { pupil, parent, id };
  };

  return { newPupil, newcomer, codesFor, bind, approve, childrenOf, householdsOf, bound };
}
