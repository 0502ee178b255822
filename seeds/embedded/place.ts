import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { canEnter, isRoot, serverAccount, type Account } from './account.ts';

export interface Place {
  readonly account: Account | undefined;
  /** Holds the folder `data`. The directory asked for, or one elsewhere that the account can reach. */
  readonly home: string;
}

export function dataIn(home: string): string {
  return join(home, 'data');
}

export function hasData(home: string): boolean {
  return existsSync(join(dataIn(home), 'PG_VERSION'));
}

/** The real path, as PostgreSQL reports it, so that the two can be compared later. */
export function openDirectory(directory: string): string {
  const path = resolve(directory);
  const first = mkdirSync(path, { recursive: true });
  if (isRoot()) {
    // Enough to pass through, for the account that PostgreSQL runs as. Folders that were there before stay as they are.
    for (let folder = path; ; folder = dirname(folder)) {
      chmodSync(folder, statSync(folder).mode | 0o011);
      if (first === undefined || folder === first) break;
    }
  }
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const owner = statSync(path).uid;
    throw new Error(
      `${path} belongs to another user (uid ${owner}). Start as that user, or delete it as that user to start anew.`,
      { cause: error },
    );
  }
  return realpathSync(path);
}

const locationFile = (directory: string): string => join(directory, 'location');

/** Where the data of a directory lie that PostgreSQL cannot reach; undefined where they lie in it, or are nowhere yet. */
export function recordedHome(directory: string): string | undefined {
  const location = locationFile(directory);
  return existsSync(location) ? readFileSync(location, 'utf8').trim() : undefined;
}

/**
 * Where the data are, or are to be. A directory below a folder that only root may enter is of no use to PostgreSQL,
 * which refuses to be root; the data then lie elsewhere, and the file `location` says where.
 */
export function placeFor(directory: string, persistent: boolean, note: (line: string) => void): Place {
  const location = locationFile(directory);
  const recorded = recordedHome(directory);
  if (recorded !== undefined) {
    if (hasData(recorded)) return { account: serverAccount(statSync(dataIn(recorded))), home: recorded };
    note(
      `PostgreSQL's data are gone from ${recorded}, the place that ${location} names; starting with an empty database.`,
    );
    rmSync(location);
  }

  if (hasData(directory)) {
    const account = serverAccount(statSync(dataIn(directory)));
    if (canEnter(account, directory)) return { account, home: directory };
    throw new Error(
      `PostgreSQL runs as ${account?.name ?? 'this user'}, who may not enter ${directory}, where its data are. ` +
        'Let others pass through the folders above it (chmod o+x), or delete it to start anew.',
    );
  }

  const account = serverAccount();
  if (!account || canEnter(account, directory)) return { account, home: directory };
  const home = createElsewhere(account, persistent);
  writeFileSync(location, `${home}\n`);
  note(`PostgreSQL runs as ${account.name}, who may not enter ${directory}. Its data are in ${home}.`);
  return { account, home };
}

function createElsewhere(account: Account, persistent: boolean): string {
  // Systems clear the folders for temporary files by age, which must not happen to data that are to stay.
  const bases = persistent ? ['/var/lib', '/var/tmp', tmpdir()] : [tmpdir(), '/var/tmp'];
  for (const base of bases) {
    if (!canEnter(account, base)) continue;
    try {
      const home = mkdtempSync(join(realpathSync(base), 'home-school-hub-postgres-'));
      chmodSync(home, 0o711);
      return home;
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  throw new Error(`There is no place for PostgreSQL's data that ${account.name} can reach: tried ${bases.join(', ')}.`);
}
