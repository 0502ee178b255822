import type { Transaction } from '../../platform/commands/index.ts';
import { violationOf } from '../../platform/errors/index.ts';
import { now, sql } from '../../platform/reading/index.ts';
import { mine } from '../people/index.ts';
import { isShownToMe } from './notices.access.ts';
import { MARK_SOME_RULES, MOST_NOTICES_AT_ONCE } from './notices.rules.ts';

/**
 * Marks notices of the caller as read; what is read stays read since when it was. Those that are not there any more, are
 * not the caller's, or are being said anew or settled at this moment, are passed over.
 * @param noticeIds bare ids
 * @throws RuleViolation TOO_MANY
 */
export async function markNoticesRead(
  tx: Transaction,
  { noticeIds }: { readonly noticeIds: readonly string[] },
): Promise<{ notices: string[] }> {
  if (noticeIds.length > MOST_NOTICES_AT_ONCE) throw violationOf(MARK_SOME_RULES, 'TOO_MANY', ['noticeIds']);
  await tx.query(sql`
    update notice set read_at = ${now} where id in (
      select id from notice where id = any(${[...noticeIds]}::uuid[]) and person_id = ${mine.personId} and ${isShownToMe(sql`notice`)} and read_at is null order by id for no key update skip locked)`);
  const own = await tx.query<{ id: string }>(
    sql`select id from notice where id = any(${[...noticeIds]}::uuid[]) and person_id = ${mine.personId} and ${isShownToMe(sql`notice`)}`,
  );
  const ids = new Set(own.map((row) => row.id));
  return { notices: [...new Set(noticeIds)].filter((id) => ids.has(id)) };
}
