import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, expect, it, vi } from 'vitest';
import { explainOnTerminal } from '../../src/tasks/explain-on-terminal.ts';
import { testConfig } from '../support/config.ts';

const NO_DATABASE = 'postgresql://nowhere.invalid/hub';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

it.each([
  ['MeetingDetail', [], `The query wants $id: ID!. Give what it wants: --variables '{"id": …}'.`],
  ['MeetingDetail', ['--variables', '{"id": null}'], `The query wants $id: ID!`],
  ['ParentHome', ['--variables', '{"to": 1}'], `The query wants $from: DateTime!`],
])('%s %j: which variables the query wants, before anything is asked', async (operation, args, told) => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await explainOnTerminal(testConfig(NO_DATABASE), [operation, '--as', 'parent', ...args]);
  expect(written.mock.calls.join('')).toContain(told);
  expect(process.exitCode).toBe(1);
});

it.each(['src/tasks/explain.ts', 'seeds/explain.ts'])('%s --help: the usage alone, whatever runs', async (file) => {
  const env = { PATH: process.env['PATH'] };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', file, '--help'], { env });
  expect(stdout).toMatch(/^Usage: /);
  expect(stderr).toBe('');
});
