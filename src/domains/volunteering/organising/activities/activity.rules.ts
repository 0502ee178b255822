import type { Rules } from '../../../../platform/errors/index.ts';

/** Rules that several mutations of organisers share. */
export const ORGANISER_RULES = {
  ALREADY_CANCELLED: {
    description: 'It was cancelled already (已取消).',
    zh: '已经取消,不能再修改。',
    en: 'This was cancelled already.',
  },
  CONFLICT: {
    description: 'Somebody else has changed it since it was read (他人已修改).',
    zh: '他人刚刚修改过,请刷新后重试。',
    en: 'Somebody else has changed this meanwhile: read it again.',
  },
  NOT_DRAFT: { description: 'It was published already (已发布).', zh: '已经发布。', en: 'This was published already.' },
} satisfies Rules;

export const ACTIVITY_RULES = {
  PRIVATE_NUMBER: {
    description: 'The telephone is a private mobile number (电话为个人手机号).',
    zh: '请填写办公电话,不要填写个人手机号。',
    en: 'Give the telephone of an office, never a private mobile number.',
  },
  ORGANISER_ELSEWHERE: {
    description: 'The organiser does not work there (组织者不在该校任职).',
    zh: '组织者不在该校(区)任职。',
    en: 'The organiser does not work there.',
  },
} satisfies Rules;
