import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work that cannot be interrupted, one piece a turn of the event loop: whoever else waits is served between two of them. */
export class EventLoopTurns {
  #last: Promise<unknown> = Promise.resolve();

  next<T>(work: () => T): Promise<T> {
    const mine = this.#last.then(() => nextTurn()).then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
