import type { Rules } from '../../../platform/errors/index.ts';
import { DECIDE_RULES, type DecideRule } from './binding.rules.ts';

export type RecoverRule =
  | Extract<DecideRule, 'NOT_PENDING' | 'OWN_REQUEST' | 'OWN_CHILD' | 'LEFT_SCHOOL'>
  | 'NOT_A_GUARDIAN'
  | 'BLOCKED'
  | 'OF_STAFF'
  | 'HAS_RECORDS'
  | 'NOT_POSSIBLE';

const { NOT_PENDING, OWN_REQUEST, OWN_CHILD, LEFT_SCHOOL } = DECIDE_RULES;

export const RECOVER_RULES: Rules<RecoverRule> = {
  NOT_PENDING,
  OWN_REQUEST,
  OWN_CHILD,
  LEFT_SCHOOL,
  NOT_A_GUARDIAN: {
    description: 'Who they are said to be has no guardianship of the pupil in force (不是该学生的家长).',
    zh: '所选家长与该学生没有有效的监护关系。',
    en: 'The guardian that you name has no guardianship of this pupil in force.',
  },
  BLOCKED: {
    description: 'The school has blocked the guardian for the pupil: decide on that first (该家长已被限制).',
    zh: '所选家长已被限制查看该学生,请先处理。',
    en: 'The guardian that you name is blocked for this pupil: decide on that first.',
  },
  OF_STAFF: {
    description:
      'One of the two is on record as staff, whose sign-in opens more than families: no school gives it to a telephone (教职工账号不能如此找回).',
    zh: '其中一人是教职工,不能由班主任找回账号,请联系区管理员。',
    en: 'One of the two is on record as staff: their sign-in cannot be moved so, ask the district.',
  },
  HAS_RECORDS: {
    description:
      'Who asks has more here than requests, as another child or a sign-up, and is somebody of their own (申请人已有其他记录).',
    zh: '申请人在平台已有其他孩子或记录,不能视为同一人。',
    en: 'Who asks has another child or records of their own here, and cannot be the guardian that you name.',
  },
  NOT_POSSIBLE: {
    description: 'One of the two accounts is shut, or who asks does not sign in by WeChat (账号不能找回).',
    zh: '账号已停用,或申请人未使用微信登录,不能找回。',
    en: 'One of the two accounts is shut, or who asks does not sign in by WeChat.',
  },
};
