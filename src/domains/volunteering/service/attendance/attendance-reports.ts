import { v7 } from 'uuid';
import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf, type RuleViolation } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { REPORT_RULES } from './attendance.rules.ts';
import type { AttendanceMark } from '../../model/index.ts';

export interface Report {
  readonly signupId: string;
  readonly kind: AttendanceMark;
  /** The code as it was scanned: it proves where and when. */
  readonly token: string;
  /** By the clock of the client. */
  readonly happenedAt: Date;
  readonly nonce: string;
}

type Accepted = Pick<Report, 'signupId' | 'kind' | 'happenedAt'>;

/** Reports that have been accepted, by their nonces. */
export class KnownReports {
  readonly #byNonce: Map<string, Accepted>;

  constructor(accepted: readonly (Accepted & Pick<Report, 'nonce'>)[]) {
    this.#byNonce = new Map(accepted.map((each) => [each.nonce, each]));
  }

  /** @throws RuleViolation where the nonce was used for something else */
  has({ nonce, signupId, kind, happenedAt }: Report): boolean {
    const accepted = this.#byNonce.get(nonce);
    if (!accepted) return false;
    if (
      accepted.signupId !== signupId ||
      accepted.kind !== kind ||
      accepted.happenedAt.getTime() !== happenedAt.getTime()
    )
      throw nonceUsed();
    return true;
  }

  add(report: Report): void {
    this.#byNonce.set(report.nonce, report);
  }
}

const nonceUsed = (): RuleViolation => violationOf(REPORT_RULES, 'NONCE_USED', ['nonce']);

export async function knownReports(tx: Transaction, nonces: readonly string[]): Promise<KnownReports> {
  const rows = await tx.query<{ known: Omit<Report, 'token' | 'happenedAt'> & { happenedAt: string } }>(sql`
    select json_build_object('nonce', arp.nonce, 'signupId', arp.signup_id, 'kind', arp.kind, 'happenedAt', arp.happened_at) as known
    from attendance_report arp where arp.nonce = any(${nonces}::text[])`);
  return new KnownReports(rows.map(({ known }) => ({ ...known, happenedAt: new Date(known.happenedAt) })));
}

/** @throws RuleViolation where somebody else has just used one of the nonces: nothing of the whole call is done then */
export async function insertReports(tx: Transaction, reports: readonly Report[]): Promise<void> {
  if (reports.length === 0) return;
  const written = await tx.query(sql`
    insert into attendance_report (id, created_at, signup_id, kind, nonce, happened_at)
    select given.id, ${tx.now}, given.signup_id, given.kind, given.nonce, given.happened_at
    from unnest(
      ${reports.map(() => v7())}::uuid[], ${reports.map(({ signupId }) => signupId)}::uuid[], ${reports.map(({ kind }) => kind)}::text[],
      ${reports.map(({ nonce }) => nonce)}::text[], ${reports.map(({ happenedAt }) => happenedAt)}::timestamptz[]
    ) as given (id, signup_id, kind, nonce, happened_at)
    on conflict on constraint attendance_report_nonce_unique do nothing returning id`);
  if (written.length < reports.length) throw nonceUsed();
}
