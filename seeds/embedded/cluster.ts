import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runAs } from './account.ts';
import type { Binaries } from './binaries.ts';
import { dataIn, hasData, type Place } from './place.ts';

export const SUPERUSER = 'postgres';

/** Nothing of the caller's environment: variables such as PGPORT or LC_ALL would change what PostgreSQL does. */
export const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' };

/**
 * Trigrams of Chinese need a UTF-8 LC_CTYPE, which not every system offers under the same name. The order of text
 * stays that of code points in each case, so that indexes mean the same everywhere.
 */
const LOCALES = [['--locale=C.UTF-8'], ['--locale=C', '--lc-ctype=en_US.UTF-8'], ['--locale=C']];

const TIMEOUT = 120_000;
const STAGING = 'initdb-';

/** A throw-away cluster keeps its password in memory; a lasting one in a file that only this user can read. */
export function passwordFor(directory: string, home: string, persistent: boolean): string {
  const file = join(directory, 'password');
  if (persistent && existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (hasData(home)) {
    throw new Error(
      `The password of the database in ${home} is missing: restore ${file}, or delete ${directory} to start anew.`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  if (persistent) {
    // Before the data exist, and whole or not at all: data without their password would be lost.
    writeFileSync(`${file}.new`, `${password}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return password;
}

/** Built aside and moved into place when complete, so that an interrupted creation leaves nothing half-made behind. */
export async function createCluster(
  binaries: Binaries,
  { account, home }: Place,
  password: string,
  durable: boolean,
): Promise<void> {
  for (const entry of readdirSync(home)) {
    if (entry.startsWith(STAGING)) rmSync(join(home, entry), { recursive: true, force: true });
  }
  const staging = mkdtempSync(join(home, STAGING));
  const passwordFile = join(staging, 'password');
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) for (const path of [staging, passwordFile]) chownSync(path, account.uid, account.gid);

    const data = dataIn(staging);
    const options = [
      `--pgdata=${data}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-instructions',
    ];
    if (!durable) options.push('--no-sync', '--no-data-checksums');

    for (const [index, locale] of LOCALES.entries()) {
      const { code, output } = await run(binaries.initdb, [...options, ...locale], staging, runAs(account));
      if (code === 0) break;
      if (!output.includes('invalid locale name') || index === LOCALES.length - 1) {
        throw new Error(`PostgreSQL's data could not be created (initdb ended with ${code}):\n${output.trimEnd()}`);
      }
      rmSync(data, { recursive: true, force: true });
    }
    chmodSync(data, 0o700);
    renameSync(data, dataIn(home));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function run(
  program: string,
  options: string[],
  cwd: string,
  identity: { uid?: number; gid?: number },
): Promise<{ code: number | string; output: string }> {
  return new Promise((resolve, reject) => {
    // In our own process group, unlike the server: Ctrl-C during a creation is to end both.
    const child = spawn(program, options, {
      cwd,
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIMEOUT,
      windowsHide: true,
      ...identity,
    });
    let output = '';
    const collect = (text: string) => (output += text);
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? signal ?? 'no code', output }));
  });
}
