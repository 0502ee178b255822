import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Browsers and proxies send the next request when the last one is answered: whoever sends many ahead wants the hub to work for them alone. */
export const MOST_OUTSTANDING = 16;

/** Whoever looks after the process is answered from memory, before anybody else. */
const AT_ONCE: ReadonlySet<string | undefined> = new Set(['/livez', '/readyz']);
/** So long requests are taken up in one turn of the event loop, which accepts one connection: what takes longer keeps the others from the door. */
const LONGEST_TURN_MS = 1;

export interface PipelineOptions {
  /** Whether somebody has asked by it who is known. */
  readonly isKnown: (socket: Socket) => boolean;
  readonly onCut: () => void;
}

/**
 * A connection may have so many requests outstanding. What is sent beyond them is not looked at: one read brings hundreds, and
 * all of them would be answered before anybody else is. Those that are looked at are taken up by turns, one of each connection, and the
 * event loop turns between them.
 */
export function boundPipelines(server: Server, { isKnown, onCut }: PipelineOptions): void {
  const handlers = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request');
  const outstanding = new WeakMap<Socket, number>();
  const takeUp = ([request, response]: Exchange): void => {
    if (!request.socket.destroyed) for (const handle of handlers) handle.call(server, request, response);
  };
  const line = new Line(takeUp);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    if (socket.destroyed) return;
    const before = outstanding.get(socket) ?? 0;
    if (before >= MOST_OUTSTANDING) {
      onCut();
      stopParsing(socket);
      socket.destroy();
      return;
    }
    outstanding.set(socket, before + 1);
    response.once('close', () => outstanding.set(socket, outstanding.get(socket)! - 1));
    if (before === 0 && AT_ONCE.has(request.url)) takeUp([request, response]);
    else line.add([request, response], isKnown(socket));
  });
}

/** Returned to the parser of a connection by whoever takes its requests: nothing of HTTP follows. */
const NOTHING_FOLLOWS = 2;

/**
 * The rest of what was read with one request too many is not parsed: Node goes through it though the connection is destroyed, and makes
 * a request and a response of each. It knows no other way to stop its parser in the middle of a read.
 */
function stopParsing(socket: Socket): void {
  const { parser } = socket as { readonly parser?: { onIncoming?: unknown } | null };
  if (parser?.onIncoming) parser.onIncoming = (): number => NOTHING_FOLLOWS;
}

type Exchange = readonly [IncomingMessage, ServerResponse];

/** Requests that have come and were not taken up: those by connections of which somebody is known, and the others, in turn. */
class Line {
  readonly #takeUp: (exchange: Exchange) => void;
  readonly #known = new Map<Socket, Exchange[]>();
  readonly #others = new Map<Socket, Exchange[]>();
  #goes = false;

  constructor(takeUp: (exchange: Exchange) => void) {
    this.#takeUp = takeUp;
  }

  add(exchange: Exchange, isKnown: boolean): void {
    const [{ socket }] = exchange;
    // Requests that came before it on its connection are taken up before it.
    const waiting = this.#others.get(socket) ?? this.#known.get(socket);
    if (waiting) waiting.push(exchange);
    else (isKnown ? this.#known : this.#others).set(socket, [exchange]);
    if (this.#goes) return;
    this.#goes = true;
    setImmediate(() => this.#go());
  }

  #go(): void {
    const ends = performance.now() + LONGEST_TURN_MS;
    while (this.#known.size + this.#others.size > 0) {
      this.#takeOne(this.#known);
      this.#takeOne(this.#others);
      if (performance.now() < ends) continue;
      setImmediate(() => this.#go());
      return;
    }
    this.#goes = false;
  }

  /** The connection that has waited longest has its turn, and stands behind the others with the rest. */
  #takeOne(among: Map<Socket, Exchange[]>): void {
    const [first] = among;
    if (!first) return;
    const [socket, exchanges] = first;
    among.delete(socket);
    const exchange = exchanges.shift()!;
    if (exchanges.length > 0) among.set(socket, exchanges);
    this.#takeUp(exchange);
  }
}
