import type { Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { join, now, raw, sql, toGlobalId } from '../../../platform/reading/index.ts';
import {
  INBOX,
  lockRecovery,
  RECOVER_RULES,
  settleRecovery,
  type Recovery,
  type RecoveryAsked,
  type RecoverRule,
} from '../../people/index.ts';
import { AccountStatus } from '../account.entity.ts';
import { referencesTo } from '../references.ts';
import { endAllSessions } from '../sessions/end-sessions.ts';
import { signInRecovered } from './recovery.notices.ts';

interface Two {
  readonly asks: string;
  readonly same: string;
}

/** What everybody has who has signed in, asked to be bound or been told something; whatever else names somebody is a record of theirs. */
const OF_NEWCOMERS: ReadonlySet<string> = new Set([
  'account.person_id',
  'account_join.account_id',
  'account_join.asked_by_id',
  'binding_code.used_by_id',
  'code_miss.guardian_id',
  'guardian.person_id',
  'guardianship.guardian_id',
  'notice.person_id',
  'session.account_id',
  'wechat_identity.account_id',
]);

/**
 * Whoever asks to be bound is a guardian of the pupil already, who has lost their WeChat account: the new sign-in is that of the guardian,
 * with all that they have here; the old one and every session end at once. Whoever decides knows the parent, and has seen them.
 * The fixed order: what `lockRecovery` locks, the sign-ins of both, both accounts.
 * @throws NotFound, RuleViolation
 */
export async function recoverGuardian(
  tx: Transaction,
  asked: RecoveryAsked,
): Promise<{ guardian: string; guardianship: string }> {
  const refused = (rule: RecoverRule): Error => violationOf(RECOVER_RULES, rule, ['guardianshipId']);
  const recovery = await lockRecovery(tx, asked);
  const two = await lockAccounts(tx, recovery);
  if (!two) throw refused('NOT_POSSIBLE');
  if (await hasRecords(tx, recovery, two.asks)) throw refused('HAS_RECORDS');
  await moveSignIn(tx, recovery, two);
  const { waiting } = await settleRecovery(tx, recovery);
  await tx.services
    .get(INBOX)
    .tellEach(tx, signInRecovered, [
      { to: recovery.same.personId, params: { waiting }, about: toGlobalId('guardianship', recovery.sameTieId) },
    ]);
  tx.notes['request'] = asked.guardianshipId;
  tx.notes['joinedAccount'] = two.asks;
  return { guardian: recovery.same.guardianId, guardianship: recovery.sameTieId };
}

/** Null where one of them is shut, or the new one has no WeChat that could be moved. */
async function lockAccounts(tx: Transaction, { asks, same }: Recovery): Promise<Two | null> {
  const persons = sql`(${asks.personId}::uuid, ${same.personId}::uuid)`;
  const identities = await tx.query<{ person_id: string }>(
    sql`select acc.person_id from wechat_identity wid join account acc on acc.id = wid.account_id where acc.person_id in ${persons} order by wid.id for no key update of wid`,
  );
  const accounts = await tx.query<{ id: string; person_id: string }>(
    sql`select acc.id, acc.person_id from account acc where acc.person_id in ${persons} and acc.status = 'ACTIVE' order by acc.id for no key update`,
  );
  const accountOf = (personId: string): string | undefined => accounts.find((each) => each.person_id === personId)?.id;
  const two = { asks: accountOf(asks.personId), same: accountOf(same.personId) };
  const isComplete = two.asks !== undefined && two.same !== undefined;
  return isComplete && identities.some((each) => each.person_id === asks.personId) ? (two as Two) : null;
}

/** Anything here that is theirs alone: who has it is somebody, and not the guardian with another telephone. */
async function hasRecords(tx: Transaction, { asks }: Recovery, accountId: string): Promise<boolean> {
  const idOf: Readonly<Record<string, string>> = {
    account: accountId,
    guardian: asks.guardianId,
    person: asks.personId,
  };
  const references = (await referencesTo(tx, Object.keys(idOf))).filter(
    ({ table, column }) => !OF_NEWCOMERS.has(`${table}.${column}`),
  );
  const found = await tx.query(
    sql`${join(
      references.map(
        ({ table, column, names }) =>
          sql`(select 1 from ${raw(table)} rec where rec.${raw(column)} = ${idOf[names]}::uuid limit 1)`,
      ),
      ' union all ',
    )} limit 1`,
  );
  return found.length > 0;
}

/** First the sign-ins, then the sessions: who signs in at this moment waits for the one, and has begun the other before. */
async function moveSignIn(tx: Transaction, { asks, same }: Recovery, two: Two): Promise<void> {
  await tx.query(sql`delete from wechat_identity where account_id = ${two.same}::uuid`);
  await tx.query(sql`update wechat_identity set account_id = ${two.same}::uuid where account_id = ${two.asks}::uuid`);
  await tx.query(
    sql`update account set status = ${AccountStatus.DISABLED}, joined_into_id = ${two.same}::uuid, joined_at = ${now} where id = ${two.asks}::uuid`,
  );
  await endAllSessions(tx, [two.asks, two.same]);
  // The number that they have told with the new telephone is the one of now.
  await tx.query(
    sql`update person per set phone = anew.phone, phone_verified_at = anew.phone_verified_at from person anew where per.id = ${same.personId}::uuid and anew.id = ${asks.personId}::uuid and anew.phone is not null`,
  );
  await tx.query(
    sql`update person set phone = null, phone_verified_at = null where id = ${asks.personId}::uuid and phone is not null`,
  );
}
