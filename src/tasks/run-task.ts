import { troubleOf } from '../platform/database/index.ts';

/** A refusal that says to whoever called what to mend. */
type Expected = abstract new (...args: never[]) => Error;

/**
 * Does the work of a command of the terminal. Trouble with the database is told in its one sentence, as where the hub itself starts,
 * and so are the refusals that are expected: the command ends with 1. Anything else is told with all that is known of it.
 */
export async function runTask(work: () => Promise<void>, ...expected: readonly Expected[]): Promise<void> {
  try {
    await work();
  } catch (error) {
    const told = expected.some((each) => error instanceof each) ? (error as Error).message : troubleOf(error);
    if (told === undefined) throw error;
    process.stderr.write(`${told}\n`);
    process.exitCode = 1;
  }
}
