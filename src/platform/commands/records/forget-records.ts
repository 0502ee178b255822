import { sql } from '../../reading/index.ts';
import { retention } from '../portions/retention.ts';
import type { Transaction } from '../transaction.ts';

/**
 * For how long the audit log is kept: longer than a year, so that who audits a year has the whole of it. The database itself
 * refuses to delete what is younger than half a year, whoever asks.
 */
const AUDIT_DAYS = 400;

const whatIsOld = ({ now }: Pick<Transaction, 'now'>) =>
  sql`created_at < ${new Date(now.getTime() - AUDIT_DAYS * 86_400_000)}`;

export const forgetRecords = retention({
  name: 'platform.forget-audit-records',
  description: 'Deletes records of the audit log that are older than 400 days.',
  cron: '50 2 * * *',
  timeoutSeconds: 3_600,
  table: 'audit_record',
  where: whatIsOld,
  onlyAdded: true,
});

export const forgetTallies = retention({
  name: 'platform.forget-refusal-tallies',
  description: 'Deletes counts of refusals that are older than 400 days.',
  cron: '55 2 * * *',
  timeoutSeconds: 600,
  table: 'refusal_tally',
  where: whatIsOld,
});
