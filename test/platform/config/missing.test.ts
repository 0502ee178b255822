import { expect, it } from 'vitest';
import { readConfig } from '../../../src/platform/config/index.ts';

it('says what is not set and what does not work then, but of a demonstration', () => {
  const missing = (more: Record<string, string>) =>
    readConfig({ ...more, TOKEN_SIGNING_KEY: 'k'.repeat(40) }, 'postgresql://demo').missing.map(
      ({ variables }) => variables,
    );
  const DATABASE_URL = 'postgresql://hub:secret@127.0.0.1:5432/hub';
  expect(missing({})).toEqual([]);
  expect(missing({ DATABASE_URL }).map((each) => each.split(' ')[0])).toEqual([
    'PUBLIC_URL',
    'WECHAT_APP_ID',
    'OIDC_ISSUER,',
  ]);
  const most = { PUBLIC_URL: 'https://hub.example', WECHAT_APP_ID: 'a', WECHAT_APP_SECRET: 'b' };
  expect(missing({ DATABASE_URL, ...most })).toHaveLength(1);
});
