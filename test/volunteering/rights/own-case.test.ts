import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ApproveServiceRecordsDocument,
  BlockGuardianDocument,
  EndEnrolmentsDocument,
  EnrolStudentsDocument,
  RejectServiceRecordsDocument,
  TransferStudentDocument,
  UpdateStaffDocument,
  UpdateStudentDocument,
} from '../../../schema/generated/admin.ts';
import { AppealServiceRecordDocument, SupplementServiceDocument } from '../../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { asked } from '../../support/mutations.ts';
import { beginScenario } from '../../support/world.ts';
import { past, type Served } from '../service.ts';

const DAY = 24 * 60;

let hub: TestHub;
let scenario: Scenario;
/** With one administrator alone, who organises there. */
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let principal: StaffMember;
let district: StaffMember;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => scenario.now });
  scenario = await beginScenario(hub, new Date('2026-11-20T00:00:00.000Z'));
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [principal, district] = [await scenario.schoolAdmin(school), await scenario.districtAdmin()];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

let days = 0;
async function servedBy(own: Family): Promise<Served> {
  days += 1;
  return past(scenario, principal, own, school, -days * DAY);
}

async function supplement(who: { accountId: string }, { signup, shift }: Served): Promise<string> {
  const { payload, codes } = await asked(hub, SupplementServiceDocument, who.accountId, {
    signupId: `signup_${signup.id}`,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    description: '补录',
  });
  expect(codes).toEqual([]);
  return (payload!['serviceRecord'] as { id: string }).id;
}
const approve = async (who: StaffMember, recordId: string) =>
  (await asked(hub, ApproveServiceRecordsDocument, who.accountId, { recordIds: [recordId] })).codes![0];
const reject = async (who: StaffMember, recordId: string) =>
  (await asked(hub, RejectServiceRecordsDocument, who.accountId, { recordIds: [recordId], reason: '不符' })).codes![0];
const LISTED = '{ serviceRecordsToDecide { totalCount nodes { id } } }';
/** What waits for the decision of each: the list and its number say the same. */
async function listedFor(who: StaffMember): Promise<readonly string[]> {
  const { data, errors } = await hub.ask<{ serviceRecordsToDecide: { totalCount: number; nodes: { id: string }[] } }>(
    LISTED,
    { as: who.accountId },
  );
  expect(errors).toBeUndefined();
  const { totalCount, nodes } = data!.serviceRecordsToDecide;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }) => id);
}
const seen = async (who: StaffMember, id: string) =>
  (await hub.ask('query ($id: ID!) { node(id: $id) { id } }', { as: who.accountId, variables: { id } })).data!['node'];

describe('a supplement', () => {
  it('is approved by nobody who wrote it down; where nobody else is at the school, by the district', async () => {
    const record = await supplement(principal, await servedBy(await family(scenario, [schoolClass])));
    for (const decide of [approve, reject]) expect(await decide(principal, record)).toBe('FILED_BY_YOU');
    await expect(
      hub.database.pool.query(
        `update service_record set status = 'APPROVED', decided_at = now(), approver_id = filed_by_id where id = $1`,
        [record.replace('service-record_', '')],
      ),
    ).rejects.toMatchObject({ constraint: 'service_record_filer' });
    expect(await approve(district, record)).toBeUndefined();
    expect(await seen(district, record)).toEqual({ id: record });
  });

  it('of which somebody at the school may decide is not for the district to see', async () => {
    const record = await supplement(
      (await family(scenario, [schoolClass])).parent,
      await servedBy(await family(scenario, [schoolClass])),
    ).catch(() => null);
    expect(record).toBeNull();
    const own = await family(scenario, [schoolClass]);
    const waiting = await supplement(own.parent, await servedBy(own));
    expect(await seen(district, waiting)).toBeNull();
    expect(await approve(district, waiting)).toBe('NOT_FOUND');
    expect(await approve(principal, waiting)).toBeUndefined();
  });
});

describe('an appeal in a school with one administrator', () => {
  it('is decided by the district, until the school has another', async () => {
    const own = await family(scenario, [schoolClass]);
    const appealed = async (): Promise<string> => {
      const record = await supplement(own.parent, await servedBy(own));
      expect(await reject(principal, record)).toBeUndefined();
      expect(await seen(district, record)).toBeNull();
      expect(
        (await asked(hub, AppealServiceRecordDocument, own.parent.accountId, { recordId: record, text: '我在场' }))
          .codes,
      ).toEqual([]);
      return record;
    };
    const [first, second] = [await appealed(), await appealed()];
    expect((await listedFor(district)).toSorted()).toEqual([first, second].toSorted());
    expect(await listedFor(principal)).toEqual([]);
    const all = await hub.ask('{ serviceRecords { nodes { id } } number: serviceRecords { totalCount } }', {
      as: district.accountId,
    });
    expect(all.errors).toMatchObject([{ path: ['serviceRecords', 'nodes'], extensions: { code: 'FORBIDDEN' } }]);
    expect(all.data).toEqual({ serviceRecords: null, number: { totalCount: expect.any(Number) } });
    expect(await approve(principal, first)).toBe('BY_ANOTHER');
    expect(await approve(district, first)).toBeUndefined();
    const deputy = await scenario.schoolAdmin(school);
    expect([await listedFor(district), await listedFor(deputy)]).toEqual([[], [second]]);
    expect(await approve(district, second)).toBe('NOT_FOUND');
    expect(await approve(deputy, second)).toBeUndefined();
    await hub.database.pool.query('update staff_assignment set ended_at = now() where id = $1', [deputy.assignment.id]);
  });
});

describe("one's own case", () => {
  it('is the guardianship of another guardian of the own child, its record, and the own name as staff', async () => {
    const own = await family(scenario, [schoolClass]);
    const other = await family(scenario, [schoolClass]);
    const admin = await scenario.staffMember({ role: 'SCHOOL_ADMIN', school }, own.parent);
    const {
      rows: [tie],
    } = await hub.database.pool.query<{ id: string }>(
      `insert into guardianship (id, guardian_id, student_id, relation, legal, primary_contact, data_access, valid_from, status)
      values (gen_random_uuid(), $1, $2, 'FATHER', true, false, false, '2026-01-01', 'ACTIVE') returning id`,
      [other.parent.guardian.id, own.students[0]!.id],
    );
    const block = async (who: StaffMember) =>
      (
        await asked(hub, BlockGuardianDocument, who.accountId, {
          guardianshipId: `guardianship_${tie!.id}`,
          reason: '离异',
        })
      ).codes;
    expect(await block(admin)).toEqual(['OWN_CHILD']);
    expect(
      (
        await asked(hub, UpdateStudentDocument, admin.accountId, {
          studentId: `student_${own.students[0]!.id}`,
          name: '改名',
        })
      ).codes,
    ).toEqual(['OWN_CHILD']);
    expect(
      (await asked(hub, UpdateStaffDocument, admin.accountId, { staffId: `staff_${admin.staff.id}`, name: '改名' }))
        .codes,
    ).toEqual(['OWN']);
    expect(await block(principal)).toEqual([]);
    await hub.database.pool.query('update staff_assignment set ended_at = now() where id = $1', [admin.assignment.id]);
  });

  it.each(['ACTIVE', 'PENDING', 'BLOCKED'])(
    'is where the own child goes to school: nobody moves it to another class, by whichever way, or has it leave; the tie is %s',
    async (status) => {
      const own = await family(scenario, [schoolClass]);
      const [child] = own.students;
      const other = await scenario.schoolClass(school);
      const admin = await scenario.staffMember({ role: 'SCHOOL_ADMIN', school }, own.parent);
      await hub.database.pool.query(
        `update guardianship set status = $2::text, data_access = $2 = 'ACTIVE',
      approved_before_block = case when $2 = 'BLOCKED' then true end, data_access_before_block = case when $2 = 'BLOCKED' then true end,
      decision_reason = case when $2 = 'BLOCKED' then '原因' end where guardian_id = $1`,
        [own.parent.guardian.id, status],
      );
      const asks = async (who: StaffMember) => [
        (
          await asked(hub, EndEnrolmentsDocument, who.accountId, {
            studentIds: [`student_${child!.id}`],
            leaving: 'WITHDRAWN',
          })
        ).codes,
        (
          await asked(hub, TransferStudentDocument, who.accountId, {
            studentNumber: child!.studentNumber,
            classId: `class_${other.id}`,
          })
        ).codes,
        (
          await asked(hub, EnrolStudentsDocument, who.accountId, {
            classId: `class_${other.id}`,
            rows: [{ name: child!.name, studentNumber: child!.studentNumber }],
          })
        ).codes,
      ];
      const before = await hub.database.pool.query(
        'select stu.*, mem.* from student stu join class_membership mem on mem.student_id = stu.id where stu.id = $1',
        [child!.id],
      );
      expect(await asks(admin)).toEqual([['OWN_CHILD'], ['OWN_CHILD'], ['OWN_CHILD']]);
      expect(
        (
          await hub.database.pool.query(
            'select stu.*, mem.* from student stu join class_membership mem on mem.student_id = stu.id where stu.id = $1',
            [child!.id],
          )
        ).rows,
      ).toEqual(before.rows);
      expect(await asks(principal)).toEqual([[], [], ['IN_CLASS']]);
      await hub.database.pool.query('update staff_assignment set ended_at = now() where id = $1', [
        admin.assignment.id,
      ]);
    },
  );
});
