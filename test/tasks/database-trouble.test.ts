import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_SIGNING_KEY } from '../support/config.ts';
import { createTestDatabase } from '../support/database.ts';
import { FULL } from '../forms/form.ts';
import { OwnPostgres } from '../support/own-postgres.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PASSWORD = 'not-for-any-eye';

/** Every command of package.json that opens the database of DATABASE_URL, with what it takes. */
const OPENING: Readonly<Record<string, readonly string[]>> = {
  start: [],
  migrate: [],
  seed: ['--size', 'demo'],
  token: ['--as', 'admin'],
  explain: ['MeetingList', '--as', 'admin'],
  'admin:create': [
    '--district-code',
    '110102',
    '--district-name',
    '西城区',
    '--name',
    '管理员',
    '--staff-number',
    'A1',
  ],
  'database:roles': [],
};
/** Those that change tables, or empty them, and do it as the role of the other address where there is one. */
const AS_OWNER = ['migrate', 'seed', 'database:roles'];
/** Those that open none of it. */
const WITHOUT = ['build:client', 'schema', 'migration:create', 'new:domain', 'documents:remove-overdue', 'wechat:fake'];

const scripts = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts;
const fileOf = (command: string): string => /--import tsx (\S+)/.exec(scripts[command]!)![1]!;

let postgres: OwnPostgres;
let server: URL;
let directory: string;
beforeAll(async () => {
  postgres = await OwnPostgres.start();
  server = new URL(await postgres.createDatabase('hub'));
  directory = await mkdtemp(join(tmpdir(), 'hub-tasks-'));
  const owner = new pg.Client({ connectionString: server.href });
  await owner.connect();
  await owner.query(`create role guest login password 'of the guest'`);
  await owner.query('create database closed');
  await owner.query('revoke connect on database closed from public');
  await owner.end();
});
afterAll(async () => {
  await postgres.remove();
  await rm(directory, { recursive: true, force: true });
});

function at(change: (url: URL) => void): string {
  const url = new URL(server);
  change(url);
  return url.href;
}

async function run(
  command: string,
  url: string,
  ownerUrl = command === 'database:roles' ? url : undefined,
): Promise<{ code: number | null; lines: string[] }> {
  const { NODE_ENV: _env, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', fileOf(command), ...OPENING[command]!], {
    cwd: ROOT,
    env: {
      ...inherited,
      DATABASE_URL: url,
      ...(ownerUrl !== undefined && { MIGRATION_DATABASE_URL: ownerUrl }),
      TOKEN_SIGNING_KEY: TEST_SIGNING_KEY,
      PORT: '0',
      LOG_LEVEL: 'fatal',
      DATA_DIRECTORY: directory,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lines: output.trim().split('\n') };
}

/** What the process of the hub says goes to its log, a line a thing. */
const said = (line: string): string =>
  (line.startsWith('{') ? (JSON.parse(line) as { msg: string; err?: unknown }) : { msg: line }).msg;

const TROUBLES: readonly (readonly [what: string, url: () => string, words: RegExp])[] = [
  [
    'the database is away',
    () =>
      at((url) => {
        url.port = '1';
        url.password = PASSWORD;
      }),
    /^The database cannot be reached at 127\.0\.0\.1:1: nothing listens there\.$/,
  ],
  [
    'the password is wrong',
    () =>
      at((url) => {
        url.password = PASSWORD;
      }),
    /^The database does not accept the user or the password of DATABASE_URL \(password authentication failed for user ".+"\)\.$/,
  ],
  [
    'there is no such database',
    () =>
      at((url) => {
        url.pathname = '/nowhere';
      }),
    /^There is no such database on the server of DATABASE_URL: create it first \(database "nowhere" does not exist\)\.$/,
  ],
];

it('each command is known to open a database or none', () => {
  const ours = Object.keys(scripts).filter((name) => /--import tsx (src|seeds)\//.test(scripts[name]!));
  expect(ours.sort()).toEqual([...Object.keys(OPENING), ...WITHOUT].sort());
});

it('each of them tells of it by the same words: those of runTask, and the start of the hub by its log', () => {
  for (const command of Object.keys(OPENING))
    expect(readFileSync(join(ROOT, fileOf(command)), 'utf8'), command).toMatch(
      /await (?:runTask|serve|explainOnTerminal)\(/,
    );
});

/** In the full form each command meets each trouble. Where every change is tested, each trouble is met by one of them. */
const COMMANDS = Object.keys(OPENING);
const MET = TROUBLES.flatMap((trouble, index) =>
  (FULL ? COMMANDS : [['start', 'migrate', 'admin:create'][index]!]).map((command) => [command, ...trouble] as const),
);

describe('a command', () => {
  it.each(MET)(
    'npm run %s says so in one sentence where %s, without a stack and without the password, and ends with 1',
    async (command, _what, url, words) => {
      const { code, lines } = await run(command, url());
      expect(lines.map((line) => said(line).replace('MIGRATION_', ''))).toEqual([expect.stringMatching(words)]);
      expect(lines[0]).not.toContain('"err"');
      expect(lines[0]).not.toContain(PASSWORD);
      expect(lines[0]).not.toContain(new URL(url()).password);
      expect(code).toBe(1);
    },
    60_000,
  );
});

describe('a command that changes tables', () => {
  it.each(FULL ? AS_OWNER : AS_OWNER.slice(0, 1))(
    'npm run %s uses the role of MIGRATION_DATABASE_URL alone, and says so where it is refused',
    async (command) => {
      const nobody = at((url) => (url.port = '1'));
      const { code, lines } = await run(
        command,
        nobody,
        at((url) => (url.password = PASSWORD)),
      );
      expect(lines).toEqual([
        expect.stringMatching(/^The database does not accept the user or the password of MIGRATION_DATABASE_URL \(/),
      ]);
      expect(code).toBe(1);
    },
    60_000,
  );
});

describe('npm run migrate', () => {
  it.each([
    [
      'may not connect',
      () => at((url) => Object.assign(url, { username: 'guest', password: 'of%20the%20guest', pathname: '/closed' })),
      'permission denied for database "closed"',
    ],
    [
      'may not make tables',
      () => at((url) => Object.assign(url, { username: 'guest', password: 'of%20the%20guest' })),
      'permission denied',
    ],
  ])(
    'says so where the user %s',
    async (_what, url, words) => {
      const { code, lines } = await run('migrate', url());
      expect(lines).toEqual([expect.stringMatching(/^The user of DATABASE_URL may not do what is needed \(/)]);
      expect(lines[0]).toContain(words);
      expect(code).toBe(1);
    },
    60_000,
  );
});

describe('npm run migrate as the role that the hub works as', () => {
  it('says whose the tables are to change, and npm run database:roles that all is as it should be', async () => {
    const { url, ownerUrl, pool, drop } = await createTestDatabase();
    try {
      await pool.query('delete from schema_migration where id = (select max(id) from schema_migration)');
      const { code, lines } = await run('migrate', url);
      expect(lines).toEqual([expect.stringMatching(/may not do what is needed \(.*role of MIGRATION_DATABASE_URL/)]);
      expect(code).toBe(1);
      expect(await run('database:roles', url, ownerUrl)).toEqual({
        code: 0,
        lines: ['The roles are as they should be.'],
      });
    } finally {
      await drop();
    }
  }, 120_000);
});

describe('an address that cannot be read', () => {
  it.each(FULL ? ['migrate', 'seed'] : ['seed'])(
    'is shown by npm run %s to nobody: what is in a password may end it early',
    async (command) => {
      const { code, lines } = await run(command, `postgresql://hub:${PASSWORD}#1@127.0.0.1:1/hub`);
      expect(lines.join('\n')).toContain('DATABASE_URL: expected');
      expect(lines.join('\n')).not.toContain(PASSWORD);
      expect(lines.join('\n')).not.toMatch(/^\s+at /m);
      expect(code).not.toBe(0);
    },
    60_000,
  );
});
