import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { print } from 'graphql';
import config from '../../codegen.ts';
import { hubSchema } from '../../src/app.ts';
import { printHubSchema } from '../../src/platform/graphql/index.ts';
import * as admin from '../../schema/generated/admin.ts';
import * as analyst from '../../schema/generated/analyst.ts';
import * as miniProgram from '../../schema/generated/mini-program.ts';
import { staleFiles, type WrittenFile } from './committed.ts';
import { typedDocumentsOf } from '../support/typed-documents.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

/** What `npm run codegen` would write, without writing it. */
async function generated(changes: object = {}): Promise<WrittenFile[]> {
  const outputs = (await generate({ ...config, ...changes, silent: true }, false)) as {
    filename: string;
    content: string;
  }[];
  return outputs.map(({ filename, content }) => ({ path: relative(process.cwd(), filename), content }));
}

describe('schema/', () => {
  const { schema, access } = hubSchema();
  const sdl: WrittenFile = { path: 'schema/hub.graphql', content: printHubSchema(schema) };
  const accessMap: WrittenFile = { path: 'schema/access.json', content: `${JSON.stringify(access, null, 2)}\n` };

  test('hub.graphql and access.json are what the code emits', () => {
    expect(staleFiles([sdl, accessMap], 'npm run schema')).toEqual([]);
  });

  test('a changed line, a lost line and a lost file are noticed', () => {
    const committed = (text: string | undefined) => staleFiles([sdl], 'npm run schema', () => text);
    expect(committed(sdl.content)).toEqual([]);
    expect(committed(sdl.content.replace('signedIn: Boolean!', 'signedIn: Boolean'))).toEqual([
      expect.stringMatching(
        /^schema\/hub\.graphql is out of date: run `npm run schema`\. Line \d+ is " {2}signedIn: Boolean", and would be " {2}signedIn: Boolean!"\.$/,
      ),
    ]);
    expect(committed(sdl.content.slice(0, -1))).toHaveLength(1);
    expect(committed(`${sdl.content}\n`)).toHaveLength(1);
    expect(committed(undefined)).toEqual(['schema/hub.graphql is missing: run `npm run schema`.']);
    const opened = accessMap.content.replace('signed-in', 'anyone');
    expect(staleFiles([accessMap], 'npm run schema', () => opened)).toHaveLength(1);
  });
});

describe('typed documents and the manifest', () => {
  let written: WrittenFile[];
  beforeAll(async () => {
    written = await generated();
  });

  test('are what the operations say', () => {
    expect(staleFiles(written, 'npm run codegen')).toEqual([]);
  });

  test('nothing is left over of a client that is gone', () => {
    const known = written.map((each) => each.path);
    expect(
      readdirSync('schema/generated')
        .map((file) => `schema/generated/${file}`)
        .filter((file) => !known.includes(file)),
    ).toEqual([]);
  });

  test('agree on each document, whose id is the hash of its text', () => {
    const manifest = JSON.parse(read('schema/trusted-documents.json')) as Record<
      string,
      { client: string; operation: string; document: string }
    >;
    const typed = Object.entries({ admin, analyst, 'mini-program': miniProgram }).flatMap(([client, module]) =>
      typedDocumentsOf(module).map(
        ([operation, document]) => [document.documentId, { client, operation, document: print(document) }] as const,
      ),
    );
    expect(typed.length).toBeGreaterThan(0);
    expect(Object.fromEntries(typed)).toEqual(manifest);
    for (const [id, { document }] of Object.entries(manifest)) {
      expect(id).toBe(`sha256:${createHash('sha256').update(document).digest('hex')}`);
    }
  });
});

describe('the generator', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-operations-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const SCHEMA = 'type Query { school: School } type School { id: ID!, name: String!, openedOn: Date } scalar Date';
  let count = 0;
  /** The manifest of these operations: client/file → text. */
  async function manifestOf(
    operations: Readonly<Record<string, string>>,
    schema = SCHEMA,
  ): Promise<Record<string, { document: string }>> {
    const root = join(folder, String((count += 1)));
    for (const [path, text] of Object.entries(operations)) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const files = await generated({ schema, documents: `${root}/*/*.graphql` });
    const manifest = files.find((each) => each.path.endsWith('trusted-documents.json'));
    return JSON.parse(manifest!.content) as Record<string, { document: string }>;
  }

  test('gives a changed operation another id, and a comment or indent the same', async () => {
    const [one, same, other] = await Promise.all([
      manifestOf({ 'admin/A.graphql': 'query A { school { id } }' }),
      manifestOf({ 'admin/A.graphql': '# A comment.\nquery A {\n  school {\n      id\n  }\n}' }),
      manifestOf({ 'admin/A.graphql': 'query A { school { id name } }' }),
    ]);
    expect(Object.keys(same)).toEqual(Object.keys(one));
    expect(Object.keys(other)).not.toEqual(Object.keys(one));
  });

  test('sends the fragments that an operation uses, and no others', async () => {
    const manifest = await manifestOf({
      'admin/A.graphql': 'query A { school { ...B } }',
      'admin/fragments.graphql':
        'fragment C on School { id } fragment B on School { name ...C } fragment D on School { openedOn }',
    });
    expect(Object.values(manifest).map((each) => each.document)).toEqual([
      'query A {\n  school {\n    ...B\n    __typename\n  }\n}\n\nfragment B on School {\n  name\n  ...C\n  __typename\n}\n\nfragment C on School {\n  id\n  __typename\n}',
    ]);
  });

  test.each([
    ['an unknown field', { 'admin/A.graphql': 'query A { school { colour } }' }, SCHEMA],
    ['an operation without a name', { 'admin/A.graphql': '{ school { id } }' }, SCHEMA],
    [
      'two clients with one name',
      { 'admin/A.graphql': 'query A { school { id } }', 'analyst/A.graphql': 'query A { school { name } }' },
      SCHEMA,
    ],
    [
      'a scalar whose JSON nobody has named',
      { 'admin/A.graphql': 'query A { school { id } }' },
      SCHEMA.replaceAll('Date', 'Colour'),
    ],
  ])('refuses %s', async (_what, operations, schema) => {
    vi.spyOn(console, 'error').mockReturnValue(); // what it says to whoever runs it
    await expect(manifestOf(operations as Record<string, string>, schema)).rejects.toThrow();
  });
});
