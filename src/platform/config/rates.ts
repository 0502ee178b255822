import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/** The kinds of caller that limits are set for: whoever runs the hub names them by variables, of which kind a viewer is says the domain that makes it. */
export type CallerKind = 'guest' | 'guardian' | 'staff' | 'analyst';

/** What a stranger could guess at, call after call, with a limit of its own: declared by the domain whose secret it is. */
export interface AttemptKind {
  /** By which it is counted, e.g. `bindingCode`. */
  readonly name: string;
  /** By which whoever runs the hub sets the limit. */
  readonly variable: `RATE_${string}_PER_MINUTE`;
  /** From one address, where nothing is set. */
  readonly perMinute: number;
}

/** How much may be asked for in a minute; Infinity where there is no limit. */
export interface Rates {
  /** Where it is counted: in each process alone, or in the database for all of them. */
  readonly store: 'memory' | 'postgres';
  /** Points of one account or service token; of guests, of one address. */
  readonly points: Readonly<Record<CallerKind, number>>;
  /** Points of all accounts behind one address. */
  readonly addressPoints: number;
  /** Tokens and links that one address shows in vain. */
  readonly refusedTokens: number;
  /** Attempts from one address, whoever makes them: by their variables, as far as they are set. */
  readonly attempts: Readonly<Record<string, number>>;
  /** False where nothing has a limit. */
  readonly limited: boolean;
}

const LIMIT_FORM = 'a whole number from 1, or off';
const limit = z
  .string()
  .regex(/^(?:off|[1-9]\d{0,14})$/)
  .transform((text) => (text === 'off' ? Infinity : Number(text)));
const rate = (fallback: number) => limit.default(fallback).describe(LIMIT_FORM);

const OF_ATTEMPTS = /^RATE_[A-Z_]+_PER_MINUTE$/;

/** The limits of attempts that are set, and names of those that are not well-formed. Which kinds there are, domains say: `unknownAttempts`. */
export function attemptsIn(given: Readonly<Record<string, string | undefined>>): {
  readonly attempts: Rates['attempts'];
  readonly mistakes: readonly string[];
} {
  const names = Object.keys(given).filter((name) => OF_ATTEMPTS.test(name) && !(name in rateVariables));
  const read = names.map((name) => [name, limit.safeParse(given[name])] as const);
  return {
    attempts: Object.fromEntries(read.flatMap(([name, { data }]) => (data === undefined ? [] : [[name, data]]))),
    mistakes: read.filter(([, { success }]) => !success).map(([name]) => `${name}: expected ${LIMIT_FORM}`),
  };
}

/** Variables that set a limit of nothing that can be attempted. */
export function unknownAttempts({ attempts }: Rates, kinds: Iterable<AttemptKind>): string[] {
  const known = new Set([...kinds].map(({ variable }): string => variable));
  return Object.keys(attempts).filter((variable) => !known.has(variable));
}

/** How many attempts of the kind one address has in a minute. */
export function attemptLimit({ limited, attempts }: Rates, { variable, perMinute }: AttemptKind): number {
  return limited ? (attempts[variable] ?? perMinute) : Infinity;
}

function isNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  if (isIP(address) === 0 || rest.length > 0) return false;
  if (length === undefined) return true;
  try {
    new BlockList().addSubnet(
      address,
      /^\d{1,3}$/.test(length) ? Number(length) : -1,
      isIP(address) === 6 ? 'ipv6' : 'ipv4',
    );
    return true;
  } catch {
    return false;
  }
}

/** A screen is reckoned at some hundreds of points: nobody meets these limits by hand. */
export const rateVariables = {
  RATE_LIMITS: z.enum(['on', 'off']).default('on').describe('on or off'),
  RATE_LIMIT_STORE: z.enum(['memory', 'postgres']).optional().describe('memory or postgres'),
  RATE_POINTS_PER_MINUTE_GUEST: rate(300_000),
  RATE_POINTS_PER_MINUTE_GUARDIAN: rate(120_000),
  RATE_POINTS_PER_MINUTE_STAFF: rate(600_000),
  RATE_POINTS_PER_MINUTE_ANALYST: rate(3_000_000),
  RATE_POINTS_PER_MINUTE_ADDRESS: rate(12_000_000),
  RATE_REFUSED_TOKENS_PER_MINUTE: rate(600),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine((all) => all.every(isNetwork))
    .default([])
    .describe('addresses or networks, e.g. 10.0.0.0/8, with commas between them'),
};

/** @param demo the demonstration is one process, and counts by itself unless it is told otherwise */
export function ratesOf(
  values: z.infer<z.ZodObject<typeof rateVariables>>,
  attempts: Rates['attempts'],
  demo: boolean,
): Rates {
  const each = (limit: number): number => (values.RATE_LIMITS === 'off' ? Infinity : limit);
  return {
    store: values.RATE_LIMIT_STORE ?? (demo ? 'memory' : 'postgres'),
    points: {
      guest: each(values.RATE_POINTS_PER_MINUTE_GUEST),
      guardian: each(values.RATE_POINTS_PER_MINUTE_GUARDIAN),
      staff: each(values.RATE_POINTS_PER_MINUTE_STAFF),
      analyst: each(values.RATE_POINTS_PER_MINUTE_ANALYST),
    },
    addressPoints: each(values.RATE_POINTS_PER_MINUTE_ADDRESS),
    refusedTokens: each(values.RATE_REFUSED_TOKENS_PER_MINUTE),
    attempts,
    limited: values.RATE_LIMITS === 'on',
  };
}
