import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AssignRoleDocument,
  BlockGuardianDocument,
  CreateServiceTokenDocument,
  EndAssignmentDocument,
  RecordAttendanceDocument,
  RevokeServiceTokenDocument,
} from '../../schema/generated/admin.ts';
import { minutesAfter, type SchoolClassRecord, type SchoolRecord } from '../../seeds/factories/index.ts';
import {
  family,
  openShift,
  signedUp,
  type Family,
  type Scenario,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked } from '../support/mutations.ts';
import { bearer } from '../support/signed-in.ts';
import { beginScenario } from '../support/world.ts';
import { whileHeld } from '../people/while-held.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let head: StaffMember;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  [schoolClass, head] = [await scenario.schoolClass(school), await scenario.schoolAdmin(school)];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const tieOf = ({ parent }: Family): string => `guardianship_${parent.guardianships[0]!.id}`;
const ends = (of: StaffMember) =>
  asked(hub, EndAssignmentDocument, head.accountId, { assignmentId: `staff-assignment_${of.assignment.id}` });

describe('whoever acts at work', () => {
  it('acts by the very role of before: another that was given meanwhile is no stand-in for one that has ended', async () => {
    const [other, children, others] = [
      await scenario.schoolAdmin(school),
      await family(scenario, [schoolClass]),
      await family(scenario, [schoolClass]),
    ];
    const busy = await startTestHub({
      database: hub.database,
      variables: { DATABASE_POOL_SIZE: '2', REQUESTS_AT_ONCE: '40' },
    });
    const holder = await hub.database.pool.connect();
    try {
      await holder.query('begin');
      await holder.query('select from student where id = $1 for update', [others.students[0]!.id]);
      const before = Array.from({ length: 4 }, () =>
        asked(busy, BlockGuardianDocument, head.accountId, { guardianshipId: tieOf(others), reason: '测试' }),
      );
      await expect
        .poll(
          async () =>
            (
              await hub.database.pool.query(
                "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
              )
            ).rowCount,
          { timeout: 20_000 },
        )
        .toBe(1);
      const late = asked(busy, BlockGuardianDocument, other.accountId, {
        guardianshipId: tieOf(children),
        reason: '测试',
      });
      await sleep(1500);
      const given = await asked(hub, AssignRoleDocument, head.accountId, {
        staffId: `staff_${other.staff.id}`,
        role: 'SUBJECT_TEACHER',
        classId: `class_${schoolClass.id}`,
        subject: '数学',
      });
      expect([given.codes, (await ends(other)).codes]).toEqual([[], []]);
      await holder.query('rollback');
      await Promise.all(before);
      expect((await late).refused).toBe('FORBIDDEN');
      expect(
        (
          await hub.database.pool.query('select status from guardianship where id = $1', [
            children.parent.guardianships[0]!.id,
          ])
        ).rows,
      ).toEqual([{ status: 'ACTIVE' }]);
    } finally {
      await holder.query('rollback');
      holder.release();
      await busy.stop();
    }
  });

  it.each(['the role of its maker ends', 'it is revoked'])(
    'and a client by its token: when %s, what it has begun is written first, and nothing after',
    async (how) => {
      const maker = await scenario.schoolAdmin(school);
      const { payload } = await asked(hub, CreateServiceTokenDocument, maker.accountId, {
        name: '考勤',
        role: 'SCHOOL_ADMIN',
        districtId: `district_${scenario.district.id}`,
        schoolId: `school_${school.id}`,
        permissions: ['volunteering.attendance.keep'],
        validDays: 10,
      });
      const { secret, serviceToken } = payload as unknown as { secret: string; serviceToken: { id: string } };
      const startsAt = scenario.at(-120);
      const offered = await openShift(scenario, await scenario.teacher(schoolClass), {
        school,
        shift: { startsAt, endsAt: minutesAfter(startsAt, 60) },
      });
      const signup = await signedUp(scenario, offered, await family(scenario, [schoolClass]));
      const excuses = async () => {
        const { data, errors, status } = await hub.ask(RecordAttendanceDocument, {
          headers: bearer(secret),
          variables: {
            input: { shiftId: `shift_${offered.shift.id}`, rows: [{ signupId: `signup_${signup.id}`, excused: true }] },
          },
        });
        return {
          status,
          codes: data?.recordAttendance?.userErrors.map(({ code }) => String(code)),
          refused: errors?.[0]?.extensions.code,
        };
      };
      const over = async () => {
        const { codes, refused } =
          how === 'it is revoked'
            ? await asked(hub, RevokeServiceTokenDocument, head.accountId, {
                serviceTokenId: serviceToken.id,
                reason: '测试',
              })
            : await ends(maker);
        return { status: 200, codes, refused };
      };
      const answers = await whileHeld(
        hub.database,
        'select from signup where id = $1 for update',
        [signup.id],
        [excuses, over],
      );
      expect(answers.map(({ codes, refused }) => [codes, refused])).toEqual([
        [[], undefined],
        [[], undefined],
      ]);
      expect(
        (
          await hub.database.pool.query(
            'select excused_at is not null as excused from attendance where signup_id = $1',
            [signup.id],
          )
        ).rows,
      ).toEqual([{ excused: true }]);
      expect((await excuses()).status).toBe(401);
    },
  );
});
