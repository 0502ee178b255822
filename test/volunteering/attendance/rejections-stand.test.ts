import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApproveServiceRecordsDocument, RejectServiceRecordsDocument } from '../../../schema/generated/admin.ts';
import { AppealServiceRecordDocument } from '../../../schema/generated/mini-program.ts';
import { family, signedUp, type StaffMember } from '../../../seeds/scenario/index.ts';
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
const list = async (who: { accountId: string }, here: Duty, row: Omit<ListRow, 'signup'>) =>
  (await duties.record(who, here.shift.id, [{ signup: here.signup, ...row }])).codes;
const recordOf = async ({ signup }: Pick<Duty, 'signup'>) =>
  (
    await query<{ id: string; status: string; approver: string | null; reason: string | null }>(
      'select id, status, approver_id as approver, decision_reason as reason from service_record where signup_id = $1',
      signup.id,
    )
  )[0]!;
const reject = async (who: StaffMember, here: Duty, reason = '本人未到场,由他人代签') =>
  (
    await asked(duties.hub, RejectServiceRecordsDocument, who.accountId, {
      recordIds: [`service-record_${(await recordOf(here)).id}`],
      reason,
    })
  ).codes;
const approve = async (who: StaffMember, here: Duty) =>
  (
    await asked(duties.hub, ApproveServiceRecordsDocument, who.accountId, {
      recordIds: [`service-record_${(await recordOf(here)).id}`],
    })
  ).codes;
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
const askedToDecide = async (here: Pick<Duty, 'signup'>) =>
  (
    await query<{ person_id: string }>(
      'select person_id from notice where waiting and about_id = $1 order by person_id',
      (await recordOf(here)).id,
    )
  ).map(({ person_id }) => person_id);
const personsOf = (...staff: readonly StaffMember[]) => staff.map(({ person }) => person.id).toSorted();

async function rejected(by: StaffMember, reason?: string): Promise<Duty> {
  const here = await duties.duty();
  here.at(61);
  expect(await list(duties.organiser, here, { checkedInAt: here.moment(0), checkedOutAt: here.moment(60) })).toEqual(
    [],
  );
  expect(await reject(by, here, reason)).toEqual([]);
  return here;
}

describe('service that was rejected', () => {
  it('is not made to count by the list of an organiser, whatever times it says, and by whichever way round', async () => {
    const here = await rejected(first);
    const stands = async () =>
      expect(await recordOf(here)).toMatchObject({
        status: 'REJECTED',
        approver: first.person.id,
        reason: '本人未到场,由他人代签',
      });
    expect(await list(duties.organiser, here, { checkedOutAt: here.moment(59, 59_000) })).toEqual([
      ['REJECTED_BY_ANOTHER', 'rows.0.checkedOutAt'],
    ]);
    await stands();
    // That they came is part of what was decided on: whoever could not note it again notes no absence in its place.
    expect(await list(duties.organiser, here, { noShow: true })).toEqual([['REJECTED_BY_ANOTHER', 'rows.0.noShow']]);
    await stands();
    // What is noted by whoever may does not undo it afterwards.
    expect(await list(second, here, { noShow: true })).toEqual([]);
    await stands();
    expect(await list(duties.organiser, here, { checkedInAt: here.moment(0), checkedOutAt: here.moment(60) })).toEqual([
      ['REJECTED_BY_ANOTHER', 'rows.0.checkedInAt'],
    ]);
    await stands();
    expect(await told(here)).toEqual(['service-rejected', 'no-show-noted']);
  });

  it('in the very words of the hub is a decision as any', async () => {
    const words = '考勤更正后,班次内没有服务时间';
    const here = await rejected(first, words);
    expect(await list(duties.organiser, here, { checkedOutAt: here.moment(50) })).toEqual([
      ['REJECTED_BY_ANOTHER', 'rows.0.checkedOutAt'],
    ]);
    expect(await list(first, here, { noShow: true })).toEqual([]);
    expect(await list(duties.organiser, here, { checkedInAt: here.moment(0), checkedOutAt: here.moment(60) })).toEqual([
      ['REJECTED_BY_ANOTHER', 'rows.0.checkedInAt'],
    ]);
    expect(await recordOf(here)).toMatchObject({
      status: 'REJECTED',
      approver: first.person.id,
      reason: `${words}。`,
    });
  });

  it('and is appealed for is not noted as an absence by whoever may not decide on the appeal', async () => {
    const here = await rejected(first);
    expect(await appeal(here)).toEqual([]);
    for (const who of [duties.organiser, first])
      expect(await list(who, here, { noShow: true })).toEqual([['BY_ANOTHER', 'rows.0.noShow']]);
    expect(await list(second, here, { noShow: true })).toEqual([]);
    expect(await recordOf(here)).toMatchObject({ status: 'APPEALED' });
  });

  it('is not made to count by its volunteer, who sends codes late', async () => {
    const here = await rejected(first);
    expect(await list(first, here, { noShow: true })).toEqual([]);
    const reports = await Promise.all(
      (['IN', 'OUT'] as const).map(async (kind, index) => ({
        kind,
        token: await codeAt(here.shift.id, here.moment(1 + index * 50)),
        happenedAt: here.moment(1 + index * 50),
        nonce: `${here.signup.id}-${kind}`,
      })),
    );
    expect((await duties.report(here, reports)).codes).toEqual([['REJECTED', 'reports.1.happenedAt']]);
    expect(await recordOf(here)).toMatchObject({ status: 'REJECTED', approver: first.person.id });
  });

  it.each([
    ['the same times', (here: Duty) => ({ checkedInAt: here.moment(0), checkedOutAt: here.moment(60) })],
    ['the same absence', () => ({ noShow: true })],
  ])('is not taken over by an organiser who says %s as its rejecter, nor overruled so', async (what, said) => {
    const here = await duties.duty();
    here.at(61);
    const came = { checkedInAt: here.moment(0), checkedOutAt: here.moment(60) };
    expect(await list(first, here, came)).toEqual([]);
    expect(await reject(first, here)).toEqual([]);
    if (what === 'the same absence') expect(await list(first, here, said(here))).toEqual([]);
    expect(await list(duties.organiser, here, said(here))).toEqual([]);
    expect(await recordOf(here)).toMatchObject({ status: 'REJECTED', approver: first.person.id });
    expect(await list(duties.organiser, here, { ...came, checkedOutAt: here.moment(59) })).toEqual([
      ['REJECTED_BY_ANOTHER', 'rows.0.checkedInAt'],
    ]);
    // The appeal is against whoever rejected it: another is asked, and decides.
    expect(await appeal(here)).toEqual([]);
    expect(await askedToDecide(here)).toEqual(personsOf(second));
    expect(await approve(first, here)).toEqual(['BY_ANOTHER']);
    expect(await approve(second, here)).toEqual([]);
  });

  it.each([
    ['whoever rejected it', () => [duties.organiser, duties.organiser] as const],
    ['an administrator, over the organiser', () => [duties.organiser, second] as const],
    ['another administrator, who would decide on an appeal', () => [first, second] as const],
  ])('is put right by %s, of which its volunteer hears', async (_, who) => {
    const [by, then] = who();
    const here = await rejected(by);
    expect(await list(then, here, { checkedOutAt: here.moment(50) })).toEqual([]);
    expect(await recordOf(here)).toMatchObject({ status: 'APPROVED', approver: then.person.id });
    expect(await told(here)).toEqual(['service-rejected', 'service-approved']);
  });

  it('since nothing was noted to be served counts again with what is noted', async () => {
    const here = await duties.duty();
    here.at(61);
    const came = { checkedInAt: here.moment(0), checkedOutAt: here.moment(60) };
    expect(await list(first, here, came)).toEqual([]);
    expect(await list(first, here, { noShow: true })).toEqual([]);
    expect(await list(duties.organiser, here, came)).toEqual([]);
    expect(await recordOf(here)).toMatchObject({ status: 'APPROVED', approver: duties.organiser.person.id });
  });

  it('after it had been granted on an appeal can be appealed for anew, which another decides', async () => {
    const here = await rejected(first);
    expect(await appeal(here)).toEqual([]);
    expect(await approve(second, here)).toEqual([]);
    expect(await reject(first, here)).toEqual(['BY_ANOTHER']);
    expect(await reject(second, here)).toEqual([]);
    // Whoever may not decide on the appeal has no way round it.
    expect(await list(duties.organiser, here, { checkedOutAt: here.moment(59) })).toEqual([
      ['REJECTED_BY_ANOTHER', 'rows.0.checkedOutAt'],
    ]);
    expect(await appeal(here)).toEqual([]);
    expect(await askedToDecide(here)).toEqual(personsOf(first));
    expect(await approve(second, here)).toEqual(['BY_ANOTHER']);
    expect(await approve(first, here)).toEqual([]);
    expect(await recordOf(here)).toMatchObject({ status: 'APPROVED', approver: first.person.id });
  });
});

describe('service that waits since its volunteer runs the shift', () => {
  async function own(): Promise<Duty & { readonly runsIt: StaffMember }> {
    const volunteer = await family(duties.scenario, [duties.schoolClass]);
    const runsIt = await duties.scenario.staffMember(
      {
        role: 'HOMEROOM_TEACHER',
        school: duties.school,
        schoolClass: await duties.scenario.schoolClass(duties.school),
      } as never,
      volunteer.parent,
    );
    const before = duties.organiser;
    duties.organiser = runsIt;
    const here = await duties.duty();
    duties.organiser = before;
    return { ...here, runsIt, volunteer, signup: await signedUp(duties.scenario, here, volunteer) };
  }

  it.each(['at once', 'late'])(
    'is asked of the administrators when codes are sent %s, and of nobody once it is decided',
    async (when) => {
      const here = await own();
      const { accountId } = here.volunteer.parent;
      if (when === 'at once') {
        here.at(1);
        await duties.checkIn({ accountId }, await codeAt(here.shift.id, here.moment(1)));
        here.at(59);
        expect((await duties.checkOut({ accountId }, await codeAt(here.shift.id, here.moment(59)))).codes).toEqual([]);
      } else {
        here.at(61);
        const codes = await Promise.all([1, 59].map((minute) => codeAt(here.shift.id, here.moment(minute))));
        const { codes: refused } = await duties.report(
          here,
          codes.map((token, index) => ({
            kind: index === 0 ? ('IN' as const) : ('OUT' as const),
            token,
            happenedAt: here.moment(1 + index * 58),
            nonce: `${here.signup.id}-${index}`,
          })),
        );
        expect(refused).toEqual([]);
      }
      expect(await recordOf(here)).toMatchObject({ status: 'PENDING' });
      expect(await askedToDecide(here)).toEqual(personsOf(first, second));
      here.at(61);
      if (when === 'late') expect(await approve(second, here)).toEqual([]);
      else expect(await list(second, here, { checkedOutAt: here.moment(58) })).toEqual([]);
      expect(await recordOf(here)).toMatchObject({ status: 'APPROVED', approver: second.person.id });
      expect(await askedToDecide(here)).toEqual([]);
      expect(await told(here)).toContain('service-approved');
    },
  );
});
