/** Codes of the hub, as docs/errors.md explains them. */
export type HubCode =
  | 'BAD_USER_INPUT'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'PERSISTED_DOCUMENT_NOT_FOUND'
  | 'TOO_COSTLY'
  | 'RATE_LIMITED'
  | 'TIMEOUT'
  | 'TRY_LATER'
  | 'INTERNAL';

/** What went wrong before there was an answer of the hub: none came, or one that somebody else wrote, as the page of a hotel's network. */
export type ConnectionCode = 'NO_CONNECTION' | 'UNREADABLE';
