import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** `nobody` first: unlike the others it owns no files that a mistake of ours could reach. */
const PREFERRED = ['nobody', 'postgres', 'daemon', 'www-data'];
const CREATED = 'home-school-hub';
const LARGEST_ID = 2 ** 31 - 1;

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Options for `spawn`; without an account the child runs as we do. */
export function runAs(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/**
 * The account that PostgreSQL runs as, since it refuses root. An ordinary user needs none. Where data exist already,
 * their owner decides, for PostgreSQL also refuses data of anyone else.
 */
export function serverAccount(ownerOfData?: { uid: number; gid: number }): Account | undefined {
  if (!isRoot()) return undefined;
  if (ownerOfData && ownerOfData.uid !== 0) {
    const account = {
      name: accounts().find((a) => a.uid === ownerOfData.uid)?.name ?? `uid ${ownerOfData.uid}`,
      ...ownerOfData,
    };
    if (canBecome(account)) return account;
    throw new Error(
      `The data of PostgreSQL belong to ${account.name}, and this process may not start programs as that user.`,
    );
  }
  return existingAccount([...PREFERRED, CREATED]) ?? createAccount();
}

/** Tried for real: mode bits alone know nothing of access lists, mount options and the folders above. */
export function canEnter(account: Account | undefined, folder: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    cwd: '/',
    stdio: 'ignore',
    ...runAs(account),
  });
  return status === 0;
}

function existingAccount(names: string[]): Account | undefined {
  const known = accounts();
  const candidates = names.map((name) => known.find((account) => account.name === name));
  return candidates.find((account) => account !== undefined && canBecome(account));
}

function createAccount(): Account {
  // The first is the command of most distributions, the second that of BusyBox.
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', CREATED]);
  if (!existingAccount([CREATED])) spawnSync('adduser', ['-S', '-D', '-H', CREATED]);
  const account = existingAccount([CREATED]);
  if (account) return account;
  throw new Error(
    'PostgreSQL refuses to run as root, and there is no other user to run it as: ' +
      `none of ${PREFERRED.join(', ')} can be used, ` +
      'and none could be created. Start the project as an ordinary user, or give it a DATABASE_URL.',
  );
}

/** In a namespace with few users mapped, an account may be listed and yet be out of reach. */
function canBecome(account: Account): boolean {
  return canEnter(account, '/');
}

function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && uid <= LARGEST_ID && gid > 0 && gid <= LARGEST_ID);
}
