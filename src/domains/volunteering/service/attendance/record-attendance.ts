import { isOwnCase } from '../../../../platform/auth/index.ts';
import { PartlyDone, rowByRow, type ErrorPolicy, type Transaction } from '../../../../platform/commands/index.ts';
import { BadUserInput, RuleViolation, violationOf, type Rules } from '../../../../platform/errors/index.ts';
import { allOf, Scope, sql } from '../../../../platform/reading/index.ts';
import { momentIn } from '../../../notice-kinds/index.ts';
import { answeringPerson, answeringStaff, type Staff } from '../../../people/index.ts';
import { standsAsDecided } from '../hours/decide-service-records.ts';
import { tellOfSettled, type SettledRecord } from '../hours/deciders.ts';
import { AttendanceMethod, notablePresences, restsOnService, ServiceStatus } from '../../model/index.ts';
import { lockCheckedRecords, type LockedRecord } from '../hours/service-record.locks.ts';
import { changesService, isListed, settleCheckedService } from '../hours/settle-checked-service.ts';
import { tellEach } from '../../notices/index.ts';
import { reconsiderEach, suspendEachForNoShows } from '../../volunteers/index.ts';
import { checkInBlockersFor, checkOutBlockersFor } from './attendance.facts.ts';
import { factsOf, lockPresences, organisedShift, type Presence } from './attendance.locks.ts';
import { RECORD_RULES } from './attendance.rules.ts';
import { noteExcused, noteIn, noteMissing, noteOut } from './note-attendance.ts';

const MOST_ROWS = 100;
const RULES: Rules<keyof typeof RECORD_RULES> = RECORD_RULES;

/**
 * The organiser's word on one volunteer: that they did not come, that they were excused, or when they came and left.
 * What is left out stays as it is.
 */
export interface AttendanceRow {
  readonly signupId: string;
  readonly checkedInAt?: Date | null;
  readonly checkedOutAt?: Date | null;
  readonly noShow?: boolean | null;
  readonly excused?: boolean | null;
  /** What the volunteer has shown by the code of the shift is taken back on purpose. */
  readonly withdrawsCheckIn?: boolean | null;
}

interface Stay {
  readonly checkedInAt: Date | null;
  readonly checkedOutAt: Date | null;
}

/**
 * Notes by the list of whoever runs the shift, or of the district for somebody on whom nobody there may decide, who came, from when to when, who did not, and who was excused. It has the last
 * word on what codes said, and says so on purpose (`withdrawsCheckIn`) where it notes as absent who has checked in by one, until a certificate rests on it, or an appeal has been made, or the service rejected, which the caller may not decide on; what an absence
 * caused is undone with it. Who says the same as another before them answers for it in their place.
 * @param shiftId bare id of the shift
 * @throws RuleViolation, NotFound, Forbidden, BadUserInput
 */
export async function recordAttendance(
  tx: Transaction,
  {
    shiftId,
    rows,
    errorPolicy,
  }: { readonly shiftId: string; readonly rows: readonly AttendanceRow[]; readonly errorPolicy: ErrorPolicy },
): Promise<PartlyDone<{ shift: string; attendances: string[] }>> {
  checkShape(rows);
  const ofRows = allOf([
    sql`sgn.id = any(${rows.map((row) => row.signupId)}::uuid[])`,
    sql`sgn.shift_id = ${shiftId}::uuid`,
    notablePresences(new Scope('sgn'), tx.viewer.shape),
  ]);
  const shift = await organisedShift(tx, shiftId, sql`exists (select 1 from signup sgn where ${ofRows})`);
  // A volunteer who misses one shift too many is suspended: so persons are locked before sign-ups.
  await tx.query(
    sql`select per.id from person per where per.id in (select sgn.person_id from signup sgn where ${ofRows}) order by per.id for no key update`,
  );
  const presences = new Map((await lockPresences(tx, ofRows)).map((each) => [each.signupId, each]));
  const records = await lockCheckedRecords(tx, [...presences.keys()]);
  const keeper = await answeringStaff(tx);
  const missing: Presence[] = [];
  const excused: Presence[] = [];
  const corrected: Presence[] = [];
  const settled: SettledRecord[] = [];

  const { done, refused } = await rowByRow(rows, { field: 'rows', policy: errorPolicy }, (row) => {
    const presence = presences.get(row.signupId);
    if (!presence) throw violationOf(RULES, 'NOT_SIGNED_UP', ['signupId']);
    if (isOwnCase(tx.viewer, presence.personId)) throw violationOf(RULES, 'OWN', ['signupId']);
    const known = records.get(row.signupId) ?? null;
    const wasMissing = Boolean(presence.attendance?.noShowAt);
    if (
      row.noShow
        ? miss(tx, presence, known, row)
        : row.excused
          ? excuse(tx, presence, known, row)
          : stay(tx, presence, known, row)
    ) {
      presence.attendance!.recordedBy = keeper;
      const stood = known?.record.status;
      const record = settleCheckedService(tx, presence, known);
      if (record !== null) settled.push({ record, stood });
      if (row.noShow) missing.push(presence);
      else if (row.excused) excused.push(presence);
      if (!row.noShow && wasMissing) corrected.push(presence);
    } else if (presence.attendance!.recordedBy?.id !== keeper.id) {
      answerForIt(tx, presence, known, keeper);
    }
    return Promise.resolve(presence.attendance!.id);
  });
  await tellEach(
    tx,
    'NO_SHOW_NOTED',
    missing.map(({ personId, signupId }) => ({ to: [personId], about: signupId })),
  );
  await suspendEachForNoShows(tx, missing);
  // Whoever is excused hears that, and that it does not count.
  await tellEach(
    tx,
    'ABSENCE_EXCUSED',
    excused.map(({ personId, signupId }) => ({ to: [personId], about: signupId })),
  );
  await tellEach(
    tx,
    'NO_SHOW_CORRECTED',
    corrected
      .filter((each) => !excused.includes(each))
      .map(({ personId, signupId }) => ({ to: [personId], about: signupId })),
  );
  await reconsiderEach(tx, corrected);
  await tellOfSettled(tx, settled);
  return new PartlyDone({ shift: shift.id, attendances: [...new Set(done)] }, refused);
}

/** @throws BadUserInput */
function checkShape(rows: readonly AttendanceRow[]): void {
  if (rows.length === 0 || rows.length > MOST_ROWS) {
    throw new BadUserInput({ zh: `一次可登记 1 到 ${MOST_ROWS} 行。`, en: `Send 1 to ${MOST_ROWS} rows at a time.` }, [
      'input',
      'rows',
    ]);
  }
  for (const [index, { noShow, excused, checkedInAt, checkedOutAt, withdrawsCheckIn }] of rows.entries()) {
    const came = checkedInAt ?? checkedOutAt;
    if ([noShow, excused, came].filter(Boolean).length !== 1 || (withdrawsCheckIn && came)) {
      throw new BadUserInput(
        {
          zh: '每行或登记缺勤(noShow: true),或登记请假(excused: true),或登记签到、签退时间;要更正缺勤或请假,请登记其中另一项。撤回签到(withdrawsCheckIn: true)只与缺勤或请假同用。',
          en: 'A row says that nobody came (noShow: true), that they were excused (excused: true), or when they came and left: to correct one, say another. A check-in is withdrawn (withdrawsCheckIn: true) by the first two alone.',
        },
        ['input', 'rows', index],
      );
    }
  }
  if (new Set(rows.map((row) => row.signupId)).size < rows.length) {
    throw new BadUserInput({ zh: '同一报名只能出现一次。', en: 'Name each sign-up once.' }, ['input', 'rows']);
  }
}

/** They have shown by the code of the shift that they came. */
function cameByCode({ attendance }: Presence): boolean {
  return Boolean(attendance?.checkedInAt) && attendance?.checkedInBy === AttendanceMethod.QR;
}

/** @returns whether anything was noted @throws RuleViolation */
function miss(tx: Transaction, presence: Presence, known: LockedRecord | null, row: AttendanceRow): boolean {
  // One can come until the end: whoever is late is not missing.
  if (tx.now < presence.facts.endsAt) throw notBefore(presence.facts.endsAt, 'noShow');
  if (presence.attendance?.noShowAt) return false;
  if (!presence.facts.eligible) throw violationOf(RULES, 'NOT_ELIGIBLE', ['noShow']);
  if (presence.unanswered) throw violationOf(RULES, 'EXCUSED', ['noShow']);
  if (presence.supplemented === 'APPROVED') throw violationOf(RULES, 'SERVED', ['noShow']);
  refuseWhereItStands(tx, presence, { checkedInAt: null, checkedOutAt: null }, known, 'noShow');
  // What the organiser has noted is theirs to correct; what a volunteer has shown goes by a word that says so.
  if (!row.withdrawsCheckIn && cameByCode(presence)) throw violationOf(RULES, 'CAME', ['noShow']);
  noteMissing(tx, presence);
  return true;
}

/** @returns whether anything was noted @throws RuleViolation */
function excuse(tx: Transaction, presence: Presence, known: LockedRecord | null, row: AttendanceRow): boolean {
  if (tx.now < presence.facts.startsAt) throw notBefore(presence.facts.startsAt, 'excused');
  if (presence.attendance?.excusedAt) return false;
  const came = presence.unanswered ? cameByCode(presence) : Boolean(presence.attendance?.checkedInAt);
  if (!row.withdrawsCheckIn && came) throw violationOf(RULES, 'CAME', ['excused']);
  if (presence.supplemented === 'APPROVED') throw violationOf(RULES, 'SERVED', ['excused']);
  refuseWhereItStands(tx, presence, { checkedInAt: null, checkedOutAt: null }, known, 'excused');
  noteExcused(tx, presence);
  return true;
}

/** @returns whether anything was noted @throws RuleViolation */
function stay(tx: Transaction, presence: Presence, known: LockedRecord | null, row: AttendanceRow): boolean {
  const before: Stay = presence.attendance ?? { checkedInAt: null, checkedOutAt: null };
  const said: Stay = {
    checkedInAt: row.checkedInAt ?? before.checkedInAt,
    checkedOutAt: row.checkedOutAt ?? before.checkedOutAt,
  };
  const [cameThen, leftThen] = [
    differs(said.checkedInAt, before.checkedInAt),
    differs(said.checkedOutAt, before.checkedOutAt),
  ];
  // Where the list says what only service said so far, it is noted by the list.
  const anew = presence.attendance !== null && restsOnService(presence.attendance);
  if (!cameThen && !leftThen && !anew) return false;
  refuseWhereImpossible(tx, presence, said);
  refuseWhereItStands(tx, presence, said, known, row.checkedInAt ? 'checkedInAt' : 'checkedOutAt');
  if (cameThen || (anew && row.checkedInAt)) noteIn(tx, presence, said.checkedInAt!, AttendanceMethod.LIST);
  if (leftThen || (anew && row.checkedOutAt)) noteOut(tx, presence, said.checkedOutAt!, AttendanceMethod.LIST);
  return true;
}

/**
 * Whoever says again what another has noted answers for it from now on, and for service that counts by that list alone.
 * Those who rejected service, or decided on an appeal, are named by their decision and by nothing else.
 */
function answerForIt(
  tx: Transaction,
  { attendance, listedBy }: Presence,
  known: LockedRecord | null,
  keeper: Staff,
): void {
  attendance!.recordedBy = keeper;
  if (known === null || !isListed(attendance!)) return;
  const { status, appealedAt, approver } = known.record;
  if (status === ServiceStatus.APPROVED && appealedAt === null && approver !== null && approver.id === listedBy)
    known.record.approver = answeringPerson(tx);
}

/** Says from when on it can be noted. */
function notBefore(at: Date, field: string): RuleViolation {
  const { zh, en } = momentIn(at.toISOString());
  return new RuleViolation('NOT_YET', { zh: `${zh}之后才能登记。`, en: `This can be noted from ${en} on.` }, [field]);
}

function differs(one: Date | null, other: Date | null): boolean {
  return one?.getTime() !== other?.getTime();
}

function refuseWhereImpossible(tx: Transaction, presence: Presence, { checkedInAt, checkedOutAt }: Stay): void {
  if (checkedInAt && checkedInAt > tx.now) throw violationOf(RULES, 'NOT_YET', ['checkedInAt']);
  if (checkedOutAt && checkedOutAt > tx.now) throw violationOf(RULES, 'NOT_YET', ['checkedOutAt']);
  // A volunteer who has come was there, though the right has ended since: their times can still be put right.
  const facts = factsOf(presence);
  const asked = { ...facts, eligible: facts.eligible || Boolean(presence.attendance?.checkedInAt), checkedInAt: null };
  if (checkedInAt && checkedOutAt && checkedOutAt < checkedInAt)
    throw violationOf(RULES, 'BEFORE_CHECK_IN', ['checkedOutAt']);
  const [early] = checkedInAt ? checkInBlockersFor(asked, checkedInAt) : [];
  if (early !== undefined) throw violationOf(RULES, early, ['checkedInAt']);
  const [backwards] = checkedOutAt ? checkOutBlockersFor({ ...asked, checkedInAt }, checkedOutAt) : [];
  if (backwards !== undefined) throw violationOf(RULES, backwards, ['checkedOutAt']);
}

/**
 * Refuses what would change service that is certified or stands as decided; also where somebody who came would be noted
 * as absent, for the caller could not note again that they did.
 * @throws RuleViolation
 */
function refuseWhereItStands(
  tx: Transaction,
  presence: Presence,
  said: Stay,
  known: LockedRecord | null,
  field: string,
): void {
  if (known === null) return;
  const absent = said.checkedInAt === null && Boolean(presence.attendance?.checkedInAt);
  if (!absent && !changesService(presence, said, known)) return;
  if (known.certified) throw violationOf(RULES, 'CERTIFIED', [field]);
  const stands = standsAsDecided(tx, known);
  if (stands !== null) throw violationOf(RULES, stands === 'APPEALED' ? 'BY_ANOTHER' : 'REJECTED_BY_ANOTHER', [field]);
}
