import { parseArgs } from 'node:util';
import { DEFAULT_NOW } from './deterministic/index.ts';
import { DISTRICTS } from './fiction/school-names.ts';

export const USAGE = `Usage: npm run seed -- --size demo|district [--now ISO] [--districts N] [--force]

  --size demo       three schools with every state of every domain
  --size district   60 schools with 80,000 pupils, and all that happens there in two school years
  --now ISO         what the data take for the present, e.g. ${DEFAULT_NOW.toISOString()} (the default)
  --districts N     so many districts of that size, 1 to ${DISTRICTS.length}
  --force           empties the database first; the audit log stays, as nobody may delete it

As the role of MIGRATION_DATABASE_URL, which owns the tables, or where there is none of DATABASE_URL; without both into the embedded
database in .data/. The same data on every run.`;

export interface SeedOptions {
  readonly size: 'demo' | 'district';
  readonly now: Date;
  readonly districts: number;
  readonly force: boolean;
}

/** The arguments cannot be understood: the message says which. */
export class UsageError extends Error {}

export function readOptions(args: readonly string[]): SeedOptions {
  const { size, now, districts, force } = parsed(args);
  if (size !== 'demo' && size !== 'district')
    throw new UsageError(`--size must be demo or district${size === undefined ? '' : `, not ${size}`}.`);
  if (size === 'demo' && districts !== undefined) throw new UsageError('--districts goes with --size district.');
  return { size, force, now: momentOf(now), districts: countOf(districts) };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        size: { type: 'string' },
        now: { type: 'string' },
        districts: { type: 'string' },
        force: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function momentOf(text: string | undefined): Date {
  if (text === undefined) return DEFAULT_NOW;
  const moment = new Date(text);
  if (!/^\d{4}-\d\d-\d\d(T|$)/.test(text) || Number.isNaN(moment.getTime()))
    throw new UsageError(`--now must be a moment like ${DEFAULT_NOW.toISOString()}, not ${text}.`);
  return moment;
}

function countOf(text: string | undefined): number {
  const count = Number(text ?? '1');
  if (!Number.isInteger(count) || count < 1 || count > DISTRICTS.length)
    throw new UsageError(`--districts must be a number from 1 to ${DISTRICTS.length}, not ${text}.`);
  return count;
}
