import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { staleFiles } from '../contract/committed.ts';
import { recordAnswers } from './record.ts';

const FOLDER = 'schema/client/answers';
const WRITES = process.env['ANSWERS'] === 'write';

test('the recorded answers are those that the hub gives', async () => {
  const recorded = await recordAnswers();
  if (WRITES) {
    rmSync(FOLDER, { recursive: true, force: true });
    for (const { path, content } of recorded) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }
  expect(staleFiles(recorded, 'npm run record')).toEqual([]);
  const there = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.json'));
  expect(there.map((each) => `${FOLDER}/${each}`).sort()).toEqual(recorded.map(({ path }) => path).sort());
});

test('of each query there is what it shows; what a person may expect to fail is there by its code', () => {
  const read = (path: string) => JSON.parse(readFileSync(`${FOLDER}/${path}.json`, 'utf8')) as Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- of every shape
  expect(read('mini-program/ParentHome')['data'].data.viewer.guardian.children.nodes).toHaveLength(1);
  expect(read('mini-program/ParentHome')['data'].errors).toBeUndefined();
  expect(read('mini-program/ParentHome')['outsider'].data.viewer.guardian).toBeNull();
  expect(read('mini-program/Inbox')['empty'].data.viewer.inbox.nodes).toEqual([]);
  expect(read('mini-program/SignUpForShift')['done'].data.signUpForShift.userErrors).toEqual([]);
  expect(read('mini-program/SignUpForShift')['FULL'].data.signUpForShift.userErrors[0].code).toBe('FULL');
});
