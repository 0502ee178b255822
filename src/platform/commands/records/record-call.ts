import { v7 } from 'uuid';
import { isUuid, type Viewer } from '../../auth/index.ts';
import { sql, type Sql } from '../../reading/index.ts';
import type { AuditOutcome, AuditRecord } from './audit-record.entity.ts';
import type { Notes, Transaction } from '../transaction.ts';

export interface RecordedCall {
  /** The name of the mutation, or of the job. */
  readonly mutation: string;
  readonly outcome: AuditOutcome;
  readonly code?: string | null;
  readonly subjects: AuditRecord['subjects'];
  readonly notes?: Notes;
  /** False for what leaves no record; true where left out. */
  readonly isEvent?: boolean;
  /** The same caller is on record for the same once an hour: something was told, and nothing has changed. */
  readonly onceAnHour?: boolean;
}

/** A call that is over, by whoever made it. */
export interface Concluded extends RecordedCall {
  readonly by: { readonly viewer: Viewer; readonly now: Date };
  /** Under the key that was taken for it, by the id of its row: the answer is the same when it is asked again. */
  readonly remembered?: { readonly id: string; readonly result: unknown };
}

/** Writes, with what the transaction writes, who did what upon which things. */
export function recordCall(tx: Transaction, call: RecordedCall): Promise<void> {
  return conclude(tx, [{ ...call, by: tx }]);
}

/**
 * So many refusals of one caller, of one mutation and for one reason, have a record each within a minute; further ones are counted
 * alone. The first always has one: no other refusals hide it.
 */
const RECORDED_A_MINUTE = 5;
/** After so many refusals of one caller within a minute, of whatever kind, that first record alone is written. */
const RECORDED_OF_ALL = 50;
/** Stands for all callers without an account. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Writes who did what upon which things, and what is to be answered to whoever asks again: one statement, however many they are. */
export async function conclude(tx: Transaction, calls: readonly Concluded[]): Promise<void> {
  const rows = calls
    .filter(({ isEvent, remembered }) => isEvent !== false || remembered)
    .map((call) => ({
      ...rowOf(call),
      event: call.isEvent !== false,
      hourly: call.onceAnHour === true,
      idempotent: call.remembered?.id,
      result: call.remembered?.result,
    }));
  if (rows.length === 0) return;
  await tx.query(sql`
    with done as (select * from json_to_recordset(${JSON.stringify(rows)}::json) as call(id uuid, created_at timestamptz, account uuid, service_token uuid, mutation text,
        outcome text, code text, subjects jsonb, about uuid[], schools uuid[], districts uuid[], event boolean, hourly boolean, tally uuid, idempotent uuid, result jsonb)),
      remembered as (update idempotent_call idc set result = done.result from done where idc.id = done.idempotent),
      tallied as (
        insert into refusal_tally as tly (id, actor, mutation, code, minute, refused_count, first_at, last_at, created_at)
        select done.tally, coalesce(done.account, done.service_token, ${NOBODY}::uuid), done.mutation, done.code, date_trunc('minute', done.created_at, 'UTC'), 1, done.created_at, done.created_at, done.created_at
        from done where done.outcome = 'REFUSED' order by 2, 3, 4
        on conflict on constraint refusal_tally_unique do update set refused_count = tly.refused_count + 1, last_at = greatest(tly.last_at, excluded.last_at)
        returning actor, mutation, code, minute, refused_count)
    insert into audit_record (id, created_at, account, service_token, mutation, outcome, code, subjects, about, schools, districts)
    select id, created_at, account, service_token, mutation, outcome, code, subjects, about, schools, districts from done
    where event and not exists (select 1 from tallied tly
      where done.outcome = 'REFUSED' and tly.actor = coalesce(done.account, done.service_token, ${NOBODY}::uuid) and tly.mutation = done.mutation and tly.code = done.code
        and tly.refused_count > case when (select sum(least(each.refused_count, ${RECORDED_A_MINUTE}::int)) from refusal_tally each where each.actor = tly.actor and each.minute = tly.minute) >= ${RECORDED_OF_ALL}::int
          then 1 else ${RECORDED_A_MINUTE}::int end)
      and not (hourly and (${withinTheHour(sql`earlier.account = done.account`)} or (done.service_token is not null and ${withinTheHour(sql`earlier.service_token = done.service_token`)})))`);
}

/** Asked for accounts and for service tokens apart: accounts are found by an index of their own, service tokens among the calls of the mutation. */
function withinTheHour(byTheSame: Sql): Sql {
  return sql`exists (select 1 from audit_record earlier where ${byTheSame} and earlier.mutation = done.mutation
    and earlier.created_at > done.created_at - interval '1 hour' and earlier.outcome = 'SUCCEEDED' and earlier.subjects = done.subjects)`;
}

/** What a call names never tells who calls: only the viewer does, or what the command itself has proven and noted. */
function rowOf({
  mutation,
  outcome,
  code,
  subjects,
  notes,
  by: { viewer, now },
}: Concluded): Readonly<Record<string, unknown>> {
  const { accountId, serviceTokenId, loggedAt } = viewer;
  const named = { ...subjects, ...notes };
  return {
    id: v7(),
    tally: v7(),
    created_at: now,
    account: serviceTokenId === null ? (accountId ?? notes?.['account'] ?? null) : null,
    service_token: serviceTokenId,
    mutation,
    outcome,
    code: code ?? null,
    subjects: named,
    about: [...new Set(Object.values(named).flat().filter(isUuid))],
    ...loggedAt,
  };
}
