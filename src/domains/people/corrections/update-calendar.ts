import { flushOr, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { schoolYearIAdminister, termIAdminister } from '../administration/administration.nodes.ts';
import { END_WHAT_RESTED } from '../rights/rights-ended.ts';
import { UPDATE_CALENDAR_RULES, type UpdateCalendarRule } from './corrections.rules.ts';

export interface DaysChange {
  /** What is null stays. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

const refused = (rule: UpdateCalendarRule, path = 'startsOn'): Error => violationOf(UPDATE_CALENDAR_RULES, rule, [path]);

/** @throws NotFound, RuleViolation, BadUserInput */
export async function updateSchoolYear(
  tx: Transaction, { schoolYearId, name, startsOn, endsOn }: DaysChange & { readonly schoolYearId: string; readonly name: string | null },
): Promise<{ schoolYear: string }> {
  const called = name === null ? null : requiredText(name, { path: ['name'], longest: 40 });
  const year = await schoolYearIAdminister(tx, schoolYearId);
  if (called !== null) year.name = called;
  const before = [year.startsOn, year.endsOn].join();
  year.startsOn = startsOn ?? year.startsOn;
  year.endsOn = endsOn ?? year.endsOn;
  if (year.startsOn >= year.endsOn) throw refused('DATES', 'endsOn');
  const [out] = await tx.query<object>(sql`select 1 from term trm where trm.school_year_id = ${year.id} and (trm.starts_on < ${year.startsOn}::date or trm.ends_on > ${year.endsOn}::date)
    union all select 1 from calendar_day cld where cld.school_year_id = ${year.id} and (cld.date < ${year.startsOn}::date or cld.date > ${year.endsOn}::date) limit 1`);
  if (out) throw refused('LEAVES_OUT');
  await flushOr(tx, { school_year_no_overlap: () => refused('OVERLAP'), school_year_starts_unique: () => refused('OVERLAP') });
  // Which classes are those of today may be another matter now, for the whole district.
  if ([year.startsOn, year.endsOn].join() !== before) await tx.enqueue(END_WHAT_RESTED, {}, { singletonKey: 'now' });
  return { schoolYear: year.id };
}

/** @throws NotFound, RuleViolation */
export async function updateTerm(tx: Transaction, { termId, startsOn, endsOn }: DaysChange & { readonly termId: string }): Promise<{ term: string }> {
  const { term, schoolYear } = await termIAdminister(tx, termId);
  term.startsOn = startsOn ?? term.startsOn;
  term.endsOn = endsOn ?? term.endsOn;
  if (term.startsOn >= term.endsOn) throw refused('DATES', 'endsOn');
  if (term.startsOn < schoolYear.startsOn || term.endsOn > schoolYear.endsOn) throw refused('OUTSIDE_YEAR');
  await flushOr(tx, { term_no_overlap: () => refused('OVERLAP') });
  return { term: term.id };
}
