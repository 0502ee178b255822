import { BIND_RULES } from '../../people/index.ts';
import { ownCase, type Rules } from '../../../platform/errors/index.ts';

export type CreateJoinRule = 'NOT_STAFF' | 'ALREADY_FAMILY';
export type AskToJoinRule = 'CODE_INVALID' | 'TOO_MANY_ATTEMPTS' | 'ALREADY_STAFF';
export type ConfirmJoinRule = 'NOT_ASKED' | 'OVER' | 'NOT_POSSIBLE' | 'OVERLAP' | 'OWN_CASE' | 'CONFLICT';

export const CREATE_JOIN_RULES: Rules<CreateJoinRule> = {
  NOT_STAFF: {
    description: 'The caller is not of the staff (非教职工).',
    zh: '只有教职工账号可以合并家长身份。',
    en: 'Only a sign-in of the staff can be joined with one of a parent.',
  },
  ALREADY_FAMILY: {
    description: 'The caller is a guardian here already (已有家长身份).',
    zh: '该账号已有家长身份。',
    en: 'You are a guardian here already.',
  },
};

export const ASK_TO_JOIN_RULES: Rules<AskToJoinRule> = {
  CODE_INVALID: {
    description: 'No code that is good: mistyped, used or older than ten minutes (合并码无效).',
    zh: '合并码无效:可能输入有误、已使用或已过期。',
    en: 'This is no good code: it may be mistyped, used or older than ten minutes.',
  },
  TOO_MANY_ATTEMPTS: BIND_RULES.TOO_MANY_ATTEMPTS,
  ALREADY_STAFF: {
    description: 'The caller is of the staff here already (已有教职工身份).',
    zh: '该账号已有教职工身份。',
    en: 'You are of the staff here already.',
  },
};

export const CONFIRM_JOIN_RULES: Rules<ConfirmJoinRule> = {
  NOT_ASKED: {
    description: 'Nobody has entered the code yet (尚未提交).',
    zh: '尚未有人在小程序中输入合并码。',
    en: 'Nobody has entered the code yet.',
  },
  OVER: {
    description: 'It is too late, or done already: begin anew (已过期或已合并).',
    zh: '该合并已过期或已完成,请重新发起。',
    en: 'This is too late, or done already: begin anew.',
  },
  NOT_POSSIBLE: {
    description: 'One of the two accounts is shut, or both are of the staff or of a family (账号不能合并).',
    zh: '账号已停用,或两个账号的身份相同,不能合并。',
    en: 'One of the two is shut, or both play the same part.',
  },
  OVERLAP: {
    description: 'The two are engaged at the same time: one of it must be given up first (时间冲突).',
    zh: '两个账号在同一时间有安排,请先取消其中之一。',
    en: 'The two are engaged at the same time: give one of it up first.',
  },
  OWN_CASE: ownCase({
    description:
      'As staff the caller has decided on what is their own as a guardian: somebody else must decide that anew (曾审核本人事项).',
    zh: '该教职工曾审核过本人(家长身份)的事项,请先由他人重新处理。',
    en: 'As staff you have decided on your own case as a guardian: somebody else must decide that anew first.',
  }),
  CONFLICT: {
    description: 'What is on record of the two cannot be that of one person (记录冲突).',
    zh: '两个账号的记录有冲突,不能合并。',
    en: 'What is on record of the two cannot be that of one person.',
  },
};
