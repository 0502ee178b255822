export type * from '../generated/document-id.ts';
export * from './errors.ts';
export * from './fetching.ts';
export * from './hub-client.ts';
export type * from './operations.ts';
export { CLOCKWORK, type Clockwork } from './retrying.ts';
export type { Credentials, Tokens, TokenStorage } from './session.ts';
export * from './transport.ts';
export * from './wechat.ts';
