import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** What becomes of a connection at the moment its client has sent a certain text. */
export type Fate =
  /** It is cut before the server hears of it. */
  | 'cut-before'
  /** The server hears of it, and its answer is lost with the connection. */
  | 'cut-after'
  /** From now on nothing is carried either way, and nobody is told. */
  | 'silence'
  /** What the server answers is heard at once, and a moment later that it is ready for the next statement. */
  | 'ready-later'
  /** The same, and then nothing any more. */
  | 'ready-never';

interface Link {
  readonly client: Socket;
  readonly server: Socket;
  silent: boolean;
  /** Cut as soon as the server answers. */
  doomed: boolean;
  isReady: 'at-once' | 'later' | 'never';
}

/** ReadyForQuery, with the state of the transaction. */
const READY_BYTES = 6;
const READY_LATER_MS = 50;

interface Plan {
  readonly text: RegExp;
  readonly fate: Fate;
  left: number;
}

/** Stands between a hub and its database, and does to their connections what networks do. */
export class DatabaseProxy {
  readonly url: string;
  readonly #target: URL;
  readonly #server: Server;
  readonly #links = new Set<Link>();
  #plans: Plan[] = [];
  #refuses = false;
  #swallows = false;
  /** When each connection was tried that anybody has tried, in milliseconds of `performance.now`. */
  readonly triedAt: number[] = [];

  private constructor(server: Server, target: URL) {
    this.#server = server;
    this.#target = target;
    const url = new URL(target.href);
    url.hostname = '127.0.0.1';
    url.port = String((server.address() as AddressInfo).port);
    this.url = url.href;
    server.on('connection', (client) => this.#accept(client));
  }

  static async before(databaseUrl: string): Promise<DatabaseProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new DatabaseProxy(server, new URL(databaseUrl));
  }

  /** The next so many connections whose client sends such a text meet this fate. */
  plan(fate: Fate, text: RegExp, times = 1): void {
    this.#plans.push({ fate, text, left: times });
  }

  /** How many plans have yet to come true. */
  get planned(): number {
    return this.#plans.reduce((sum, { left }) => sum + left, 0);
  }

  /** All that are connected now hear nothing any more; whoever connects anew does. */
  silence(): void {
    for (const link of this.#links) link.silent = true;
  }

  /** The database is away: whoever is connected is cut, whoever comes is refused. */
  goAway(): void {
    this.#refuses = true;
    for (const link of this.#links) this.#cut(link);
  }

  /** Nobody hears anything, whoever comes neither. */
  fallSilent(): void {
    this.#swallows = true;
    this.silence();
  }

  comeBack(): void {
    this.#refuses = false;
    this.#swallows = false;
    this.#plans = [];
  }

  async close(): Promise<void> {
    for (const link of this.#links) this.#cut(link);
    this.#server.close();
    await once(this.#server, 'close');
  }

  #accept(client: Socket): void {
    client.on('error', () => undefined);
    this.triedAt.push(performance.now());
    if (this.#refuses) return void client.destroy();
    const server = connect(Number(this.#target.port || 5432), this.#target.hostname);
    server.on('error', () => undefined);
    client.setNoDelay();
    const link: Link = { client, server, silent: this.#swallows, doomed: false, isReady: 'at-once' };
    this.#links.add(link);
    client.on('data', (chunk) => {
      if (!link.silent) this.#fromClient(link, chunk);
    });
    server.on('data', (chunk) => {
      if (link.doomed) this.#cut(link);
      else if (!link.silent) this.#fromServer(link, chunk);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('close', () => {
        // Of what is silent the other side hears not even the end; the server's process must not stay for ever, though.
        if (!link.silent || one === client) other.destroy();
        if (one === client) this.#links.delete(link);
      });
    }
  }

  #fromClient(link: Link, chunk: Buffer): void {
    const text = chunk.toString('latin1');
    const plan = this.#plans.find((each) => each.left > 0 && each.text.test(text));
    if (plan) plan.left -= 1;
    switch (plan?.fate) {
      case 'cut-before':
        return this.#cut(link);
      case 'cut-after':
        link.doomed = true;
        break;
      case 'silence':
        link.silent = true;
        return;
      case 'ready-later':
        link.isReady = 'later';
        break;
      case 'ready-never':
        link.isReady = 'never';
        break;
      case undefined:
        break;
    }
    link.server.write(chunk);
  }

  #fromServer(link: Link, chunk: Buffer): void {
    const { client, isReady } = link;
    if (isReady === 'at-once' || chunk.length < READY_BYTES || chunk.at(-READY_BYTES) !== 0x5a)
      return void client.write(chunk);
    client.write(chunk.subarray(0, -READY_BYTES));
    if (isReady === 'never') link.silent = true;
    else setTimeout(() => client.write(chunk.subarray(-READY_BYTES)), READY_LATER_MS);
  }

  #cut({ client, server }: Link): void {
    client.resetAndDestroy();
    server.destroy();
  }
}
