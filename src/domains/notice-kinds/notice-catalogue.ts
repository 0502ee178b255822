import { inLocale, type Locale, type Message } from '../../platform/errors/index.ts';
import { service } from '../../platform/request/index.ts';
import type { NoticeKind, NoticeParams } from './notice-kind.ts';

/** The texts of a notice whose kind is told of no more, or whose facts have changed since. */
const SOMETHING: Message = { zh: '通知', en: 'Notice' };
const NOTHING: Message = { zh: '', en: '' };

interface Reading {
  /** The reader holds the right to the names in it. */
  readonly named: boolean;
  readonly locale: Locale;
}

/** All kinds of notices, by which what was told is put into words. */
export class NoticeCatalogue {
  readonly #byKey = new Map<string, NoticeKind>();

  /** @throws Error where two kinds have one key */
  constructor(kinds: readonly NoticeKind[]) {
    for (const kind of kinds) {
      if (this.#byKey.has(kind.key)) throw new Error(`Two kinds of notice have the key ${kind.key}.`);
      this.#byKey.set(kind.key, kind);
    }
  }

  text(part: 'title' | 'body', key: string, params: NoticeParams, { named, locale }: Reading): string {
    const kind = this.#byKey.get(key);
    const parsed = kind?.params.safeParse(named ? params : withoutNames(params, kind.names));
    return inLocale(kind && parsed?.success ? kind[part](parsed.data) : part === 'title' ? SOMETHING : NOTHING, locale);
  }
}

/** Offered to whoever reads notices, for that room knows none of those above it. */
export const NOTICE_CATALOGUE = service<NoticeCatalogue>('notice catalogue');

function withoutNames(params: NoticeParams, names: readonly string[] = []): NoticeParams {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !names.includes(name)));
}
