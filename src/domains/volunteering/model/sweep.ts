import { z } from 'zod';
import { background, inPortions, type JobDeclaration, type Transaction } from '../../../platform/commands/index.ts';
import { job } from '../../../platform/jobs/index.ts';

/** Rows that one transaction takes on: what it locks is free again soon. */
const PORTION = 50;

/** What is left after so many waits for the next time. */
const MOST_PORTIONS = 20;

/**
 * A job that does what nobody came to do: whoever touches a row settles what is due there. It works in portions until
 * nothing is due, each in a transaction of its own: what is done stays done.
 */
export function sweep(
  name: string,
  cron: string,
  description: string,
  work: (tx: Transaction, most: number) => Promise<number>,
): JobDeclaration {
  return background(job({ name, description, data: z.object({}), cron, timeoutSeconds: 300 }), async (context) => {
    await inPortions(
      context,
      'MORE',
      async (tx, more) => ((await work(tx, PORTION)) < PORTION ? null : more),
      MOST_PORTIONS,
    );
  });
}
