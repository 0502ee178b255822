import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { BadUserInput } from '../errors/index.ts';
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
    const entries = Object.entries(value).filter(([, each]) => each !== undefined).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

export function checkKey(key: string): void {
  if (key.length === 0 || key.length > LONGEST_KEY || key.includes('\0') || !key.isWellFormed()) {
    throw new BadUserInput({
      zh: `idempotencyKey 应为 1 到 ${LONGEST_KEY} 个字符。`,
      en: `idempotencyKey must have 1 to ${LONGEST_KEY} characters.`,
    }, ['input', 'idempotencyKey']);
  }
}

/**
 * Takes the key for this transaction, or answers what an earlier call under it answered. A second caller waits in the
 * insert until the first has committed (and then finds its result) or was undone (and then goes first itself).
 */
export async function recall(tx: Transaction, call: RememberedCall): Promise<{ readonly result: unknown } | null> {
  const connection = tx.em.getConnection();
  const [taken] = await connection.execute<{ id: string }[]>(
    `insert into idempotent_call (id, account, mutation, key, input_hash, created_at) values (?, ?, ?, ?, ?, ?)
     on conflict on constraint idempotent_call_unique do update
       set input_hash = excluded.input_hash, result = null, created_at = excluded.created_at
       where idempotent_call.created_at < ?
     returning id`,
    [v7(), call.account, call.mutation, call.key, call.inputHash, tx.now, forgottenBefore(tx.now)],
    'all', tx.em.getTransactionContext(),
  );
  if (taken) return null;
  const [earlier] = await connection.execute<{ input_hash: string; result: unknown }[]>(
    'select input_hash, result from idempotent_call where account = ? and mutation = ? and key = ?',
    [call.account, call.mutation, call.key], 'all', tx.em.getTransactionContext(),
  );
  if (earlier!.input_hash !== call.inputHash) {
    throw new BadUserInput({
      zh: '此 idempotencyKey 已用于另一份输入。',
      en: 'This idempotencyKey was used with another input.',
    }, ['input', 'idempotencyKey']);
  }
  return { result: earlier!.result };
}

export async function remember(tx: Transaction, call: RememberedCall, result: unknown): Promise<void> {
  await tx.em.getConnection().execute(
    'update idempotent_call set result = ? where account = ? and mutation = ? and key = ?',
    [JSON.stringify(result), call.account, call.mutation, call.key], 'run', tx.em.getTransactionContext(),
  );
}

/** A refused call is decided anew when it is retried. */
export async function forget(tx: Transaction, call: RememberedCall): Promise<void> {
  await tx.em.getConnection().execute(
    'delete from idempotent_call where account = ? and mutation = ? and key = ?', [call.account, call.mutation, call.key], 'run', tx.em.getTransactionContext(),
  );
}
