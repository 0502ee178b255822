import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApproveServiceRecordsDocument, RejectServiceRecordsDocument } from '../../../schema/generated/admin.ts';
import { AppealServiceRecordDocument } from '../../../schema/generated/mini-program.ts';
import type { StaffMember } from '../../../seeds/scenario/index.ts';
import { ServiceRole } from '../../../src/domains/identity/index.ts';
import { serviceToken } from '../../access/callers.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { asked } from '../../support/mutations.ts';
import { codeAt, Duties, type Duty, type ListRow } from '../duties.ts';

let duties: Duties;
let first: StaffMember;
let second: StaffMember;
beforeAll(async () => {
  duties = await Duties.open();
  [first, second] = [
    await duties.scenario.schoolAdmin(duties.school),
    await duties.scenario.schoolAdmin(duties.school),
  ];
});
afterAll(async () => {
  await expectChecksHold(duties.hub);
  await duties.hub.stop();
});

const query = async <Row extends object>(statement: string, ...values: readonly unknown[]): Promise<Row[]> =>
  (await duties.hub.database.pool.query<Row>(statement, [...values])).rows;
const list = (who: { accountId: string }, here: Duty, row: Omit<ListRow, 'signup'>) =>
  duties.record(who, here.shift.id, [{ signup: here.signup, ...row }]);
const recordOf = async ({ signup }: Duty) =>
  (
    await query<{ id: string; status: string; approver: string | null; minutes: number }>(
      'select id, status, approver_id as approver, minutes from service_record where signup_id = $1',
      signup.id,
    )
  )[0]!;
const decide = async (who: StaffMember, here: Duty, what: 'approve' | 'reject') => {
  const recordIds = [`service-record_${(await recordOf(here)).id}`];
  return (
    what === 'approve'
      ? await asked(duties.hub, ApproveServiceRecordsDocument, who.accountId, { recordIds })
      : await asked(duties.hub, RejectServiceRecordsDocument, who.accountId, { recordIds, reason: '与现场不符' })
  ).codes;
};
const appeal = async (here: Duty) =>
  (
    await asked(duties.hub, AppealServiceRecordDocument, here.volunteer.parent.accountId, {
      recordId: `service-record_${(await recordOf(here)).id}`,
      text: '老师可以证明',
    })
  ).codes;
const told = async ({ volunteer }: Duty) =>
  (
    await query<{ kind: string }>(
      'select kind from notice where person_id = $1 order by created_at, id',
      volunteer.parent.person.id,
    )
  ).map(({ kind }) => kind.replace('volunteering.', ''));

async function served(): Promise<Duty> {
  const here = await duties.duty();
  here.at(61);
  expect((await list(second, here, { checkedInAt: here.moment(0), checkedOutAt: here.moment(60) })).codes).toEqual([]);
  return here;
}

/** Rejected by the first administrator, appealed for, and decided by the second. */
async function appealed(decision: 'approve' | 'reject' | null): Promise<Duty> {
  const here = await served();
  expect(await decide(first, here, 'reject')).toEqual([]);
  expect(await appeal(here)).toEqual([]);
  expect(await decide(first, here, 'approve')).toEqual(['BY_ANOTHER']);
  if (decision !== null) expect(await decide(second, here, decision)).toEqual([]);
  return here;
}

describe('a decision on an appeal', () => {
  it('is not undone by a list that says somebody was missing, excused or there at another time, kept by whoever had rejected the service', async () => {
    const here = await appealed('approve');
    expect((await list(first, here, { noShow: true })).codes).toEqual([['BY_ANOTHER', 'rows.0.noShow']]);
    expect((await list(first, here, { checkedInAt: here.moment(0), checkedOutAt: here.moment(1) })).codes).toEqual([
      ['BY_ANOTHER', 'rows.0.checkedInAt'],
    ]);
    expect((await list(first, here, { checkedOutAt: here.moment(1) })).codes).toEqual([
      ['BY_ANOTHER', 'rows.0.checkedOutAt'],
    ]);
    await query(
      "update signup set cancel_requested_at = $2, cancel_request_reason = '孩子发烧' where id = $1",
      here.signup.id,
      here.moment(-30),
    );
    expect((await list(first, here, { excused: true })).codes).toEqual([['BY_ANOTHER', 'rows.0.excused']]);
    expect(await recordOf(here)).toMatchObject({ status: 'APPROVED', approver: second.person.id, minutes: 60 });
    expect(await duties.written(here.signup)).toMatchObject({
      in: here.moment(0),
      out: here.moment(60),
      missing: false,
    });
  });

  it('nor by an organiser who does not decide on appeals, nor by a token that stands for whoever had rejected it', async () => {
    const here = await appealed('approve');
    expect((await list(duties.organiser, here, { noShow: true })).codes).toEqual([['BY_ANOTHER', 'rows.0.noShow']]);
    const token = await serviceToken(duties.scenario, first, {
      role: ServiceRole.SCHOOL_ADMIN,
      school: duties.school,
      granted: ['volunteering.attendance.keep'],
    });
    const { data } = await duties.hub.ask(
      'mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { userErrors { code } } }',
      {
        headers: token,
        variables: {
          input: { shiftId: `shift_${here.shift.id}`, rows: [{ signupId: `signup_${here.signup.id}`, noShow: true }] },
        },
      },
    );
    expect(data!['recordAttendance'].userErrors).toEqual([{ code: 'BY_ANOTHER' }]);
    expect(await recordOf(here)).toMatchObject({ status: 'APPROVED', approver: second.person.id });
  });

  it('is not turned into its contrary by the list or by a late report, where it was turned down', async () => {
    const here = await duties.duty();
    here.at(61);
    await list(second, here, { checkedInAt: here.moment(0), checkedOutAt: here.moment(60) });
    await list(first, here, { noShow: true });
    expect(await recordOf(here)).toMatchObject({ status: 'REJECTED', approver: first.person.id });
    expect(await appeal(here)).toEqual([]);
    const report = async (kind: 'IN' | 'OUT', minute: number) =>
      (
        await duties.report(here, [
          {
            kind,
            token: await codeAt(here.shift.id, here.moment(minute)),
            happenedAt: here.moment(minute),
            nonce: `${here.signup.id}-${kind}-${minute}`,
          },
        ])
      ).codes;
    // While it waits it is said once more what it is against, and nothing else.
    expect((await list(first, here, { checkedInAt: here.moment(0), checkedOutAt: here.moment(30) })).codes).toEqual([
      ['BY_ANOTHER', 'rows.0.checkedInAt'],
    ]);
    expect(await report('IN', 0)).toEqual([]);
    expect(await report('OUT', 50)).toEqual([['APPEALED', 'reports.0.happenedAt']]);
    expect(await recordOf(here)).toMatchObject({ status: 'APPEALED' });
    expect(await decide(second, here, 'reject')).toEqual([]);
    expect(await report('OUT', 40)).toEqual([['APPEALED', 'reports.0.happenedAt']]);
    expect((await list(first, here, { checkedOutAt: here.moment(60) })).codes).toEqual([
      ['BY_ANOTHER', 'rows.0.checkedOutAt'],
    ]);
    expect(await recordOf(here)).toMatchObject({ status: 'REJECTED', approver: second.person.id });
  });

  it('is corrected by another administrator, of which the volunteer is told, and can be appealed against anew', async () => {
    const here = await appealed('approve');
    expect((await list(second, here, { noShow: true })).codes).toEqual([]);
    expect(await recordOf(here)).toMatchObject({ status: 'REJECTED', approver: second.person.id });
    expect(await told(here)).toEqual(['service-rejected', 'service-approved', 'no-show-noted', 'service-rejected']);
    expect(await appeal(here)).toEqual([]);
    expect(await decide(second, here, 'reject')).toEqual(['BY_ANOTHER']);
    expect(await decide(first, here, 'approve')).toEqual([]);
  });

  it('is answered for by whoever took it, whoever says the same on the list after it', async () => {
    const here = await duties.duty();
    here.at(61);
    const came = { checkedInAt: here.moment(0), checkedOutAt: here.moment(60) };
    await list(first, here, came);
    await list(first, here, { noShow: true });
    expect(await appeal(here)).toEqual([]);
    expect(await decide(second, here, 'approve')).toEqual([]);
    for (const who of [first, second, first, second, first]) expect((await list(who, here, came)).codes).toEqual([]);
    expect(await recordOf(here)).toMatchObject({ status: 'APPROVED', approver: second.person.id });
  });

  it('stands against every writer: PostgreSQL refuses it of whoever had rejected the service, and of nobody', async () => {
    const here = await appealed('approve');
    const forgotten = 'appeal = null, appealed_at = null, rejected_by_id = null';
    await expect(
      query(
        `update service_record set status = 'REJECTED', decision_reason = '更正', approver_id = $2, ${forgotten} where signup_id = $1`,
        here.signup.id,
        first.person.id,
      ),
    ).rejects.toMatchObject({ constraint: 'service_record_appeal_stands' });
    await expect(
      query(
        `update service_record set status = 'PENDING', decided_at = null, approver_id = null, ${forgotten} where signup_id = $1`,
        here.signup.id,
      ),
    ).rejects.toMatchObject({ constraint: 'service_record_appeal_stands' });
  });

  it('and of two who say contrary things at one moment the one who may not is refused', async () => {
    const here = await appealed(null);
    const [kept, decided] = await Promise.all([
      list(first, here, { checkedInAt: here.moment(0), checkedOutAt: here.moment(5) }),
      decide(second, here, 'approve'),
    ]);
    expect(kept.codes).toEqual([['BY_ANOTHER', 'rows.0.checkedInAt']]);
    expect(decided).toEqual([]);
    expect(await recordOf(here)).toMatchObject({ status: 'APPROVED', approver: second.person.id, minutes: 60 });
  });
});

it('whoever is noted as missing after their service counted is told that it does not', async () => {
  const here = await served();
  expect((await list(second, here, { noShow: true })).codes).toEqual([]);
  expect(await told(here)).toEqual(['no-show-noted', 'service-rejected']);
  expect((await list(second, here, { noShow: true })).codes).toEqual([]);
  expect(await told(here)).toEqual(['no-show-noted', 'service-rejected']);
});
