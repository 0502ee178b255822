import {
  ApproveRoleRequestsDocument,
  AssignRoleDocument,
  type RejectRoleRequestsDocument,
} from '../../schema/generated/admin.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../seeds/scenario/index.ts';
import type { TestHub } from '../support/hub.ts';
import { asked, type Asked } from '../support/mutations.ts';

interface World {
  readonly hub: TestHub;
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
}

/** Roles that are asked for at a school, a class of it and its district, and what is decided on them. */
export function askingForRoles(world: () => World) {
  const somebody = (): Promise<StaffMember> =>
    world().scenario.staffMember({ role: 'LECTURER', school: world().school });
  const ofDistrict = (role: string): Asked => ({ role, districtId: `district_${world().scenario.district.id}` });
  const ofSchool = (role: string): Asked => ({ role, schoolId: `school_${world().school.id}` });
  const ofClass = (): Asked => ({ role: 'HOMEROOM_TEACHER', classId: `class_${world().schoolClass.id}` });

  async function assign(by: StaffMember, whom: StaffMember, role: Asked) {
    const { payload, codes, refused } = await asked(world().hub, AssignRoleDocument, by.accountId, {
      staffId: `staff_${whom.staff.id}`,
      ...role,
    });
    const idOf = (name: string) => (payload?.[name] as { id: string } | null | undefined)?.id ?? null;
    return { assignment: idOf('assignment'), request: idOf('request'), code: codes?.[0] ?? refused };
  }

  async function decide(
    document: typeof ApproveRoleRequestsDocument | typeof RejectRoleRequestsDocument,
    by: StaffMember,
    requestIds: (string | null)[],
    more: Asked = {},
  ) {
    const { payload, codes, refused } = await asked(
      world().hub,
      document as typeof ApproveRoleRequestsDocument,
      by.accountId,
      {
        requestIds,
        ...more,
      },
    );
    return {
      assignments: payload?.['assignments'] as { id: string }[] | undefined,
      errors: payload?.userErrors,
      code: codes?.[0] ?? refused,
    };
  }
  const approve = (by: StaffMember, ...ids: (string | null)[]) => decide(ApproveRoleRequestsDocument, by, ids);

  /** All that a role is read from: what the person is told that they hold, may and see. */
  async function rightsOf(who: StaffMember): Promise<unknown> {
    const { data, errors } = await world().hub.ask(
      '{ viewer { permissions staff { assignments { nodes { id } } } } students(first: 5) { nodes { id } } }',
      { as: who.accountId },
    );
    return { data, codes: errors?.map(({ extensions }) => extensions.code) };
  }

  const statusOf = async (request: string | null) =>
    (
      await world().hub.database.pool.query<{ status: string }>('select status from role_request where id = $1', [
        request!.replace('role-request_', ''),
      ])
    ).rows[0]!.status;

  const noticesOf = async (request: string | null) =>
    (
      await world().hub.database.pool.query<{ person_id: string; kind: string; waiting: boolean }>(
        `select person_id, kind, waiting from notice where about_id = $1 order by kind`,
        [request!.replace('role-request_', '')],
      )
    ).rows;

  /** As it was before requests for what is held were ended at once. */
  const giveByHand = (request: string | null) =>
    world().hub.database.pool.query(
      `insert into staff_assignment (id, staff_id, role, district_id, school_id, school_class_id, subject, valid_from, created_at)
      select gen_random_uuid(), staff_id, role, district_id, school_id, school_class_id, subject, valid_from, created_at from role_request where id = $1`,
      [request!.replace('role-request_', '')],
    );

  return {
    somebody,
    ofDistrict,
    ofSchool,
    ofClass,
    assign,
    decide,
    approve,
    rightsOf,
    statusOf,
    noticesOf,
    giveByHand,
  };
}
