import { setTimeout as sleep } from 'node:timers/promises';
import type { TestHub } from '../../support/hub.ts';

export interface Asked {
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly hub?: TestHub;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly cacheControl: string | null;
  readonly etag: string | null;
  readonly vary: string | null;
}

export async function until(true_: () => boolean | Promise<boolean>): Promise<void> {
  for (let time = 0; !(await true_()); time += 1) {
    if (time === 500) throw new Error('It has not come to that.');
    await sleep(10);
  }
}

export interface Guests {
  get(document: { readonly documentId: string }, asked?: Asked): Promise<Answer>;
  /** What the answer costs the database. */
  reads(document: { readonly documentId: string }, asked?: Asked): Promise<number>;
  /** Kept from now on: asked so often that a plan is there, and changes are heard of. */
  warm(document: { readonly documentId: string }, asked?: Asked): Promise<void>;
}

/** They ask `one` where no other hub is named. */
export function guestsOf(one: TestHub): Guests {
  async function get(
    { documentId }: { readonly documentId: string },
    { variables = {}, headers = {}, hub = one }: Asked = {},
  ): Promise<Answer> {
    const response = await fetch(
      `${hub.address}/graphql?${new URLSearchParams({ documentId, variables: JSON.stringify(variables) }).toString()}`,
      { headers },
    );
    const [cacheControl, etag, vary] = ['cache-control', 'etag', 'vary'].map((name) => response.headers.get(name));
    return {
      status: response.status,
      body: await response.text(),
      cacheControl: cacheControl!,
      etag: etag!,
      vary: vary!,
    };
  }

  const reads = async (document: { readonly documentId: string }, asked: Asked = {}): Promise<number> =>
    (await (asked.hub ?? one).statementsOf(() => get(document, asked))).statements.length;

  const warm = (document: { readonly documentId: string }, asked: Asked = {}): Promise<void> =>
    until(async () => (await reads(document, asked)) === 0);

  return { get, reads, warm };
}
