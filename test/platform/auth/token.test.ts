import { createHmac, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createTokens } from '../../../src/platform/auth/index.ts';
import { NotSignedIn } from '../../../src/platform/errors/index.ts';

const settings = { key: 'k'.repeat(40), issuer: 'hub', audience: 'clients' };
const ACCOUNT = '00000000-0000-7000-8000-000000000001';
const SESSION = '00000000-0000-7000-8000-00000000000a';
const tokens = createTokens(settings);
const secret = new TextEncoder().encode(settings.key);

const base = (): SignJWT =>
  new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(ACCOUNT)
    .setIssuer('hub')
    .setAudience('clients')
    .setIssuedAt()
    .setExpirationTime('1h');
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (more: number): number => Math.floor(Date.now() / 1000) + more;
const claims = { sub: ACCOUNT, iss: 'hub', aud: 'clients', iat: seconds(0), exp: seconds(3600) };
const signed = (header: unknown, payload: unknown, key: string | Uint8Array = secret): string => {
  const body = `${encoded(header)}.${encoded(payload)}`;
  return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`;
};

describe('a bearer token', () => {
  it('speaks for its account', async () => {
    expect(await tokens.claimsOf(await tokens.sign(ACCOUNT, 60))).toEqual({ accountId: ACCOUNT, sessionId: null });
    expect(await tokens.claimsOf(await tokens.sign(ACCOUNT, 60, SESSION))).toEqual({
      accountId: ACCOUNT,
      sessionId: SESSION,
    });
    expect(await tokens.claimsOf(signed({ alg: 'HS256' }, claims))).toEqual({ accountId: ACCOUNT, sessionId: null });
  });

  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;

  it.each<[string, string | Promise<string>]>([
    ['empty', ''],
    ['no token at all', 'abc'],
    ['of another key', base().sign(new TextEncoder().encode('x'.repeat(40)))],
    ['of another issuer', base().setIssuer('other').sign(secret)],
    ['for another audience', base().setAudience('other').sign(secret)],
    ['expired', base().setExpirationTime(seconds(-60)).sign(secret)],
    ['not yet valid', base().setNotBefore(seconds(600)).sign(secret)],
    [
      'without an end',
      new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(ACCOUNT)
        .setIssuer('hub')
        .setAudience('clients')
        .setIssuedAt()
        .sign(secret),
    ],
    [
      'without a subject',
      new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('hub')
        .setAudience('clients')
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(secret),
    ],
    ['with a subject that is no account', base().setSubject('admin').sign(secret)],
    ['of a session that is none', signed({ alg: 'HS256' }, { ...claims, sid: 'none' })],
    ['of algorithm none', `${encoded({ alg: 'none' })}.${encoded(claims)}.`],
    ['of algorithm none, signed', signed({ alg: 'none' }, claims)],
    [
      'of a stronger algorithm than the one that is pinned',
      new SignJWT(claims).setProtectedHeader({ alg: 'HS512' }).sign(secret),
    ],
    ['signed by RSA', new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)],
    ['signed with a public key as secret', signed({ alg: 'HS256' }, claims, pem)],
    [
      'with another payload',
      base()
        .sign(secret)
        .then((token) =>
          token
            .split('.')
            .with(1, encoded({ ...claims, sub: '00000000-0000-7000-8000-000000000002' }))
            .join('.'),
        ),
    ],
    ['that brings its own key', signed({ alg: 'HS256', jwk: { kty: 'oct', k: encoded('x') } }, claims, 'x')],
    ['that names a key by a path', signed({ alg: 'HS256', kid: '../../dev/null' }, claims, '')],
    ['of 5,000 characters', 'a'.repeat(5000)],
  ])('%s: the same refusal', async (_what, token) => {
    await expect(tokens.claimsOf(await token)).rejects.toEqual(new NotSignedIn());
  });
});
