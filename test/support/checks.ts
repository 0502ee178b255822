import type pg from 'pg';
import { checks } from '../../src/app.ts';
import { expect } from 'vitest';
import type { TestHub } from './hub.ts';

/** The invariants that do not hold, of those whose name begins so, with some of the rows that break them. */
export async function brokenChecks(pool: pg.Pool, beginning = ''): Promise<{ name: string; rows: unknown[] }[]> {
  const broken = [];
  for (const check of checks.filter(({ name }) => name.startsWith(beginning))) {
    const { rows } = await pool.query(check.sql);
    if (rows.length > 0) broken.push({ name: check.name, rows: rows.slice(0, 3) as unknown[] });
  }
  return broken;
}

export async function expectChecksHold(hub: TestHub, beginning = ''): Promise<void> {
  expect(await brokenChecks(hub.database.pool, beginning)).toEqual([]);
}
