import { spawnSync } from 'node:child_process';
import {
  chownSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRoot, runAs, serverAccount } from '../../../seeds/embedded/account.ts';
import { platformPackage, prepareBinaries, type Binaries } from '../../../seeds/embedded/binaries.ts';
import { startEmbeddedPostgres } from '../../../seeds/embedded/index.ts';
import { cleanUpAfterEach, later, query, startOwner, temporaryFolder } from './workplace.ts';

cleanUpAfterEach();

async function copyWithoutLinks(folder: string): Promise<string> {
  const copy = join(folder, 'package');
  cpSync(await platformPackage(), copy, {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (path) => !lstatSync(path).isSymbolicLink(),
  });
  return copy;
}

function versionOf({ postgres }: Binaries): string {
  return spawnSync(postgres, ['--version'], { encoding: 'utf8', cwd: '/', ...runAs(serverAccount()) }).stdout;
}

describe('the binaries', () => {
  it('work after an install without scripts, which leaves the links between libraries out', async () => {
    const folder = temporaryFolder();
    const copy = await copyWithoutLinks(folder);
    expect(spawnSync(join(copy, 'native/bin/postgres'), ['--version']).status).not.toBe(0);

    const binaries = prepareBinaries(copy, serverAccount());
    expect(dirname(binaries.postgres)).toBe(join(copy, 'native/bin'));
    expect(versionOf(binaries)).toContain('PostgreSQL');
    expect(prepareBinaries(copy, serverAccount())).toEqual(binaries);
  });

  it.runIf(isRoot())(
    'are copied once from a folder that only root may enter, and completed where files are missing',
    async () => {
      const folder = temporaryFolder('private');
      const copy = await copyWithoutLinks(folder);
      // A version of its own, for the copy of the true one may be in use by others.
      const version = basename(folder);
      writeFileSync(join(copy, 'package.json'), JSON.stringify({ version }));

      const binaries = prepareBinaries(copy, serverAccount());
      later(() => rmSync(resolve(binaries.postgres, '../../..'), { recursive: true }));
      expect(binaries.postgres).not.toContain(folder);
      expect(binaries.postgres).toContain(version);
      expect(versionOf(binaries)).toContain('PostgreSQL');
      const made = statSync(binaries.postgres).ino;
      prepareBinaries(copy, serverAccount());
      expect(statSync(binaries.postgres).ino).toBe(made);

      truncateSync(binaries.initdb, 0);
      prepareBinaries(copy, serverAccount());
      expect(statSync(binaries.initdb).size).toBe(statSync(join(copy, 'native/bin/initdb')).size);
    },
  );
});

describe.runIf(isRoot())('as root', () => {
  it('data of a project that only root may enter lie elsewhere, and are found again', async () => {
    const directory = join(temporaryFolder('private'), '.data/postgres');
    const lines: string[] = [];
    const first = await startEmbeddedPostgres({
      directory,
      persistent: true,
      settings: { fsync: 'off' },
      onLog: (line) => lines.push(line),
    });
    later(() => first.stop());
    const home = readFileSync(join(directory, 'location'), 'utf8').trim();
    later(() => rmSync(home, { recursive: true, force: true }));
    expect(existsSync(join(home, 'data/PG_VERSION'))).toBe(true);
    expect(lines.join('\n')).toContain(`Its data are in ${home}`);
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS value');
    await first.stop();

    const second = await startEmbeddedPostgres({ directory, persistent: true, settings: { fsync: 'off' } });
    later(() => second.stop());
    expect(await query(second.url, 'TABLE kept')).toEqual([{ value: 7 }]);
    await second.stop();
    expect(readFileSync(join(directory, 'location'), 'utf8').trim()).toBe(home);
  });

  it('throw-away data outside their directory are removed with it', async () => {
    const directory = join(temporaryFolder('private'), 'postgres');
    const database = await startEmbeddedPostgres({ directory, persistent: false });
    later(() => database.stop());
    const home = readFileSync(join(directory, 'location'), 'utf8').trim();
    await database.stop();
    expect(existsSync(home)).toBe(false);
    expect(existsSync(directory)).toBe(false);
  });

  it('an ordinary user is served as well', async () => {
    const account = serverAccount();
    const folder = temporaryFolder();
    chownSync(folder, account?.uid ?? 0, account?.gid ?? 0);
    mkdirSync(join(folder, 'postgres'));
    chownSync(join(folder, 'postgres'), account?.uid ?? 0, account?.gid ?? 0);
    const owner = await startOwner(join(folder, 'postgres'), 'throw-away', 'return', runAs(account));
    expect(await owner.ended).toBe(0);
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
  });
});
