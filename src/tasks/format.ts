import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

/** By the formatter of whoever develops the hub: a production has neither that nor anything to write. */
export function format(...paths: readonly string[]): void {
  const formatter = createRequire(import.meta.url).resolve('prettier/bin/prettier.cjs');
  execFileSync(process.execPath, [formatter, '--write', '--log-level', 'warn', ...paths]);
}
