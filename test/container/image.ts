import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, posix, relative, sep } from 'node:path';
import { parseDockerfile, parseDockerignore, type Stage, type Step } from './dockerfile.ts';

/** The last stage of a Dockerfile, performed in a folder that stands for the root of its file system. */
export interface Image {
  stage: Stage;
  root: string;
  workdir: string;
  env: Record<string, string>;
  /** First in PATH: holds the Node that stands for the one of the base image. */
  bin: string;
  remove: () => void;
}

/** What a build may take from the machine: its network and its package registry, nothing else. */
const FROM_THE_MACHINE =
  /^(?:HOME|TMPDIR|LANG|(?:https?|no)_proxy|NODE_EXTRA_CA_CERTS|npm_config_(?:registry|userconfig|globalconfig|cache|cafile|proxy|https_proxy|noproxy))$/i;

export const pathWith = (bin: string): string =>
  [bin, ...(process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))].join(
    delimiter,
  );

export function run(command: string[], options: { cwd: string; env: Record<string, string> }): Promise<number> {
  const [program = '', ...args] = command;
  return new Promise((resolve, reject) => {
    spawn(program, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] })
      .on('error', reject)
      .on('exit', (code) => resolve(code ?? 1));
  });
}

/** Files as COPY lays them: a folder's contents, or a file under its own name where the target is a folder. */
function copyInto(source: string, target: string, asFolder: boolean, enters?: (path: string) => boolean): void {
  if (!existsSync(source) || enters?.(source) === false) {
    throw new Error(`COPY: ${source} is not there, or .dockerignore hides it`);
  }
  // Without a filter Node copies many times faster: it matters for node_modules.
  const options = { recursive: true, verbatimSymlinks: true, ...(enters && { filter: enters }) };
  const inFolder = statSync(source).isFile() && (asFolder || (existsSync(target) && statSync(target).isDirectory()));
  mkdirSync(inFolder ? target : dirname(target), { recursive: true });
  cpSync(source, inFolder ? join(target, basename(source)) : target, options);
}

async function perform(
  step: Step,
  place: Omit<Image, 'remove' | 'stage'>,
  build: {
    project: string;
    enters: (path: string) => boolean;
    roots: ReadonlyMap<string, string>;
  },
): Promise<void> {
  const inside = (path: string) => join(place.root, posix.resolve(place.workdir, path));
  switch (step.kind) {
    case 'workdir':
      place.workdir = posix.resolve(place.workdir, step.path);
      mkdirSync(inside('.'), { recursive: true });
      return;
    case 'env':
      Object.assign(place.env, step.values);
      return;
    case 'copy': {
      const from = step.from === undefined ? build.project : build.roots.get(step.from);
      if (from === undefined) throw new Error(`COPY --from=${step.from}: no such stage before this one`);
      const enters = (path: string) => path === from || build.enters(relative(from, path).split(sep).join('/'));
      const asFolder = step.sources.length > 1 || /(?:^|\/)\.?$/.test(step.to);
      for (const source of step.sources) {
        copyInto(join(from, source), inside(step.to), asFolder, step.from === undefined ? enters : undefined);
      }
      return;
    }
    case 'run': {
      const machine = Object.entries(process.env).filter(([name]) => FROM_THE_MACHINE.test(name)) as [string, string][];
      const env = { ...Object.fromEntries(machine), PATH: pathWith(place.bin), ...place.env };
      const code = await run(['sh', '-c', step.command], { cwd: inside('.'), env });
      if (code !== 0) throw new Error(`RUN ${step.command}: exit code ${code}`);
    }
  }
}

export async function buildImage(project: string, say: (line: string) => void): Promise<Image> {
  const stages = parseDockerfile(readFileSync(join(project, 'Dockerfile'), 'utf8'));
  const ignore = join(project, '.dockerignore');
  const enters = parseDockerignore(existsSync(ignore) ? readFileSync(ignore, 'utf8') : '');
  const last = stages.at(-1);
  if (!last) throw new Error('no FROM in the Dockerfile');

  const home = mkdtempSync(join(tmpdir(), 'container-'));
  chmodSync(home, 0o755); // the process that is started later is not the one that builds
  const remove = () => rmSync(home, { recursive: true, force: true });
  const bin = join(home, 'bin');
  mkdirSync(bin);
  copyFileSync(process.execPath, join(bin, 'node'));

  const roots = new Map<string, string>();
  let place = { root: '', workdir: '/', env: {} as Record<string, string>, bin };
  try {
    for (const stage of stages) {
      const major = /^node:(\d+)/.exec(stage.base)?.[1];
      if (major !== process.versions.node.split('.')[0]) {
        throw new Error(
          `FROM ${stage.base}, but this is Node ${process.versions.node}: the proof would be of another image`,
        );
      }
      place = { root: join(home, 'stages', stage.name), workdir: '/', env: {}, bin };
      mkdirSync(place.root, { recursive: true });
      for (const step of stage.steps) {
        say(`${stage.name}: ${describe(step)}`);
        await perform(step, place, { project, enters, roots });
      }
      roots.set(stage.name, place.root);
    }
  } catch (error) {
    remove();
    throw error;
  }
  return { stage: last, ...place, remove };
}

function describe(step: Step): string {
  switch (step.kind) {
    case 'copy':
      return `COPY ${step.from ? `--from=${step.from} ` : ''}${step.sources.join(' ')} ${step.to}`;
    case 'run':
      return `RUN ${step.command}`;
    case 'workdir':
      return `WORKDIR ${step.path}`;
    case 'env':
      return `ENV ${Object.keys(step.values).join(' ')}`;
  }
}

/** What `npm ci --omit=dev --omit=optional` should have left out, by the lock file's own account. */
export function strayPackages(image: Image, project: string): string[] {
  const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([, { dev, optional, devOptional }]) => dev || optional || devOptional)
    .map(([path]) => path)
    .filter((path) => existsSync(join(image.root, image.workdir, path)));
}
