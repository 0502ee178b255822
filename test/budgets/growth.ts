/** That a query looks at no more rows an object of its answer where other schools and districts are added. */
import { hubSchema } from '../../src/app.ts';
import { SMALL } from '../support/small-tables.ts';
import type { Examined } from './row-counter.ts';

export const MOST_GROWTH = 1.25;

/** Why a query may grow nevertheless: each is work to be done, or a number that is reckoned from all that it counts. */
export const GROWS: Readonly<Record<string, string>> = {
  CourseOffer: 'counts meetings of each topic, those of all districts before those that the analyst may count',
  MeetingList: 'walks the meetings of all schools by their time; those of the schools of the administrator are picked out',
  MeetingParticipationBySchool: 'counts the students of each school, also of those whose number is then withheld',
  PolicyReach: 'counts meetings that cite each edition, those of all districts before those that the analyst may count',
  PolicySearch: 'ranks all paragraphs that hold the phrase, then picks out those that the caller may read',
  SchoolSizes: 'counts the students of each school, also of those whose number is then withheld',
  ServiceApproval: 'walks the records of all schools by their time; those that wait and are of the school are picked out',
  ServiceCertificates: 'walks the certificates of all districts by their time and looks for a record of the school in each',
  VolunteerAdmin: 'reads all roles for the qualifications of a year, which is dear only while there are few',
  VolunteerBoard: 'walks the shifts of all schools by their time; those near the children are picked out',
  VolunteerHoursBySchool: 'sums the records of the district for each of its schools',
  ShiftRoster: 'on the complete road: a small table of shifts is joined whole',
  WaitingList: 'on the complete road: a small table of stand-ins is joined whole',
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
