import { ownCase, type Rules } from '../../../../platform/errors/index.ts';
import { registerEnum } from '../../../../platform/graphql/index.ts';
import { CANCEL_SIGNUP_RULES } from '../../model/index.ts';

const { NOT_YOURS, NOT_ACTIVE } = CANCEL_SIGNUP_RULES;

/** In the order in which they are told. */
export enum RequestCancellationBlocker {
  NOT_YOURS = 'NOT_YOURS',
  NOT_ACTIVE = 'NOT_ACTIVE',
  STARTED = 'STARTED',
  STILL_FREE = 'STILL_FREE',
  ALREADY_REQUESTED = 'ALREADY_REQUESTED',
}

/** The mutation's error codes are the same. */
export const REQUEST_CANCELLATION_RULES: Rules<RequestCancellationBlocker> = {
  NOT_YOURS,
  NOT_ACTIVE,
  STARTED: {
    description: 'The shift has begun or is over (已开始).',
    zh: '该班次已经开始,不能再申请取消。',
    en: 'This shift has begun already.',
  },
  STILL_FREE: {
    description: 'It can still be taken back without asking anybody (仍可自由取消).',
    zh: '现在仍可自行取消,无需申请。',
    en: 'You can still cancel by yourself.',
  },
  ALREADY_REQUESTED: {
    description: 'A request stands already (已申请).',
    zh: '您已提交取消申请,请等待组织者处理。',
    en: 'You have asked already: wait for the organiser.',
  },
};

registerEnum(
  RequestCancellationBlocker,
  'RequestCancellationBlocker',
  'Why somebody cannot ask to be let go (不能申请取消的原因).',
  REQUEST_CANCELLATION_RULES,
);

/** The rule for decisions: nobody decides on their own sign-up. */
export const OWN_RULE = {
  OWN_SIGNUP: ownCase({
    description: "It is the caller's own (本人的报名).",
    zh: '不能审核本人的报名。',
    en: 'You cannot decide on your own sign-up.',
  }),
} satisfies Rules;

export const DECIDE_CANCELLATION_RULES = {
  ...OWN_RULE,
  NO_REQUEST: {
    description: 'No request stands (没有待处理的取消申请).',
    zh: '该报名没有待处理的取消申请。',
    en: 'Nobody asks to be let go here.',
  },
  STARTED: {
    description: 'The shift has begun or is over (已开始).',
    zh: '该班次已经开始。',
    en: 'This shift has begun already.',
  },
  REASON_MISSING: {
    description: 'Whoever is not let go is told why (缺少原因).',
    zh: '不同意时请说明原因。',
    en: 'Say why, where you do not let them go.',
  },
} satisfies Rules;
