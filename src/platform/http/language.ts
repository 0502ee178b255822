import Negotiator from 'negotiator';
import type { Locale } from '../errors/index.ts';
import { LruCache } from '../memory/index.ts';

const known = new LruCache<string, Locale>(100);

/** The language of `Accept-Language` that the hub speaks: Chinese where none is asked for. */
export function localeOf(header: string | undefined): Locale {
  if (!header) return 'zh-CN';
  let locale = known.get(header);
  if (!locale) known.set(header, (locale = negotiated(header)));
  return locale;
}

function negotiated(header: string): Locale {
  const chosen = new Negotiator({ headers: { 'accept-language': header.slice(0, 500) } }).language([
    'zh-CN',
    'zh',
    'en',
  ]);
  return chosen === 'en' ? 'en' : 'zh-CN';
}
