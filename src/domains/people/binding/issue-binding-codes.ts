import { v7 } from 'uuid';
import type { Transaction } from '../../../platform/commands/index.ts';
import { BadUserInput, NotFound, violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { SEALS } from '../../../platform/request/index.ts';
import { actingStaff } from '../acting.ts';
import { Student } from '../families/student.entity.ts';
import { BindingCode } from './binding-code.entity.ts';
import { codeOnRecord, hashOfBindingCode } from './binding.codes.ts';
import { inMyCare } from './binding.locks.ts';
import { CODE_DAYS, ISSUE_CODE_RULES, MOST_CODES } from './binding.rules.ts';

export interface IssuedCode {
  readonly student: string;
  readonly code: string;
  readonly expiresAt: Date;
}

/**
 * One new code for each pupil; codes of theirs that nobody has used yet end. Two guardians get two codes by two calls
 * with `keepEarlier`.
 * @param studentIds bare ids; all pupils of `classId` where there are none
 * @throws NotFound where one of them is not in the caller's care, RuleViolation, BadUserInput
 */
export async function issueBindingCodes(
  tx: Transaction,
  {
    studentIds,
    classId,
    days,
    keepEarlier,
  }: {
    readonly studentIds: readonly string[];
    readonly classId: string | null;
    readonly days: number;
    readonly keepEarlier: boolean;
  },
): Promise<{ bindingCodes: string[]; issued: IssuedCode[] }> {
  if (!Number.isInteger(days) || days < 1 || days > CODE_DAYS.most) {
    throw new BadUserInput(
      { zh: `有效天数应为 1 到 ${CODE_DAYS.most}。`, en: `validDays must be from 1 to ${CODE_DAYS.most}.` },
      ['input', 'validDays'],
    );
  }
  if (studentIds.length > MOST_CODES) throw violationOf(ISSUE_CODE_RULES, 'TOO_MANY', ['studentIds']);
  const wanted = [...new Set(studentIds)];
  const meant = sql`${
    wanted.length > 0
      ? sql`stu.id = any(${wanted}::uuid[])`
      : sql`exists (select 1 from class_membership mem where mem.student_id = stu.id and mem.status = 'ACTIVE' and mem.school_class_id = ${classId}::uuid)`
  }
    and ${inMyCare(tx.viewer, sql`stu`)}`;
  const locked = await tx.query<{ id: string }>(
    sql`select stu.id from student stu where ${meant} order by stu.id limit ${MOST_CODES + 1} for no key update of stu`,
  );
  // Whoever was moved to another class or school while this waited is seen as they are now.
  const found = await tx.query<{
    id: string;
    gone: boolean;
  }>(sql`select stu.id, stu.left_on is not null as gone from student stu
    where stu.id = any(${locked.map(({ id }) => id)}::uuid[]) and ${meant} order by stu.name_key, stu.id`);
  if (found.length < wanted.length) throw new NotFound();
  if (found.length === 0) throw violationOf(ISSUE_CODE_RULES, 'NO_STUDENTS', ['studentIds']);
  if (locked.length > MOST_CODES) throw violationOf(ISSUE_CODE_RULES, 'TOO_MANY', ['classId']);
  if (found.some(({ gone }) => gone)) throw violationOf(ISSUE_CODE_RULES, 'LEFT_SCHOOL', ['studentIds']);

  const students = found.map(({ id }) => id);
  if (!keepEarlier) {
    await tx.query(sql`update binding_code set revoked_at = ${tx.now}
      where student_id = any(${students}::uuid[]) and used_at is null and revoked_at is null and expires_at > ${tx.now}`);
  }
  const expiresAt = new Date(tx.now.getTime() + days * 86_400_000);
  const codes: string[] = [];
  const seals = tx.services.get(SEALS);
  const issued = await Promise.all(
    students.map(async (student): Promise<IssuedCode> => {
      const id = v7();
      const code = await codeOnRecord(seals, { id, issuedAt: tx.now, expiresAt });
      tx.em.create(BindingCode, {
        id,
        student: tx.em.getReference(Student, student),
        hash: hashOfBindingCode(code)!,
        issuedBy: actingStaff(tx),
        issuedAt: tx.now,
        expiresAt,
        createdAt: tx.now,
      });
      codes.push(id);
      return { student, code, expiresAt };
    }),
  );
  return { bindingCodes: codes, issued };
}
