import type { Socket } from 'node:net';
import { DatabaseError, type Client, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';
import { keptIn } from '../memory/index.ts';
import { NamedStatements } from './statement-names.ts';
import { ConnectionLost, isOutdatedPlan, isRefusal, PlanOutdated } from './faults.ts';

interface Inner {
  readonly processID: number | null;
  /** False from when a statement is sent until the server says how its transaction stands. */
  readonly readyForQuery: boolean;
  /** False once the connection itself has failed, or the server has said what nobody expects. */
  readonly _queryable: boolean;
  readonly connection: { readonly stream: Socket };
}

/** Refused is refused: how the transaction stands follows at once. */
const READY_WITHIN_MS = 2_000;
/** What was sent in vain is sent again within this time. */
const AGAIN_WITHIN_MS = 5_000;

/** As pg says it, by nothing but these words. */
const TIME_IS_UP = 'Query read timeout';

/**
 * One connection in the hands of one user. However it ends, it is given back once: as good as it was, or destroyed. Destroyed is
 * one that was lost, that still owes an answer, or that is in the middle of a transaction.
 */
export class Lease {
  readonly #client: Client;
  readonly #onReturn: (lease: Lease) => void;
  #lost: ConnectionLost | undefined;
  #over = false;
  /** Statements that were sent, so that a statement can be told from the next one. */
  sent = 0;
  /** Since when nothing was answered, while somebody waits. */
  unansweredSince: number | undefined;
  #unanswered = 0;
  readonly #wasIdle: boolean;
  readonly #lentAt = performance.now();

  constructor(
    client: Client,
    { isNew, onReturn }: { readonly isNew: boolean; readonly onReturn: (lease: Lease) => void },
  ) {
    this.#client = client;
    this.#onReturn = onReturn;
    this.#wasIdle = !isNew;
  }

  /** The server's process at the other end, as it named itself. */
  get processId(): number | null {
    return innerOf(this.#client).processID;
  }

  get isLost(): boolean {
    return this.#lost !== undefined;
  }

  /** What it has kept of its statements fits the tables no more. */
  get isOutdated(): boolean {
    return this.#lost instanceof PlanOutdated;
  }

  /** Whether the first statement has failed because of what had become of it among the idle ones: another one can do that as well. */
  wasStale(error: unknown): boolean {
    return error instanceof ConnectionLost && this.#wasIdle && performance.now() - this.#lentAt < AGAIN_WITHIN_MS;
  }

  /** @throws ConnectionLost, what PostgreSQL refuses, or whatever is wrong with the values that were sent or read */
  async query<Row extends QueryResultRow>(
    config: string | QueryConfig,
    values?: readonly unknown[],
  ): Promise<QueryResult<Row>> {
    if (this.#lost) throw this.#lost;
    this.sent += 1;
    this.#unanswered += 1;
    this.unansweredSince ??= performance.now();
    if (typeof config !== 'string' && config.name !== undefined) namedOf(this.#client).add(config.name, config.text);
    try {
      return await this.#client.query<Row>(config as string, values as unknown[]);
    } catch (error) {
      if (!isRefusal(error)) throw this.#loseAfter(error);
      if (isOutdatedPlan(error)) throw this.lose(new PlanOutdated(error));
      if (!(await this.#ready())) throw this.lose(error);
      throw error;
    } finally {
      this.#unanswered -= 1;
      this.unansweredSince = this.#unanswered === 0 ? undefined : performance.now();
    }
  }

  /** A mistake in what was sent or read is told as it is; what pg has done with the connection until then is nobody's to know. */
  #loseAfter(error: unknown): unknown {
    const { connection, _queryable: isSound } = innerOf(this.#client);
    const isLost =
      !isSound ||
      connection.stream.destroyed ||
      error instanceof DatabaseError ||
      (error as Error).message === TIME_IS_UP;
    const lost = this.lose(error);
    return isLost ? lost : error;
  }

  /**
   * PostgreSQL sends a refusal before it says how the transaction stands, and pg tells of it at once: whoever gave the connection back
   * in between would give it back as what it was before the statement.
   * @returns false where it does not say so: it has ended the connection, or nothing is heard any more
   */
  async #ready(): Promise<boolean> {
    const inner = innerOf(this.#client);
    const { stream } = inner.connection;
    if (!inner.readyForQuery && !stream.destroyed) {
      await new Promise<void>((resolve) => {
        const done = (): void => {
          clearTimeout(late);
          this.#client.off('drain', done);
          stream.off('close', done);
          resolve();
        };
        const late = setTimeout(done, READY_WITHIN_MS);
        this.#client.on('drain', done);
        stream.on('close', done);
      });
    }
    return inner.readyForQuery;
  }

  /** Gives the connection up: whoever waits for an answer on it is told so. */
  lose(cause: unknown): ConnectionLost {
    if (!this.#lost) {
      this.#lost = cause instanceof ConnectionLost ? cause : new ConnectionLost(cause);
      innerOf(this.#client).connection.stream.destroy(this.#lost);
    }
    return this.#lost;
  }

  giveBack(): void {
    if (this.#over) return;
    this.#over = true;
    if (this.unansweredSince !== undefined || this.#client.getTransactionStatus() !== 'I')
      this.lose(new Error('It was given back in the middle of something.'));
    this.#onReturn(this);
  }
}

const named = new WeakMap<Client, NamedStatements>();

function namedOf(client: Client): NamedStatements {
  return keptIn(named, client, () => new NamedStatements());
}

/** Whether the server keeps more for a connection than it should. */
export function hasTooManyNamed(client: Client): boolean {
  return namedOf(client).areTooMany;
}

/** Ends a connection without a word to the other side, which may not listen any more. */
export function destroy(client: Client): void {
  innerOf(client).connection.stream.destroy();
}

/** What pg knows of a connection and does not tell. */
export function innerOf(client: Client): Inner {
  return client as unknown as Inner;
}
