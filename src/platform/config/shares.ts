export interface Share {
  /** Worked on at the same time. */
  readonly maxConcurrent: number;
  /** In line before them; whoever comes then is told to come again. */
  readonly maxQueued: number;
}

export interface Shares extends Share {
  /** The part of these that one account may have. */
  readonly ofAccount: Share;
}

export interface RequestShares extends Shares {
  /** The part of these that the guests and unknown tokens of one address may have. */
  readonly ofAddress: Share;
  /** Turns of those that ask for much, which have none of the others: each account has one, and so many of it wait. */
  readonly heavy: Share;
}

/** A request is at work in the process while another one has the connection. */
const REQUESTS_A_CONNECTION = 4;

/** One account has a fifth of the hub at most, the strangers of one address a half: nobody can have all of it. */
export function requestsOf(
  connections: number,
  maxQueued: number,
  maxConcurrent = REQUESTS_A_CONNECTION * connections,
): RequestShares {
  return {
    maxConcurrent: maxConcurrent,
    maxQueued: maxQueued,
    ofAccount: { maxConcurrent: Math.max(2, Math.ceil(maxConcurrent / 5)), maxQueued: 200 },
    ofAddress: { maxConcurrent: Math.max(2, Math.ceil(maxConcurrent / 2)), maxQueued: 1_000 },
    heavy: { maxConcurrent: 2, maxQueued: 50 },
  };
}

/** Three tenths of the connections are left to those who read; one account has no more than half of the others. */
export function writesOf(connections: number, maxQueued: number): Shares {
  const maxConcurrent = Math.max(1, Math.floor(connections * 0.7));
  return {
    maxConcurrent: maxConcurrent,
    maxQueued: maxQueued,
    ofAccount: { maxConcurrent: Math.max(1, Math.floor(maxConcurrent / 2)), maxQueued: 200 },
  };
}
