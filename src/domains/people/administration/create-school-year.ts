import { flushOr, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { SchoolYear } from '../organisation/school-year.entity.ts';
import { Term } from '../organisation/term.entity.ts';
import { districtIAdminister, schoolYearIAdminister } from './administration.nodes.ts';
import { CALENDAR_RULES } from './administration.rules.ts';

interface Days {
  readonly startsOn: string;
  readonly endsOn: string;
}

function checkOrder({ startsOn, endsOn }: Days): void {
  if (startsOn >= endsOn) throw violationOf(CALENDAR_RULES, 'DATES', ['endsOn']);
}

/** @throws NotFound, RuleViolation, BadUserInput */
export async function createSchoolYear(
  tx: Transaction,
  wanted: Days & { readonly districtId: string; readonly name: string },
): Promise<{ schoolYear: string }> {
  const name = requiredText(wanted.name, { path: ['name'], longest: 40, form: 'TITLE' });
  checkOrder(wanted);
  const district = await districtIAdminister(tx, wanted.districtId);
  const year = tx.em.create(SchoolYear, {
    district,
    name,
    startsOn: wanted.startsOn,
    endsOn: wanted.endsOn,
    createdAt: tx.now,
  });
  const overlap = () => violationOf(CALENDAR_RULES, 'OVERLAP', ['startsOn']);
  await flushOr(tx, { school_year_no_overlap: overlap, school_year_starts_unique: overlap });
  return { schoolYear: year.id };
}

/** @throws NotFound, RuleViolation */
export async function createTerm(
  tx: Transaction,
  wanted: Days & { readonly schoolYearId: string; readonly number: number },
): Promise<{ term: string }> {
  checkOrder(wanted);
  const schoolYear = await schoolYearIAdminister(tx, wanted.schoolYearId);
  if (wanted.startsOn < schoolYear.startsOn) throw violationOf(CALENDAR_RULES, 'OUTSIDE_YEAR', ['startsOn']);
  if (wanted.endsOn > schoolYear.endsOn) throw violationOf(CALENDAR_RULES, 'OUTSIDE_YEAR', ['endsOn']);
  if (wanted.number < 1 || wanted.number > 4) throw violationOf(CALENDAR_RULES, 'NUMBER_TAKEN', ['number']);
  const term = tx.em.create(Term, {
    schoolYear,
    number: wanted.number,
    startsOn: wanted.startsOn,
    endsOn: wanted.endsOn,
    createdAt: tx.now,
  });
  await flushOr(tx, {
    term_no_overlap: () => violationOf(CALENDAR_RULES, 'OVERLAP', ['startsOn']),
    term_number_unique: () => violationOf(CALENDAR_RULES, 'NUMBER_TAKEN', ['number']),
  });
  return { term: term.id };
}
