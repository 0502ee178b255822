import {
  PartlyDone,
  requiredText,
  rowByRow,
  type ErrorPolicy,
  type Transaction,
} from '../../../../platform/commands/index.ts';
import { BadUserInput, violationOf, type Rules } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { mine } from '../../../people/index.ts';
import { lockCheckedRecords, type LockedRecord } from '../hours/service-record.locks.ts';
import { tellOfSettled, type SettledRecord } from '../hours/deciders.ts';
import { decisionAgainstLeaving, settleCheckedService } from '../hours/settle-checked-service.ts';
import { lockMyself } from '../../places/index.ts';
import { reconsiderEach } from '../../volunteers/index.ts';
import { AttendanceMark, AttendanceMethod } from '../../model/index.ts';
import { checkInBlockersFor, checkOutBlockersFor } from './attendance.facts.ts';
import { factsOf, lockPresences, type Presence } from './attendance.locks.ts';
import { REPORT_RULES } from './attendance.rules.ts';
import { shiftOfCode } from './code/check-in-code.ts';
import { insertReports, knownReports, type Report } from './attendance-reports.ts';
import { noteIn, noteOut } from './note-attendance.ts';

const MOST_REPORTS = 100;
const LONGEST_NONCE = 100;
const RULES: Rules<keyof typeof REPORT_RULES> = REPORT_RULES;

/**
 * Takes what the caller has noted without a network, in the order in which it happened; what was sent before is taken as
 * done. What stands is not changed: the first coming and the first leaving that arrive count.
 * @throws RuleViolation, BadUserInput
 */
export async function reportAttendance(
  tx: Transaction,
  { reports, errorPolicy }: { readonly reports: readonly Report[]; readonly errorPolicy: ErrorPolicy },
): Promise<PartlyDone<{ attendances: string[] }>> {
  if (reports.length === 0 || reports.length > MOST_REPORTS) {
    throw new BadUserInput(
      { zh: `一次可补传 1 到 ${MOST_REPORTS} 条。`, en: `Send 1 to ${MOST_REPORTS} reports at a time.` },
      ['input', 'reports'],
    );
  }
  for (const [index, { nonce }] of reports.entries())
    requiredText(nonce, { path: ['reports', index, 'nonce'], longest: LONGEST_NONCE });
  // A report that is sent late may correct an absence: so the person is locked before the sign-ups.
  await lockMyself(tx);
  const presences = await lockPresences(
    tx,
    sql`sgn.id = any(${reports.map((each) => each.signupId)}::uuid[]) and sgn.person_id = ${mine.personId}`,
  );
  const bySignup = new Map(presences.map((each) => [each.signupId, each]));
  const wereMissing = new Set(
    presences.flatMap(({ signupId, attendance }) => (attendance?.noShowAt ? [signupId] : [])),
  );
  const records = await lockCheckedRecords(tx, [...bySignup.keys()]);
  const known = await knownReports(
    tx,
    reports.map((each) => each.nonce),
  );
  const fresh: Report[] = [];
  const settled: SettledRecord[] = [];

  const { done, refused } = await rowByRow(
    reports,
    { field: 'reports', policy: errorPolicy, order: inTime },
    async (report) => {
      const presence = bySignup.get(report.signupId);
      if (!presence) throw violationOf(RULES, 'NOT_SIGNED_UP', ['signupId']);
      if (!known.has(report)) {
        await refuseWhereNotProven(tx, report, presence, records.get(report.signupId) ?? null);
        known.add(report);
        fresh.push(report);
        settled.push(...note(tx, report, presence, records.get(report.signupId) ?? null));
      }
      return presence.attendance!.id;
    },
  );
  await insertReports(tx, fresh);
  const corrected = presences.filter(
    ({ signupId, attendance }) => wereMissing.has(signupId) && attendance!.noShowAt === null,
  );
  await reconsiderEach(tx, corrected);
  await tellOfSettled(tx, settled);
  return new PartlyDone({ attendances: [...new Set(done)] }, refused);
}

const inTime = (one: Report, other: Report): number =>
  one.happenedAt.getTime() - other.happenedAt.getTime() ||
  Number(one.kind === AttendanceMark.OUT) - Number(other.kind === AttendanceMark.OUT);

/** @throws RuleViolation */
async function refuseWhereNotProven(
  tx: Transaction,
  { kind, token, happenedAt }: Report,
  presence: Presence,
  known: LockedRecord | null,
): Promise<void> {
  if (tx.now >= presence.reportUntil) throw violationOf(RULES, 'TOO_LATE', ['happenedAt']);
  if ((await shiftOfCode(tx, token, happenedAt)) !== presence.shiftId)
    throw violationOf(RULES, 'CODE_NOT_VALID', ['token']);
  const blockersFor = kind === AttendanceMark.IN ? checkInBlockersFor : checkOutBlockersFor;
  const [blocker] = blockersFor(factsOf(presence), happenedAt);
  if (blocker !== undefined) throw violationOf(RULES, blocker, ['happenedAt']);
  const stands = kind === AttendanceMark.OUT ? decisionAgainstLeaving(tx, presence, happenedAt, known) : null;
  if (stands !== null) throw violationOf(RULES, stands, ['happenedAt']);
}

/** @returns the record that it has made, or changed */
function note(
  tx: Transaction,
  { kind, happenedAt }: Report,
  presence: Presence,
  known: LockedRecord | null,
): SettledRecord[] {
  if (kind === AttendanceMark.IN) {
    if (factsOf(presence).checkedInAt === null) noteIn(tx, presence, happenedAt, AttendanceMethod.QR);
  } else if (presence.attendance!.checkedOutAt === null) {
    noteOut(tx, presence, happenedAt, AttendanceMethod.QR);
    const stood = known?.record.status;
    const record = settleCheckedService(tx, presence, known);
    return record === null ? [] : [{ record, stood }];
  }
  return [];
}
