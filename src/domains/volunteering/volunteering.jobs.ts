import { z } from 'zod';
import { background, inTransaction, type JobDeclaration, type Transaction } from '../../platform/commands/index.ts';
import { job } from '../../platform/jobs/index.ts';
import { noteNoShows } from './attendance/note-no-shows.ts';
import { endLecturesWithoutLecturer } from './lectures/end-lectures.ts';
import { remindVolunteers } from './remind-volunteers.ts';
import { releaseUnconfirmed } from './reconfirmation/release-unconfirmed.ts';
import { expireStandIns } from './stand-ins/expire-stand-ins.ts';
import { suspendAllForNoShows } from './volunteers/suspend-for-no-shows.ts';
import { settleOffers } from './waiting-list/settle-offers.ts';

/** Rows that one transaction takes on: what it locks is free again soon. */
const PORTION = 50;

/** What is left after so many waits for the next time. */
const MOST_PORTIONS = 20;

/** Works in portions until nothing is due, each in a transaction of its own: what is done stays done. */
function sweep(name: string, cron: string, description: string, work: (tx: Transaction, most: number) => Promise<number>): JobDeclaration {
  return background(job({ name, description, data: z.object({}), cron, timeoutSeconds: 300 }), async (context) => {
    for (let portions = 0; portions < MOST_PORTIONS && !context.signal.aborted; portions += 1) {
      if ((await inTransaction(context, (tx) => work(tx, PORTION))) < PORTION) return;
    }
  });
}

/** Whoever touches a role settles what is due there; these settle what nobody touches, also what ended while nothing ran. */
export const volunteeringJobs: readonly JobDeclaration[] = [
  sweep('volunteering.settle-offers', '* * * * *', 'Ends offers that ran out, and offers free places to whoever waits next.', settleOffers),
  sweep('volunteering.release-unconfirmed', '*/5 * * * *', 'Frees the places of those who did not confirm again after a shift was moved.', releaseUnconfirmed),
  sweep('volunteering.expire-stand-ins', '*/5 * * * *', 'Ends offers to stand in that nobody answered.', expireStandIns),
  sweep('volunteering.remind-volunteers', '*/10 * * * *', 'Reminds volunteers of shifts that begin within a day.', remindVolunteers),
  sweep('volunteering.end-lectures', '*/5 * * * *', 'Calls off lectures of parents that nobody gives any more.', endLecturesWithoutLecturer),
  sweep('volunteering.note-no-shows', '*/15 * * * *', 'Notes who did not come, when nothing can be sent any more.', noteNoShows),
  sweep('volunteering.suspend-for-no-shows', '*/15 * * * *', 'Suspends who has missed as many shifts as the rules of the district allow.', suspendAllForNoShows),
];
