import { DEFAULT_ISSUER, SAFE_ADDRESS } from './variables.ts';

const GO_TOGETHER = [
  ['WECHAT_APP_ID', 'WECHAT_APP_SECRET'],
  ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL'],
];

/** Tells what is wrong between the variables of signing in, each of which is well-formed. */
export function signInMistakes(given: Readonly<Record<string, string | undefined>>, production: boolean): string[] {
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
