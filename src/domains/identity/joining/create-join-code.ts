import type { Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { hashOfBindingCode, INBOX, newBindingCode, mine } from '../../people/index.ts';
import { Account } from '../account.entity.ts';
import { AccountJoin } from './account-join.entity.ts';
import { CREATE_JOIN_RULES } from './joining.rules.ts';

const MINUTES = 10;

/** A code that the caller, signed in as staff, enters in the mini-program within ten minutes; earlier ones of theirs end. @throws RuleViolation */
export async function createJoinCode(tx: Transaction): Promise<{ join: string; code: string }> {
  const { accountId, staffId, guardianId } = tx.viewer;
  if (accountId === null || staffId === null) throw violationOf(CREATE_JOIN_RULES, 'NOT_STAFF');
  if (guardianId !== null) throw violationOf(CREATE_JOIN_RULES, 'ALREADY_FAMILY');
  const over = await tx.query<{ id: string }>(
    sql`update account_join set expires_at = ${tx.now} where account_id = ${mine.accountId} and joined_at is null and expires_at > ${tx.now} returning id`,
  );
  await tx.services.get(INBOX).askDeciders(
    tx,
    over.map(({ id }) => id),
  );
  const code = newBindingCode();
  const join = tx.em.create(AccountJoin, {
    account: tx.em.getReference(Account, accountId),
    hash: hashOfBindingCode(code)!,
    expiresAt: new Date(tx.now.getTime() + MINUTES * 60_000),
    createdAt: tx.now,
  });
  return { join: join.id, code };
}
