import { z } from 'zod';
import { rateVariables, ratesOf, type CallerKind, type Rates } from './rates.ts';
import { requestsOf, writesOf, type RequestShares, type Shares } from './shares.ts';

/** The key that signs demonstration tokens. Public, hence refused wherever real data may be. */
export const DEMO_SIGNING_KEY = 'demo-signing-key-for-fictional-people-only';

const DEFAULT_ISSUER = 'home-school-hub';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface Limits {
  /** Tokens of a document. */
  readonly tokens: number;
  /** Nesting of fields. */
  readonly depth: number;
  /** Aliased fields of a document. */
  readonly aliases: number;
  /** Directives of a document. */
  readonly directives: number;
  /** Points that an operation may be reckoned to cost. */
  readonly cost: number;
}

/** Which queries are read by one planned statement: none, those of the clients' own operations, or all that come often. */
export type PlannedRoadPolicy = 'off' | 'trusted' | 'hot';

/** Whether guests and guardians may send the stored operations of their clients alone. */
export type TrustedDocumentsPolicy = 'enforce' | 'allow-any';

export interface Config {
  /** Demonstration: no database was named and this is not production. */
  readonly demo: boolean;
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Where a thread of its own tells of health besides; null where none does. */
  readonly healthPort: number | null;
  readonly logLevel: LogLevel;
  readonly databaseUrl: string;
  /** Where the hub is reached from outside, without a slash at the end. */
  readonly publicUrl: string;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  /** In which a statement must be given the locks that it asks for. */
  readonly lockTimeoutMs: number;
  /** Transactions at the same time. */
  readonly writes: Shares;
  readonly requestTimeoutMs: number;
  /** What is worked on at the same time, and what stands in line before it. */
  readonly requests: RequestShares;
  readonly connections: {
    /** Open at the same time. */
    readonly most: number;
    /** Of these, so many from one network that have shown no valid token. */
    readonly mostOfNetwork: number;
  };
  readonly answers: {
    /** Characters that may be read for one. */
    readonly most: number;
    /** In which it must be taken. */
    readonly takenWithinMs: number;
    /** Of all that wait to be taken. */
    readonly mostBytes: number;
  };
  readonly migrateOnStart: boolean;
  readonly jobs: {
    /** Whether this process works; one that does not still serves, and enqueues for others. */
    readonly work: boolean;
    /** Jobs that this process does at once. */
    readonly atOnce: number;
  };
  readonly token: { readonly key: string; readonly issuer: string; readonly audience: string };
  readonly sessions: {
    readonly accessTokenSeconds: number;
    readonly refreshTokenDays: number;
    readonly keepSessionsDays: number;
  };
  /** Null where nobody signs in by WeChat. */
  readonly wechat: { readonly baseUrl: string; readonly appId: string; readonly appSecret: string } | null;
  /** The identity provider of staff and analysts; null where there is none. */
  readonly oidc: {
    readonly issuer: string;
    readonly audience: string;
    readonly jwksUrl: string;
    readonly subjectClaim: string;
  } | null;
  readonly bodyLimitBytes: number;
  /** Largest file that is downloaded, and how long one may take. */
  readonly downloadLimitBytes: number;
  readonly downloadTimeoutMs: number;
  /** How long a stop still takes new requests after it has said that it is not ready. */
  readonly drainDelayMs: number;
  readonly drainTimeoutMs: number;
  readonly limits: Readonly<Record<CallerKind, Limits>>;
  readonly publicCache: {
    /** Off: whatever guests ask is answered anew, and nobody else may keep it. */
    readonly on: boolean;
    /** How long an answer is kept in the process, if nothing changes before. */
    readonly seconds: number;
    /** How long others may keep it. */
    readonly maxAgeSeconds: number;
    /** Answers that are kept, and their bytes. */
    readonly most: number;
    readonly mostBytes: number;
  };
  readonly trustedDocuments: TrustedDocumentsPolicy;
  readonly rates: Rates;
  /** Addresses and networks whose word on where a request came from is taken. */
  readonly trustedProxies: readonly string[];
  readonly plannedRoad: {
    readonly policy: PlannedRoadPolicy;
    /** How often any other query must have come before it is planned. */
    readonly after: number;
    /** Plans that are kept. */
    readonly most: number;
  };
}

export class ConfigurationError extends Error {
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(
      `The configuration has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}:\n${mistakes.map((each) => `  ${each}`).join('\n')}`,
    );
    this.name = 'ConfigurationError';
    this.mistakes = mistakes;
  }
}

const number = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most));
const inWords = (least: number, most: number): string => `a whole number from ${least} to ${most}`;
const whole = (least: number, most: number, fallback: number) =>
  number(least, most).default(fallback).describe(inWords(least, most));

const SAFE_ADDRESS = 'an address with https (with http only on this machine, and never in production)';

const yesOrNo = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1')
  .default(false)
  .describe('true or false');

const optional = (form: string, pattern = /^.{1,200}$/) => z.string().regex(pattern).optional().describe(form);

const address = z.url({ protocol: /^https?$/ });

/** What is in a password must be written in percent, or it ends the address too early: then nothing of it may be shown. */
export function isDatabaseUrl(text: string): boolean {
  return /^postgres(ql)?:\/\/.+/.test(text) && URL.canParse(text.replace('@/', '@host/'));
}

export const DATABASE_URL_FORM =
  'postgresql://user:password@host:port/database, with what is no letter or digit of the password in percent (%23 for #)';

const variables = z.object({
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
  PLANNED_ROAD: z.enum(['off', 'trusted', 'hot']).default('hot').describe('off, trusted or hot'),
  PLANNED_ROAD_AFTER: whole(1, 1_000_000, 20),
  PLANNED_ROAD_PLANS: whole(10, 100_000, 1_000),
  MAX_TOKENS: whole(100, 100_000, 4_000),
  MAX_DEPTH: whole(3, 100, 16),
  MAX_ALIASES: whole(1, 10_000, 60),
  MAX_DIRECTIVES: whole(1, 10_000, 60),
  MAX_COST_GUEST: whole(10, 100_000_000, 20_000),
  MAX_COST_GUARDIAN: whole(10, 100_000_000, 20_000),
  MAX_COST_STAFF: whole(10, 100_000_000, 100_000),
  MAX_COST_ANALYST: whole(10, 100_000_000, 500_000),
  ...rateVariables,
});

/**
 * Reads and checks the whole environment at once.
 * @param demoDatabaseUrl address of the database that the demonstration brought up itself
 * @throws ConfigurationError naming every mistake, with the form that was expected
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  demoDatabaseUrl?: string,
): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = variables.safeParse(given);
  const mistakes: string[] = [];
  for (const name of new Set(parsed.error?.issues.map((issue) => String(issue.path[0])))) {
    mistakes.push(`${name}: expected ${variables.shape[name as keyof typeof variables.shape].description}`);
  }
  const production = given['NODE_ENV'] === 'production';
  const demo = !given['DATABASE_URL'] && !production;
  const key = given['TOKEN_SIGNING_KEY'] ?? (demo ? DEMO_SIGNING_KEY : undefined);
  if (!demo) {
    if (!given['DATABASE_URL'])
      mistakes.push('DATABASE_URL: expected postgresql://user:password@host:port/database (required in production)');
    if (key === undefined)
      mistakes.push('TOKEN_SIGNING_KEY: expected a secret of at least 32 characters (required with DATABASE_URL)');
    if (key === DEMO_SIGNING_KEY)
      mistakes.push('TOKEN_SIGNING_KEY: expected a secret of your own: the demonstration key is public');
  }
  if (parsed.data?.HEALTH_PORT && parsed.data.HEALTH_PORT === parsed.data.PORT)
    mistakes.push('HEALTH_PORT: expected another port than PORT');
  mistakes.push(...signInMistakes(given, production));
  if (!parsed.success || mistakes.length > 0) throw new ConfigurationError(mistakes);
  const values = parsed.data;
  const databaseUrl = values.DATABASE_URL ?? demoDatabaseUrl;
  if (databaseUrl === undefined)
    throw new ConfigurationError(['DATABASE_URL: expected postgresql://user:password@host:port/database']);
  const limits = (cost: number): Limits => ({
    tokens: values.MAX_TOKENS,
    depth: values.MAX_DEPTH,
    aliases: values.MAX_ALIASES,
    directives: values.MAX_DIRECTIVES,
    cost,
  });
  return {
    demo,
    production,
    databaseUrl,
    host: values.HOST,
    port: values.PORT,
    healthPort: values.HEALTH_PORT ?? null,
    publicUrl: values.PUBLIC_URL ?? `http://127.0.0.1:${values.PORT}`,
    logLevel: values.LOG_LEVEL,
    poolSize: values.DATABASE_POOL_SIZE,
    statementTimeoutMs: values.STATEMENT_TIMEOUT_MS,
    lockTimeoutMs: values.LOCK_TIMEOUT_MS,
    writes: writesOf(values.DATABASE_POOL_SIZE, values.REQUESTS_WAITING),
    requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
    requests: requestsOf(values.DATABASE_POOL_SIZE, values.REQUESTS_WAITING, values.REQUESTS_AT_ONCE),
    connections: { most: values.CONNECTIONS, mostOfNetwork: Math.ceil(values.CONNECTIONS / 2) },
    answers: {
      most: values.ANSWER_LIMIT_CHARACTERS,
      takenWithinMs: values.ANSWER_TIMEOUT_MS,
      mostBytes: values.ANSWERS_WAITING_BYTES,
    },
    migrateOnStart: values.MIGRATE_ON_START,
    jobs: { work: values.JOBS === 'on', atOnce: values.JOBS_AT_ONCE },
    token: { key: key!, issuer: values.TOKEN_ISSUER, audience: values.TOKEN_AUDIENCE },
    sessions: {
      accessTokenSeconds: values.ACCESS_TOKEN_SECONDS,
      refreshTokenDays: values.REFRESH_TOKEN_DAYS,
      keepSessionsDays: values.KEEP_SESSIONS_DAYS,
    },
    wechat:
      values.WECHAT_APP_ID === undefined
        ? null
        : { baseUrl: values.WECHAT_BASE_URL, appId: values.WECHAT_APP_ID, appSecret: values.WECHAT_APP_SECRET! },
    oidc:
      values.OIDC_ISSUER === undefined
        ? null
        : {
            issuer: values.OIDC_ISSUER,
            audience: values.OIDC_AUDIENCE!,
            jwksUrl: values.OIDC_JWKS_URL!,
            subjectClaim: values.OIDC_SUBJECT_CLAIM,
          },
    bodyLimitBytes: values.BODY_LIMIT_BYTES,
    downloadLimitBytes: values.DOWNLOAD_LIMIT_BYTES,
    downloadTimeoutMs: values.DOWNLOAD_TIMEOUT_MS,
    drainDelayMs: demo && given['DRAIN_DELAY_MS'] === undefined ? 0 : values.DRAIN_DELAY_MS,
    drainTimeoutMs: values.DRAIN_TIMEOUT_MS,
    publicCache: {
      on: values.PUBLIC_CACHE === 'on',
      seconds: values.PUBLIC_CACHE_SECONDS,
      maxAgeSeconds: values.PUBLIC_CACHE_MAX_AGE_SECONDS,
      most: values.PUBLIC_CACHE_ANSWERS,
      mostBytes: values.PUBLIC_CACHE_BYTES,
    },
    trustedDocuments: values.TRUSTED_DOCUMENTS ?? (production ? 'enforce' : 'allow-any'),
    plannedRoad: { policy: values.PLANNED_ROAD, after: values.PLANNED_ROAD_AFTER, most: values.PLANNED_ROAD_PLANS },
    limits: {
      guest: limits(values.MAX_COST_GUEST),
      guardian: limits(values.MAX_COST_GUARDIAN),
      staff: limits(values.MAX_COST_STAFF),
      analyst: limits(values.MAX_COST_ANALYST),
    },
    rates: ratesOf(values, demo),
    trustedProxies: values.TRUSTED_PROXIES,
  };
}

const GO_TOGETHER = [
  ['WECHAT_APP_ID', 'WECHAT_APP_SECRET'],
  ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL'],
];

/** What is wrong between the variables of signing in, each of them being well-formed. */
function signInMistakes(given: Readonly<Record<string, string | undefined>>, production: boolean): string[] {
  const missing = GO_TOGETHER.flatMap((names) =>
    names.some((name) => given[name]) ? names.filter((name) => !given[name]) : [],
  );
  const unsafe = ['WECHAT_BASE_URL', 'OIDC_JWKS_URL'].filter(
    (name) => given[name]?.startsWith('http:') && (production || !isThisMachine(given[name])),
  );
  const issuer = given['OIDC_ISSUER'];
  return [
    ...missing.map(
      (name) =>
        `${name}: expected with ${GO_TOGETHER.find((names) => names.includes(name))!
          .filter((other) => other !== name)
          .join(' and ')}`,
    ),
    ...unsafe.map((name) => `${name}: expected ${SAFE_ADDRESS}`),
    ...(issuer !== undefined && issuer === (given['TOKEN_ISSUER'] ?? DEFAULT_ISSUER)
      ? ['OIDC_ISSUER: expected another issuer than TOKEN_ISSUER']
      : []),
  ];
}

function isThisMachine(text: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(URL.parse(text)?.hostname ?? '');
}
