import { DEFAULT_ISSUER, LOCAL_ISSUER, SAFE_ADDRESS } from './variables.ts';

const GO_TOGETHER = [
  ['WECHAT_APP_ID', 'WECHAT_APP_SECRET'],
  ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL'],
];

/** Below, whoever has stolen the database tries too many passwords in a second. */
const LEAST_COST = 15;

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
    ...(production && Number(given['PASSWORD_COST'] ?? LEAST_COST) < LEAST_COST
      ? [`PASSWORD_COST: expected ${LEAST_COST} or more in production`]
      : []),
    ...unsafe.map((name) => `${name}: expected ${SAFE_ADDRESS}`),
    ...(issuer !== undefined && [given['TOKEN_ISSUER'] ?? DEFAULT_ISSUER, LOCAL_ISSUER].includes(issuer)
      ? [`OIDC_ISSUER: expected another issuer than TOKEN_ISSUER, and than ${LOCAL_ISSUER}`]
      : []),
  ];
}

function isThisMachine(text: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(URL.parse(text)?.hostname ?? '');
}

/** A setting that is left out, and what does not work without it. */
export interface MissingSetting {
  readonly variables: string;
  readonly without: string;
}

const WANTED: readonly (MissingSetting & { readonly first: string })[] = [
  {
    first: 'PUBLIC_URL',
    variables: 'PUBLIC_URL',
    without: 'links to set up a password, and codes on certificates, lead to this machine alone',
  },
  {
    first: 'WECHAT_APP_ID',
    variables: 'WECHAT_APP_ID and WECHAT_APP_SECRET',
    without: 'nobody signs in by WeChat: signInWithWechat answers NOT_CONFIGURED',
  },
  {
    first: 'OIDC_ISSUER',
    variables: 'OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL',
    without: 'no identity provider vouches for anybody: who signs in by their work does so by a password alone',
  },
];

/** Each is told once as the hub starts: nobody is to learn by a parent that nobody can sign in. */
export function missingSettings(given: Readonly<Record<string, string | undefined>>): MissingSetting[] {
  return WANTED.filter(({ first }) => !given[first]).map(({ variables, without }) => ({ variables, without }));
}
