/** What attackers do with sockets, as no client would. Everything is bounded: in number, and by the time of the burst. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** How often what happened: by the status of an answer, or in a word. */
export type Counts = Record<string, number>;

export function count(counts: Counts, what: string, times = 1): void {
  counts[what] = (counts[what] ?? 0) + times;
}

export interface Wire {
  readonly port: number;
  readonly over: AbortSignal;
  readonly counts: Counts;
}

const OPENED_BESIDE_EACH_OTHER = 100;
const ANSWER = /HTTP\/1\.1 (\d{3})/g;

/** The text of a request as it stands on the wire. */
export function post(body: string, headers: Readonly<Record<string, string>> = {}): string {
  const all = {
    host: 'hub',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  return [`POST /graphql HTTP/1.1`, ...Object.entries(all).map(([name, value]) => `${name}: ${value}`), '', body].join(
    '\r\n',
  );
}

/** A connection, which closes with the burst; undefined where none could be had. */
export async function open({ port, over, counts }: Wire): Promise<Socket | undefined> {
  if (over.aborted) return undefined;
  const socket = connect(port, '127.0.0.1');
  const end = (): void => void socket.destroy();
  over.addEventListener('abort', end, { once: true });
  socket.on('error', () => undefined).once('close', () => over.removeEventListener('abort', end));
  try {
    await once(socket, 'connect', { signal: over });
    return socket;
  } catch {
    count(counts, 'not connected');
    return undefined;
  }
}

/** However it ends. */
function closing(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

/** Sends `text` so often on so many connections without waiting for answers; whoever is cut comes again with the rest. */
export async function pipeline(
  wire: Wire,
  {
    sockets,
    requests,
    text,
    ahead = 500,
  }: { readonly sockets: number; readonly requests: number; readonly text: string; readonly ahead?: number },
): Promise<void> {
  let left = requests;
  await Promise.all(
    Array.from({ length: sockets }, async () => {
      while (left > 0 && !wire.over.aborted) {
        const times = Math.min(ahead, left);
        left -= times;
        const socket = await open(wire);
        if (!socket) return;
        let [answered, tail] = [0, ''];
        socket.setEncoding('latin1').on('data', (part: string) => {
          const seen = tail + part;
          for (const [, status] of seen.matchAll(ANSWER)) {
            answered += 1;
            count(wire.counts, status!);
          }
          // What ends in the middle of a status line is looked at with the next part, and nothing is counted twice.
          tail = seen.slice(Math.max(seen.lastIndexOf('\n') + 1, seen.length - 11));
          if (/HTTP\/1\.1 \d{3}/.test(tail)) tail = '';
          if (answered === times) socket.destroy();
        });
        const closed = closing(socket);
        socket.write(text.repeat(times));
        await closed;
        if (answered < times) count(wire.counts, 'cut with unanswered', times - answered);
      }
    }),
  );
}

export interface Lying {
  readonly sockets: number;
  /** What is sent on each connection. */
  readonly text: string;
  /** And then again and again. */
  readonly everyMs?: number;
  readonly drip?: string;
}

/** Opens so many connections, and reads on none of them, until the hub closes it or the burst is over. */
export async function lie(wire: Wire, { sockets, text, everyMs, drip }: Lying): Promise<void> {
  let left = sockets;
  const openSome = async (): Promise<void> => {
    while (left > 0 && !wire.over.aborted) {
      left -= 1;
      const socket = await open(wire);
      if (!socket) continue;
      count(wire.counts, 'opened');
      socket.pause();
      if (text !== '') socket.write(text);
      const timer = everyMs === undefined ? undefined : setInterval(() => socket.write(drip!), everyMs);
      socket.once('close', () => {
        clearInterval(timer);
        count(wire.counts, wire.over.aborted ? 'open to the end' : 'closed by the hub');
      });
    }
  };
  await Promise.all(Array.from({ length: OPENED_BESIDE_EACH_OTHER }, openSome));
  if (!wire.over.aborted) await once(wire.over, 'abort');
}

/** Sends a body that never ends, as fast as it is taken. */
export async function pour(
  wire: Wire,
  {
    sockets,
    text,
    part,
    most,
  }: { readonly sockets: number; readonly text: string; readonly part: Buffer; readonly most: number },
): Promise<void> {
  await Promise.all(
    Array.from({ length: sockets }, async () => {
      while (!wire.over.aborted) {
        const socket = await open(wire);
        if (!socket) return;
        const closed = closing(socket);
        socket.once('data', (answer: Buffer) => count(wire.counts, answer.toString('latin1', 9, 12)));
        socket.write(text);
        for (let sent = 0; sent < most && !socket.destroyed; sent += part.length) {
          if (!socket.write(part))
            await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
          else await new Promise(setImmediate);
        }
        socket.end();
        await closed;
        count(wire.counts, 'poured');
      }
    }),
  );
}
