import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOptions, UsageError } from '../../seeds/cli-options.ts';
import { Progress } from '../../seeds/progress.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const run = promisify(execFile);

async function seed(
  args: readonly string[],
  environment: Record<string, string>,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const { NODE_ENV: _, ...rest } = process.env;
  try {
    return {
      code: 0,
      ...(await run(process.execPath, ['--import', 'tsx', 'seeds/cli.ts', ...args], {
        env: { ...rest, ...environment },
      })),
    };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

describe('arguments', () => {
  test('have defaults', () => {
    expect(readOptions(['--size', 'demo'])).toEqual({
      size: 'demo',
      now: new Date('2026-11-16T01:00:00.000Z'),
      districts: 1,
      force: false,
    });
    expect(readOptions(['--size', 'district', '--districts', '10', '--now', '2027-03-01', '--force'])).toEqual({
      size: 'district',
      now: new Date('2027-03-01'),
      districts: 10,
      force: true,
    });
  });

  test.each([
    [[], /--size must be demo or district/],
    [['--size', 'city'], /not city/],
    [['--size', 'demo', '--fast'], /--fast/],
    [['--size', 'demo', 'extra'], /extra/],
    [['--size', 'demo', '--now', 'tomorrow'], /--now must be a moment/],
    [['--size', 'demo', '--now', '2026-13-01'], /--now/],
    [['--size', 'district', '--districts', '0'], /--districts must be/],
    [['--size', 'district', '--districts', 'many'], /--districts must be/],
    [['--size', 'demo', '--districts', '2'], /goes with --size district/],
  ])('%j is refused', (args, message) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow(message);
  });
});

// Each run is a process that loads the whole hub.
describe('the command', { timeout: 120_000 }, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  test('fills an empty database once, and again only by force', async () => {
    const first = await seed(['--size', 'demo'], { DATABASE_URL: database.ownerUrl });
    expect(first).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/100 % {2}[\d,]+ rows, [\d.]+ s\n$/) as string,
    });

    const second = await seed(['--size', 'demo'], { DATABASE_URL: database.ownerUrl });
    expect(second).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('not empty') as string });

    const forced = await seed(['--size', 'demo', '--force'], { DATABASE_URL: database.ownerUrl });
    expect(forced).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Deleting everything/) as string });
  });

  test('does nothing in production, and tells how it is used', async () => {
    const [production, unknown] = await Promise.all([
      seed(['--size', 'demo'], { DATABASE_URL: database.ownerUrl, NODE_ENV: 'production' }),
      seed(['--size', 'demo', '--fast'], { DATABASE_URL: database.ownerUrl }),
    ]);
    expect(production).toMatchObject({ code: 1, stderr: expect.stringContaining('production') as string });
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringMatching(/--fast[^]*Usage:/) as string });
  });
});

describe('progress', () => {
  function shown(isTTY: boolean): string {
    let text = '';
    let time = 0;
    const progress = new Progress({ isTTY, write: (more) => (text += more) }, () => (time += 60));
    for (let rows = 1; rows <= 100; rows += 1) progress.show(rows, 100);
    progress.finish(100);
    return text;
  }

  test('is a bar on a terminal', () => {
    expect(shown(true)).toMatch(/^\r\[·+\] {3}1 %[^\n]*\r\[█{30}\] 100 % {2}100 rows, [\d.]+ s\n$/);
  });

  test('is a line now and then elsewhere', () => {
    const lines = shown(false).trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toMatch(/^100 % {2}100 rows/);
  });
});
