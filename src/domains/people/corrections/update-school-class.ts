import { flushOr, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { classIAdminister } from '../administration/administration.nodes.ts';
import { UPDATE_CLASS_RULES } from './corrections.rules.ts';

export interface ClassChange {
  readonly classId: string;
  /** Null leaves a value as it is. */
  readonly name: string | null;
  readonly number: number | null;
}

/** @throws NotFound, RuleViolation, BadUserInput */
export async function updateSchoolClass(
  tx: Transaction,
  { classId, name, number }: ClassChange,
): Promise<{ schoolClass: string }> {
  const called = name === null ? null : requiredText(name, { path: ['name'], longest: 40, form: 'TITLE' });
  if (number !== null && (number < 1 || number > 60)) throw violationOf(UPDATE_CLASS_RULES, 'NUMBER_RANGE', ['number']);
  const schoolClass = await classIAdminister(tx, classId);
  if (called !== null) schoolClass.name = called;
  if (number !== null) schoolClass.number = number;
  await flushOr(tx, { school_class_number_unique: () => violationOf(UPDATE_CLASS_RULES, 'TAKEN', ['number']) });
  return { schoolClass: schoolClass.id };
}
