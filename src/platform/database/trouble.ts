import { databaseFaultOf } from './faults.ts';
import { UnfitDatabase } from './requirements.ts';

/** The fields by which pg, PostgreSQL and Node tell of an error, each in its own way. */
interface ErrorDetails {
  readonly message?: string;
  readonly code?: unknown;
  readonly severity?: string;
  readonly address?: string;
  readonly port?: number;
  readonly hostname?: string;
  readonly syscall?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** Refusals of the server itself, by code; its own words follow, which name the user or the database and never the password. */
const REFUSED: Readonly<Record<string, string>> = {
  '28P01': 'The database does not accept the user or the password of DATABASE_URL',
  '28000': 'The database does not let the user of DATABASE_URL in',
  '3D000': 'There is no such database on the server of DATABASE_URL: create it first',
  '42501': 'The user of DATABASE_URL may not do what is needed',
  '53300': 'The database has no connection left',
  '57P03': 'The database is not ready: try again',
};

const MAY_NOT = '42501';
const WHO_MAY =
  ' Tables are changed by the role of MIGRATION_DATABASE_URL; npm run database:roles gives that of DATABASE_URL what the hub needs.';

/** Errors of Node where nobody is met, by their code. */
const NOBODY_THERE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ETIMEDOUT: 'nobody answers in time',
  EHOSTUNREACH: 'no way leads there',
  ENETUNREACH: 'no way leads there',
  ENOENT: 'nothing listens there',
  ECONNRESET: 'the connection was lost',
};
/** A file that is missing is told by the same codes. */
const BY_NETWORK: ReadonlySet<string | undefined> = new Set(['connect', 'getaddrinfo', 'read']);

/** Errors that pg tells by words alone. */
const OF_PG: readonly (readonly [RegExp, string])[] = [
  [/^SASL: .*password must be a/, 'The database asks for a password, and DATABASE_URL has none.'],
  [/does not support SSL/, 'DATABASE_URL asks for an encrypted connection, which the server does not offer.'],
  [/^timeout e|connection timeout/, 'The database cannot be reached: nobody answers in time.'],
  [/^Connection terminated/, 'The database cannot be reached: the connection was lost.'],
];

/** Trouble of a connection whose address another variable than DATABASE_URL gives: in the words of that variable. */
class InTermsOfAnother extends Error {}

/** @throws the trouble that `work` meets, told of `variable` */
export async function inTermsOf<T>(variable: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    const words = error instanceof UnfitDatabase ? undefined : troubleOf(error);
    throw words === undefined
      ? error
      : new InTermsOfAnother(words.replace(WHO_MAY, '').replace('DATABASE_URL', variable), { cause: error });
  });
}

/**
 * The database is away, refuses, or cannot be used: in one sentence for whoever runs the hub, without the password. Undefined for
 * whatever is no trouble of the database: a mistake of the hub, which is told with all that is known of it.
 */
export function troubleOf(error: unknown): string | undefined {
  if (error instanceof UnfitDatabase || error instanceof InTermsOfAnother) return error.message;
  for (const each of causesOf(error)) {
    const words = refusal(each) ?? absence(each) ?? OF_PG.find(([said]) => said.test(each.message ?? ''))?.[1];
    if (words !== undefined) return words;
  }
  return databaseFaultOf(error) === undefined
    ? undefined
    : `The database cannot do it at the moment: ${inOneLine(innermost(error).message)}.`;
}

function refusal({ code, severity, message }: ErrorDetails): string | undefined {
  if (severity === undefined || typeof code !== 'string' || REFUSED[code] === undefined) return undefined;
  return `${REFUSED[code]} (${inOneLine(message)}).${code === MAY_NOT ? WHO_MAY : ''}`;
}

function absence({ code, syscall, address, port, hostname }: ErrorDetails): string | undefined {
  if (typeof code !== 'string' || NOBODY_THERE[code] === undefined || !BY_NETWORK.has(syscall)) return undefined;
  const place = hostname ?? (address === undefined ? undefined : port === undefined ? address : `${address}:${port}`);
  return `The database cannot be reached${place === undefined ? '' : ` at ${place}`}: ${NOBODY_THERE[code]}.`;
}

/** The error, what caused it, and of several at once the first. */
function causesOf(error: unknown): ErrorDetails[] {
  const all: ErrorDetails[] = [];
  for (
    let each = error;
    typeof each === 'object' && each !== null && !all.includes(each);
    each = (each as ErrorDetails).errors?.[0] ?? (each as ErrorDetails).cause
  )
    all.push(each);
  return all.reverse();
}

function innermost(error: unknown): ErrorDetails {
  return causesOf(error)[0]!;
}

function inOneLine(text = 'it says nothing'): string {
  return text.replace(/\s+/g, ' ').replace(/\.$/, '');
}
