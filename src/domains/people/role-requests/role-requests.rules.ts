import { ownCase, type Rules } from '../../../platform/errors/index.ts';
import { ASSIGNMENT_RULES } from '../administration/administration.rules.ts';
import { RoleRequestStatus } from '../staff/role-request.entity.ts';

export type DecideRoleRule = 'NOT_FOUND' | 'NOT_PENDING' | 'EXPIRED' | 'OWN' | 'BEYOND_OWN';
export type ApproveRoleRule = DecideRoleRule | 'ASKER_GONE' | 'ALREADY_HELD' | 'YEAR_OVER';

export const REJECT_ROLE_RULES: Rules<DecideRoleRule> = {
  NOT_FOUND: {
    description: 'There is no such request (申请不存在).',
    zh: '没有找到该任命申请。',
    en: 'There is no such request.',
  },
  NOT_PENDING: {
    description: 'It was decided or taken back already (已处理).',
    zh: '该任命申请已处理。',
    en: 'This request was decided or taken back already.',
  },
  EXPIRED: {
    description: 'It can be decided on no more: ask anew where the role is still wanted (已失效).',
    zh: '该任命申请已失效,如仍需要请重新提交。',
    en: 'This request can be decided on no more: ask anew where the role is still wanted.',
  },
  OWN: ownCase({
    description:
      'The caller asked for it, or is the one to have it: a second administrator decides (须由另一位管理员复核).',
    zh: '提交人和被任命人不能复核,请由另一位管理员处理。',
    en: 'Neither who asked nor who is named decides: a second administrator must.',
  }),
  BEYOND_OWN: ASSIGNMENT_RULES.BEYOND_OWN,
};

export const APPROVE_ROLE_RULES: Rules<ApproveRoleRule> = {
  ...REJECT_ROLE_RULES,
  ASKER_GONE: {
    description: 'Whoever asked may not give the role any more (申请人已无此权限).',
    zh: '提交人已无权任命此岗位,请重新提交。',
    en: 'Whoever asked may not give this role any more: ask anew.',
  },
  ALREADY_HELD: ASSIGNMENT_RULES.ALREADY_HELD,
  YEAR_OVER: ASSIGNMENT_RULES.YEAR_OVER,
};

export const WITHDRAW_ROLE_RULES: Rules<'NOT_PENDING' | 'NOT_YOURS'> = {
  NOT_PENDING: REJECT_ROLE_RULES.NOT_PENDING,
  NOT_YOURS: {
    description: 'Somebody else asked (非本人提交).',
    zh: '只能撤回本人提交的申请。',
    en: 'You can take back only what you asked for.',
  },
};

/** All that a decision on a request depends on. */
export interface RoleDecisionFacts {
  readonly status: RoleRequestStatus;
  readonly expired: boolean;
  /** The caller asked for it, or is the one to have it. */
  readonly own: boolean;
  /** The caller could give the role to somebody else. */
  readonly mayGrant: boolean;
}

/** Why the caller may not decide, most telling first; null where they may. */
export function roleDecisionBlocker({
  status,
  expired,
  own,
  mayGrant,
}: RoleDecisionFacts): Exclude<DecideRoleRule, 'NOT_FOUND'> | null {
  if (own) return 'OWN';
  if (!mayGrant) return 'BEYOND_OWN';
  if (status !== RoleRequestStatus.PENDING) return status === RoleRequestStatus.EXPIRED ? 'EXPIRED' : 'NOT_PENDING';
  return expired ? 'EXPIRED' : null;
}
