import { z } from 'zod';
import { job } from '../../jobs/index.ts';
import { background, type JobDeclaration } from '../background.ts';
import type { Transaction } from '../transaction.ts';
import { inPortions } from './in-portions.ts';

/** When a sweep is due, and how long it may take. */
export interface Due {
  readonly name: string;
  /** One English sentence. */
  readonly description: string;
  /** When, e.g. `40 3 * * *`. */
  readonly cron: string;
  readonly timeoutSeconds?: number;
}

export interface Sweep extends Due {
  /**
   * Finds what is due by a condition, so many at most, and does it. What is being changed elsewhere is left to the next time.
   * @returns how many were dealt with: where they are fewer than so many, nothing is left
   */
  readonly work: (tx: Transaction, most: number) => Promise<number>;
  /** How many one transaction takes on: what it locks is free again soon. */
  readonly portion?: number;
  /** What is left after so many portions waits for the next time. */
  readonly mostPortions?: number;
}

/**
 * Declares a job that finds by itself what is due, and does it where nobody has come to: whoever touches a row settles what is due there.
 * It works in portions, each in a transaction of its own, until nothing is due or its time is over: what is done stays done.
 */
export function sweep({ work, portion = 50, mostPortions = 20, ...due }: Sweep): JobDeclaration {
  return {
    ...background(job({ timeoutSeconds: 300, ...due, data: z.object({}) }), async (context) => {
      await inPortions(
        context,
        'MORE',
        async (tx, more) => ((await work(tx, portion)) < portion ? null : more),
        mostPortions,
      );
    }),
    inPortions: true,
  };
}
