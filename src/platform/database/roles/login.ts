import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';

const ITERATIONS = 4096;

/** The verifier that PostgreSQL stores of a password: whoever reads a log of statements has nothing to sign in with. */
function verifierOf(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, ITERATIONS, 32, 'sha256');
  const keyOf = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(keyOf('Client Key')).digest();
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored.toString('base64')}:${keyOf('Server Key').toString('base64')}`;
}

/** The words after `create role` or `alter role` of a role that signs in by a password and may do nothing else. */
export function loginOf(role: string, password: string): string {
  return `${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(verifierOf(password))}`;
}
