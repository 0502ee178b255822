import { constraintOf } from '../database/index.ts';
import type { Transaction } from './transaction.ts';

/**
 * Writes all that the transaction has pending now, so that what the database refuses can be told as the rule that it is.
 * @param violations constraint → the violation that it stands for
 */
export async function flushOr(tx: Transaction, violations: Readonly<Record<string, () => Error>>): Promise<void> {
  try {
    await tx.em.flush();
  } catch (error) {
    throw violations[constraintOf(error) ?? '']?.() ?? error;
  }
}
