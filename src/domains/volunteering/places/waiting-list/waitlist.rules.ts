import type { Rules } from '../../../../platform/errors/index.ts';
import { registerEnum } from '../../../../platform/graphql/index.ts';
import { RISK_RULE, SIGNUP_RULES } from '../../model/index.ts';

/** In the order in which they are told. What a sign-up has as well is named alike. */
export enum WaitlistBlocker {
  CANCELLED = 'CANCELLED',
  STARTED = 'STARTED',
  CLOSED = 'CLOSED',
  NOT_OPEN = 'NOT_OPEN',
  ALREADY_SIGNED_UP = 'ALREADY_SIGNED_UP',
  ALREADY_WAITING = 'ALREADY_WAITING',
  NOT_ELIGIBLE = 'NOT_ELIGIBLE',
  SUSPENDED = 'SUSPENDED',
  NOT_QUALIFIED = 'NOT_QUALIFIED',
  OVERLAP = 'OVERLAP',
  NOT_FULL = 'NOT_FULL',
}

const { FULL: _, ...PERSONAL } = SIGNUP_RULES;

/** The mutation's error codes are the same. */
export const WAITLIST_RULES: Rules<WaitlistBlocker> = {
  ...PERSONAL,
  ALREADY_WAITING: {
    description: 'On the waiting list already (已在候补).',
    zh: '您已在该岗位的候补名单中。',
    en: 'You are on this waiting list already.',
  },
  NOT_FULL: {
    description: 'There is a free place: sign up for it (尚有名额).',
    zh: '该岗位尚有名额,请直接报名。',
    en: 'There is a free place: sign up for it.',
  },
};

registerEnum(
  WaitlistBlocker,
  'WaitlistBlocker',
  'Why somebody cannot join the waiting list of a role (不能候补的原因).',
  WAITLIST_RULES,
);

/** In the order in which they are told. */
export enum AcceptOfferBlocker {
  OFFER_EXPIRED = 'OFFER_EXPIRED',
  NOT_OFFERED = 'NOT_OFFERED',
  CANCELLED = 'CANCELLED',
  STARTED = 'STARTED',
  ALREADY_SIGNED_UP = 'ALREADY_SIGNED_UP',
  NOT_ELIGIBLE = 'NOT_ELIGIBLE',
  SUSPENDED = 'SUSPENDED',
  NOT_QUALIFIED = 'NOT_QUALIFIED',
  OVERLAP = 'OVERLAP',
}

/** Rules about an offer itself. */
export const OFFER_RULES = {
  OFFER_EXPIRED: {
    description: 'The offer ran out; the place goes to the next one (名额保留已过期).',
    zh: '为您保留的名额已过期。',
    en: 'The place was held for you, but not so long.',
  },
  NOT_OFFERED: {
    description: 'No place is held for them (没有为其保留的名额).',
    zh: '目前没有为您保留的名额。',
    en: 'No place is held for you at the moment.',
  },
} satisfies Rules;

const { CLOSED: __, NOT_OPEN: ___, ...OF_THE_PERSON } = PERSONAL;

export const ACCEPT_BLOCKER_RULES: Rules<AcceptOfferBlocker> = { ...OFFER_RULES, ...OF_THE_PERSON };

/** The codes of accepting: why not, and what must be accepted with it. */
export const ACCEPT_OFFER_RULES = { ...ACCEPT_BLOCKER_RULES, ...RISK_RULE } satisfies Rules;

registerEnum(
  AcceptOfferBlocker,
  'AcceptOfferBlocker',
  'Why somebody cannot take the place that is held for them (不能接受名额的原因).',
  ACCEPT_BLOCKER_RULES,
);

export enum DeclineOfferBlocker {
  OFFER_EXPIRED = 'OFFER_EXPIRED',
  NOT_OFFERED = 'NOT_OFFERED',
}

registerEnum(
  DeclineOfferBlocker,
  'DeclineOfferBlocker',
  'Why somebody cannot give up the place that is held for them (不能放弃名额的原因).',
  OFFER_RULES,
);

export enum LeaveWaitlistBlocker {
  NOT_WAITING = 'NOT_WAITING',
}

/** The mutation's error codes are the same. */
export const LEAVE_RULES: Rules<LeaveWaitlistBlocker> = {
  NOT_WAITING: {
    description: 'They no longer wait (已不在候补).',
    zh: '您已不在该候补名单中。',
    en: 'You are no longer on this waiting list.',
  },
};

registerEnum(
  LeaveWaitlistBlocker,
  'LeaveWaitlistBlocker',
  'Why somebody cannot leave a waiting list (不能退出候补的原因).',
  LEAVE_RULES,
);
