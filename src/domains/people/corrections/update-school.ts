import { shanghaiDay } from '../../../platform/calendar/index.ts';
import { requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { schoolIAdminister } from '../administration/administration.nodes.ts';
import type { Stage } from '../organisation/stage.enum.ts';
import { contactGiven } from './contacts.ts';
import { UPDATE_SCHOOL_RULES } from './corrections.rules.ts';

export interface SchoolChange {
  readonly schoolId: string;
  /** Null leaves a value as it is. */
  readonly name: string | null;
  readonly stages: readonly Stage[] | null;
  /** Left out, it stays; null takes it off the record. */
  readonly contact: string | null | undefined;
}

/** @throws NotFound, RuleViolation, BadUserInput */
export async function updateSchool(
  tx: Transaction,
  { schoolId, name, stages, contact }: SchoolChange,
): Promise<{ school: string }> {
  const called = name === null ? null : requiredText(name, { path: ['name'], longest: 100, form: 'TITLE' });
  if (stages?.length === 0) throw violationOf(UPDATE_SCHOOL_RULES, 'NO_STAGES', ['stages']);
  const reached = contactGiven(contact);
  const school = await schoolIAdminister(tx, schoolId);
  if (reached !== undefined) school.contact = reached;
  if (called !== null) school.name = called;
  if (stages) {
    const [used] =
      await tx.query<object>(sql`select 1 from school_class cls join grade grd on grd.id = cls.grade_id join school_year syr on syr.id = cls.school_year_id
      where cls.school_id = ${school.id} and syr.ends_on >= ${shanghaiDay(tx.now)}::date and grd.stage <> all(${[...stages]}::text[]) limit 1`);
    if (used) throw violationOf(UPDATE_SCHOOL_RULES, 'STAGE_IN_USE', ['stages']);
    school.stages = [...new Set(stages)];
  }
  return { school: school.id };
}
