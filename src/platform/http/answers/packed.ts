import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import { keptIn, LruCache } from '../../memory/index.ts';

/** In the order in which they are chosen where a client takes either. */
const ENCODINGS = ['br', 'gzip', 'identity'];
export type Encoding = 'br' | 'gzip';

/** What is shorter goes in one packet as it stands. */
const LEAST_BYTES = 1_024;
const MOST_KNOWN = 100;
const known = new LruCache<string, Encoding | 'identity'>(MOST_KNOWN);

/** How a body is packed for a client; undefined where it is sent as it stands. */
export function encodingOf(accepted: string | string[] | undefined, bytes: number): Encoding | undefined {
  if (!accepted || bytes < LEAST_BYTES) return undefined;
  const header = String(accepted);
  const chosen = keptIn(known, header, () => {
    // What is preferred among equals its types do not know yet.
    const negotiator = new Negotiator({ headers: { 'accept-encoding': header } }) as unknown as {
      encoding(
        available: readonly string[],
        options: { preferred: readonly string[] },
      ): Encoding | 'identity' | undefined;
    };
    return negotiator.encoding(ENCODINGS, { preferred: ENCODINGS }) ?? 'identity';
  });
  return chosen === 'identity' ? undefined : chosen;
}

const brotli = promisify(brotliCompress);
const PACK: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
  // Half of what the best would take off for a hundredth of its time.
  br: (body) =>
    brotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: promisify<Buffer, Buffer>(gzip),
};

const packedBodies = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>();

/**
 * A body that many are sent, packed once for each encoding and beside the event loop; it is kept as long as the body itself. Nothing else is
 * packed: docs/adr/0008-compression.md says why.
 */
export function packed(body: Buffer, encoding: Encoding): Promise<Buffer> {
  const ofBody = keptIn(packedBodies, body, () => new Map<Encoding, Promise<Buffer>>());
  return keptIn(ofBody, encoding, () => PACK[encoding](body));
}
