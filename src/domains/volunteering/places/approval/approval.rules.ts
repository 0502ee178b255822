import type { Rules } from '../../../../platform/errors/index.ts';
import { registerEnum } from '../../../../platform/graphql/index.ts';
import { OWN_RULE } from '../signups/leaving.rules.ts';

export const DECIDE_SIGNUP_RULES = {
  NOT_FOUND: {
    description: 'There is no such sign-up that the caller may decide on (没有可审核的报名).',
    zh: '没有找到可审核的报名。',
    en: 'There is no such sign-up for you to decide on.',
  },
  ...OWN_RULE,
  NOT_PENDING: {
    description: 'It does not wait for a decision (无需审核).',
    zh: '该报名不在待审核状态。',
    en: 'This sign-up does not wait for a decision.',
  },
  STARTED: {
    description: 'The shift has begun or is over (已开始).',
    zh: '该班次已经开始。',
    en: 'This shift has begun already.',
  },
} satisfies Rules;

export const APPROVE_SIGNUP_RULES = {
  ...DECIDE_SIGNUP_RULES,
  NOT_ELIGIBLE: {
    description: 'The activity is for no child of the volunteer any more (已不在活动的适用范围内).',
    zh: '该家长已不在活动的适用范围内,不能通过。',
    en: 'The activity is for no child of the volunteer any more.',
  },
  NOT_QUALIFIED: {
    description: 'The role asks for a qualification that the volunteer does not have any more (资质已失效).',
    zh: '该岗位要求的资质已失效或被撤销,不能通过。',
    en: 'The volunteer does not have the qualification any more that this role asks for.',
  },
  FULL: { description: 'All places are taken or held (名额已满).', zh: '名额已满。', en: 'All places are taken.' },
} satisfies Rules;

/** In the order in which they are told. */
export enum ReconfirmBlocker {
  NOT_YOURS = 'NOT_YOURS',
  NOTHING_TO_CONFIRM = 'NOTHING_TO_CONFIRM',
  TOO_LATE = 'TOO_LATE',
}

/** The mutation's error codes are the same. */
export const RECONFIRM_RULES: Rules<ReconfirmBlocker> = {
  NOT_YOURS: {
    description: 'Somebody else has signed up (非本人报名).',
    zh: '只能确认本人的报名。',
    en: 'You can confirm only what you have signed up for yourself.',
  },
  NOTHING_TO_CONFIRM: {
    description: 'The sign-up asks for no confirmation, or has ended (无需确认).',
    zh: '该报名无需再次确认。',
    en: 'This sign-up asks for no confirmation.',
  },
  TOO_LATE: {
    description: 'The time to confirm is over (已过确认时间).',
    zh: '已过确认时间。',
    en: 'It is too late to confirm.',
  },
};

registerEnum(
  ReconfirmBlocker,
  'ReconfirmBlocker',
  'Why somebody cannot confirm a sign-up again (不能再次确认的原因).',
  RECONFIRM_RULES,
);
