/** What a client asks of whatever carries its requests. */
export interface HubRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string;
  readonly timeoutMs: number;
}

export interface HubResponse {
  readonly status: number;
  /** Read from JSON, or the text where it is none. */
  readonly body: unknown;
  /** By its name in small letters. */
  header(name: string): string | undefined;
}

/** Carries one request. It answers for every status of HTTP, and rejects where there is no answer, with `NoConnection`. */
export type Transport = (request: HubRequest) => Promise<HubResponse>;

/** No answer came: nobody can tell whether the hub has had the request. */
export class NoConnection extends Error {}
