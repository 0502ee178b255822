import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

export const ISSUER = 'https://id.district.example';
export const AUDIENCE = 'hub-of-the-district';

export interface ProviderKey {
  readonly kid: string;
  readonly algorithm: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

/** How the provider answers for its keys. */
export type KeyAnswer = 'WELL' | 'DOWN' | 'GARBAGE' | 'EMPTY' | 'HUGE' | 'SLOW' | 'REDIRECT';

export interface IdentityProvider {
  readonly jwksUrl: string;
  readonly variables: Readonly<Record<string, string>>;
  answers: KeyAnswer;
  /** How often its keys were asked for. */
  asked: number;
  /** Makes a key, and publishes it. */
  newKey(algorithm?: string, publish?: boolean): Promise<ProviderKey>;
  withdraw(key: ProviderKey): void;
  /** A token as the provider gives it to somebody; `claims` and `header` take the place of what it would say. */
  tokenFor(
    subject: string,
    key: ProviderKey,
    claims?: JWTPayload,
    header?: Readonly<Record<string, unknown>>,
  ): Promise<string>;
  stop(): Promise<void>;
}

/** An OpenID Connect provider on this machine, as far as the hub looks at one. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const published: ProviderKey[] = [];
  let made = 0;
  const server = createServer((request, response) => {
    provider.asked += 1;
    const keys = JSON.stringify({ keys: published.map((key) => key.jwk) });
    switch (provider.answers) {
      case 'WELL':
        return response.setHeader('content-type', 'application/json').end(keys);
      case 'DOWN':
        return response.writeHead(500).end();
      case 'GARBAGE':
        return response.end('<html>');
      case 'EMPTY':
        return response.setHeader('content-type', 'application/json').end('{"keys":[]}');
      case 'HUGE':
        return response.end(`{"keys":[],"more":"${'x'.repeat(1_000_000)}"}`);
      case 'SLOW':
        return undefined;
      case 'REDIRECT':
        return response.writeHead(302, { location: request.url === '/else' ? '/' : '/else' }).end(keys);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const provider: IdentityProvider = {
    jwksUrl,
    variables: { OIDC_ISSUER: ISSUER, OIDC_AUDIENCE: AUDIENCE, OIDC_JWKS_URL: jwksUrl },
    answers: 'WELL',
    asked: 0,
    async newKey(algorithm = 'ES256', publish = true) {
      const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
      made += 1;
      const kid = `key-${made}`;
      const key = {
        kid,
        algorithm,
        privateKey,
        publicKey,
        jwk: { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' },
      };
      if (publish) published.push(key);
      return key;
    },
    withdraw: (key) => void published.splice(published.indexOf(key), 1),
    tokenFor(subject, key, claims = {}, header = {}) {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: subject, iat: now, exp: now + 600, ...claims })
        .setProtectedHeader({ alg: key.algorithm, kid: key.kid, typ: 'JWT', ...header })
        .sign(key.privateKey);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return provider;
}
