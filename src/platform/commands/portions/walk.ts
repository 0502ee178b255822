import { z } from 'zod';
import { job, type Job } from '../../jobs/index.ts';
import { background, type JobDeclaration } from '../background.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import { inPortions } from './in-portions.ts';
import type { Due } from './sweep.ts';

/** The most portions that one run takes, however many things there are. */
const MOST_PORTIONS = 100;

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Beyond which id it goes on; from the first where left out. */
interface Onwards {
  readonly after?: string | undefined;
}

export type WalkJob = Job<Onwards>;

/** Names a walk, so that commands can ask for it as well: `tx.enqueue(ASK_DECIDERS, {}, { singletonKey: 'now' })`. */
export function walkJob(due: Due): WalkJob {
  return job({ timeoutSeconds: 300, ...due, data: z.object({ after: z.uuid().optional() }) });
}

/**
 * Declares a job that goes over things by their ids, so many at a time, where no condition alone finds what is due: it is known when a thing
 * is looked at. It goes on where it stopped, in a run of its own.
 * @param next deals with the things beyond an id, and answers the last of them; null where there is none beyond
 */
export function walk(named: WalkJob, next: (tx: Transaction, after: string) => Promise<string | null>): JobDeclaration {
  return {
    ...background(named, async (context, data) => {
      const after = await inPortions(context, data.after ?? FIRST, next, MOST_PORTIONS);
      if (after !== null)
        await inTransaction(context, (tx) => tx.enqueue(named, { after }, { singletonKey: `after ${after}` }));
    }),
    inPortions: true,
  };
}
