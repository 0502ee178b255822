import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { keyed } from './secret.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What is stored and is of no use to whoever has the database alone. With another signing key all of it is lost. */
export interface Vault {
  /** @param whose the row that it belongs to: it opens nowhere else */
  lock(secret: string, whose: string): string;
  /** Null where it was locked under another key, for another row, or changed since. */
  unlock(locked: string, whose: string): string | null;
  /** What is stored to know a short secret by, when it is shown again: without the key nobody can try all of them. */
  markOf(secret: string, whose: string): string;
}

export function createVault(signingKey: string): Vault {
  const keyFor = (use: string): Buffer => Buffer.from(hkdfSync('sha256', signingKey, 'home-school-hub', use, 32));
  const [key, marks] = [keyFor('vault/lock'), keyFor('vault/mark')];
  return {
    lock(secret, whose) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(whose));
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    unlock(locked, whose) {
      try {
        const bytes = Buffer.from(locked, 'base64url');
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
          .setAAD(Buffer.from(whose))
          .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
    markOf: (secret, whose) => keyed(marks, whose, '\0', secret).toString('base64url'),
  };
}
