import type { Locale, Message } from '../../platform/errors/index.ts';
import { inLocale } from '../../platform/errors/index.ts';
import type { NoticeKind, NoticeParams } from '../../platform/graphql/index.ts';

const KEY = /^[a-z]+\.[a-z]+(?:-[a-z]+)*$/;

/** What is told of a notice of a kind that is told of no more, or whose facts have changed since. */
const SOMETHING: Message = { zh: '通知', en: 'Notice' };
const NOTHING: Message = { zh: '', en: '' };

const catalogue = new Map<string, NoticeKind>();

export function noticeKind<Params extends NoticeParams>(kind: NoticeKind<Params>): NoticeKind<Params> {
  if (!KEY.test(kind.key)) throw new Error(`${kind.key} is no key of a kind of notice: it reads domain.what-happened.`);
  return kind;
}

/** Makes the kinds of all domains known: called by the app, for this room knows none of those above it. */
export function knowNoticeKinds(kinds: readonly NoticeKind[]): void {
  for (const kind of kinds) {
    if (catalogue.has(kind.key)) throw new Error(`Two kinds of notice have the key ${kind.key}.`);
    catalogue.set(kind.key, kind);
  }
}

interface Reading {
  /** The reader holds the right to the names in it. */
  readonly named: boolean;
  readonly locale: Locale;
}

export function noticeText(
  part: 'title' | 'body',
  key: string,
  params: NoticeParams,
  { named, locale }: Reading,
): string {
  const kind = catalogue.get(key);
  const parsed = kind?.params.safeParse(named ? params : withoutNames(params, kind.names));
  return inLocale(kind && parsed?.success ? kind[part](parsed.data) : part === 'title' ? SOMETHING : NOTHING, locale);
}

function withoutNames(params: NoticeParams, names: readonly string[] = []): NoticeParams {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !names.includes(name)));
}
