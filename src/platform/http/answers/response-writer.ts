import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { AnswerText } from '../../graphql/index.ts';
import { addVary } from './vary.ts';
import { problemAnswer } from './problem-answer.ts';
import type { HttpAnswer, Problem } from './http-answer.ts';

export interface ResponseWriterOptions {
  /** The most bytes of all answers that have not been taken. */
  readonly mostBytes: number;
  readonly takenWithinMs: number;
  /** Told of each connection that was cut: its answer was not taken in time, or too much waits. */
  readonly onCut: (why: 'slow' | 'full') => void;
}

/** An answer on its way. */
interface Delivery {
  readonly socket: Socket;
  /** An account; for guests a network. */
  readonly who: string;
  readonly since: number;
  bytes: number;
}

/** Answers that wait for one account, or for the guests of one network. */
interface Waiting {
  /** In the order in which they began. */
  readonly deliveries: Set<Delivery>;
  bytes: number;
}

const PART_BYTES = 65_536;
const MOST_SWEEPS_A_TIMEOUT = 10;
const LONGEST_SWEEP_MS = 1_000;

/**
 * Answers on their way to those who read them. Nobody's turn is held any more; what waits here takes memory, so it is bounded: a large
 * answer is written part by part as it is taken, one that is not taken in time is given up with its connection, and where too much waits
 * in all, whoever has most of it waiting loses the oldest.
 */
export class ResponseWriter {
  readonly #options: ResponseWriterOptions;
  /** In the order in which they began. */
  readonly #deliveries = new Set<Delivery>();
  readonly #bySocket = new WeakMap<Socket, Set<Delivery>>();
  /** Those for whom something waits: few, for most take what they asked for at once. */
  readonly #waiting = new Map<string, Waiting>();
  readonly #sweeper: NodeJS.Timeout;
  #bytes = 0;

  constructor(options: ResponseWriterOptions) {
    this.#options = options;
    this.#sweeper = setInterval(
      () => this.#sweep(),
      Math.min(LONGEST_SWEEP_MS, options.takenWithinMs / MOST_SWEEPS_A_TIMEOUT),
    );
    this.#sweeper.unref();
  }

  /** Bytes that wait to be taken. */
  get bytes(): number {
    return this.#bytes;
  }

  stop(): void {
    clearInterval(this.#sweeper);
  }

  /** @param who an account; for guests a network */
  send(reply: FastifyReply, { status, headers, body }: HttpAnswer, who: string): FastifyReply {
    const { vary, ...others } = headers;
    reply.status(status).headers(others);
    if (vary !== undefined) addVary(reply, vary);
    if (body === undefined) return reply.send();
    if (Buffer.isBuffer(body)) {
      const delivery = this.#begin(reply, who, 0);
      return body.length <= PART_BYTES ? reply.send(body) : this.#stream(reply, [body], body.length, delivery);
    }
    if (!isText(body)) {
      const told = problemAnswer(reply.request, status, body);
      return this.send(reply, { status, headers: { ...told.headers, ...headers }, body: told.body }, who);
    }
    if (typeof body === 'string' && body.length <= PART_BYTES) {
      this.#begin(reply, who, Buffer.byteLength(body));
      return reply.send(body);
    }
    const parts = typeof body === 'string' ? [Buffer.from(body)] : body;
    const bytes = parts.reduce((sum, part) => sum + part.length, 0);
    return this.#stream(reply, parts, bytes, this.#begin(reply, who, bytes));
  }

  #stream(reply: FastifyReply, parts: readonly Buffer[], length: number, delivery: Delivery): FastifyReply {
    reply.header('content-length', String(length));
    return reply.send(
      Readable.from(this.#taken([...parts].reverse(), delivery), { objectMode: false, highWaterMark: PART_BYTES }),
    );
  }

  /**
   * Piece by piece, and others have their turn in between. A part takes its memory until all of it is taken, and is let go of then.
   * @param left the first part last
   */
  async *#taken(left: Buffer[], delivery: Delivery): AsyncGenerator<Buffer> {
    for (let part = left.pop(); part; part = left.pop()) {
      for (let from = 0; from < part.length; from += PART_BYTES) {
        yield part.subarray(from, from + PART_BYTES);
        await nextTurn();
      }
      this.#isTaken(delivery, part.length);
    }
  }

  #begin({ raw, request }: FastifyReply, who: string, bytes: number): Delivery {
    const { socket } = request.raw;
    this.#makeRoomFor(who, bytes);
    const delivery: Delivery = { socket, who, since: performance.now(), bytes: 0 };
    // Nobody takes it, and nobody will tell so any more.
    if (socket.destroyed) return delivery;
    this.#deliveries.add(delivery);
    const ofSocket = this.#ofSocket(socket).add(delivery);
    if (bytes > 0) this.#waits(delivery, bytes);
    raw.once('close', () => {
      ofSocket.delete(delivery);
      this.#forget(delivery);
    });
    return delivery;
  }

  /** An answer that stands behind another one on its connection is not told when that closes. */
  #ofSocket(socket: Socket): Set<Delivery> {
    const known = this.#bySocket.get(socket);
    if (known) return known;
    const deliveries = new Set<Delivery>();
    this.#bySocket.set(socket, deliveries);
    socket.once('close', () => deliveries.forEach((each) => this.#forget(each)));
    return deliveries;
  }

  /** The one that begins is the last that has to go. */
  #makeRoomFor(who: string, bytes: number): void {
    while (this.#bytes > 0 && this.#bytes + bytes > this.#options.mostBytes)
      this.#cut(this.#oldestOfMost(who, bytes), 'full');
  }

  /** @param more that is about to wait for somebody besides */
  #oldestOfMost(whose: string, more: number): Delivery {
    let found: Waiting | undefined;
    let most = 0;
    for (const [who, each] of this.#waiting) {
      const bytes = each.bytes + (who === whose ? more : 0);
      if (bytes > most) [found, most] = [each, bytes];
    }
    const [oldest] = found!.deliveries;
    return oldest!;
  }

  #waits(delivery: Delivery, bytes: number): void {
    const ofWho = this.#waiting.get(delivery.who) ?? { deliveries: new Set(), bytes: 0 };
    this.#waiting.set(delivery.who, ofWho);
    ofWho.deliveries.add(delivery);
    ofWho.bytes += bytes;
    delivery.bytes = bytes;
    this.#bytes += bytes;
  }

  #isTaken(delivery: Delivery, bytes: number): void {
    const less = Math.min(bytes, delivery.bytes);
    if (less === 0) return;
    const ofWho = this.#waiting.get(delivery.who)!;
    delivery.bytes -= less;
    ofWho.bytes -= less;
    this.#bytes -= less;
    if (delivery.bytes === 0) ofWho.deliveries.delete(delivery);
    if (ofWho.deliveries.size === 0) this.#waiting.delete(delivery.who);
  }

  #forget(delivery: Delivery): void {
    this.#deliveries.delete(delivery);
    this.#isTaken(delivery, delivery.bytes);
  }

  /** With all that stands on its connection. */
  #cut({ socket }: Delivery, why: 'slow' | 'full'): void {
    this.#ofSocket(socket).forEach((each) => this.#forget(each));
    this.#options.onCut(why);
    socket.destroy();
  }

  #sweep(): void {
    const late = performance.now() - this.#options.takenWithinMs;
    for (const delivery of this.#deliveries) {
      if (delivery.since > late) return;
      this.#cut(delivery, 'slow');
    }
  }
}

function isText(body: AnswerText | Problem): body is AnswerText {
  return typeof body === 'string' || Array.isArray(body);
}
