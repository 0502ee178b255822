import { randomBytes, scrypt, type ScryptOptions } from 'node:crypto';
import { sameSecret } from './secret.ts';

/** What a guess costs, beside the logarithm of its rounds, which is set: with 15 it is 32 MiB and a quarter of a second or so, what OWASP asks for. It stands with each hash, so that it can be raised. */
const [BLOCKS, TIMES] = [8, 3];
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const SHAPE = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/;

interface Cost {
  readonly log2: number;
  readonly blocks: number;
  readonly times: number;
}

interface StoredHash {
  readonly cost: Cost;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** Whether it was the password, and what is stored of it from now on where it was hashed at another cost. */
export interface ComparedPassword {
  readonly right: boolean;
  readonly renewed: string | null;
}

/** What is stored of a password. It takes a thread of four: whoever calls it stands in line. @param log2 the logarithm of its rounds */
export async function hashOfPassword(password: string, log2: number): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derived(password, salt, { log2, blocks: BLOCKS, times: TIMES });
  return ['scrypt', log2, BLOCKS, TIMES, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/**
 * Whether a password is the one of which this is stored. It is hashed once at each cost that there is, whatever is found: nobody learns by the
 * clock whether there is such a password, of when it is, or whether it was right.
 * @param stored null where there is none
 * @param usual the logarithm of the rounds that hashes are made with now
 * @param inUse those of all hashes that are stored
 */
export async function comparePassword(
  stored: string | null,
  password: string,
  { usual, inUse }: { readonly usual: number; readonly inUse: readonly number[] },
): Promise<ComparedPassword> {
  const known = stored === null ? null : storedHash(stored);
  let right = false;
  let renewed: string | null = null;
  for (const log2 of new Set([...inUse, usual, ...(known ? [known.cost.log2] : [])])) {
    if (known?.cost.log2 === log2) right = sameSecret(await derived(password, known.salt, known.cost), known.hash);
    else {
      const made = await hashOfPassword(password, log2);
      if (log2 === usual) renewed = made;
    }
  }
  return { right, renewed: right ? renewed : null };
}

/** The logarithm of the rounds of what is stored, as PostgreSQL reads it. */
export const PASSWORD_COST_OF = (column: string): string => `split_part(${column}, '$', 2)`;

function storedHash(stored: string): StoredHash | null {
  const parts = SHAPE.exec(stored);
  if (!parts) return null;
  const [, log2, blocks, times, salt, hash] = parts as unknown as [string, string, string, string, string, string];
  return {
    cost: { log2: Number(log2), blocks: Number(blocks), times: Number(times) },
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  };
}

/** In the pool of threads. */
function derived(password: string, salt: Uint8Array, { log2, blocks, times }: Cost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** log2, r: blocks, p: times, maxmem: 256 * 2 ** log2 * blocks };
  return new Promise<Buffer>((resolve, reject) =>
    scrypt(password, salt, HASH_BYTES, options, (error, key) => (error ? reject(error) : resolve(key))),
  );
}
