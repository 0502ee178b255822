import type { Rules } from '../../../platform/errors/index.ts';
import type { WechatRefusal } from '../../../platform/wechat/index.ts';
import { WECHAT_RULES } from '../wechat/sign-in-with-wechat.ts';

type NoMobile = 'NOT_A_MOBILE';

export const OWN_CONTACT_RULES: Rules<NoMobile> = {
  NOT_A_MOBILE: {
    description: 'It is no mobile number of the mainland, which has eleven digits (非大陆手机号).',
    zh: '请填写 11 位中国大陆手机号。',
    en: 'Give a mobile number of the mainland, which has eleven digits.',
  },
};

const { NOT_CONFIGURED, BLOCKED } = WECHAT_RULES;

export const WECHAT_CONTACT_RULES: Rules<WechatRefusal | 'NOT_CONFIGURED' | NoMobile> = {
  ...OWN_CONTACT_RULES,
  NOT_CONFIGURED,
  BLOCKED,
  INVALID_CODE: {
    description: 'WeChat does not know the code, or it is too old: ask for the number again (code 无效).',
    zh: '手机号授权已失效,请重新授权。',
    en: 'The code is not valid: ask for the number again.',
  },
  CODE_USED: {
    description:
      'The code was exchanged before, by a call whose answer was lost perhaps: ask for the number again (code 已被使用).',
    zh: '手机号授权已被使用,请重新授权。',
    en: 'The code was used before: ask for the number again.',
  },
  RATE_LIMITED: {
    description: 'WeChat is asked for too many numbers: type it, or wait a minute (频率限制).',
    zh: '获取手机号过于频繁,请手动填写或一分钟后再试。',
    en: 'Too many ask for their number: type it, or try again in a minute.',
  },
  BUSY: {
    description: 'WeChat does not answer: ask for the number again a little later, or type it (微信系统繁忙).',
    zh: '微信服务繁忙,请稍后重新授权或手动填写。',
    en: 'WeChat does not answer: try again a little later, or type the number.',
  },
};
