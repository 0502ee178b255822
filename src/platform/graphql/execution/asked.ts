import type { FoundRequest } from '../trusted/admit.ts';

/** What a request asks, with values that nobody has looked at. */
export interface Asked {
  readonly text: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Undefined for a request of another form than it should have: Apollo says what is wrong with it. */
export function askedIn({ query, operationName, variables, extensions }: FoundRequest): Asked | undefined {
  if (typeof query !== 'string' || query === '' || asksForMore(extensions)) return undefined;
  if (operationName != null && typeof operationName !== 'string') return undefined;
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return undefined;
  // By an address an empty name is none as well.
  return { text: query, operationName: operationName || null, variables: (variables ?? {}) as Asked['variables'] };
}

/** Clients send empty extensions, or their own; what Apollo knows it must answer. */
function asksForMore(extensions: unknown): boolean {
  if (extensions == null) return false;
  return typeof extensions !== 'object' || Array.isArray(extensions) || 'persistedQuery' in extensions;
}
