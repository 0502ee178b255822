import { connect } from 'node:net';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import pg from 'pg';
import { ConnectionLost, troubleOf, UnfitDatabase } from '../../../src/platform/database/index.ts';

async function failed(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => expect.fail('It went well.'),
    (error: unknown) => error,
  );
}

const dial = (host: string) =>
  failed(() => new Promise((_resolve, reject) => connect({ host, port: 1 }).on('error', reject)));

it.each<[string, () => unknown, string | RegExp | undefined]>([
  [
    'nobody listens, at any of the addresses of a name',
    () => dial('localhost'),
    /^The database cannot be reached at .*:1: nothing listens there\.$/,
  ],
  [
    'there is no such host',
    () =>
      Object.assign(new Error('getaddrinfo ENOTFOUND db.invalid'), {
        code: 'ENOTFOUND',
        syscall: 'getaddrinfo',
        hostname: 'db.invalid',
      }),
    'The database cannot be reached at db.invalid: there is no host of that name.',
  ],
  [
    'nobody answers in time',
    () => new ConnectionLost(new Error('timeout exceeded when trying to connect')),
    'The database cannot be reached: nobody answers in time.',
  ],
  [
    'the connection was lost in the middle',
    () => new ConnectionLost(new Error('Connection terminated unexpectedly')),
    'The database cannot be reached: the connection was lost.',
  ],
  [
    'the connection was lost, and nothing more is known',
    () => new ConnectionLost(new Error('whatever it\nwas')),
    'The database cannot do it at the moment: whatever it was.',
  ],
  [
    'the password was left out',
    () => new ConnectionLost(new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string')),
    'The database asks for a password, and DATABASE_URL has none.',
  ],
  [
    'the server stops',
    () =>
      Object.assign(new pg.DatabaseError('terminating connection due to administrator command', 1, 'error'), {
        code: '57P01',
        severity: 'FATAL',
      }),
    'The database cannot do it at the moment: terminating connection due to administrator command.',
  ],
  [
    'it is not fit',
    () => new UnfitDatabase(['Its encoding must be UTF8.']),
    'The database cannot be used:\n  Its encoding must be UTF8.',
  ],
  ['a file is missing, which is no trouble of the database', () => failed(() => readFile('/no/such/file')), undefined],
  [
    'a statement is wrong, which is a mistake of the hub',
    () => Object.assign(new pg.DatabaseError('syntax error', 1, 'error'), { code: '42601', severity: 'ERROR' }),
    undefined,
  ],
  ['anything else', () => new TypeError('x is not a function'), undefined],
])('%s', async (_what, cause, words) => {
  const told = troubleOf(await cause());
  if (words instanceof RegExp) expect(told).toMatch(words);
  else expect(told).toBe(words);
});
