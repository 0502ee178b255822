import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ApproveServiceRecordsDocument,
  EndAssignmentDocument,
  UpdateVolunteerActivityDocument,
} from '../../../schema/generated/admin.ts';
import { family, signedUp, type Family, type StaffMember } from '../../../seeds/scenario/index.ts';
import { ServiceRole } from '../../../src/domains/identity/index.ts';
import { serviceToken } from '../../access/callers.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { asked } from '../../support/mutations.ts';
import { codeAt, Duties, type Duty } from '../duties.ts';

let duties: Duties;
let admin: StaffMember;
beforeAll(async () => {
  duties = await Duties.open();
  admin = await duties.scenario.schoolAdmin(duties.school);
});
afterAll(async () => {
  await expectChecksHold(duties.hub);
  await duties.hub.stop();
});

const run = (statement: string, ...values: readonly unknown[]) =>
  duties.hub.database.pool.query(statement, [...values]);

interface OwnDuty extends Duty {
  readonly runsIt: StaffMember;
}

/** A parent who works at the school and runs the shift in which they serve. */
async function ownDuty(): Promise<OwnDuty> {
  const own = await family(duties.scenario, [duties.schoolClass]);
  const runsIt = await duties.scenario.staffMember(
    {
      role: 'HOMEROOM_TEACHER',
      school: duties.school,
      schoolClass: await duties.scenario.schoolClass(duties.school),
    } as never,
    own.parent,
  );
  const before = duties.organiser;
  duties.organiser = runsIt;
  const here = await duties.duty();
  duties.organiser = before;
  return { ...here, runsIt, volunteer: own, signup: await signedUp(duties.scenario, here, own) };
}

async function handOver({ activity, runsIt }: OwnDuty): Promise<void> {
  const {
    rows: [row],
  } = await run('select revision from volunteer_activity where id = $1', activity.id);
  const { codes } = await asked(duties.hub, UpdateVolunteerActivityDocument, runsIt.accountId, {
    activityId: `volunteer-activity_${activity.id}`,
    revision: (row as { revision: number }).revision,
    organiserId: `staff_${duties.organiser.staff.id}`,
  });
  expect(codes).toEqual([]);
}

const roleEnds = async ({ runsIt }: OwnDuty): Promise<void> => {
  expect(
    (
      await asked(duties.hub, EndAssignmentDocument, admin.accountId, {
        assignmentId: `staff-assignment_${runsIt.assignment.id}`,
      })
    ).codes,
  ).toEqual([]);
};

const both = (here: Duty, [came, left]: readonly [string, string]) =>
  (['IN', 'OUT'] as const).map((kind, index) => ({
    kind,
    token: index === 0 ? came : left,
    happenedAt: here.moment(index === 0 ? 1 : 59),
    nonce: `${kind}-${here.signup.id}`,
  }));

async function shown(here: OwnDuty): Promise<[string, string]> {
  here.at(1);
  const came = (await duties.show(here.runsIt, here.shift.id)).payload!.token!;
  here.at(59);
  return [came, (await duties.show(here.runsIt, here.shift.id)).payload!.token!];
}

describe('whoever was given the code of a shift to show it does not approve their own service by it', () => {
  it('and a program is given it for those behind it: whoever made its token, and whoever holds the role that this rests on', async () => {
    const here = await ownDuty();
    const another = await duties.scenario.schoolAdmin(duties.school);
    const headers = await serviceToken(duties.scenario, admin, {
      role: ServiceRole.SCHOOL_ADMIN,
      school: duties.school,
      granted: ['volunteering.attendance.keep'],
    });
    await run(
      'update service_token set rests_on_id = $1 where created_by_id = $2',
      another.assignment.id,
      admin.accountId,
    );
    here.at(1);
    const { data } = await duties.hub.ask<Record<string, { token: string | null }>>(
      'mutation ($input: ShowCheckInCodeInput!) { showCheckInCode(input: $input) { token } }',
      {
        headers,
        variables: { input: { shiftId: `shift_${here.shift.id}` } },
      },
    );
    expect(data!['showCheckInCode']!.token).toEqual(expect.any(String));
    const { rows } = await run(
      'select stf.id from check_in_code_shown ccs join staff stf on stf.person_id = ccs.person_id where ccs.shift_id = $1',
      here.shift.id,
    );
    expect(rows.map(({ id }: { id: string }) => id).sort()).toEqual([admin.staff.id, another.staff.id].sort());
  });

  it.each<[string, (here: OwnDuty) => Promise<void>]>([
    ['still run the shift', () => Promise.resolve()],
    ['have handed it over since', handOver],
    ['work there no more', roleEnds],
  ])('whether they %s: another approves', async (_, then) => {
    const here = await ownDuty();
    const codes = await shown(here);
    here.at(70);
    await then(here);
    expect((await duties.report(here, both(here, codes))).codes).toEqual([]);
    expect(await duties.written(here.signup)).toMatchObject({
      service: 'PENDING',
      from: here.moment(1),
      to: here.moment(59),
    });
    const {
      rows: [record],
    } = await run('select id from service_record where signup_id = $1', here.signup.id);
    const { id } = record as { id: string };
    await expect(
      run("update service_record set status = 'APPROVED', decided_at = $2 where id = $1", id, here.moment(71)),
    ).rejects.toMatchObject({ constraint: 'service_record_own_code' });
    expect(
      (await asked(duties.hub, ApproveServiceRecordsDocument, admin.accountId, { recordIds: [`service-record_${id}`] }))
        .codes,
    ).toEqual([]);
  });

  it('but who runs it no more and was shown the code by others serves like everybody', async () => {
    const here = await ownDuty();
    await handOver(here);
    here.at(70);
    expect(
      (
        await duties.report(
          here,
          both(here, [await codeAt(here.shift.id, here.moment(1)), await codeAt(here.shift.id, here.moment(59))]),
        )
      ).codes,
    ).toEqual([]);
    expect(await duties.written(here.signup)).toMatchObject({ service: 'APPROVED' });
  });
});

describe('what a volunteer sends late', () => {
  it('lifts a suspension by the rule, though they work at the school: nobody decides on themself', async () => {
    const own: Family = await family(duties.scenario, [duties.schoolClass]);
    await duties.scenario.staffMember({ role: 'SCHOOL_ADMIN', school: duties.school } as never, own.parent);
    const missed: Duty[] = [];
    for (let each = 0; each < 3; each += 1) {
      const here = await duties.duty();
      missed.push({ ...here, volunteer: own, signup: await signedUp(duties.scenario, here, own) });
      here.at(61);
      expect(
        (await duties.record(admin, here.shift.id, [{ signup: missed.at(-1)!.signup, noShow: true }])).codes,
      ).toEqual([]);
    }
    const last = missed.at(-1)!;
    expect(
      (
        await duties.report(last, [
          {
            kind: 'IN',
            token: await codeAt(last.shift.id, last.moment(1)),
            happenedAt: last.moment(1),
            nonce: `self-${last.signup.id}`,
          },
        ])
      ).codes,
    ).toEqual([]);
    const { rows } = await run(
      'select undone, lifted_at is not null as lifted, lifted_by_id from volunteer_suspension where person_id = $1',
      own.parent.person.id,
    );
    expect(rows).toEqual([{ undone: true, lifted: true, lifted_by_id: null }]);
  });
});
