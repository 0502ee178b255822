import { ConfigurationError, DEMO_SIGNING_KEY, type Config, type Limits } from './config.ts';
import { DEMO_ORIGINS } from './origins.ts';
import { attemptsIn, ratesOf } from './rates.ts';
import { requestsOf, writesOf } from './shares.ts';
import { missingSettings, signInMistakes } from './sign-in.ts';
import { variables } from './variables.ts';

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
  const attempts = attemptsIn(given);
  mistakes.push(...attempts.mistakes);
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
  if (given['MIGRATION_DATABASE_URL'] && !given['DATABASE_URL'])
    mistakes.push('MIGRATION_DATABASE_URL: expected beside DATABASE_URL, which names the role that the hub works as');
  if (parsed.data?.HEALTH_PORT && parsed.data.HEALTH_PORT === parsed.data.PORT)
    mistakes.push('HEALTH_PORT: expected another port than PORT');
  mistakes.push(...signInMistakes(given, production));
  if (!parsed.success || mistakes.length > 0) throw new ConfigurationError(mistakes);
  const values = parsed.data;
  const databaseUrl = values.DATABASE_URL ?? demoDatabaseUrl;
  if (databaseUrl === undefined)
    throw new ConfigurationError(['DATABASE_URL: expected postgresql://user:password@host:port/database']);
  const limits = (selections: number, cost: number): Limits => ({
    tokens: values.MAX_TOKENS,
    depth: values.MAX_DEPTH,
    selections,
    aliases: values.MAX_ALIASES,
    directives: values.MAX_DIRECTIVES,
    cost,
  });
  return {
    demo,
    production,
    databaseUrl,
    migrationDatabaseUrl: values.MIGRATION_DATABASE_URL ?? null,
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
      signInLinkHours: values.SIGN_IN_LINK_HOURS,
      passwordCost: values.PASSWORD_COST,
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
    corsOrigins: new Set(values.CORS_ORIGINS ?? (demo ? DEMO_ORIGINS : [])),
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
    compiledQueries: {
      policy: values.COMPILED_QUERIES,
      after: values.COMPILED_QUERIES_AFTER,
      most: values.COMPILED_QUERIES_KEPT,
    },
    missing: demo ? [] : missingSettings(given),
    accessesRemembered: values.ACCESSES_REMEMBERED,
    limits: {
      guest: limits(values.MAX_SELECTIONS_GUEST, values.MAX_COST_GUEST),
      guardian: limits(values.MAX_SELECTIONS_GUARDIAN, values.MAX_COST_GUARDIAN),
      staff: limits(values.MAX_SELECTIONS_STAFF, values.MAX_COST_STAFF),
      analyst: limits(values.MAX_SELECTIONS_ANALYST, values.MAX_COST_ANALYST),
    },
    rates: ratesOf(values, attempts.attempts, demo),
    trustedProxies: values.TRUSTED_PROXIES,
  };
}
