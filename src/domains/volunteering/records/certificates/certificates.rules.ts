import { ownCase, type Rules } from '../../../../platform/errors/index.ts';
import { PRINTED_NAME_RULES } from './names-in-print.ts';

export const ISSUE_CERTIFICATE_RULES = {
  ...PRINTED_NAME_RULES,
  NOTHING_APPROVED: {
    description: 'There is no approved service in the period (期间内没有已通过的服务).',
    zh: '该期间内没有已通过审核的服务记录。',
    en: 'There is no approved service in this period.',
  },
  BACKWARDS: {
    description: 'The period would end before it begins (起止日期颠倒).',
    zh: '截止日期不能早于起始日期。',
    en: 'A period ends after it begins.',
  },
  AHEAD: {
    description: 'The period is not over yet (截止日期晚于今天).',
    zh: '截止日期不能晚于今天。',
    en: 'The period must not reach beyond today.',
  },
  SEVERAL_DISTRICTS: {
    description: 'The service was in several districts: name one of them (涉及多个区).',
    zh: '服务涉及多个区,请指定出具证明的区。',
    en: 'The service was in several districts: name one of them.',
  },
} as const satisfies Rules;

export const REVOKE_CERTIFICATE_RULES = {
  ALREADY_REVOKED: {
    description: 'It was revoked before (已撤销).',
    zh: '该证明已撤销。',
    en: 'This certificate was revoked already.',
  },
  OWN: ownCase({
    description: 'Nobody revokes their own certificate (不能撤销本人证明).',
    zh: '不能撤销本人的证明,请由其他管理员处理。',
    en: 'Somebody else must revoke your own certificate.',
  }),
} as const satisfies Rules;
