import type { z } from 'zod';

/** Background work as it is asked for: its name, what it is told, and how hard it is tried. What it does is bound to it above. */
export interface Job<Data extends object = object> {
  /** Domain and verb phrase, e.g. `volunteering.expire-offers`. */
  readonly name: string;
  /** One English sentence. */
  readonly description: string;
  /** Its data: ids and times, never a name or a phone, for they are stored until the work is done and a while longer. */
  readonly data: z.ZodType<Data>;
  readonly retry: Retry;
  /** After this time the attempt has failed; its signal is aborted. */
  readonly timeoutSeconds: number;
  /** How many of its kind a process does at once. */
  readonly concurrency: number;
  /** When it is due by itself, without data: a cron expression in the time of Asia/Shanghai. */
  readonly cron: string | null;
}

export interface Retry {
  /** Further attempts after the first. */
  readonly limit: number;
  /** Before the second attempt; each further wait is twice as long, an hour at most. */
  readonly delaySeconds: number;
}

type Choices<Data extends object> = Pick<Job<Data>, 'name' | 'description' | 'data'> & Partial<Job<Data>>;

const NAME = /^[a-z]+\.[a-z]+(?:-[a-z]+)*$/;
const TRIED_HARD: Retry = { limit: 5, delaySeconds: 15 };

export function job<Data extends object>(choices: Choices<Data>): Job<Data> {
  const made: Job<Data> = { retry: TRIED_HARD, timeoutSeconds: 60, concurrency: 1, cron: null, ...choices };
  if (!NAME.test(made.name)) throw new Error(`${made.name} is no name of a job: it reads domain.verb-noun.`);
  if (made.cron !== null && !made.data.safeParse({}).success)
    throw new Error(`${made.name} is due by itself, so it must do without data.`);
  return made;
}
