import type { TestHub } from '../../support/hub.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Requests that no hub can answer, and how each is refused. */
export const kinds: readonly [what: string, path: string, sent: RequestInit, status: number][] = [
  ['no JSON', '/graphql', { method: 'POST', headers: JSON_TYPE, body: '{' }, 400],
  ['a batch', '/graphql', { method: 'POST', headers: JSON_TYPE, body: '[]' }, 400],
  ['a text', '/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }, 415],
  ['too much', '/graphql', { method: 'POST', headers: JSON_TYPE, body: `"${'a'.repeat(300_000)}"` }, 413],
  ['by no method of it', '/graphql', { method: 'DELETE' }, 405],
];

export const send = async (
  hub: TestHub,
  path: string,
  { headers, ...sent }: RequestInit,
  from: string,
  token: string,
): Promise<number> => {
  const response = await fetch(`${hub.address}${path}`, {
    ...sent,
    headers: { ...(headers as Record<string, string>), authorization: `Bearer ${token}`, 'x-forwarded-for': from },
  });
  await response.arrayBuffer();
  return response.status;
};
