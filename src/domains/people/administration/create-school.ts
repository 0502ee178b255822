import { flushOr, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { School } from '../organisation/school.entity.ts';
import type { Stage } from '../organisation/stage.enum.ts';
import { districtIAdminister } from './administration.nodes.ts';
import { SCHOOL_RULES } from './administration.rules.ts';

/** @throws NotFound, RuleViolation, BadUserInput */
export async function createSchool(
  tx: Transaction,
  wanted: {
    readonly districtId: string;
    readonly code: string;
    readonly name: string;
    readonly stages: readonly Stage[];
  },
): Promise<{ school: string }> {
  const name = requiredText(wanted.name, { path: ['name'], longest: 100, form: 'TITLE' });
  if (!/^\d{10}$/.test(wanted.code)) throw violationOf(SCHOOL_RULES, 'CODE_SHAPE', ['code']);
  if (wanted.stages.length === 0) throw violationOf(SCHOOL_RULES, 'NO_STAGES', ['stages']);
  const district = await districtIAdminister(tx, wanted.districtId);
  const school = tx.em.create(School, {
    district,
    code: wanted.code,
    name,
    stages: [...new Set(wanted.stages)],
    createdAt: tx.now,
  });
  await flushOr(tx, { school_code_unique: () => violationOf(SCHOOL_RULES, 'CODE_TAKEN', ['code']) });
  return { school: school.id };
}
