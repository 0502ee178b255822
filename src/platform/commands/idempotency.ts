import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { BadUserInput } from '../errors/index.ts';
import { sql } from '../reading/index.ts';
import type { Transaction } from './transaction.ts';

const IDEMPOTENCY_DAYS = 7;

/** Keys used before this moment are forgotten. */
export function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - IDEMPOTENCY_DAYS * 86_400_000);
}

const LONGEST_KEY = 200;

export interface RememberedCall {
  readonly account: string;
  readonly mutation: string;
  readonly key: string;
  readonly inputHash: string;
}

/** Equal for equal inputs, whatever the order of their fields. */
export function hashOfInput(input: Readonly<Record<string, unknown>>): string {
  const { idempotencyKey: _, ...rest } = input;
  return createHash('sha256').update(canonical(rest)).digest('base64url');
}

function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

export function checkKey(key: string): void {
  if (key.length === 0 || key.length > LONGEST_KEY || key.includes('\0') || !key.isWellFormed()) {
    throw new BadUserInput(
      {
        zh: `idempotencyKey 应为 1 到 ${LONGEST_KEY} 个字符。`,
        en: `idempotencyKey must have 1 to ${LONGEST_KEY} characters.`,
      },
      ['input', 'idempotencyKey'],
    );
  }
}

/** The state of a key: it is taken for this transaction, or an earlier call under it has been answered. */
export type Recalled =
  { readonly taken: string } | { readonly taken: null; readonly result: unknown; readonly inputHash: string };

/**
 * Takes the keys for this transaction, or answers what earlier calls under them answered. A second caller waits in the
 * insert until the first has committed (and then finds its result) or was undone (and then goes first itself). No two of
 * the calls are of one account.
 */
export async function recallAll(tx: Transaction, calls: readonly RememberedCall[]): Promise<Recalled[]> {
  if (calls.length === 0) return [];
  // In the order of the unique index, so that those who take several do not wait for one another in a ring.
  const asked = JSON.stringify(calls.map((call) => ({ id: v7(), ...call })));
  const taken = await tx.query<{ id: string; account: string }>(sql`
    insert into idempotent_call (id, account, mutation, key, input_hash, created_at)
    select call.id, call.account, call.mutation, call.key, call."inputHash", ${tx.now}
    from json_to_recordset(${asked}::json) as call(id uuid, account uuid, mutation text, key text, "inputHash" text) order by call.account, call.mutation, call.key
    on conflict on constraint idempotent_call_unique do update
      set input_hash = excluded.input_hash, result = null, created_at = excluded.created_at
      where idempotent_call.created_at < ${forgottenBefore(tx.now)}
    returning id, account`);
  const byAccount = new Map<string, Recalled>(taken.map(({ id, account }) => [account, { taken: id }]));
  if (taken.length < calls.length) {
    const earlier = await tx.query<{ account: string; input_hash: string; result: unknown }>(sql`
      select idc.account, idc.input_hash, idc.result from json_to_recordset(${asked}::json) as call(account uuid, mutation text, key text)
      join idempotent_call idc on idc.account = call.account and idc.mutation = call.mutation and idc.key = call.key`);
    for (const { account, input_hash, result } of earlier)
      if (!byAccount.has(account)) byAccount.set(account, { taken: null, result, inputHash: input_hash });
  }
  return calls.map(({ account }) => byAccount.get(account)!);
}

/**
 * The same for one.
 * @returns the id of the key that is taken, or what an earlier call answered
 * @throws BadUserInput where the earlier call had another input
 */
export async function recall(tx: Transaction, call: RememberedCall): Promise<Recalled> {
  const [recalled] = await recallAll(tx, [call]);
  if (recalled!.taken === null && recalled!.inputHash !== call.inputHash) {
    throw new BadUserInput(
      {
        zh: '此 idempotencyKey 已用于另一份输入。',
        en: 'This idempotencyKey was used with another input.',
      },
      ['input', 'idempotencyKey'],
    );
  }
  return recalled!;
}

/** A refused call is decided anew when it is retried. */
export async function forget(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.query(sql`delete from idempotent_call where id = any(${ids}::uuid[])`);
}
