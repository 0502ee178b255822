import type { z } from 'zod';
import type { Message } from '../errors/index.ts';

/** What a notice is made from: ids, titles of public things, moments in ISO 8601. Never the name or phone of anybody. */
export type NoticeParams = Readonly<Record<string, string | number | boolean | null>>;

/** One kind of thing that people are told. Its texts are made when they are read, in the reader's language. */
export interface NoticeKind<Params extends NoticeParams = NoticeParams> {
  /** Domain and what happened, e.g. `meetings.invited`. */
  readonly key: string;
  /** One English sentence with the Chinese term. */
  readonly description: string;
  readonly params: z.ZodType<Params>;
  /** Those of its params that name what a right opens: the texts are made without them for whoever does not hold it any more. */
  readonly names?: readonly string[];
  title(params: Params): Message;
  body(params: Params): Message;
}
