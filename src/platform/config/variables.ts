import { z } from 'zod';
import { isOrigin, ORIGINS_FORM } from './origins.ts';
import { rateVariables } from './rates.ts';

export const DEFAULT_ISSUER = 'home-school-hub';
/** The issuer of what this hub vouches for itself, by a password: no identity provider may call itself so. */
export const LOCAL_ISSUER = 'local';

const number = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most));
const inWords = (least: number, most: number): string => `a whole number from ${least} to ${most}`;
const whole = (least: number, most: number, fallback: number) =>
  number(least, most).default(fallback).describe(inWords(least, most));

export const SAFE_ADDRESS = 'an address with https (with http only on this machine, and never in production)';

const yesOrNo = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1')
  .default(false)
  .describe('true or false');

const optional = (form: string, pattern = /^.{1,200}$/) => z.string().regex(pattern).optional().describe(form);

const address = z.url({ protocol: /^https?$/ });

/** Special characters in a password end the address too early unless percent-encoded: then nothing of it may be shown. */
export function isDatabaseUrl(text: string): boolean {
  return /^postgres(ql)?:\/\/.+/.test(text) && URL.canParse(text.replace('@/', '@host/'));
}

export const DATABASE_URL_FORM =
  'postgresql://user:password@host:port/database, with what is no letter or digit of the password in percent (%23 for #)';

export const variables = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'])
    .default('development')
    .describe('production, development or test'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1')
    .describe('a host name or address to listen on'),
  PORT: whole(0, 65535, 4000),
  HEALTH_PORT: number(0, 65535).optional().describe(inWords(0, 65535)),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('fatal, error, warn, info, debug, trace or silent'),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/]+(?:\/[^\s]*[^\s/])?$/)
    .optional()
    .describe('https://host, without a slash at the end'),
  DATABASE_URL: z.string().refine(isDatabaseUrl).optional().describe(DATABASE_URL_FORM),
  MIGRATION_DATABASE_URL: z.string().refine(isDatabaseUrl).optional().describe(DATABASE_URL_FORM),
  DATABASE_POOL_SIZE: whole(1, 200, 10),
  STATEMENT_TIMEOUT_MS: whole(100, 600_000, 15_000),
  LOCK_TIMEOUT_MS: whole(100, 600_000, 5_000),
  REQUEST_TIMEOUT_MS: whole(100, 600_000, 20_000),
  REQUESTS_AT_ONCE: number(1, 100_000).optional().describe(inWords(1, 100_000)),
  REQUESTS_WAITING: whole(0, 1_000_000, 10_000),
  CONNECTIONS: whole(10, 1_000_000, 10_000),
  ANSWER_LIMIT_CHARACTERS: whole(10_000, 1_000_000_000, 4_000_000),
  ANSWER_TIMEOUT_MS: whole(100, 600_000, 60_000),
  ANSWERS_WAITING_BYTES: whole(1_000_000, 10_000_000_000, 33_554_432),
  MIGRATE_ON_START: yesOrNo,
  JOBS: z.enum(['on', 'off']).default('on').describe('on or off'),
  JOBS_AT_ONCE: whole(1, 20, 2),
  TOKEN_SIGNING_KEY: z.string().min(32).optional().describe('a secret of at least 32 characters'),
  TOKEN_ISSUER: z.string().min(1).max(200).default(DEFAULT_ISSUER).describe('the issuer that tokens must name'),
  TOKEN_AUDIENCE: z.string().min(1).max(200).default('home-school-hub').describe('the audience that tokens must name'),
  ACCESS_TOKEN_SECONDS: whole(60, 86_400, 900),
  REFRESH_TOKEN_DAYS: whole(1, 180, 30),
  KEEP_SESSIONS_DAYS: whole(1, 3_650, 90),
  SIGN_IN_LINK_HOURS: whole(1, 720, 72),
  PASSWORD_COST: whole(10, 20, 15),
  WECHAT_BASE_URL: address.default('https://api.weixin.qq.com').describe(SAFE_ADDRESS),
  WECHAT_APP_ID: optional('the app id of the mini-program'),
  WECHAT_APP_SECRET: optional('the app secret of the mini-program'),
  OIDC_ISSUER: optional('the issuer that tokens of the identity provider name'),
  OIDC_AUDIENCE: optional('the audience that tokens of the identity provider name'),
  OIDC_JWKS_URL: address.optional().describe(SAFE_ADDRESS),
  OIDC_SUBJECT_CLAIM: z
    .string()
    .regex(/^[\w:/.-]{1,100}$/)
    .default('sub')
    .describe('the claim that names a person for good'),
  CORS_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine((all) => all.every(isOrigin))
    .optional()
    .describe(ORIGINS_FORM),
  BODY_LIMIT_BYTES: whole(1024, 16_777_216, 262_144),
  DOWNLOAD_LIMIT_BYTES: whole(1024, 1_073_741_824, 20_971_520),
  DOWNLOAD_TIMEOUT_MS: whole(100, 600_000, 60_000),
  DRAIN_DELAY_MS: whole(0, 600_000, 1_000),
  DRAIN_TIMEOUT_MS: whole(0, 600_000, 15_000),
  PUBLIC_CACHE: z.enum(['on', 'off']).default('on').describe('on or off'),
  PUBLIC_CACHE_SECONDS: whole(1, 3_600, 10),
  PUBLIC_CACHE_MAX_AGE_SECONDS: whole(0, 86_400, 60),
  PUBLIC_CACHE_ANSWERS: whole(1, 1_000_000, 2_000),
  PUBLIC_CACHE_BYTES: whole(10_000, 10_000_000_000, 33_554_432),
  TRUSTED_DOCUMENTS: z.enum(['enforce', 'allow-any']).optional().describe('enforce or allow-any'),
  COMPILED_QUERIES: z.enum(['off', 'trusted', 'frequent']).default('frequent').describe('off, trusted or frequent'),
  COMPILED_QUERIES_AFTER: whole(1, 1_000_000, 20),
  COMPILED_QUERIES_KEPT: whole(10, 100_000, 1_000),
  ACCESSES_REMEMBERED: whole(0, 10_000_000, 50_000),
  MAX_TOKENS: whole(100, 100_000, 4_000),
  MAX_DEPTH: whole(3, 100, 16),
  MAX_ALIASES: whole(1, 10_000, 60),
  MAX_DIRECTIVES: whole(1, 10_000, 60),
  MAX_SELECTIONS_GUEST: whole(10, 100_000, 500),
  MAX_SELECTIONS_GUARDIAN: whole(10, 100_000, 500),
  MAX_SELECTIONS_STAFF: whole(10, 100_000, 2_000),
  MAX_SELECTIONS_ANALYST: whole(10, 100_000, 2_000),
  MAX_COST_GUEST: whole(10, 100_000_000, 20_000),
  MAX_COST_GUARDIAN: whole(10, 100_000_000, 20_000),
  MAX_COST_STAFF: whole(10, 100_000_000, 100_000),
  MAX_COST_ANALYST: whole(10, 100_000_000, 500_000),
  ...rateVariables,
});
