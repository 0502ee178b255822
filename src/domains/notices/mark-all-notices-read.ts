import type { Transaction } from '../../platform/commands/index.ts';
import { violationOf } from '../../platform/errors/index.ts';
import { always, now, sql, type Sql } from '../../platform/reading/index.ts';
import { mine } from '../people/index.ts';
import { isShownToMe } from './notices.access.ts';
import { MARK_ALL_RULES } from './notices.rules.ts';

/**
 * Marks all notices of the caller as read, or only those up to the one that stood first on the screen: what came since
 * then nobody has seen. What is being said anew at this moment, or settled, is passed by.
 * @param upToNoticeId bare id; all where it is null
 * @throws RuleViolation NOTICE_GONE
 */
export async function markAllNoticesRead(
  tx: Transaction,
  { upToNoticeId }: { readonly upToNoticeId: string | null },
): Promise<{ markedCount: number }> {
  const marked = await tx.query<{ id: string }>(sql`
    update notice set read_at = ${now} where id in (
      select id from notice where person_id = ${mine.personId} and read_at is null and ${isShownToMe(sql`notice`)} and ${upToNoticeId === null ? always : await notAfter(tx, upToNoticeId)}
      order by id for no key update skip locked)
    returning id`);
  return { markedCount: marked.length };
}

/** In the order of the inbox. */
async function notAfter(tx: Transaction, noticeId: string): Promise<Sql> {
  const [first] = await tx.query<{ id: string }>(
    sql`select id from notice where id = ${noticeId} and person_id = ${mine.personId} and ${isShownToMe(sql`notice`)}`,
  );
  if (!first) throw violationOf(MARK_ALL_RULES, 'NOTICE_GONE', ['upToNoticeId']);
  return sql`(created_at, id) <= (select up_to.created_at, up_to.id from notice up_to where up_to.id = ${noticeId})`;
}
