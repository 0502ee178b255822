import type { Rules } from '../../../../platform/errors/index.ts';
import { registerEnum } from '../../../../platform/graphql/index.ts';
import { OWN_RULE } from '../signups/leaving.rules.ts';
import { CANCEL_SIGNUP_RULES, RISK_RULE, SIGNUP_RULES } from '../../model/index.ts';

const { NOT_YOURS } = CANCEL_SIGNUP_RULES;
const { CLOSED: _, NOT_OPEN: __, FULL: ___, ...OF_THE_PERSON } = SIGNUP_RULES;

/**
 * Reasons against offering the place to anybody; the last one stands against the waiting list alone. In the order in
 * which they are told.
 */
export enum OfferStandInBlocker {
  NOT_YOURS = 'NOT_YOURS',
  NOT_CONFIRMED = 'NOT_CONFIRMED',
  STARTED = 'STARTED',
  ALREADY_OFFERED = 'ALREADY_OFFERED',
  NEEDS_APPROVAL = 'NEEDS_APPROVAL',
}

export const OFFER_STAND_IN_RULES = {
  NOT_YOURS,
  NOT_CONFIRMED: {
    description: 'The caller has no place in the role (没有已确认的名额).',
    zh: '只有已确认的报名才能找人替班。',
    en: 'Only a confirmed place can be handed over.',
  },
  STARTED: {
    description: 'The shift has begun or is over (已开始).',
    zh: '该班次已经开始,不能再找人替班。',
    en: 'This shift has begun already.',
  },
  ALREADY_OFFERED: {
    description: 'The place is offered to somebody already (已发起替班).',
    zh: '您已发起替班,请先撤回。',
    en: 'You have offered this place already: take that back first.',
  },
  NOT_OF_FAMILY: {
    description: 'Whoever is named is no guardian of the same family (不是同一家庭的家长).',
    zh: '只能直接指定同一家庭的家长,请把替班码发给其他人。',
    en: 'Only guardians of your own family can be named: give others the code.',
  },
  CANNOT_SERVE: {
    description: 'Whoever is named could not have the place now (对方不能承担该岗位).',
    zh: '对方目前不能承担该岗位。',
    en: 'They could not have this place at the moment.',
  },
  NEEDS_APPROVAL: {
    description:
      'The organiser confirms who serves in the role, so the waiting list cannot be asked (需审核的岗位不能转给候补).',
    zh: '该岗位需组织者审核,不能转给候补名单,请联系组织者。',
    en: 'The organiser confirms who serves here, and the waiting list cannot be asked: ask the organiser.',
  },
} satisfies Rules;

registerEnum(
  OfferStandInBlocker,
  'OfferStandInBlocker',
  'Why somebody cannot offer their place (不能找人替班的原因).',
  OFFER_STAND_IN_RULES,
);

const OPEN_RULES = {
  NOT_OPEN_ANY_MORE: {
    description: 'The offer was answered or taken back (替班已处理或撤回).',
    zh: '该替班已处理或已撤回。',
    en: 'This offer was answered or taken back already.',
  },
  EXPIRED: { description: 'The offer has expired (替班已过期).', zh: '该替班已过期。', en: 'This offer has expired.' },
} satisfies Rules;

const CODE_RULES = {
  CODE_INVALID: {
    description:
      'No code of an offer that the caller could take: mistyped, or for a shift that they do not see (替班码无效).',
    zh: '替班码无效,请核对后重试。',
    en: 'This is no code of an offer: it may be mistyped.',
  },
  TOO_MANY_ATTEMPTS: {
    description: 'Too many wrong codes within 24 hours (尝试次数过多).',
    zh: '替班码错误次数过多,请 24 小时后再试。',
    en: 'Too many wrong codes: try again in 24 hours.',
  },
} satisfies Rules;

export const ACCEPT_STAND_IN_RULES = { ...CODE_RULES, ...OPEN_RULES, ...OF_THE_PERSON, ...RISK_RULE } satisfies Rules;

export const END_STAND_IN_RULES = OPEN_RULES;

/** Told beforehand alone: the mutations know of no offer to somebody else. */
const ASKED_RULE = {
  NOT_ASKED: {
    description: 'The place is not offered to the caller by name (未指定本人替班).',
    zh: '该替班不是发给您的。',
    en: 'This place is not offered to you.',
  },
} satisfies Rules;

/** In the order in which they are told. */
export enum AcceptStandInBlocker {
  NOT_ASKED = 'NOT_ASKED',
  NOT_OPEN_ANY_MORE = 'NOT_OPEN_ANY_MORE',
  EXPIRED = 'EXPIRED',
  CANCELLED = 'CANCELLED',
  STARTED = 'STARTED',
  ALREADY_SIGNED_UP = 'ALREADY_SIGNED_UP',
  NOT_ELIGIBLE = 'NOT_ELIGIBLE',
  SUSPENDED = 'SUSPENDED',
  NOT_QUALIFIED = 'NOT_QUALIFIED',
  OVERLAP = 'OVERLAP',
}

registerEnum(
  AcceptStandInBlocker,
  'AcceptStandInBlocker',
  'Why somebody cannot take over a place (不能接受替班的原因).',
  { ...ASKED_RULE, ...OPEN_RULES, ...OF_THE_PERSON },
);

export enum DeclineStandInBlocker {
  NOT_ASKED = 'NOT_ASKED',
  NOT_OPEN_ANY_MORE = 'NOT_OPEN_ANY_MORE',
  EXPIRED = 'EXPIRED',
}

registerEnum(
  DeclineStandInBlocker,
  'DeclineStandInBlocker',
  'Why somebody cannot decline to take over a place (不能拒绝替班的原因).',
  { ...ASKED_RULE, ...OPEN_RULES },
);

export enum WithdrawStandInBlocker {
  NOT_YOURS = 'NOT_YOURS',
  NOT_OPEN_ANY_MORE = 'NOT_OPEN_ANY_MORE',
}

registerEnum(
  WithdrawStandInBlocker,
  'WithdrawStandInBlocker',
  'Why somebody cannot take an offer of their place back (不能撤回替班的原因).',
  { NOT_YOURS, ...OPEN_RULES },
);

export const DECIDE_STAND_IN_RULES = {
  ...OWN_RULE,
  NOT_PENDING: {
    description: 'Nothing waits for a decision (没有待审核的替班).',
    zh: '该替班不在待审核状态。',
    en: 'This stand-in does not wait for a decision.',
  },
  EXPIRED: OPEN_RULES.EXPIRED,
  REASON_MISSING: {
    description: 'Whoever is declined is told why (缺少原因).',
    zh: '不同意时请说明原因。',
    en: 'Say why, where you decline.',
  },
  ...OF_THE_PERSON,
} satisfies Rules;
