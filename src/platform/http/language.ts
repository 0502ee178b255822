import Negotiator from 'negotiator';
import type { Locale } from '../errors/index.ts';

/** The language of `Accept-Language` that the hub speaks: Chinese where none is asked for. */
export function localeOf(header: string | undefined): Locale {
  if (!header) return 'zh-CN';
  const chosen = new Negotiator({ headers: { 'accept-language': header.slice(0, 500) } }).language(['zh-CN', 'zh', 'en']);
  return chosen === 'en' ? 'en' : 'zh-CN';
}
