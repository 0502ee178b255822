import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTokens, type Viewer } from '../../src/platform/auth/index.ts';
import { built } from './built.ts';
import { configOf, DATA, RATES, SIGNING_KEY } from './database.ts';
import type { Cores } from './cores.ts';
import type { Operation } from './operations.ts';
import { asTheHubTells, forPostgraphile } from './postgraphile-operations.ts';

export const CONTENDERS = ['hub-compiled', 'hub', 'postgraphile', 'sql', 'sql-with-checks'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

export interface Request {
  readonly url: string;
  /** POST where left out. */
  readonly method?: 'GET';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where each request is to have a body of its own. */
  readonly nextBody?: () => string;
}

/** A server that runs in a process of its own. */
export interface Contender {
  readonly name: ContenderName;
  readonly pid: number;
  readonly url: string;
  requestFor(operation: Operation): Promise<Request>;
  /** The `data` of an answer, in the hub's words. */
  dataOf(operation: Operation, body: string): unknown;
  stop(): Promise<void>;
}

export interface Setting {
  readonly databaseUrl: string;
  readonly cores: Cores;
  /** The viewers of the accounts that ask. */
  readonly viewers: ReadonlyMap<string, Viewer>;
  /** Whether more is asked than clients are built with. */
  readonly fresh?: boolean;
}

const ROOT = join(import.meta.dirname, '..', '..');
const POSTGRAPHILE = join(import.meta.dirname, 'postgraphile');
const PATIENCE = 60_000;

/** Only what the hub's process is told of the world: nothing of the caller's environment changes a contender. */
const COMMON = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  TOKEN_SIGNING_KEY: SIGNING_KEY,
  LANG: 'C.UTF-8',
  TZ: 'UTC',
};

export async function startContender(name: ContenderName, setting: Setting): Promise<Contender> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = { ...COMMON, DATABASE_URL: setting.databaseUrl, PORT: String(port) };
  const tokens = createTokens(configOf(setting.databaseUrl).token);
  const authorization = async (account: string): Promise<string> => `Bearer ${await tokens.sign(account, 86_400)}`;
  const json = { 'content-type': 'application/json' };
  switch (name) {
    case 'hub-compiled':
    case 'hub':
      return running(
        name,
        url,
        [built('src/main.ts')],
        ROOT,
        {
          ...environment,
          ...RATES,
          DATABASE_POOL_SIZE: '10',
          COMPILED_QUERIES: name === 'hub' ? 'off' : 'trusted',
          ...(setting.fresh && { TRUSTED_DOCUMENTS: 'allow-any' }),
        },
        setting,
        {
          requestFor: async ({ document, name: operationName, as, variables }) => ({
            url: `${url}/graphql`,
            headers: { ...json, authorization: await authorization(as) },
            body: JSON.stringify({ query: document, operationName, variables }),
          }),
          dataOf: (_operation, body) => dataIn(body),
        },
      );
    case 'postgraphile':
      installPostgraphile();
      return running(name, url, ['server.mjs'], POSTGRAPHILE, { ...environment, GRAPHILE_ENV: 'production' }, setting, {
        requestFor: (operation) =>
          Promise.resolve({
            url: `${url}/graphql`,
            headers: json,
            body: JSON.stringify(forPostgraphile(operation, setting.viewers.get(operation.as)!)),
          }),
        dataOf: (operation, body) => asTheHubTells(operation.name, dataIn(body), dayInShanghai(), operation.as),
      });
    default:
      return running(
        name,
        url,
        [built('test/bench/sql/start.ts')],
        ROOT,
        {
          ...environment,
          BENCH_CHECKS: name === 'sql-with-checks' ? 'yes' : 'no',
        },
        setting,
        {
          requestFor: async ({ name: operation, as, variables }) => ({
            url: `${url}/`,
            headers: { ...json, authorization: await authorization(as) },
            body: JSON.stringify({ operation, variables }),
          }),
          dataOf: (_operation, body) => dataIn(body),
        },
      );
  }
}

async function running(
  name: ContenderName,
  url: string,
  command: readonly string[],
  cwd: string,
  environment: Record<string, string>,
  { cores }: Setting,
  asking: Pick<Contender, 'requestFor' | 'dataOf'>,
): Promise<Contender> {
  const log = logOf(name);
  const output = openSync(log, 'w');
  const [program, ...more] = cores.serverCommand(
    process.execPath,
    process.env['BENCH_CPU_PROF'] === name ? ['--cpu-prof', '--cpu-prof-dir', DATA, ...command] : command,
  );
  const child = spawn(program!, more, { cwd, env: environment, stdio: ['ignore', output, output] });
  closeSync(output);
  const atExit = (): void => void child.kill('SIGKILL');
  process.once('exit', atExit);
  await answers(child, url, log);
  return {
    name,
    url,
    ...asking,
    pid: child.pid!,
    async stop() {
      process.off('exit', atExit);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Where a contender's process writes; the hub logs every operation there, as it does in production. */
export const logOf = (name: ContenderName): string => join(DATA, `${name}.log`);

async function answers(child: ChildProcess, url: string, log: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`A contender did not start.\n${readFileSync(log, 'utf8').slice(-3000)}`);
    }
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await sleep(100);
  }
}

/** Its packages are no concern of the hub's, so they are installed when they are first wanted. */
function installPostgraphile(): void {
  if (existsSync(join(POSTGRAPHILE, 'node_modules', 'postgraphile'))) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: POSTGRAPHILE, stdio: ['ignore', 'ignore', 'inherit'] });
}

function dataIn(body: string): unknown {
  const answer = JSON.parse(body) as { data?: unknown; errors?: unknown };
  if (answer.errors || answer.data === undefined) throw new Error(`An operation failed: ${body.slice(0, 1000)}`);
  return answer.data;
}

function dayInShanghai(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
