export const KINDS = [
  'stored',
  'stored by text',
  'as written by somebody',
  'random',
  'asked by address',
  'mutation',
  'file',
  'wrong',
  'not GraphQL',
  'given up',
] as const;
export type Kind = (typeof KINDS)[number];

export interface Asked {
  readonly kind: Kind;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds after which the caller goes away. */
  readonly givenUpAfter?: number;
  /** Asks for more with what was answered. */
  readonly next?: (answer: string) => Asked | undefined;
}

/** Of a hundred requests. What was never seen before comes as often as what comes again: what is remembered must be bounded. */
export const SHARES: Readonly<Record<Kind, number>> = {
  stored: 34,
  'stored by text': 10,
  'as written by somebody': 14,
  random: 12,
  'asked by address': 6,
  mutation: 5,
  file: 1,
  wrong: 10,
  'not GraphQL': 4,
  'given up': 4,
};
