import { parseArgs } from 'node:util';
import type { Size } from '../database.ts';
import { UsageError } from '../options.ts';

export const USAGE = `npm run bench:growth -- [options]
  --size N           how much data, the smallest first; may be given several times (0.1 and 1)
                     0.1: a tenth of a district; 10: ten whole ones, whose loading takes long; 10x0.1: ten of a tenth
  --database URL     loaded databases instead of sizes, the smallest first; may be given several times
  --requests N       how often each operation is asked of each size (200)`;

export interface GrowthOptions {
  readonly sizes: readonly (Size & { readonly name: string })[];
  readonly databases: readonly string[];
  readonly requests: number;
}

export function readGrowthOptions(argv: readonly string[]): GrowthOptions {
  const { values } = parsed(argv);
  if (values.help)
    throw new UsageError('How long each operation takes, and what its statements examine, as the data grow.');
  const requests = Number(values.requests ?? '200');
  if (!Number.isInteger(requests) || requests < 10)
    throw new UsageError('--requests: expected a whole number, 10 at least.');
  const databases = values.database ?? [];
  if (databases.length === 1) throw new UsageError('--database: growth is seen between two at least.');
  return { requests, databases, sizes: (values.size ?? ['0.1', '1']).map(sizeOf) };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        help: { type: 'boolean' },
        size: { type: 'string', multiple: true },
        database: { type: 'string', multiple: true },
        requests: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function sizeOf(name: string): GrowthOptions['sizes'][number] {
  const [, count, share] = /^(?:(\d+)x)?(\d+(?:\.\d+)?)$/.exec(name) ?? [];
  const [given, number] = [Number(count ?? 1), Number(share)];
  // A number above one is of whole districts.
  const [districts, factor] = number > 1 ? [given * number, 1] : [given, number];
  if (!Number.isInteger(districts) || districts < 1 || !(factor >= 0.02))
    throw new UsageError(`--size: ${name} is no size.`);
  return { name, districts, factor };
}
