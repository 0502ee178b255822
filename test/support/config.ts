import { readConfig, type Config } from '../../src/platform/config/index.ts';

export const TEST_SIGNING_KEY = 'a-signing-key-that-only-tests-know-of';

export function testConfig(databaseUrl: string, variables: Readonly<Record<string, string>> = {}): Config {
  return readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    TOKEN_SIGNING_KEY: TEST_SIGNING_KEY,
    LOG_LEVEL: 'silent',
    PORT: '0',
    DRAIN_DELAY_MS: '0',
    JOBS: 'off',
    RATE_LIMITS: 'off',
    LOCK_TIMEOUT_MS: '14000',
    ...(variables['NODE_ENV'] !== 'production' && { PASSWORD_COST: '10' }),
    ...variables,
  });
}

/** The same, for what changes tables. */
export function ownerConfig({ url, ownerUrl }: { readonly url: string; readonly ownerUrl: string }): Config {
  return testConfig(url, { MIGRATION_DATABASE_URL: ownerUrl });
}
