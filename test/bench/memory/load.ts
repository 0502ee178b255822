import { Agent, request } from 'node:http';
import type { HubProcess, Memory } from './hub-process.ts';
import { KINDS, type Asked, type Kind } from './asked.ts';
import type { Traffic } from './traffic.ts';

export interface Sample extends Memory {
  readonly requests: number;
}

export interface LoadOptions {
  readonly requests: number;
  /** The memory is looked at after so many. */
  readonly every: number;
  readonly sockets: number;
  readonly onSample?: (sample: Sample) => void;
}

/** Of each kind of request, how often it ended how: by its status, or without an answer. */
export type Endings = Readonly<Record<Kind, Readonly<Record<string, number>>>>;

/** Sends so many requests by a few connections that are kept; while the memory is looked at nothing is under way. */
export async function load(
  hub: HubProcess,
  traffic: Traffic,
  { requests, every, sockets, onSample }: LoadOptions,
): Promise<{ samples: Sample[]; endings: Endings }> {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const endings = Object.fromEntries(KINDS.map((kind) => [kind, {} as Record<string, number>])) as Record<
    Kind,
    Record<string, number>
  >;
  const samples: Sample[] = [];
  try {
    for (let sent = 0; sent < requests;) {
      const until = Math.min(requests, sent + every);
      await Promise.all(
        Array.from({ length: sockets }, async () => {
          while (sent < until) {
            sent += 1;
            for (let asked: Asked | undefined = await traffic.next(); asked;) {
              const { ending, text } = await send(hub.url, asked, agent);
              endings[asked.kind][ending] = (endings[asked.kind][ending] ?? 0) + 1;
              asked = asked.next?.(text);
            }
          }
        }),
      );
      const sample = { requests: sent, ...(await hub.memory()) };
      samples.push(sample);
      onSample?.(sample);
    }
  } finally {
    agent.destroy();
  }
  return { samples, endings };
}

/** A fault of the hub's own is told as one, whatever its status. */
const FAULT = /"code":"INTERNAL"/;

function send(
  url: string,
  { method, path, headers, body, givenUpAfter }: Asked,
  agent: Agent,
): Promise<{ ending: string; text: string }> {
  return new Promise((resolve) => {
    const sent = request(`${url}${path}`, {
      method,
      agent,
      headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
    });
    const timer = givenUpAfter === undefined ? undefined : setTimeout(() => sent.destroy(), givenUpAfter);
    const settle = (ending: string, text = ''): void => {
      clearTimeout(timer);
      resolve({ ending, text });
    };
    sent.on('error', () => settle('no answer'));
    sent.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', () => settle('no answer'));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        settle(FAULT.test(text) ? 'INTERNAL' : String(response.statusCode), text);
      });
    });
    sent.end(body);
  });
}

/** Bytes by which the memory is larger in the end than it was when it had been asked so much. */
export function growthSince(samples: readonly Sample[], warmUp: number): Memory {
  const before = samples.find((each) => each.requests >= warmUp);
  const after = samples.at(-1);
  if (!before || !after || before === after) throw new Error('Growth is seen between two looks at least.');
  return { rss: after.rss - before.rss, heap: after.heap - before.heap, external: after.external - before.external };
}
