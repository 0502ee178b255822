export * from './access.ts';
export * from './viewer.ts';
export * from './token.ts';
export { createRefreshTokens, type RefreshToken, type RefreshTokens } from './refresh-token.ts';
export { createOidcVerifier, issuerNamedIn, type OidcSettings, type OidcSubject, type OidcVerifier } from './oidc.ts';
export { sameSecret } from './secret.ts';
export { newServiceSecret, readServiceSecret, type ServiceSecret } from './service-secret.ts';
export * from './file-token.ts';
export * from './seal.ts';
