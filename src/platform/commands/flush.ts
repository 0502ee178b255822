import { constraintOf } from '../database/index.ts';
import type { Transaction } from './transaction.ts';

/**
 * Writes what the database may refuse, so that this can be told as the rule that it is.
 * @param violations constraint → the violation that it stands for
 */
export async function writeOr<T>(
  write: () => Promise<T>,
  violations: Readonly<Record<string, () => Error>>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw violations[constraintOf(error) ?? '']?.() ?? error;
  }
}

/** The same of all that the transaction has pending now. */
export function flushOr(tx: Transaction, violations: Readonly<Record<string, () => Error>>): Promise<void> {
  return writeOr(() => tx.em.flush(), violations);
}
