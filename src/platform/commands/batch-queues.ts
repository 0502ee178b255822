import { TimedOut, TryLater } from '../errors/index.ts';
import { service } from '../request/index.ts';

/** Somebody who stands in line. */
export interface QueuedCall<Who, Answer> {
  readonly who: Who;
  /** No two who have the same are served together. */
  readonly account: string | null;
  /** Aborted where nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Called before they wait for the others. */
  readonly waits: () => void;
  /** Serves nobody else. */
  readonly alone: () => Promise<Answer>;
  /** Serves several. Null for those who must be served alone; undefined where nothing was done and each is to be served alone. */
  readonly together: (group: readonly Who[]) => Promise<readonly (Answer | null)[] | undefined>;
}

interface Waiting extends QueuedCall<unknown, unknown> {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A lock is held for so many at most: who comes first is not to wait for a whole crowd. */
const MOST_TOGETHER = 64;
/** A turn that takes longer is not waited for: the locks of the database decide between it and the next, as between processes. */
const LONGEST_TURN_MS = 20_000;
/** Beyond so many in one line whoever comes is told to try again: they could not be served in the time that a request has. */
const LONGEST_LINE = 20_000;

/**
 * Those who want the same thing at the same moment stand in line within this process before they take a connection. One
 * transaction at a time serves a line: whoever comes first is served alone and at once, and who came meanwhile together.
 * Other processes have lines of their own; between them the locks of the database decide, as they do without lines.
 */
export class BatchQueues {
  readonly #lines = new Map<string, Waiting[]>();
  readonly #longestTurnMs: number;

  constructor(longestTurnMs = LONGEST_TURN_MS) {
    this.#longestTurnMs = longestTurnMs;
  }

  /** @param name of the line: whoever stands in it can be served together. */
  enter<Who, Answer>(name: string, standing: QueuedCall<Who, Answer>): Promise<Answer> {
    const line = this.#lines.get(name);
    if (!line) {
      this.#lines.set(name, []);
      const answer = standing.alone();
      this.#nextAfter(name, answer);
      return answer;
    }
    if (line.length >= LONGEST_LINE) return Promise.reject(new TryLater());
    standing.waits();
    return new Promise((resolve, reject) => {
      const waiting = { ...standing, resolve, reject } as Waiting;
      line.push(waiting);
      standing.signal.addEventListener('abort', () => leave(line, waiting), { once: true });
      if (standing.signal.aborted) leave(line, waiting);
    });
  }

  #next(name: string): void {
    const group = take(this.#lines.get(name)!);
    if (group.length === 0) this.#lines.delete(name);
    else this.#nextAfter(name, serve(group));
  }

  /** When the turn is over, or has taken too long. */
  #nextAfter(name: string, turn: Promise<unknown>): void {
    let over = false;
    const goOn = (): void => {
      if (over) return;
      over = true;
      clearTimeout(late);
      this.#next(name);
    };
    const late = setTimeout(goOn, this.#longestTurnMs);
    turn.then(goOn, goOn);
  }
}

/** Whoever gives up is told at once, and not when it would have been their turn. */
function leave(line: Waiting[], waiting: Waiting): void {
  const place = line.indexOf(waiting);
  if (place === -1) return;
  line.splice(place, 1);
  waiting.reject(new TimedOut());
}

/** The lines of this process. */
export const BATCH_QUEUES = service<BatchQueues>('batch queues');

/** The next ones who may be served together, nobody only where nobody is left. */
function take(line: Waiting[]): Waiting[] {
  const group: Waiting[] = [];
  const later: Waiting[] = [];
  const accounts = new Set<string | null>();
  let seen = 0;
  for (; seen < line.length && group.length < MOST_TOGETHER; seen += 1) {
    const each = line[seen]!;
    (accounts.has(each.account) ? later : group).push(each);
    accounts.add(each.account);
  }
  line.splice(0, seen, ...later);
  return group;
}

/** Resolves when the next ones may be served. Whoever could not be served with the others is, at the same time as those. */
async function serve(group: readonly Waiting[]): Promise<void> {
  if (group.length === 1) return serveAlone(group[0]!);
  try {
    const answers = await group[0]!.together(group.map(({ who }) => who));
    for (const [index, each] of group.entries()) {
      const answer = answers?.[index] ?? null;
      if (answer === null) void serveAlone(each);
      else each.resolve(answer);
    }
  } catch (error) {
    for (const each of group) each.reject(error);
  }
}

function serveAlone({ alone, resolve, reject }: Waiting): Promise<void> {
  return alone().then(resolve, reject);
}
