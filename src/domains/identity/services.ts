import {
  createRefreshTokens,
  createVault,
  type Permissions,
  type RefreshTokens,
  type Tokens,
  type Vault,
} from '../../platform/auth/index.ts';
import type { Config } from '../../platform/config/index.ts';
import { service, type ConcurrencyLimiter, type Services } from '../../platform/request/index.ts';
import {
  createCodeToSession,
  createPhoneOfCode,
  type CodeToSession,
  type PhoneOfCode,
} from '../../platform/wechat/index.ts';

/** Services and settings that signing in takes besides the database. */
export interface IdentityServices {
  readonly tokens: Tokens;
  readonly refreshTokens: RefreshTokens;
  readonly accessTokenSeconds: number;
  readonly refreshTokenDays: number;
  /** How long sessions that are over stay on record. */
  readonly keepSessionsDays: number;
  /** How long a link is good by which somebody sets up how they sign in. */
  readonly signInLinkHours: number;
  /** The logarithm of the rounds that a password is hashed with. */
  readonly passwordCost: number;
  /** By turns of networks passwords are hashed. */
  readonly hashing: ConcurrencyLimiter;
  /** Keeps what is stored of authenticators and recovery codes. */
  readonly vault: Vault;
  /** Null where nobody signs in by WeChat. */
  readonly codeToSession: CodeToSession | null;
  /** Likewise. */
  readonly phoneOfCode: PhoneOfCode | null;
  /** The identity provider of staff; null where there is none. */
  readonly oidcIssuer: string | null;
  /** All that the domains declare. */
  readonly permissions: Permissions;
}

export const IDENTITY = service<IdentityServices>('identity');

export function offerIdentity(
  services: Services,
  config: Config,
  { tokens, permissions, hashing }: Pick<IdentityServices, 'tokens' | 'permissions' | 'hashing'>,
): Services {
  return services.offer(IDENTITY, {
    tokens,
    permissions,
    hashing,
    refreshTokens: createRefreshTokens(config.token.key),
    vault: createVault(config.token.key),
    ...config.sessions,
    codeToSession: config.wechat && createCodeToSession(config.wechat),
    phoneOfCode: config.wechat && createPhoneOfCode(config.wechat),
    oidcIssuer: config.oidc?.issuer ?? null,
  });
}
