import { describe, expect, it } from 'vitest';
import { hubSchema } from '../../../src/app.ts';
import {
  attemptLimit,
  ConfigurationError,
  DEMO_SIGNING_KEY,
  readConfig,
  unknownAttempts,
} from '../../../src/platform/config/index.ts';

const DATABASE_URL = 'postgresql://hub:secret@127.0.0.1:5432/hub';
const TOKEN_SIGNING_KEY = 'k'.repeat(40);

function mistakesOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment, 'postgresql://demo');
  } catch (error) {
    if (error instanceof ConfigurationError) return error.mistakes;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('is a demonstration where no database is named and this is not production', () => {
    expect(readConfig({}, 'postgresql://demo')).toMatchObject({
      demo: true,
      production: false,
      host: '127.0.0.1',
      port: 4000,
      logLevel: 'info',
      databaseUrl: 'postgresql://demo',
      token: { key: DEMO_SIGNING_KEY },
    });
  });

  it('takes what is given', () => {
    expect(
      readConfig({
        DATABASE_URL,
        TOKEN_SIGNING_KEY,
        PORT: '8080',
        HOST: '0.0.0.0',
        LOG_LEVEL: 'warn',
        MIGRATE_ON_START: 'true',
        NODE_ENV: 'production',
      }),
    ).toMatchObject({
      demo: false,
      production: true,
      host: '0.0.0.0',
      port: 8080,
      logLevel: 'warn',
      migrateOnStart: true,
      databaseUrl: DATABASE_URL,
    });
  });

  it('lets pages of the origins that are named read, of the demonstration those of front ends under development, and of others none', () => {
    const origins = (given: Record<string, string>): string[] => [
      ...readConfig(given, 'postgresql://demo').corsOrigins,
    ];
    const CORS_ORIGINS = 'https://admin.example.org, http://10.0.0.5:8443';
    expect(origins({ DATABASE_URL, TOKEN_SIGNING_KEY })).toEqual([]);
    expect(origins({ DATABASE_URL, TOKEN_SIGNING_KEY, CORS_ORIGINS })).toEqual(CORS_ORIGINS.split(', '));
    expect(origins({})).toContain('http://localhost:5173');
    expect(origins({ CORS_ORIGINS })).toEqual(CORS_ORIGINS.split(', '));
    for (const wrong of [
      '*',
      'null',
      'https://a.example/',
      'https://A.example',
      'https://a.example:443',
      'a.example',
      'https://a.example,',
      'ftp://a.example',
    ])
      expect(mistakesOf({ CORS_ORIGINS: wrong })).toEqual([
        expect.stringMatching(/^CORS_ORIGINS: expected origins such as/),
      ]);
  });

  it('takes the address of the owner of the tables beside that of the hub, and not alone', () => {
    const MIGRATION_DATABASE_URL = 'postgresql://owner:secret@127.0.0.1:5432/hub';
    expect(readConfig({ DATABASE_URL, TOKEN_SIGNING_KEY, MIGRATION_DATABASE_URL })).toMatchObject({
      databaseUrl: DATABASE_URL,
      migrationDatabaseUrl: MIGRATION_DATABASE_URL,
    });
    expect(readConfig({ DATABASE_URL, TOKEN_SIGNING_KEY }).migrationDatabaseUrl).toBeNull();
    expect(mistakesOf({ MIGRATION_DATABASE_URL })).toEqual([
      expect.stringMatching(/^MIGRATION_DATABASE_URL: expected beside DATABASE_URL/),
    ]);
    expect(mistakesOf({ DATABASE_URL, TOKEN_SIGNING_KEY, MIGRATION_DATABASE_URL: 'mysql://x' })).toEqual([
      expect.stringMatching(/^MIGRATION_DATABASE_URL: expected postgresql:/),
    ]);
  });

  it('has certificates lead to the port that it listens on, where nothing else is said', () => {
    const publicUrl = (environment: Record<string, string>): string =>
      readConfig(environment, 'postgresql://demo').publicUrl;
    expect([
      publicUrl({}),
      publicUrl({ PORT: '8080' }),
      publicUrl({ PORT: '8080', PUBLIC_URL: 'https://hub.example.org' }),
    ]).toEqual(['http://127.0.0.1:4000', 'http://127.0.0.1:8080', 'https://hub.example.org']);
  });

  it('reports all mistakes together, each with its name and the form that was expected', () => {
    const mistakes = mistakesOf({
      DATABASE_URL: 'mysql://x',
      PORT: '70000',
      LOG_LEVEL: 'loud',
      NODE_ENV: 'prod',
      TOKEN_SIGNING_KEY: 'short',
    });
    expect(mistakes.map((each) => each.split(':')[0]).sort()).toEqual([
      'DATABASE_URL',
      'LOG_LEVEL',
      'NODE_ENV',
      'PORT',
      'TOKEN_SIGNING_KEY',
    ]);
    expect(mistakes.find((each) => each.startsWith('PORT'))).toBe('PORT: expected a whole number from 0 to 65535');
  });

  it('refuses two things at one port, but for 0, which is any that is free', () => {
    expect(mistakesOf({ HEALTH_PORT: '4000' })).toEqual(['HEALTH_PORT: expected another port than PORT']);
    expect([mistakesOf({ HEALTH_PORT: '0', PORT: '0' }), mistakesOf({ HEALTH_PORT: '4001' })]).toEqual([[], []]);
  });

  it.each([
    ['the demonstration key with a database', { DATABASE_URL, TOKEN_SIGNING_KEY: DEMO_SIGNING_KEY }],
    ['no key with a database', { DATABASE_URL }],
    [
      'the demonstration key in production',
      { NODE_ENV: 'production', DATABASE_URL, TOKEN_SIGNING_KEY: DEMO_SIGNING_KEY },
    ],
  ])('refuses %s', (_what, environment) => {
    expect(mistakesOf(environment as unknown as Record<string, string>)).toEqual([
      expect.stringContaining('TOKEN_SIGNING_KEY'),
    ]);
  });

  it('enforces trusted documents in production, and elsewhere where it is told to', () => {
    const own = { DATABASE_URL, TOKEN_SIGNING_KEY };
    const policies = [
      { NODE_ENV: 'production' },
      {},
      { TRUSTED_DOCUMENTS: 'enforce' },
      { NODE_ENV: 'production', TRUSTED_DOCUMENTS: 'allow-any' },
    ];
    expect(policies.map((each) => readConfig({ ...own, ...each } as Record<string, string>).trustedDocuments)).toEqual([
      'enforce',
      'allow-any',
      'enforce',
      'allow-any',
    ]);
  });

  it('refuses production without a database', () => {
    expect(mistakesOf({ NODE_ENV: 'production', TOKEN_SIGNING_KEY })).toEqual([
      expect.stringContaining('DATABASE_URL'),
    ]);
  });

  const own = { DATABASE_URL, TOKEN_SIGNING_KEY };
  const wechat = { WECHAT_APP_ID: 'wx0', WECHAT_APP_SECRET: 'app-secret' };
  const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'hub', OIDC_JWKS_URL: 'https://id.example/jwks' };

  it('has no ways to sign in but those that are given', () => {
    expect(readConfig(own)).toMatchObject({
      wechat: null,
      oidc: null,
      sessions: { accessTokenSeconds: 900, refreshTokenDays: 30 },
    });
    expect(readConfig({ ...own, ...wechat, ...oidc, NODE_ENV: 'production' })).toMatchObject({
      wechat: { baseUrl: 'https://api.weixin.qq.com', appId: 'wx0', appSecret: 'app-secret' },
      oidc: { issuer: 'https://id.example', audience: 'hub', jwksUrl: 'https://id.example/jwks', subjectClaim: 'sub' },
    });
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['an app id without its secret', { WECHAT_APP_ID: 'wx0' }, ['WECHAT_APP_SECRET']],
    ['an issuer alone', { OIDC_ISSUER: 'https://id.example' }, ['OIDC_AUDIENCE', 'OIDC_JWKS_URL']],
    ['the issuer of the hub itself', { ...oidc, OIDC_ISSUER: 'home-school-hub' }, ['OIDC_ISSUER']],
    ['the issuer of what is kept here', { ...oidc, OIDC_ISSUER: 'local' }, ['OIDC_ISSUER']],
    ['passwords that are hashed too cheaply', { NODE_ENV: 'production', PASSWORD_COST: '14' }, ['PASSWORD_COST']],
    ['keys without https', { ...oidc, OIDC_JWKS_URL: 'http://id.example/jwks' }, ['OIDC_JWKS_URL']],
    [
      'keys of this machine in production',
      { ...oidc, OIDC_JWKS_URL: 'http://127.0.0.1/jwks', NODE_ENV: 'production' },
      ['OIDC_JWKS_URL'],
    ],
    ['WeChat without https', { ...wechat, WECHAT_BASE_URL: 'http://api.weixin.qq.com' }, ['WECHAT_BASE_URL']],
    ['WeChat by FTP', { ...wechat, WECHAT_BASE_URL: 'ftp://api.weixin.qq.com' }, ['WECHAT_BASE_URL']],
    ['an address that is none', { ...oidc, OIDC_JWKS_URL: 'nowhere' }, ['OIDC_JWKS_URL']],
    [
      'a day of ten seconds',
      { ACCESS_TOKEN_SECONDS: '10', REFRESH_TOKEN_DAYS: '181' },
      ['ACCESS_TOKEN_SECONDS', 'REFRESH_TOKEN_DAYS'],
    ],
  ])('refuses %s', (_what, environment, names) => {
    expect(
      mistakesOf({ ...own, ...environment })
        .map((each) => each.split(':')[0])
        .sort(),
    ).toEqual(names);
  });

  it('limits what is asked for in a minute, where all processes see it; the demonstration counts by itself', () => {
    expect(readConfig(own)).toMatchObject({
      rates: { store: 'postgres', points: { guest: 300_000, guardian: 120_000 } },
      trustedProxies: [],
    });
    expect(readConfig({}, 'postgresql://demo').rates.store).toBe('memory');
    const { rates, trustedProxies } = readConfig({
      ...own,
      RATE_POINTS_PER_MINUTE_GUEST: 'off',
      RATE_SIGN_INS_PER_MINUTE: '7',
      TRUSTED_PROXIES: '10.0.0.0/8, ::1',
    });
    expect(rates).toMatchObject({ points: { guest: Infinity, guardian: 120_000 } });
    expect(trustedProxies).toEqual(['10.0.0.0/8', '::1']);
    const off = readConfig({ ...own, RATE_LIMITS: 'off' }).rates;
    expect(new Set([...Object.values(off.points), off.addressPoints, off.refusedTokens])).toEqual(new Set([Infinity]));
  });

  it('limits each kind of attempt that a domain declares, by its own variable', () => {
    const kinds = [...new Set(hubSchema().attempts.values())];
    const limits = (environment: Record<string, string>) =>
      Object.fromEntries(kinds.map((kind) => [kind.name, attemptLimit(readConfig(environment).rates, kind)]));
    const unset = { signIn: 600, bindingCode: 120, standInCode: 120, phone: 120, certificateNumber: 120 };
    expect(limits(own)).toEqual(unset);
    expect(limits({ ...own, RATE_SIGN_INS_PER_MINUTE: '7', RATE_BINDING_CODES_PER_MINUTE: 'off' })).toEqual({
      ...unset,
      signIn: 7,
      bindingCode: Infinity,
    });
    expect(limits({ ...own, RATE_STAND_IN_CODES_PER_MINUTE: '8', RATE_CERTIFICATE_CHECKS_PER_MINUTE: '9' })).toEqual({
      ...unset,
      standInCode: 8,
      certificateNumber: 9,
    });
    expect(new Set(Object.values(limits({ ...own, RATE_LIMITS: 'off', RATE_SIGN_INS_PER_MINUTE: '7' })))).toEqual(
      new Set([Infinity]),
    );
    const planted = { name: 'planted', variable: 'RATE_PLANTED_CODES_PER_MINUTE', perMinute: 30 } as const;
    const { rates } = readConfig({ ...own, [planted.variable]: '5' });
    expect(attemptLimit(rates, planted)).toBe(5);
    expect([unknownAttempts(rates, [planted]), unknownAttempts(rates, kinds)]).toEqual([[], [planted.variable]]);
    expect(mistakesOf({ ...own, RATE_SIGN_INS_PER_MINUTE: 'many', [planted.variable]: '0' })).toEqual([
      'RATE_SIGN_INS_PER_MINUTE: expected a whole number from 1, or off',
      'RATE_PLANTED_CODES_PER_MINUTE: expected a whole number from 1, or off',
    ]);
  });

  it.each(['1', 'everybody', '10.0.0.0/33', '10.0.0.0/', '10.0.0.1,,::1', '300.1.1.1'])(
    'trusts no proxy named %s',
    (named) => {
      expect(mistakesOf({ ...own, TRUSTED_PROXIES: named })).toEqual([
        expect.stringContaining('TRUSTED_PROXIES: expected addresses or networks'),
      ]);
    },
  );

  it.each(['0', '-1', '1.5', 'many'])('has no rate of %s', (rate) => {
    expect(mistakesOf({ ...own, RATE_POINTS_PER_MINUTE_STAFF: rate })).toEqual([
      'RATE_POINTS_PER_MINUTE_STAFF: expected a whole number from 1, or off',
    ]);
  });

  it('takes http on this machine where nothing is real', () => {
    expect(
      mistakesOf({
        ...own,
        ...wechat,
        ...oidc,
        WECHAT_BASE_URL: 'http://127.0.0.1:4800',
        OIDC_JWKS_URL: 'http://localhost:1/jwks',
      }),
    ).toEqual([]);
  });

  it('never repeats a value that it was given', () => {
    expect(mistakesOf({ DATABASE_URL: 'secret://value', TOKEN_SIGNING_KEY: 'short-secret' }).join('\n')).not.toMatch(
      /secret:\/\/|short-secret/,
    );
  });
});
