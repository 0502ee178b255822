import type { Socket } from 'node:net';
import type { Client, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { ConnectionLost, isRefusal } from './faults.ts';

interface Inner {
  readonly processID: number | null;
  /** False from when a statement is sent until the server says how its transaction stands. */
  readonly readyForQuery: boolean;
  readonly connection: { readonly stream: Socket };
}

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
  /** When the statement was sent that has no answer yet. */
  unansweredSince: number | undefined;
  /** Nobody has been answered on it since it was taken from among the idle ones: it may have died there. */
  readonly mayBeStale: boolean;

  constructor(
    client: Client,
    { isNew, onReturn }: { readonly isNew: boolean; readonly onReturn: (lease: Lease) => void },
  ) {
    this.#client = client;
    this.#onReturn = onReturn;
    this.mayBeStale = !isNew;
  }

  /** The server's process at the other end, as it named itself. */
  get processId(): number | null {
    return innerOf(this.#client).processID;
  }

  get isLost(): boolean {
    return this.#lost !== undefined;
  }

  /** @throws ConnectionLost, or what PostgreSQL refuses */
  async query<Row extends QueryResultRow>(
    config: string | QueryConfig,
    values?: readonly unknown[],
  ): Promise<QueryResult<Row>> {
    if (this.#lost) throw this.#lost;
    this.sent += 1;
    this.unansweredSince = performance.now();
    try {
      return await this.#client.query<Row>(config as string, values as unknown[]);
    } catch (error) {
      if (!isRefusal(error)) throw this.lose(error);
      await this.#ready();
      throw error;
    } finally {
      this.unansweredSince = undefined;
    }
  }

  /**
   * PostgreSQL sends a refusal before it says how the transaction stands, and pg tells of it at once: whoever gave the connection back
   * in between would give it back as what it was before the statement.
   */
  async #ready(): Promise<void> {
    const {
      readyForQuery,
      connection: { stream },
    } = innerOf(this.#client);
    if (readyForQuery || stream.destroyed) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.#client.off('drain', done);
        stream.off('close', done);
        resolve();
      };
      this.#client.on('drain', done);
      stream.on('close', done);
    });
  }

  /** Gives the connection up: whoever waits for an answer on it is told so. */
  lose(cause: unknown): ConnectionLost {
    if (!this.#lost) {
      this.#lost = new ConnectionLost(cause);
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

/** Ends a connection without a word to the other side, which may not listen any more. */
export function destroy(client: Client): void {
  innerOf(client).connection.stream.destroy();
}

/** What pg knows of a connection and does not tell. */
export function innerOf(client: Client): Inner {
  return client as unknown as Inner;
}
