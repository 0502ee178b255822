import {
  EndEnrolmentsDocument,
  PromoteClassesDocument,
  TransferStudentDocument,
} from '../../schema/generated/admin.ts';
import type { TypedDocument } from '../../schema/generated/typed-document.ts';
import type { SchoolClassRecord, SchoolRecord, SchoolYearRecord } from '../../seeds/factories/index.ts';
import type { Family, StaffMember } from '../../seeds/scenario/index.ts';
import type { TestHub } from '../support/hub.ts';
import { asked, type Asked } from '../support/mutations.ts';

interface World {
  readonly hub: TestHub;
  readonly school: SchoolRecord;
  readonly nextYear: SchoolYearRecord;
}

/** What staff press as pupils change their class, leave and go on into the next year, and what is then so. */
export function schoolLife(world: () => World) {
  const run = <Data>(document: TypedDocument<Data, { input: never }>, who: { accountId: string }, input: Asked) =>
    asked(world().hub, document, who.accountId, input);
  const sees = async (who: { accountId: string }, { students: [student] }: Family): Promise<boolean> =>
    (
      await world().hub.ask('query ($id: ID!) { student(id: $id) { id } }', {
        as: who.accountId,
        variables: { id: `student_${student!.id}` },
      })
    ).data!['student'] !== null;
  const memberships = async ({ students: [student] }: Family) =>
    (
      await world().hub.database.pool.query<{ class: string; status: string; left: boolean }>(
        'select school_class_id as class, status, left_on is not null as left from class_membership where student_id = $1 order by created_at, status desc',
        [student!.id],
      )
    ).rows;

  const transfer = (who: StaffMember, { students: [student] }: Family, to: SchoolClassRecord) =>
    run(TransferStudentDocument, who, { studentNumber: student!.studentNumber, classId: `class_${to.id}` });

  const leave = (who: StaffMember, leaving: readonly Family[], more: Asked = {}) =>
    run(EndEnrolmentsDocument, who, {
      studentIds: leaving.map(({ students: [student] }) => `student_${student!.id}`),
      leaving: 'GRADUATED',
      ...more,
    });

  const promote = (who: StaffMember, rows: readonly SchoolClassRecord[], more: Asked = {}) =>
    run(PromoteClassesDocument, who, {
      schoolId: `school_${world().school.id}`,
      schoolYearId: `school-year_${world().nextYear.id}`,
      rows: rows.map(({ id }) => ({ classId: `class_${id}` })),
      ...more,
    });

  return { run, sees, memberships, transfer, leave, promote };
}
