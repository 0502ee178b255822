/** That a query looks at no more rows an object of its answer where other schools and districts are added. */
import { hubSchema } from '../../src/app.ts';
import { SMALL, storedTypes } from '../support/small-tables.ts';
import type { Examined } from './row-counter.ts';

export const MOST_GROWTH = 1.25;

/** Why a query may grow nevertheless: each is work to be done, or a number that is reckoned from all that it counts. */
export const GROWS: Readonly<Record<string, string>> = {
  CourseOffer:
    'counts meetings of each topic: a topic has those of all districts, of which the analyst counts those of one',
  MeetingsByKindAndSchool:
    'counts the meetings of the time that is asked for: there are those of all districts, of which the analyst sees those of one',
  PolicyReach:
    'counts the paragraphs of each edition, which a longer library has more of, meetings of all districts that cite it, and all documents',
  PolicySearch: 'ranks all paragraphs that hold the phrase, then picks out those that the caller may read',
};

/** Operations that read what the questions before them have written: how much it is says nothing of a district. */
export const FILLED_BY_ASKING: Readonly<Record<string, string>> = {
  AccessLog: 'whoever reads of pupils at work stands on record, in the one world more often than in the other',
};

/** Work that looks at more where more districts are, though it finds nothing to do, and why. */
export const GROWING_WORK: Readonly<Record<string, string>> = {
  'volunteering.settle-offers': 'asks of each entry that waits whether a place is free: what waits is work to be done',
  'volunteering.suspend-for-no-shows':
    'counts the absences of the longest window, of whom few are: they are what may suspend',
  'volunteering.end-lectures':
    'looks for lectures among the shifts to come, of which there are as many as schools have planned',
  'volunteering.tell-off-calendar':
    'holds the shifts to come of series that follow the calendar against it, of which there are as many as schools have planned',
  'notices.ask-deciders': 'asks of each thing that waits who may decide on it today: what waits is work to be done',
  'volunteering.note-no-shows': 'looks for whoever has not come among the places of the last sixty days',
};

/** Work that goes over everybody, so many at a time: it looks at no more for each of them where there are more. */
export const WALKS: Readonly<Record<string, string>> = {
  'people.end-what-rested': 'finds whatever was left behind, of five hundred persons at a time',
};

const { catalog } = hubSchema().reader;
const smallTables = new Set(
  storedTypes(catalog)
    .filter((type) => SMALL.has(type.name))
    .map((type) => type.table.name),
);
/** They tie small ones to one another, or to one of several topics. */
const BETWEEN_SMALL = /_topic$|_citation$|^staff_assignment$/;

/** Rows of the tables that grow with the number of people. */
export function rowsOfLarge(statements: readonly Examined[]): number {
  const counts = statements.flatMap((each) => Object.entries(each.rows));
  return counts
    .filter(([table]) => !smallTables.has(table) && !BETWEEN_SMALL.test(table))
    .reduce((sum, [, rows]) => sum + rows, 0);
}
