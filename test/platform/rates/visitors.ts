import type { TestHub } from '../../support/hub.ts';

export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly code: string | undefined;
  readonly body: {
    errors?: { message: string; extensions: { code: string; retryAfterSeconds?: number } }[];
    data?: Record<string, unknown> | null;
  };
}

export interface Asking {
  readonly as?: string;
  readonly token?: string;
  readonly from?: string;
  readonly path?: string;
  readonly variables?: object;
  readonly headers?: Record<string, string>;
}

/** Ten points, which every request costs, and none for what it asks. */
export const CHEAP = '{ __typename }';

export async function visit(
  hub: TestHub,
  query: string = CHEAP,
  { as, token, from, path, variables, headers }: Asking = {},
): Promise<Answer> {
  const bearer = token ?? (as && (await hub.tokenOf(as)));
  const response = await fetch(`${hub.address}${path ?? '/graphql'}`, {
    method: path ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(from && { 'x-forwarded-for': from }),
      ...headers,
    },
    ...(!path && { body: JSON.stringify({ query, variables }) }),
  });
  const text = await response.text();
  const body = (text.startsWith('{') ? JSON.parse(text) : {}) as Answer['body'];
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    code: body.errors?.[0]?.extensions.code,
    body,
  };
}

export async function visits(times: number, one: () => Promise<Answer>): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await one()).status);
  return statuses;
}

export const many = (status: number, times: number): number[] => Array<number>(times).fill(status);
