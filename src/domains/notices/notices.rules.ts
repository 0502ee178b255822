import type { Rules } from '../../platform/errors/index.ts';

export const MOST_NOTICES_AT_ONCE = 100;

export const MARK_SOME_RULES = {
  TOO_MANY: {
    description: `More than ${MOST_NOTICES_AT_ONCE} at once (一次过多).`,
    zh: `一次最多标记 ${MOST_NOTICES_AT_ONCE} 条通知。`,
    en: `${MOST_NOTICES_AT_ONCE} notices at most can be marked at once.`,
  },
} satisfies Rules;

export const MARK_ALL_RULES = {
  NOTICE_GONE: {
    description: 'The notice up to which all should be marked is not there any more (通知已不存在).',
    zh: '该通知已不存在,请刷新后重试。',
    en: 'That notice is not there any more: load the inbox again.',
  },
} satisfies Rules;
