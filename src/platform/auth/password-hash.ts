import { randomBytes, scrypt, type ScryptOptions } from 'node:crypto';
import { TryLater } from '../errors/index.ts';
import { sameSecret } from './secret.ts';

/** What a guess costs, beside the logarithm of its rounds, which is set: with 15 it is 32 MiB and a quarter of a second or so, what OWASP asks for. It stands with each hash, so that it can be raised. */
const [BLOCKS, TIMES] = [8, 3];
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Each takes a thread of four that files and names of hosts wait for as well. */
const AT_ONCE = 2;
/** They have waited for some seconds then. */
const MOST_WAITING = 30;
const SHAPE = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/;

let atWork = 0;
const waiting: (() => void)[] = [];

interface Cost {
  readonly log2: number;
  readonly blocks: number;
  readonly times: number;
}

/** What is stored of a password. @param log2 the logarithm of its rounds @throws TryLater where too many are asked for at once */
export async function hashOfPassword(password: string, log2: number): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derived(password, salt, { log2, blocks: BLOCKS, times: TIMES });
  return ['scrypt', log2, BLOCKS, TIMES, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/**
 * Whether a password is the one of which this is stored.
 * @param stored null where there is none: that takes as long, so that nobody learns by the clock whether there is one
 * @param usualLog2 what hashes are made with now
 * @throws TryLater where too many are asked for at once
 */
export async function isPasswordOf(stored: string | null, password: string, usualLog2: number): Promise<boolean> {
  const parts = stored === null ? null : SHAPE.exec(stored);
  if (!parts) {
    await derived(password, Buffer.alloc(SALT_BYTES), { log2: usualLog2, blocks: BLOCKS, times: TIMES });
    return false;
  }
  const [, log2, blocks, times, salt, hash] = parts as unknown as [string, string, string, string, string, string];
  const cost = { log2: Number(log2), blocks: Number(blocks), times: Number(times) };
  return sameSecret(await derived(password, Buffer.from(salt, 'base64url'), cost), Buffer.from(hash, 'base64url'));
}

/** In the pool of threads, a few at once, in the order in which they were asked for. */
async function derived(password: string, salt: Uint8Array, { log2, blocks, times }: Cost): Promise<Buffer> {
  if (atWork < AT_ONCE) atWork += 1;
  else if (waiting.length >= MOST_WAITING) throw new TryLater();
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    const options: ScryptOptions = { N: 2 ** log2, r: blocks, p: times, maxmem: 256 * 2 ** log2 * blocks };
    return await new Promise<Buffer>((resolve, reject) =>
      scrypt(password, salt, HASH_BYTES, options, (error, key) => (error ? reject(error) : resolve(key))),
    );
  } finally {
    const next = waiting.shift();
    if (next) next();
    else atWork -= 1;
  }
}
