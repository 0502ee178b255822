import { parseArgs } from 'node:util';
import { CONTENDERS, type ContenderName } from './contenders.ts';
import { NAMES, type Name } from './operations.ts';

/** Who is sent documents, and keeps nothing apart for those that it knows. */
const READERS = ['hub', 'postgraphile'] as const;

export const USAGE = `npm run bench -- [options]
  --quick            a tenth of a district and short rounds: under three minutes
  --factor N         size of the district: 1 is a whole one
  --database URL     a loaded database instead of one of its own (also DATABASE_URL)
  --fresh            each request has a document that was never seen before; only of contenders that read documents: ${READERS.join(', ')}
  --only NAME        one operation; may be given several times
  --contender NAME   one contender; may be given several times: ${CONTENDERS.join(', ')}
  --seconds N        length of a measurement
  --rounds N         how often the contenders take turns
operations: ${NAMES.join(', ')}`;

export interface Options {
  readonly factor: number;
  readonly database: string | undefined;
  readonly operations: readonly Name[];
  readonly contenders: readonly ContenderName[];
  readonly seconds: number;
  readonly rounds: number;
  readonly warmUpSeconds: number;
  /** No document comes twice. */
  readonly fresh: boolean;
}

export class UsageError extends Error {}

export function readOptions(argv: readonly string[], environment: NodeJS.ProcessEnv): Options {
  const { values } = parsed(argv);
  if (values.help) throw new UsageError('The hub beside PostGraphile and SQL written by hand.');
  const quick = values.quick ?? false;
  const fresh = values.fresh ?? false;
  return {
    factor: positive('factor', values.factor ?? (quick ? '0.1' : '1')),
    database: values.database ?? environment['DATABASE_URL'],
    operations: oneOf('only', values.only ?? [], NAMES),
    contenders: oneOf('contender', values.contender ?? [], fresh ? READERS : CONTENDERS),
    seconds: positive('seconds', values.seconds ?? (quick ? '1.5' : '5')),
    rounds: positive('rounds', values.rounds ?? (quick ? '2' : '4')),
    warmUpSeconds: quick ? 0.7 : 3,
    fresh,
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        help: { type: 'boolean' },
        quick: { type: 'boolean' },
        fresh: { type: 'boolean' },
        factor: { type: 'string' },
        database: { type: 'string' },
        only: { type: 'string', multiple: true },
        contender: { type: 'string', multiple: true },
        seconds: { type: 'string' },
        rounds: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new UsageError(`--${name}: expected a number above 0.`);
  return number;
}

function oneOf<T extends string>(name: string, given: readonly string[], known: readonly T[]): readonly T[] {
  const stranger = given.find((each) => !known.includes(each as T));
  if (stranger !== undefined) throw new UsageError(`--${name}: ${stranger} is none of ${known.join(', ')}.`);
  return given.length === 0 ? known : known.filter((each) => given.includes(each));
}
