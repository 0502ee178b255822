/**
 * Reads a Dockerfile far enough to perform it without a Docker engine. What it does not know it refuses:
 * better no answer than one about another image.
 */

export type Step =
  | { kind: 'copy'; from: string | undefined; sources: string[]; to: string }
  | { kind: 'run'; command: string }
  | { kind: 'workdir'; path: string }
  | { kind: 'env'; values: Record<string, string> };

export interface Stage {
  name: string;
  base: string;
  steps: Step[];
  labels: Record<string, string>;
  user: string | undefined;
  ports: number[];
  /** Exec form: program and arguments. */
  command: string[] | undefined;
  healthcheck: string[] | undefined;
}

/** Lines without comments, continued lines joined. */
function instructions(text: string): string[] {
  const lines = text.split('\n').filter((line) => !/^\s*#/.test(line));
  return lines
    .join('\n')
    .replace(/\\\s*\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** `--name=value` words at the beginning, and the rest. */
function flagsOf(text: string, known: readonly string[]): [flags: Record<string, string>, rest: string] {
  const flags: Record<string, string> = {};
  let rest = text;
  for (let match = /^--([a-z-]+)=(\S+)\s+/.exec(rest); match; match = /^--([a-z-]+)=(\S+)\s+/.exec(rest)) {
    const [word, name = '', value = ''] = match;
    if (!known.includes(name)) throw new Error(`unknown flag --${name}: ${text}`);
    flags[name] = value;
    rest = rest.slice(word.length);
  }
  if (rest.startsWith('--')) throw new Error(`a flag of another form: ${text}`);
  return [flags, rest];
}

function execForm(text: string): string[] {
  if (!text.startsWith('[')) throw new Error(`exec form expected (a shell would swallow the stop signal): ${text}`);
  return JSON.parse(text) as string[];
}

/** `A=1 B="two words"`. */
function pairs(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w.-]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))\s*/g)];
  if (found.map(([whole]) => whole).join('') !== text) throw new Error(`cannot read ${text}`);
  return Object.fromEntries(found.map(([, name, quoted, plain]) => [name, quoted ?? plain ?? '']));
}

function apply(stage: Stage, word: string, rest: string): void {
  // Variables would be filled in by Docker; nothing here needs them, so nothing here guesses at them.
  if (word !== 'RUN' && word !== 'CMD' && word !== 'HEALTHCHECK' && rest.includes('$')) {
    throw new Error(`variables are not understood: ${word} ${rest}`);
  }
  switch (word) {
    case 'COPY': {
      const [flags, names] = flagsOf(rest, ['from', 'chown']);
      const sources = names.split(/\s+/);
      const to = sources.pop();
      if (!to || sources.length === 0) throw new Error(`COPY needs a source and a destination: ${rest}`);
      stage.steps.push({ kind: 'copy', from: flags['from'], sources, to });
      return;
    }
    case 'RUN':
      if (/^(?:\[|--|<<)/.test(rest)) throw new Error(`only plain commands are understood: RUN ${rest}`);
      stage.steps.push({ kind: 'run', command: rest });
      return;
    case 'WORKDIR':
      stage.steps.push({ kind: 'workdir', path: rest });
      return;
    case 'ENV':
      stage.steps.push({ kind: 'env', values: pairs(rest) });
      return;
    case 'LABEL':
      Object.assign(stage.labels, pairs(rest));
      return;
    case 'USER':
      stage.user = rest;
      return;
    case 'EXPOSE':
      stage.ports.push(...rest.split(/\s+/).map(Number));
      return;
    case 'CMD':
      stage.command = execForm(rest);
      return;
    case 'HEALTHCHECK': {
      const [, command] = flagsOf(rest, ['interval', 'timeout', 'start-period', 'start-interval', 'retries']);
      stage.healthcheck = execForm(command.replace(/^CMD\s+/, ''));
      return;
    }
    default:
      throw new Error(`${word} is not understood: teach it to test/container first`);
  }
}

export function parseDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  for (const line of instructions(text)) {
    const [, word = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'FROM') {
      const [, base, name] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(rest) ?? [];
      if (!base || base.includes('$')) throw new Error(`cannot read FROM ${rest}`);
      stages.push({
        name: name ?? String(stages.length),
        base,
        steps: [],
        labels: {},
        user: undefined,
        ports: [],
        command: undefined,
        healthcheck: undefined,
      });
      continue;
    }
    const stage = stages.at(-1);
    if (!stage) throw new Error(`${word} before the first FROM`);
    apply(stage, word, rest);
  }
  return stages;
}

/** Which paths of the project Docker would hand to COPY. Plain names, `*` and `!name`; the last match wins. */
export function parseDockerignore(text: string): (path: string) => boolean {
  const patterns = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
  const odd = patterns.find((pattern) => pattern !== '*' && /[*?[\]\\]/.test(pattern));
  if (odd) throw new Error(`${odd} is not understood: plain names only`);
  return (path) => {
    let enters = true;
    for (const pattern of patterns) {
      const name = pattern.replace(/^!/, '').replace(/^\/|\/$/g, '');
      if (name === '*' || path === name || path.startsWith(`${name}/`)) enters = pattern.startsWith('!');
    }
    return enters;
  };
}
