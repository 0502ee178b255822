import type { DownloadKind } from '../../../src/platform/graphql/index.ts';

/** Budgets that are small enough to be used up. */
export const LIMITS = {
  RATE_LIMITS: 'on',
  RATE_LIMIT_STORE: 'memory',
  TRUSTED_PROXIES: '127.0.0.1',
  RATE_POINTS_PER_MINUTE_GUEST: '100',
  RATE_POINTS_PER_MINUTE_STAFF: '5000',
  RATE_POINTS_PER_MINUTE_ADDRESS: '10000',
  RATE_REFUSED_TOKENS_PER_MINUTE: '5',
};

/** A file that anybody may fetch. */
export const letter: DownloadKind = {
  name: 'letter',
  description: 'letter',
  produce: () => Promise.resolve({ filename: 'letter.txt', mediaType: 'text/plain', body: Buffer.from('letter') }),
};
