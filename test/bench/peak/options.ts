import { parseArgs } from 'node:util';
import { UsageError } from '../options.ts';

export const USAGE = `npm run bench:peak -- [options]
  --arrivals N       guardians who come (2000); the full evening is --arrivals 100000 --seconds 300 --factor 1 --sockets 15000
  --seconds N        in which they come (20)
  --roles N          roles that open at once (400)
  --factor N         size of the district: 1 is a whole one (0.1)
  --database URL     a loaded database instead of one of its own; what is written goes into a copy of it
  --sockets N        connections of the guardians at most, 15000 at most (256); a phone has its own
  --lost N           share of guardians whose first answer is lost, and who ask again (0.05)
  --limit N          seconds after the first arrival when nothing more is waited for (--seconds and 60)
  --seed TEXT        another evening of the same size (peak)`;

export interface PeakOptions {
  readonly arrivals: number;
  readonly seconds: number;
  readonly roles: number;
  readonly factor: number;
  readonly database: string | undefined;
  readonly sockets: number;
  readonly lost: number;
  readonly limitSeconds: number;
  readonly seed: string;
}

export function readPeakOptions(argv: readonly string[], environment: NodeJS.ProcessEnv): PeakOptions {
  const { values } = parsed(argv);
  if (values.help) throw new UsageError('An evening on which everybody comes at once.');
  const seconds = within('seconds', values.seconds ?? '20', 1, 3_600);
  return {
    seconds,
    arrivals: whole('arrivals', values.arrivals ?? '2000', 1_000_000),
    roles: whole('roles', values.roles ?? '400', 4_000),
    factor: within('factor', values.factor ?? '0.1', 0.02, 1),
    database: values.database ?? environment['DATABASE_URL'],
    sockets: whole('sockets', values.sockets ?? '256', 15_000),
    lost: within('lost', values.lost ?? '0.05', 0, 1),
    limitSeconds: within('limit', values.limit ?? String(seconds + 60), seconds, 7_200),
    seed: values.seed ?? 'peak',
  };
}

function parsed(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: {
        help: { type: 'boolean' },
        arrivals: text,
        seconds: text,
        roles: text,
        factor: text,
        database: text,
        sockets: text,
        lost: text,
        limit: text,
        seed: text,
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function within(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!(number >= least && number <= most))
    throw new UsageError(`--${name}: expected a number from ${least} to ${most}.`);
  return number;
}

function whole(name: string, text: string, most: number): number {
  const number = within(name, text, 1, most);
  if (!Number.isInteger(number)) throw new UsageError(`--${name}: expected a whole number.`);
  return number;
}
