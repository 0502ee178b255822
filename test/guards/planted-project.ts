import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const PROJECT = process.cwd();

/** A small project in a temporary folder, judged by copies of the real configuration files. */
export class PlantedProject {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'planted-')));

  constructor(configuration: readonly string[], files: Readonly<Record<string, string>>) {
    for (const file of configuration) copyFileSync(join(PROJECT, file), join(this.root, file));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
  }

  /** The tools that configuration files import are those of the real project. */
  borrowPackages(): this {
    symlinkSync(join(PROJECT, 'node_modules'), join(this.root, 'node_modules'));
    return this;
  }

  /** Runs a tool of the real project here, as its script would, and reads the JSON that it prints. */
  run<T>(bin: string, ...args: string[]): { status: number | null; report: T } {
    const done = spawnSync(process.execPath, [resolve(PROJECT, 'node_modules', bin), ...args], {
      cwd: this.root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    try {
      return { status: done.status, report: JSON.parse(done.stdout) as T };
    } catch {
      throw new Error(`${bin} printed no report:\n${done.stdout.slice(0, 2_000)}\n${done.stderr}`);
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
