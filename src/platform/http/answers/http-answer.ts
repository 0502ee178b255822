import type { AnswerText } from '../../graphql/index.ts';

/** Why something was in vain, in the form of the hub's own errors. */
export interface Problem {
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** An answer that is to be sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A single Buffer is kept and sent to many; nothing where nothing is said. */
  readonly body?: AnswerText | Buffer | Problem;
}
