import type { ConnectionCode, HubCode } from './codes.ts';

export type Language = 'zh-CN' | 'en';

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const LATER: Sentence = { zh: '服务暂时不可用,请稍后再试。', en: 'The service is not available: try again later.' };

/** For people, where the hub itself has said nothing. */
const SENTENCES: Readonly<Partial<Record<HubCode | ConnectionCode, Sentence>>> = {
  NO_CONNECTION: { zh: '没有网络,或未能及时得到答复。', en: 'There is no network, or no answer in time.' },
  UNREADABLE: {
    zh: '答复无法识别:当前网络可能需要先登录。',
    en: 'The answer cannot be read: this network may want somebody to sign in.',
  },
  UNAUTHENTICATED: {
    zh: '登录状态已变化,请重新登录后再试。',
    en: 'Another sign-in, or none, is there by now: sign in and try again.',
  },
  FORBIDDEN: { zh: '无权进行此操作。', en: 'This is not permitted.' },
};

export function sentenceOf(code: HubCode | ConnectionCode, language: Language): string {
  const { zh, en } = SENTENCES[code] ?? LATER;
  return language === 'en' ? en : zh;
}
