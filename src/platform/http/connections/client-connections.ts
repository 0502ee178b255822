import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../../rates/index.ts';

/** Why a connection was closed: it rested and gave way to a new one; there was no room for it; it was silent for too long. */
export type ClosedConnection = 'gave way' | 'no room' | 'silent';

export interface ConnectionOptions {
  readonly most: number;
  /** The most of one network that have shown no valid token. */
  readonly mostOfNetwork: number;
  /** Whether many stand behind an address, whose networks it names in each request. */
  readonly isProxy: (address: string) => boolean;
  /** Written to a connection for which there is no room. */
  readonly refusal: string;
  readonly onClosed: (why: ClosedConnection) => void;
}

interface Connection {
  readonly socket: Socket;
  /** Undefined where many stand behind it, or somebody who is known. */
  network: string | undefined;
  /** Requests that have come whole and are not answered. */
  inHand: number;
}

/**
 * Connections cost memory before anybody is known, so their number is bounded. Where there are as many as may be, a new one takes the
 * place of one that rests: nothing of it is in hand, and whoever holds it opens another when it is needed. Those go first that have shown
 * no valid token, of them the one that has rested longest, and of one network there may be half of all at most.
 */
export class ClientConnections {
  readonly #options: ConnectionOptions;
  readonly #connections = new Map<Socket, Connection>();
  readonly #ofNetworks = new Map<string, Set<Connection>>();
  /** In the order in which they came to rest. */
  readonly #resting = new Set<Connection>();
  readonly #restingKnown = new Set<Connection>();

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  get open(): number {
    return this.#connections.size;
  }

  watch(server: Server): void {
    server.on('connection', (socket: Socket) => this.#opened(socket));
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) =>
      this.#asked(request, response),
    );
    server.on('timeout', (socket: Socket) => {
      // One that rests has been kept for long enough.
      if ((this.#connections.get(socket)?.inHand ?? 0) > 0) this.#options.onClosed('silent');
      socket.destroy();
    });
  }

  /** Whether somebody who is known has asked by it, or many stand behind it. */
  knows(socket: Socket): boolean {
    const connection = this.#connections.get(socket);
    return connection !== undefined && connection.network === undefined;
  }

  /** Somebody who is known asks by it. */
  getsKnown(socket: Socket): void {
    const connection = this.#connections.get(socket);
    if (!connection || connection.network === undefined) return;
    this.#leaveNetwork(connection);
    connection.network = undefined;
    if (this.#resting.delete(connection)) this.#restingKnown.add(connection);
  }

  #opened(socket: Socket): void {
    const { most, mostOfNetwork, isProxy } = this.#options;
    const address = socket.remoteAddress;
    const network = address !== undefined && isProxy(address) ? undefined : networkOf(address);
    const neighbours = network === undefined ? undefined : this.#ofNetworks.get(network);
    if (neighbours && neighbours.size >= mostOfNetwork && !this.#giveWay(restingOf(neighbours)))
      return this.#refuse(socket);
    if (this.#connections.size >= most && !this.#giveWay(this.#resting) && !this.#giveWay(this.#restingKnown))
      return this.#refuse(socket);
    const connection: Connection = { socket, network, inHand: 0 };
    this.#connections.set(socket, connection);
    if (network !== undefined)
      this.#ofNetworks.set(network, (this.#ofNetworks.get(network) ?? new Set()).add(connection));
    this.#rests(connection);
    socket.once('close', () => this.#gone(connection));
  }

  /** One whose request has not come whole yet rests: nothing was done for it. */
  #asked(request: IncomingMessage, response: ServerResponse): void {
    const connection = this.#connections.get(request.socket);
    if (!connection) return;
    let isInHand = false;
    const take = (): void => {
      if (isInHand) return;
      isInHand = true;
      connection.inHand += 1;
      this.#resting.delete(connection);
      this.#restingKnown.delete(connection);
    };
    if (hasBody(request)) request.once('end', take);
    else take();
    response.once('close', () => {
      if (isInHand) connection.inHand -= 1;
      isInHand = true;
      if (connection.inHand === 0 && this.#connections.has(connection.socket)) this.#rests(connection);
    });
  }

  #rests(connection: Connection): void {
    const { network } = connection;
    const neighbours = network === undefined ? undefined : this.#ofNetworks.get(network);
    for (const among of [network === undefined ? this.#restingKnown : this.#resting, neighbours]) {
      among?.delete(connection);
      among?.add(connection);
    }
  }

  /** @returns whether there was one that could */
  #giveWay(resting: Iterable<Connection>): boolean {
    for (const connection of resting) {
      this.#options.onClosed('gave way');
      this.#gone(connection);
      connection.socket.destroy();
      return true;
    }
    return false;
  }

  #refuse(socket: Socket): void {
    this.#options.onClosed('no room');
    socket.end(this.#options.refusal, () => socket.destroy());
  }

  #gone(connection: Connection): void {
    this.#connections.delete(connection.socket);
    this.#leaveNetwork(connection);
    this.#resting.delete(connection);
    this.#restingKnown.delete(connection);
  }

  #leaveNetwork(connection: Connection): void {
    const { network } = connection;
    const neighbours = network === undefined ? undefined : this.#ofNetworks.get(network);
    if (neighbours?.delete(connection) && neighbours.size === 0) this.#ofNetworks.delete(network!);
  }
}

function* restingOf(neighbours: ReadonlySet<Connection>): Generator<Connection> {
  for (const each of neighbours) if (each.inHand === 0) yield each;
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
