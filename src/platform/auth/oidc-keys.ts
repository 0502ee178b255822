import type { FetchImplementation } from 'jose';

/** The keys of the identity provider cannot be had at the moment. */
export class ProviderIsDown extends Error {
  constructor(cause: unknown) {
    super('The keys of the identity provider cannot be had.', { cause });
    this.name = 'ProviderIsDown';
  }
}

const LARGEST_ANSWER = 262_144;
/** After a failure nobody asks again for so long: callers with tokens of the provider must not become a crowd at its door. */
const PAUSE_MS = 5_000;
/** Keys that were good go on being good for so long where the provider fails; who left in the meantime is kept out by the account. */
const STALE_MS = 3_600_000;

/** Fetches keys for jose: bounded in size, patient with a provider that fails, and never redirected. */
export function createKeyFetch(): FetchImplementation {
  let good: { readonly body: string; readonly at: number } | undefined;
  let failure: { readonly error: unknown; readonly at: number } | undefined;

  async function ask(url: string, options: Parameters<FetchImplementation>[1]): Promise<string> {
    const response = await fetch(url, options);
    if (response.status !== 200) throw new Error(`The keys were answered with status ${response.status}.`);
    const body = await textOf(response);
    if (!Array.isArray((JSON.parse(body) as { keys?: unknown } | null)?.keys)) throw new Error('The answer is no set of keys.');
    return body;
  }

  return async (url, options) => {
    const now = Date.now();
    if (failure === undefined || now - failure.at >= PAUSE_MS) {
      try {
        good = { body: await ask(url, options), at: now };
        failure = undefined;
      } catch (error) {
        failure = { error, at: Date.now() };
      }
    }
    if (failure === undefined || (good && now - good.at < STALE_MS)) return new Response(good!.body);
    throw new ProviderIsDown(failure.error);
  };
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) throw new Error('The answer is too large for a set of keys.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
