/** That a query looks at no more rows an object of its answer where other schools and districts are added. */
import { hubSchema } from '../../src/app.ts';
import { SMALL } from '../support/small-tables.ts';
import type { Examined } from './row-counter.ts';

export const MOST_GROWTH = 1.25;

/** Why a query may grow nevertheless: each is work to be done, or a number that is reckoned from all that it counts. */
export const GROWS: Readonly<Record<string, string>> = {
  CourseOffer: 'counts meetings of each topic: a topic has those of all districts, of which the analyst counts those of one',
  PolicyReach: 'counts the paragraphs of each edition, which a longer library has more of, meetings of all districts that cite it, and all documents',
  SchoolSizes: 'a sum is told only where its parts are: it is reckoned from the classes of all years of each school, of which a district with more schools has more',
  PolicySearch: 'ranks all paragraphs that hold the phrase, then picks out those that the caller may read',
};

/** Operations that read what the questions before them have written: how much it is says nothing of a district. */
export const FILLED_BY_ASKING: Readonly<Record<string, string>> = {
  AccessLog: 'whoever reads of pupils at work stands on record, in the one world more often than in the other',
};

const { catalog } = hubSchema().reader;
const smallTables = new Set([...catalog.types.values()].filter((type) => SMALL.has(type.name)).map((type) => type.table.text.replaceAll('"', '')));
/** They tie small ones to one another, or to one of several topics. */
const BETWEEN_SMALL = /_topic$|_citation$|^staff_assignment$/;

/** Rows of the tables that grow with the number of people. */
export function rowsOfLarge(statements: readonly Examined[]): number {
  const counts = statements.flatMap((each) => Object.entries(each.rows));
  return counts.filter(([table]) => !smallTables.has(table) && !BETWEEN_SMALL.test(table)).reduce((sum, [, rows]) => sum + rows, 0);
}
