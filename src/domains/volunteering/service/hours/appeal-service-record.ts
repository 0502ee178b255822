import { requiredText, type Transaction } from '../../../../platform/commands/index.ts';
import { NotFound, violationOf } from '../../../../platform/errors/index.ts';
import { appealBlockersFor } from './appeal.blockers.ts';
import { askWhoDecides } from './deciders.ts';
import { ServiceStatus } from '../../model/index.ts';
import { lockRecords } from './service-record.locks.ts';
import { APPEAL_RULES } from './service-record.rules.ts';

const LONGEST_APPEAL = 500;

/**
 * Asks, once, that the administration decides again on rejected service of the caller.
 * @param recordId bare id of the record
 * @throws RuleViolation with an AppealBlocker, NotFound, BadUserInput
 */
export async function appealServiceRecord(
  tx: Transaction,
  { recordId, text }: { readonly recordId: string; readonly text: string },
): Promise<{ serviceRecord: string }> {
  const appeal = requiredText(text, { path: ['text'], longest: LONGEST_APPEAL, form: 'PARAGRAPHS' });
  const record = (await lockRecords(tx, [recordId])).get(recordId)?.record;
  if (!record) throw new NotFound();
  const { status, appealedAt, decidedAt } = record;
  const [blocker] = appealBlockersFor({
    now: tx.now,
    own: record.person.id === tx.viewer.personId,
    status,
    appealedAt,
    decidedAt,
  });
  if (blocker !== undefined) throw violationOf(APPEAL_RULES, blocker, ['recordId']);

  record.status = ServiceStatus.APPEALED;
  record.appealedAt = tx.now;
  record.appeal = appeal;
  record.rejectedBy = record.approver;
  await askWhoDecides(tx, [record]);
  return { serviceRecord: record.id };
}
