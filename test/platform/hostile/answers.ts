/** What an answer to a client must be, whatever was asked. */
import type { ErrorCode } from '../../../src/platform/errors/index.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

interface Told {
  readonly message?: unknown;
  readonly path?: unknown;
  readonly locations?: unknown;
  readonly extensions?: { readonly code?: unknown; readonly inputPath?: unknown };
}

interface UserError {
  readonly code?: unknown;
  readonly path?: unknown;
  readonly message?: unknown;
}

/** Codes by which whoever asks is told what is wrong with the question. */
const OF_THE_CLIENT: Readonly<
  Record<
    Exclude<ErrorCode, 'INTERNAL' | 'TRY_LATER' | 'TIMEOUT' | 'RATE_LIMITED' | 'PERSISTED_DOCUMENT_NOT_FOUND'>,
    true
  >
> = {
  BAD_USER_INPUT: true,
  GRAPHQL_VALIDATION_FAILED: true,
  GRAPHQL_PARSE_FAILED: true,
  UNAUTHENTICATED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  TOO_COSTLY: true,
};

/** Words that would tell of the inside: stacks, SQL, packages, paths, guesses at names. */
const INTERNALS =
  /\bat (?:\/|async )|node_modules|\bselect .* from\b|\binsert into\b|\bupdate .* set\b|postgres|constraint|violates|Did you mean|\bstack\b|\.[tj]s:\d/i;

/** What is wrong with it; nothing where it is as it must be. */
export function faultsOf({ status, text }: Answer): string[] {
  if (status === 413) return [];
  if (status >= 500) return [`status ${status}: ${text.slice(0, 300)}`];
  let body: { readonly data?: Readonly<Record<string, unknown>> | null; readonly errors?: readonly Told[] };
  try {
    body = JSON.parse(text) as typeof body;
  } catch {
    return [`no JSON, status ${status}: ${text.slice(0, 300)}`];
  }
  const { errors = [], data } = body;
  if (errors.length === 0 && !data) return [`neither data nor errors, status ${status}: ${text.slice(0, 300)}`];
  return [...errors.flatMap(faultOfError), ...userErrorsIn(data).flatMap(faultOfUserError)].map(
    (fault) => `${fault}, status ${status}: ${text.slice(0, 400)}`,
  );
}

function faultOfError({ message, path, locations, extensions }: Told): string[] {
  const code = extensions?.code;
  if (typeof code !== 'string' || !Object.hasOwn(OF_THE_CLIENT, code)) return [`code ${String(code)}`];
  if (typeof message !== 'string' || message === '' || INTERNALS.test(message)) return [`message ${String(message)}`];
  // What is told of a document as a whole has no place in it.
  const isOfTheWhole =
    code === 'TOO_COSTLY' || /^Too many (?:validation errors|errors processing variables)/.test(message);
  if (!isOfTheWhole && !isPlace(path) && !isPlace(locations) && !isPlace(extensions?.inputPath)) return ['no place'];
  if (code === 'BAD_USER_INPUT' && isPlace(path) && !isPlace(extensions?.inputPath)) return ['no path into the input'];
  return [];
}

const isPlace = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

function userErrorsIn(data: Readonly<Record<string, unknown>> | null | undefined): UserError[] {
  return Object.values(data ?? {}).flatMap(
    (payload) => (payload as { userErrors?: UserError[] } | null)?.userErrors ?? [],
  );
}

function faultOfUserError({ code, path, message }: UserError): string[] {
  if (typeof code !== 'string' || !Array.isArray(path)) return ['a user error without code and path'];
  return typeof message !== 'string' || message === '' || INTERNALS.test(message) ? [`message ${String(message)}`] : [];
}
