import { shanghaiDay } from '../../../platform/calendar/index.ts';
import { PartlyDone, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { holdMyself } from '../acting.ts';
import { mine } from '../viewer/mine.facts.ts';
import { CodeKind } from '../code-misses/code-miss.entity.ts';
import { countMiss, mayTryCode } from '../code-misses/code-misses.locks.ts';
import { Guardian } from '../families/guardian.entity.ts';
import { type GuardianRelation, Guardianship, GuardianshipStatus } from '../families/guardianship.entity.ts';
import { Student } from '../families/student.entity.ts';
import { namesAGuardian } from '../rights/in-force.facts.ts';
import { askWhoDecidesOnGuardians } from '../telling/tell-of-guardians.ts';
import { endingOfCode, hashOfBindingCode } from './binding.codes.ts';
import { BIND_RULES, type BindRule } from './binding.rules.ts';

export interface BindChild {
  readonly code: string;
  readonly relation: GuardianRelation;
  /** The guardian's own name, as the teacher knows it: it belongs to the request until somebody approves it. */
  readonly name: string | null;
  readonly livesApart: boolean;
}

const LONGEST_NAME = 40;
/** The name of a person until they tell their own. */
export const NAMELESS = '微信用户';

/**
 * Asks for the guardianship of the pupil that the code was issued for; the homeroom teacher decides. The code is used up
 * by the request. A wrong code is counted, and stays counted.
 * @throws RuleViolation, BadUserInput
 */
export async function bindChild(
  tx: Transaction,
  wanted: BindChild,
): Promise<{ guardianship: string } | PartlyDone<{ guardianship: null }>> {
  const refused = (rule: BindRule, path: string): never => {
    throw violationOf(BIND_RULES, rule, [path]);
  };
  const hash = hashOfBindingCode(wanted.code);
  // From here on nobody moves the pupil to another class or school: whoever is told of the request decides on it.
  await tx.query(
    sql`select stu.id from student stu where stu.id = (select code.student_id from binding_code code where code.hash = ${hash}) for no key update`,
  );
  if (!(await mayTryCode(tx, CodeKind.BINDING))) refused('TOO_MANY_ATTEMPTS', 'code');
  const caller = await holdMyself(tx);
  const name =
    wanted.name === null ? null : requiredText(wanted.name, { path: ['name'], longest: LONGEST_NAME, form: 'NAME' });
  const requestedName = name ?? (caller.name === NAMELESS ? await nameToldBefore(tx) : null);
  if (requestedName === null && caller.name === NAMELESS) refused('NAME_NEEDED', 'name');

  const [code] =
    hash === null
      ? []
      : await tx.query<{ id: string; student_id: string }>(sql`select code.id, code.student_id from binding_code code
    where code.hash = ${hash} and code.used_at is null and code.revoked_at is null and code.expires_at > ${tx.now} for no key update`);
  if (!code) {
    countMiss(tx, CodeKind.BINDING);
    return new PartlyDone({ guardianship: null }, [violationOf(BIND_RULES, 'CODE_INVALID', ['code'])]);
  }
  const [earlier] = await tx.query<{ status: string }>(sql`select tie.status from guardianship tie
    where tie.guardian_id = ${mine.guardianId} and tie.student_id = ${code.student_id} and ${namesAGuardian(sql`tie`)}`);
  if (earlier) refused(earlier.status === 'BLOCKED' ? 'BLOCKED' : 'ALREADY_BOUND', 'code');

  await tx.query(
    sql`update binding_code set used_at = ${tx.now}, used_by_id = ${mine.guardianId} where id = ${code.id}`,
  );
  const tie = tx.em.create(Guardianship, {
    guardian: tx.em.getReference(Guardian, tx.viewer.guardianId!),
    student: tx.em.getReference(Student, code.student_id),
    relation: wanted.relation,
    legal: false,
    primaryContact: false,
    dataAccess: false,
    livesApart: wanted.livesApart,
    requestedName,
    codeEnding: endingOfCode(wanted.code),
    validFrom: shanghaiDay(tx.now),
    status: GuardianshipStatus.PENDING,
    createdAt: tx.now,
  });
  await askWhoDecidesOnGuardians(tx, [code.student_id]);
  return { guardianship: tie.id };
}

/** The name that they told when they asked for another child, where that request waits. */
async function nameToldBefore(tx: Transaction): Promise<string | null> {
  const [request] = await tx.query<{ requested_name: string }>(sql`select tie.requested_name from guardianship tie
    where tie.guardian_id = ${mine.guardianId} and tie.status = 'PENDING' and tie.requested_name is not null order by tie.created_at desc, tie.id desc limit 1`);
  return request?.requested_name ?? null;
}
