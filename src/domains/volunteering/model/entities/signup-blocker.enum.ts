import type { Rules } from '../../../../platform/errors/index.ts';
import { registerEnum } from '../../../../platform/graphql/index.ts';

/** In the order in which they are told: what nobody can change first, what is only full last. */
export enum SignupBlocker {
  CANCELLED = 'CANCELLED',
  STARTED = 'STARTED',
  CLOSED = 'CLOSED',
  NOT_OPEN = 'NOT_OPEN',
  ALREADY_SIGNED_UP = 'ALREADY_SIGNED_UP',
  NOT_ELIGIBLE = 'NOT_ELIGIBLE',
  SUSPENDED = 'SUSPENDED',
  NOT_QUALIFIED = 'NOT_QUALIFIED',
  OVERLAP = 'OVERLAP',
  FULL = 'FULL',
}

/** The mutation's error codes are the same. */
export const SIGNUP_RULES: Rules<SignupBlocker> = {
  CANCELLED: {
    description: 'The shift does not take place (班次已取消).',
    zh: '该班次已取消。',
    en: 'This shift does not take place.',
  },
  STARTED: {
    description: 'The shift has begun or is over (已开始).',
    zh: '该班次已经开始,不能再报名。',
    en: 'This shift has begun already.',
  },
  CLOSED: { description: 'Signing up has ended (报名已截止).', zh: '报名已截止。', en: 'Signing up has ended.' },
  NOT_OPEN: {
    description: 'Signing up has not begun (报名未开始).',
    zh: '报名尚未开始。',
    en: 'Signing up has not begun yet.',
  },
  ALREADY_SIGNED_UP: {
    description: 'Signed up for this shift already, in this role or another (已报名).',
    zh: '您已报名该班次,不能重复报名。',
    en: 'You have signed up for this shift already.',
  },
  NOT_ELIGIBLE: {
    description: 'The activity is for other families (不在适用范围).',
    zh: '该活动面向其他家庭,您不在适用范围内。',
    en: 'This activity is for other families.',
  },
  SUSPENDED: {
    description: 'The volunteer may not sign up for the time being (暂停报名资格).',
    zh: '您的报名资格已暂停:如缺勤登记有误,请联系组织者更正;其他情况请联系学校或区管理员。',
    en: 'You may not sign up for the time being: if an absence was noted wrongly, ask the organiser to correct it; otherwise ask the school or the district.',
  },
  NOT_QUALIFIED: {
    description: 'The role wants a qualification that is not on record (缺少所需资质).',
    zh: '该岗位要求的资质尚未登记。',
    en: 'This role wants a qualification that is not on record for you.',
  },
  OVERLAP: {
    description: 'Something else occupies the time (时间冲突).',
    zh: '该时段与您的其他安排冲突。',
    en: 'Something else occupies your time then.',
  },
  FULL: { description: 'All places are taken (名额已满).', zh: '名额已满。', en: 'All places are taken.' },
};

/** Against a sign-up that nothing else stands against. */
export const RISK_RULE = {
  RISK_NOTICE_NOT_ACCEPTED: {
    description: 'The risk notice of the activity was not accepted (未确认风险告知).',
    zh: '请先阅读并确认风险告知。',
    en: 'Read and accept the risk notice first.',
  },
} satisfies Rules;

/** The codes of signing up: why not, and what must be accepted. */
export const SIGN_UP_RULES = { ...SIGNUP_RULES, ...RISK_RULE } satisfies Rules;

registerEnum(
  SignupBlocker,
  'SignupBlocker',
  'Why somebody cannot sign up for a role of a shift (不能报名的原因).',
  SIGNUP_RULES,
);

export enum CancelSignupBlocker {
  NOT_YOURS = 'NOT_YOURS',
  NOT_ACTIVE = 'NOT_ACTIVE',
  TOO_LATE = 'TOO_LATE',
}

/** The mutation's error codes are the same. */
export const CANCEL_SIGNUP_RULES: Rules<CancelSignupBlocker> = {
  NOT_YOURS: {
    description: 'Somebody else has signed up (非本人报名).',
    zh: '只能取消本人的报名。',
    en: 'You can take back only what you have signed up for yourself.',
  },
  NOT_ACTIVE: {
    description: 'It was taken back or declined already (报名已失效).',
    zh: '该报名已取消或未通过。',
    en: 'This sign-up was taken back or declined already.',
  },
  TOO_LATE: {
    description: 'The time for free cancelling is over: ask the organiser (已过自由取消时间).',
    zh: '已过自由取消时间,请联系组织者。',
    en: 'It is too late to cancel by yourself: ask the organiser.',
  },
};

registerEnum(
  CancelSignupBlocker,
  'CancelSignupBlocker',
  'Why somebody cannot take a sign-up back (不能取消报名的原因).',
  CANCEL_SIGNUP_RULES,
);
