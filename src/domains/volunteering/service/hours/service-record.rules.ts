import { ownCase, type Rule, type Rules } from '../../../../platform/errors/index.ts';
import { registerEnum } from '../../../../platform/graphql/index.ts';

const OWN = ownCase({
  description: 'Nobody decides on their own service (不能审核本人服务).',
  zh: '不能审核本人的服务记录。',
  en: 'Somebody else must decide on your own service.',
});
const NOT_WAITING: Rule = {
  description: 'It does not wait for a decision (非待审核状态).',
  zh: '该服务记录不在待审核状态。',
  en: 'This record does not wait for a decision.',
};
const BY_ANOTHER: Rule = {
  description:
    'An appeal is decided by the administration, and by somebody else than whoever rejected the record (须由其他管理员复核).',
  zh: '申诉须由原审核人以外的学校管理员复核;学校没有其他管理员时,由区管理员复核。',
  en: 'An administrator of the school other than the one who rejected it decides on an appeal; where there is none, the district does.',
};
const FILED_BY_YOU: Rule = {
  description: 'The caller wrote it down: somebody else decides (不能审核本人提交的补录).',
  zh: '不能审核本人提交的补录,请由其他人审核。',
  en: 'You wrote this down: somebody else must decide.',
};
const NOT_APPROVER: Rule = {
  description: 'Others run the shift (无权审核).',
  zh: '您不是该班次的组织者或管理员。',
  en: 'Others run this shift.',
};
const CERTIFIED: Rule = {
  description: 'A valid certificate rests on it: it is revoked first (已出具证明).',
  zh: '该记录已出具证明,须先撤销证明。',
  en: 'A certificate rests on this record: revoke it first.',
};
const NOT_FOUND: Rule = {
  description: 'There is no such record (记录不存在).',
  zh: '没有找到该服务记录。',
  en: 'There is no such record.',
};

export const APPROVE_RULES = {
  NOT_FOUND,
  NOT_APPROVER,
  OWN,
  FILED_BY_YOU,
  NOT_WAITING,
  BY_ANOTHER,
} as const satisfies Rules;
export const REJECT_RULES = {
  NOT_FOUND,
  NOT_APPROVER,
  OWN,
  FILED_BY_YOU,
  NOT_WAITING,
  BY_ANOTHER,
  CERTIFIED,
} as const satisfies Rules;

export enum AppealBlocker {
  NOT_YOURS = 'NOT_YOURS',
  NOT_REJECTED = 'NOT_REJECTED',
  APPEALED_BEFORE = 'APPEALED_BEFORE',
  TOO_LATE = 'TOO_LATE',
}

/** The mutation's error codes are the same. */
export const APPEAL_RULES: Rules<AppealBlocker> = {
  NOT_YOURS: {
    description: 'It is the service of somebody else (非本人记录).',
    zh: '只能对本人的服务记录申诉。',
    en: 'You can appeal for your own service only.',
  },
  NOT_REJECTED: {
    description: 'It was not rejected (未被驳回).',
    zh: '该记录未被驳回,无需申诉。',
    en: 'This record was not rejected.',
  },
  APPEALED_BEFORE: {
    description: 'An appeal was decided already (已申诉过).',
    zh: '每条记录只能申诉一次。',
    en: 'A record can be appealed once.',
  },
  TOO_LATE: {
    description: 'The 30 days for an appeal are over (已过申诉期限).',
    zh: '已过 30 天申诉期限。',
    en: 'The 30 days for an appeal are over.',
  },
};

registerEnum(AppealBlocker, 'AppealBlocker', 'Why somebody cannot appeal (不能申诉的原因).', APPEAL_RULES);

/** Reasons against a supplement, whatever time it names. In the order in which they are told. */
export enum SupplementBlocker {
  NOT_SIGNED_UP = 'NOT_SIGNED_UP',
  NOT_YET = 'NOT_YET',
  ALREADY_WAITING = 'ALREADY_WAITING',
}

export const SUPPLEMENT_RULES = {
  NOT_SIGNED_UP: {
    description: 'There is no confirmed sign-up (没有已确认的报名).',
    zh: '没有该班次已确认的报名。',
    en: 'There is no confirmed sign-up for this shift.',
  },
  NOT_YET: {
    description: 'It has not happened yet (尚未发生).',
    zh: '尚未到该时间,不能补录。',
    en: 'This has not happened yet.',
  },
  BACKWARDS: {
    description: 'It would end before it begins (结束早于开始).',
    zh: '结束时间须晚于开始时间。',
    en: 'Service ends after it begins.',
  },
  OUTSIDE_SHIFT: {
    description: 'It reaches beyond the shift (超出班次时间).',
    zh: '补录时间须在班次之内。',
    en: 'Service lies within its shift.',
  },
  ALREADY_WAITING: {
    description: 'A supplement of this sign-up waits already (已有待审核的补录).',
    zh: '该报名已有待审核的补录记录。',
    en: 'A supplement for this sign-up waits already.',
  },
} as const satisfies Rules;

registerEnum(
  SupplementBlocker,
  'SupplementBlocker',
  'Why service at a shift cannot be written down afterwards (不能补录的原因).',
  SUPPLEMENT_RULES,
);
