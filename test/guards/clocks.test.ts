import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clocksReadIn, forbiddenClocks, MAY_READ_A_CLOCK } from './clocks.ts';

const ROOT = join(import.meta.dirname, '..', '..');

describe('no rule reads a clock of its own', () => {
  it('in all of src', () => {
    expect(forbiddenClocks(ROOT)).toEqual([]);
  });

  it('and who may still does', () => {
    for (const file of Object.keys(MAY_READ_A_CLOCK)) {
      expect(existsSync(join(ROOT, file)), file).toBe(true);
      expect(clocksReadIn(readFileSync(join(ROOT, file), 'utf8')), file).not.toEqual([]);
    }
  });

  it.each([
    'if (offer.expiresAt.getTime() < Date.now()) expire();',
    'const now = new Date();',
    'const clock = Date.now;',
    'const text = Date();',
    'const now = performance.timeOrigin + performance.now();',
    'await tx.query(sql`update offer set ended_at = now() where id = 1`);',
    'await tx.query(sql`select 1 from shift where starts_on <= CURRENT_DATE`);',
    "sql`delete from session where ended_at < current_timestamp - interval '1 day'`",
    'sql`select clock_timestamp()`',
  ])('it bites: %s', (planted) => {
    expect(clocksReadIn(`const before = 1;\n${planted}\n`)).toHaveLength(1);
  });

  it.each([
    '// The clock, and not Date.now(), says so.',
    '/** Never now(). */',
    'const due = new Date(now.getTime() + 1);',
    'const now = context.now;',
    'const since = performance.now();',
    "const url = 'https://example.org/now';",
  ])('and lets pass: %s', (allowed) => {
    expect(clocksReadIn(allowed)).toEqual([]);
  });
});
