import { PartlyDone, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import {
  CodeKind,
  countMiss,
  hashOfBindingCode,
  INBOX,
  holdMyself,
  maskedName,
  mayTryCode,
  mine,
} from '../../people/index.ts';
import { ASK_TO_JOIN_RULES } from './joining.rules.ts';

/**
 * Says, signed in by WeChat, that the caller is the member of staff who was shown the code. Nothing is joined before that one says
 * yes: a code that somebody else has seen gives them nothing. A wrong one is counted with wrong binding codes.
 * @throws RuleViolation
 */
export async function askToJoin(
  tx: Transaction,
  { code }: { readonly code: string },
): Promise<{ staffName: string } | PartlyDone<{ staffName: null }>> {
  if (tx.viewer.staffId !== null) throw violationOf(ASK_TO_JOIN_RULES, 'ALREADY_STAFF');
  if (!(await mayTryCode(tx, CodeKind.BINDING))) throw violationOf(ASK_TO_JOIN_RULES, 'TOO_MANY_ATTEMPTS', ['code']);
  await holdMyself(tx);
  const hash = hashOfBindingCode(code);
  const [asked] =
    hash === null
      ? []
      : await tx.query<{
          id: string;
          name: string;
        }>(sql`update account_join ajn set asked_by_id = ${mine.accountId}, asked_at = ${tx.now}
    from account acc join person per on per.id = acc.person_id
    where ajn.hash = ${hash} and ajn.asked_at is null and ajn.joined_at is null and ajn.expires_at > ${tx.now} and acc.id = ajn.account_id and acc.status = 'ACTIVE'
    returning ajn.id, per.name`);
  if (!asked) {
    countMiss(tx, CodeKind.BINDING);
    return new PartlyDone({ staffName: null }, [violationOf(ASK_TO_JOIN_RULES, 'CODE_INVALID', ['code'])]);
  }
  await tx.services.get(INBOX).askDeciders(tx, [asked.id]);
  tx.notes['join'] = asked.id;
  return { staffName: maskedName(asked.name) };
}
