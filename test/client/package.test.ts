import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A front end: what it imports must be there for its compiler, and for whatever runs it. */
const FRONT_END = `
import { createHubClient, fetchTransport, memoryStorage, type UserErrorOf } from 'home-school-hub-client';
import { ParentHomeId, SignUpForShiftId } from 'home-school-hub-client/mini-program';
import { ClassRosterId } from 'home-school-hub-client/admin';
import { SchoolSizesId } from 'home-school-hub-client/analyst';

const asked: string[] = [];
const answer = { status: 200, body: { data: { viewer: { id: 'viewer_1', guardian: null } } }, header: () => undefined };
const hub = createHubClient({
  url: '-',
  storage: memoryStorage(),
  transport: async ({ body }) => {
    asked.push(body);
    return answer;
  },
});
const { data } = await hub.query(ParentHomeId, { from: new Date().toISOString() });
const name: string | undefined = data.viewer.guardian?.name;
const from = (error: UserErrorOf<typeof SignUpForShiftId>): boolean => error.code === 'OVERLAP';
// @ts-expect-error -- a variable is missing
export const without = () => hub.query(ParentHomeId, {});
// @ts-expect-error -- a mutation is no query
export const mutation = () => hub.query(SignUpForShiftId, { input: { roleId: '' } });
// @ts-expect-error -- no such code
export const no = (error: UserErrorOf<typeof SignUpForShiftId>): boolean => error.code === 'NO_SUCH_CODE';
export const inBrowsers = () => fetchTransport(fetch);
export { from, name };
console.log(JSON.stringify({ data, ids: [ParentHomeId, ClassRosterId, SchoolSizesId].map((id) => id.length), asked: asked.length }));
`;
/** A page of a mini-program that is built to CommonJS. */
const PAGE = `
import { createHubClient, wxTransport, type UserErrorOf } from 'home-school-hub-client';
import { ParentHomeId, SignUpForShiftId } from 'home-school-hub-client/mini-program';
import { ClassRosterId, SignInWithPasswordId } from 'home-school-hub-client/admin';
import { SchoolSizesId } from 'home-school-hub-client/analyst';

declare const wx: Parameters<typeof wxTransport>[0];
const hub = createHubClient({ url: '-', transport: wxTransport(wx) });
export const name = async (): Promise<string | undefined> => (await hub.query(ParentHomeId, { from: '' })).data.viewer.guardian?.name;
export const from = (error: UserErrorOf<typeof SignUpForShiftId>): boolean => error.code === 'OVERLAP';
export const ids: string[] = [ParentHomeId, ClassRosterId, SchoolSizesId];
// @ts-expect-error -- a variable is missing
export const without = () => hub.query(ParentHomeId, {});
export const once = () => hub.mutate(SignInWithPasswordId, { staffNumber: '', password: '', code: '' });
// @ts-expect-error -- what is done anew each time is no press
export const pressed = () => hub.press(SignInWithPasswordId, { staffNumber: '', password: '', code: '' });
`;
const DOCUMENTS = `
import { ParentHomeDocument, ParentHomeId } from 'home-school-hub-client/mini-program/documents';
console.log(ParentHomeDocument.documentId === ParentHomeId, ParentHomeDocument.kind);
`;
const REQUIRED = `
const { createHubClient, wxTransport } = require('home-school-hub-client');
const { ParentHomeId } = require('home-school-hub-client/mini-program');
console.log(typeof createHubClient, typeof wxTransport, ParentHomeId.length);
`;
/** As the tools of WeChat do: the folder that \`miniprogram\` names is copied, and modules are found by their places. */
const MINI_PROGRAM = `
const { createHubClient } = require('./miniprogram_npm/home-school-hub-client/index.js');
const { ParentHomeId } = require('./miniprogram_npm/home-school-hub-client/mini-program.js');
console.log(typeof createHubClient, ParentHomeId.length);
`;
const ID_LENGTH = 'sha256:'.length + 64;

const root = mkdtempSync(join(tmpdir(), 'hub-client-'));
const installed = join(root, 'node_modules/home-school-hub-client');
afterAll(() => rmSync(root, { recursive: true }));

function run(command: string, args: readonly string[], cwd = root): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  expect(`${stdout}${stderr}`, `${command} ${args.join(' ')}`).toBe(
    status === 0 ? `${stdout}${stderr}` : 'nothing wrong',
  );
  return stdout;
}

const tsc = (...options: readonly string[]): string =>
  run(process.execPath, [
    join(process.cwd(), 'node_modules/typescript/bin/tsc'),
    '--noEmit',
    '--strict',
    '--target',
    'es2022',
    ...options,
  ]);

beforeAll(() => {
  run(process.execPath, ['--import', 'tsx', 'src/tasks/build-client.ts', join(root, 'built')], process.cwd());
  const packed = run('npm', ['pack', '--silent', '--pack-destination', root], join(root, 'built')).trim();
  writeFileSync(join(root, 'package.json'), '{ "type": "module", "private": true }');
  run('npm', ['install', '--silent', '--offline', '--no-audit', '--no-fund', '--omit=peer', join(root, packed)]);
  for (const [file, text] of Object.entries({
    'front-end.ts': FRONT_END,
    'documents.js': DOCUMENTS,
    'required.cjs': REQUIRED,
    'mini.cjs': MINI_PROGRAM,
  }))
    writeFileSync(join(root, file), text);
});

describe('the package for front ends', () => {
  it('is small, needs nothing, and holds what a front end develops against', () => {
    expect(readdirSync(join(root, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'home-school-hub-client',
    ]);
    const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
    expect(version).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
    expect(readdirSync(installed)).toEqual(
      expect.arrayContaining(['README.md', 'answers', 'hub.graphql', 'trusted-documents.json']),
    );
  });

  it.each([
    ['bundler', ['--module', 'esnext', '--moduleResolution', 'bundler']],
    ['nodenext', ['--module', 'nodenext', '--moduleResolution', 'nodenext']],
  ])('is typed for moduleResolution %s', (_name, options) => {
    tsc(...options, '--lib', 'es2022,dom', 'front-end.ts');
  });

  it('is typed as the tools of WeChat and older projects look for types: by places, without `exports`', () => {
    writeFileSync(join(root, 'page.ts'), PAGE);
    const by = ['--moduleResolution', 'node10', '--ignoreDeprecations', '6.0'];
    tsc('--module', 'commonjs', ...by, '--lib', 'es2020', 'page.ts');
  });

  it('runs in Node, as modules and as what is required', () => {
    expect(JSON.parse(run(process.execPath, ['front-end.ts']))).toMatchObject({
      ids: Array(3).fill(ID_LENGTH),
      asked: 1,
    });
    expect(run(process.execPath, ['required.cjs'])).toBe(`function function ${ID_LENGTH}\n`);
  });

  it('runs where modules are found by their places alone, and nothing of a browser is there', () => {
    mkdirSync(join(root, 'miniprogram_npm'));
    symlinkSync(join(installed, 'mini-program'), join(root, 'miniprogram_npm/home-school-hub-client'));
    expect(run(process.execPath, ['mini.cjs'])).toBe(`function ${ID_LENGTH}\n`);
    const scripts = readdirSync(join(installed, 'mini-program'), { recursive: true, encoding: 'utf8' }).filter((each) =>
      each.endsWith('.js'),
    );
    const texts = scripts
      .filter((each) => !each.endsWith('fetching.js'))
      .map((each) => readFileSync(join(installed, 'mini-program', each), 'utf8'));
    expect(texts.length).toBeGreaterThan(8);
    for (const text of texts)
      expect(text).not.toMatch(/URLSearchParams|TextEncoder|AbortController|\bfetch\(|require\("graphql/);
  });

  it('holds documents for who has graphql', () => {
    symlinkSync(join(process.cwd(), 'node_modules/graphql'), join(root, 'node_modules/graphql'));
    expect(run(process.execPath, ['documents.js'])).toBe('true Document\n');
  });
});
