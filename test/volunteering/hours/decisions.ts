import { ApproveServiceRecordsDocument, RejectServiceRecordsDocument } from '../../../schema/generated/admin.ts';
import {
  AppealServiceRecordDocument,
  MyServiceDocument,
  SupplementServiceDocument,
} from '../../../schema/generated/mini-program.ts';
import type { TestHub } from '../../support/hub.ts';
import type { Served } from '../service.ts';

const codesOf = (payload: { userErrors: readonly { code: string; path: readonly string[] }[] } | undefined) =>
  payload?.userErrors.map((error) => [error.code, error.path.join('.')]);
const ids = (records: readonly { id: string }[]): string[] =>
  records.map(({ id }) => (id.includes('_') ? id : `service-record_${id}`));

/** Service that is written down, decided on and appealed for, and what it comes to. */
export function serviceCalls(hub: () => TestHub) {
  async function supplement(who: { accountId: string }, { signup }: Served, startsAt: Date, endsAt: Date) {
    const input = {
      signupId: `signup_${signup.id}`,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      description: '忘记签到',
    };
    const answer = await hub().ask(SupplementServiceDocument, { as: who.accountId, variables: { input } });
    return {
      ...answer,
      record: answer.data?.supplementService.serviceRecord,
      codes: codesOf(answer.data?.supplementService),
    };
  }

  async function approve(
    who: { accountId: string },
    records: readonly { id: string }[],
    errorPolicy = 'REJECT_EVERYTHING',
  ) {
    const answer = await hub().ask(ApproveServiceRecordsDocument, {
      as: who.accountId,
      variables: { input: { recordIds: ids(records), errorPolicy: errorPolicy as never } },
    });
    return { ...answer, codes: codesOf(answer.data?.approveServiceRecords) };
  }
  async function reject(
    who: { accountId: string },
    records: readonly { id: string }[],
    errorPolicy = 'REJECT_EVERYTHING',
  ) {
    const answer = await hub().ask(RejectServiceRecordsDocument, {
      as: who.accountId,
      variables: { input: { recordIds: ids(records), reason: '与现场不符', errorPolicy: errorPolicy as never } },
    });
    return { ...answer, codes: codesOf(answer.data?.rejectServiceRecords) };
  }
  async function appeal(who: { accountId: string }, record: { id: string }) {
    const answer = await hub().ask(AppealServiceRecordDocument, {
      as: who.accountId,
      variables: { input: { recordId: ids([record])[0]!, text: '老师可以证明' } },
    });
    return { ...answer, codes: codesOf(answer.data?.appealServiceRecord) };
  }
  async function statusOf(record: { id: string }): Promise<string> {
    const { rows } = await hub().database.pool.query<{ status: string }>(
      'select status from service_record where id = $1',
      [ids([record])[0]!.split('_')[1]],
    );
    return rows[0]!.status;
  }
  async function minutesOf(who: { accountId: string }) {
    const { data } = await hub().ask(MyServiceDocument, { as: who.accountId, variables: {} });
    const guardian = data!.viewer.guardian!;
    return {
      own: guardian.serviceMinutes,
      term: guardian.serviceMinutesThisTerm,
      families: guardian.households!.nodes.map((each) => [each.serviceMinutes, each.serviceMinutesThisTerm]),
    };
  }

  return { supplement, approve, reject, appeal, statusOf, minutesOf };
}
