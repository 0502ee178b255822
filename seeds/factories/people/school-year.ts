import type { SchoolYear, Term } from '../../../src/domains/people/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type GivenWith, stored } from '../given.ts';

export type SchoolYearRecord = RecordOf<SchoolYear>;
export type TermRecord = RecordOf<Term>;

/** From September to August, by the calendar year in which it begins. */
export function aSchoolYear({
  year = 2026,
  ...given
}: GivenWith<SchoolYear, 'district'> & { readonly year?: number }): SchoolYearRecord {
  return completed<SchoolYearRecord>(
    {
      ...stored(given),
      district: '',
      name: `${year}-${year + 1}学年`,
      startsOn: `${year}-09-01`,
      endsOn: `${year + 1}-08-31`,
    },
    given,
  );
}

/** The first or the second of a school year that begins in `year`. */
export function aTerm({
  year = 2026,
  ...given
}: GivenWith<Term, 'schoolYear'> & { readonly year?: number }): TermRecord {
  const number = given.number ?? 1;
  return completed<TermRecord>(
    {
      ...stored(given),
      schoolYear: '',
      number,
      startsOn: number === 1 ? `${year}-09-01` : `${year + 1}-02-15`,
      endsOn: number === 1 ? `${year + 1}-01-24` : `${year + 1}-07-10`,
    },
    given,
  );
}
