import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DATA } from './database.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILT = join(DATA, 'built');
let made = false;

/**
 * A program of this repository as the compiler makes it for the image, without a loader that changes code as it is read: that costs the hub
 * a part of its speed. @param program e.g. `src/main.ts` @returns the file that node runs
 */
export function built(program: string): string {
  if (!made) make();
  made = true;
  return join(BUILT, program.replace(/\.ts$/, '.js'));
}

function make(): void {
  // The types are checked when the hub is built for the image.
  execFileSync(
    process.execPath,
    [
      join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'),
      '--project',
      join(import.meta.dirname, 'tsconfig.json'),
      '--outDir',
      BUILT,
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  cpSync(join(ROOT, 'src'), join(BUILT, 'src'), { recursive: true, filter: (path) => !path.endsWith('.ts') });
  if (!existsSync(join(BUILT, 'schema'))) symlinkSync(join(ROOT, 'schema'), join(BUILT, 'schema'));
}
