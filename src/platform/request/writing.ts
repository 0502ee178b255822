import { TryLater } from '../errors/index.ts';

/**
 * How far what a request writes has come. Where its time is up, whoever asked is told either that nothing was done, and then nothing
 * will be, or that something may have been.
 */
export class Writing {
  #mayBeDone = false;
  #isGivenUp = false;

  /** From here on it may be done, and cannot be called back: by one of several who are served together. */
  isUnderWay(): void {
    this.#mayBeDone = true;
  }

  /** Right before a commit. @throws TryLater where it was given up: all of it is undone */
  commits(): void {
    if (this.#isGivenUp) throw new TryLater();
    this.#mayBeDone = true;
  }

  /** Nobody waits for it any more. @returns whether something may have been done */
  giveUp(): boolean {
    this.#isGivenUp = true;
    return this.#mayBeDone;
  }
}
