import { z } from 'zod';
import type { Message } from '../../platform/errors/index.ts';
import { contribution } from '../../platform/graphql/index.ts';

/** The facts a notice is made from: ids, titles of public things, moments in ISO 8601; never anybody's name. Of what people have typed PostgreSQL masks mobile numbers. */
export type NoticeParams = Readonly<Record<string, string | number | boolean | null>>;

/** The facts of a kind that tells nothing but that it happened: whoever may know more opens what it is about. */
export type NoParams = Record<string, never>;

/**
 * What becomes of a notice when the thing is another. Of what has `HAPPENED` nothing: it stays true. A `STATE` is told as long as it is so, which
 * PostgreSQL decides (`news_stands`), as it is told and whenever it changes. A `QUESTION` waits for its reader as long as its decision queue says.
 * What is `FOLLOWED` is a state that a day changes as well, which its domain says anew.
 */
export type Tells = 'HAPPENED' | 'STATE' | 'QUESTION' | 'FOLLOWED';

/** One kind of thing that people are told. Its texts are made when they are read, in the reader's language. */
export interface NoticeKind<Params extends NoticeParams = NoticeParams> {
  /** Domain and what happened, e.g. `meetings.invited`. */
  readonly key: string;
  /** One English sentence with the Chinese term. */
  readonly description: string;
  /** The type of what it is about, where it names that: the prefix of its global ids. */
  readonly about: string;
  readonly tells: Tells;
  readonly params: z.ZodType<Params>;
  /** Those of its params that name what a right opens: the texts are made without them for whoever does not hold it any more. */
  readonly names?: readonly string[];
  title(params: Params): Message;
  body(params: Params): Message;
}

/** All kinds of notices. */
export const NOTICE_KINDS = contribution<NoticeKind>('notice kinds');

type Text<Params> = Message | ((params: Params) => Message);

interface NoticeTexts<Params> extends Pick<NoticeKind, 'key' | 'description' | 'about' | 'tells' | 'names'> {
  readonly title: Text<Params>;
  readonly body: Text<Params>;
}

const KEY = /^[a-z]+\.[a-z]+(?:-[a-z]+)*$/;

/** Declares a kind of notice; without `params` it tells nothing but that it happened. */
export function noticeKind<Params extends NoticeParams>(
  kind: NoticeTexts<Params> & Pick<NoticeKind<Params>, 'params'>,
): NoticeKind<Params>;
export function noticeKind(kind: NoticeTexts<NoParams>): NoticeKind<NoParams>;
export function noticeKind<Params extends NoticeParams>({
  title,
  body,
  params = z.object({}).strict() as never,
  ...kind
}: NoticeTexts<Params> & Partial<Pick<NoticeKind<Params>, 'params'>>): NoticeKind<Params> {
  if (!KEY.test(kind.key)) throw new Error(`${kind.key} is no key of a kind of notice: it reads domain.what-happened.`);
  return { ...kind, params, title: textOf(title), body: textOf(body) };
}

const textOf = <Params>(text: Text<Params>): ((params: Params) => Message) =>
  typeof text === 'function' ? text : () => text;
