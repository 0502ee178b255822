import type { Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { BindingCode } from './binding-code.entity.ts';
import { inMyCare, lockPupilInMyCare } from './binding.locks.ts';
import { REVOKE_CODE_RULES } from './binding.rules.ts';

/** @throws NotFound where the pupil is not in the caller's care, RuleViolation */
export async function revokeBindingCode(
  tx: Transaction,
  { bindingCodeId }: { readonly bindingCodeId: string },
): Promise<{ bindingCode: string }> {
  await lockPupilInMyCare(tx, sql`select code.student_id from binding_code code where code.id = ${bindingCodeId}`);
  const [row] =
    await tx.query<object>(sql`select code.* from binding_code code join student stu on stu.id = code.student_id
    where code.id = ${bindingCodeId} and ${inMyCare(tx.viewer, sql`stu`)} for no key update of code`);
  if (!row) throw new NotFound();
  const code = tx.em.map(BindingCode, row);
  if (code.usedAt !== null || code.revokedAt !== null || code.expiresAt <= tx.now)
    throw violationOf(REVOKE_CODE_RULES, 'NOT_IN_FORCE', ['bindingCodeId']);
  code.revokedAt = tx.now;
  return { bindingCode: code.id };
}
