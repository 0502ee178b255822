import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/** The kinds of caller that limits are set for: whoever runs the hub names them by variables, of which kind a viewer is says the domain that makes it. */
export type CallerKind = 'guest' | 'guardian' | 'staff' | 'analyst';

/** What a stranger could guess at, call after call: each kind of attempt has a limit of its own. */
export type AttemptKind = 'signIn' | 'bindingCode' | 'standInCode' | 'certificateNumber';

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
  /** Attempts from one address, whoever makes them. */
  readonly attempts: Readonly<Record<AttemptKind, number>>;
}

const rate = (fallback: number) =>
  z
    .string()
    .regex(/^(?:off|[1-9]\d{0,14})$/)
    .transform((text) => (text === 'off' ? Infinity : Number(text)))
    .default(fallback)
    .describe('a whole number from 1, or off');

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
  RATE_SIGN_INS_PER_MINUTE: rate(600),
  RATE_BINDING_CODES_PER_MINUTE: rate(120),
  RATE_STAND_IN_CODES_PER_MINUTE: rate(120),
  RATE_CERTIFICATE_CHECKS_PER_MINUTE: rate(120),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine((all) => all.every(isNetwork))
    .default([])
    .describe('addresses or networks, e.g. 10.0.0.0/8, with commas between them'),
};

/** @param demo the demonstration is one process, and counts by itself unless it is told otherwise */
export function ratesOf(values: z.infer<z.ZodObject<typeof rateVariables>>, demo: boolean): Rates {
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
    attempts: {
      signIn: each(values.RATE_SIGN_INS_PER_MINUTE),
      bindingCode: each(values.RATE_BINDING_CODES_PER_MINUTE),
      standInCode: each(values.RATE_STAND_IN_CODES_PER_MINUTE),
      certificateNumber: each(values.RATE_CERTIFICATE_CHECKS_PER_MINUTE),
    },
  };
}
