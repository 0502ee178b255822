import { v7 } from 'uuid';
import { isUuid, type Viewer } from '../auth/index.ts';
import { sql } from '../reading/index.ts';
import type { AuditOutcome, AuditRecord } from './audit-record.entity.ts';
import type { Notes, Transaction } from './transaction.ts';

export interface RecordedCall {
  /** Of the mutation, or of the job. */
  readonly mutation: string;
  readonly outcome: AuditOutcome;
  readonly code?: string | null;
  readonly subjects: AuditRecord['subjects'];
  readonly notes?: Notes;
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

/** Writes who did what upon which things, and what is to be answered to whoever asks again: one statement, however many they are. */
export async function conclude(tx: Transaction, calls: readonly Concluded[]): Promise<void> {
  if (calls.length === 0) return;
  const done = JSON.stringify(calls.map((call) => ({ ...rowOf(call), idempotent: call.remembered?.id, result: call.remembered?.result })));
  await tx.query(sql`
    with done as (select * from json_to_recordset(${done}::json) as call(id uuid, created_at timestamptz, account uuid, service_token uuid, mutation text,
        outcome text, code text, subjects jsonb, about uuid[], schools uuid[], districts uuid[], idempotent uuid, result jsonb)),
      remembered as (update idempotent_call idc set result = done.result from done where idc.id = done.idempotent)
    insert into audit_record (id, created_at, account, service_token, mutation, outcome, code, subjects, about, schools, districts)
    select id, created_at, account, service_token, mutation, outcome, code, subjects, about, schools, districts from done`);
}

/** What a call names never tells who calls: only the viewer does, or what the command itself has proven and noted. */
function rowOf({ mutation, outcome, code, subjects, notes, by: { viewer, now } }: Concluded): Readonly<Record<string, unknown>> {
  const { accountId, serviceTokenId, staffSchoolIds, childSchoolIds, assignments } = viewer;
  const named = { ...subjects, ...notes };
  return {
    id: v7(), created_at: now, account: serviceTokenId === null ? (accountId ?? notes?.['account'] ?? null) : null, service_token: serviceTokenId,
    mutation, outcome, code: code ?? null, subjects: named, about: [...new Set(Object.values(named).flat().filter(isUuid))],
    schools: [...new Set([...staffSchoolIds, ...childSchoolIds])], districts: [...new Set(assignments.map(({ districtId }) => districtId))],
  };
}
