import { ownCase, type Rule, type Rules } from '../../../../platform/errors/index.ts';
import { registerEnum } from '../../../../platform/graphql/index.ts';

const CODE_NOT_VALID: Rule = {
  description: 'The code is no check-in code of the shift, or not of that moment (签到码无效).',
  zh: '签到码无效或已过期,请重新扫码。',
  en: 'This code is not valid, or not any more: scan it again.',
};
const NOT_SIGNED_UP: Rule = {
  description: 'There is no confirmed sign-up for the shift (没有已确认的报名).',
  zh: '没有该班次已确认的报名。',
  en: 'There is no confirmed sign-up for this shift.',
};
const NOT_ELIGIBLE: Rule = {
  description: 'The activity is not for the volunteer any more (不再符合适用范围).',
  zh: '该志愿者已不在活动的适用范围内。',
  en: 'This activity is not for the volunteer any more.',
};
const TOO_EARLY: Rule = {
  description: 'Checking in has not begun (尚未到签到时间).',
  zh: '尚未到签到时间。',
  en: 'It is too early to check in.',
};
const OVER: Rule = {
  description: 'The shift is over (班次已结束).',
  zh: '班次已结束,请联系组织者。',
  en: 'This shift is over: ask the organiser.',
};
const NOT_CHECKED_IN: Rule = {
  description: 'The volunteer has not checked in (尚未签到).',
  zh: '尚未签到,不能签退。',
  en: 'There is no check-in to check out from.',
};
const BEFORE_CHECK_IN: Rule = {
  description: 'They would leave before they came (签退早于签到).',
  zh: '签退时间不能早于签到时间。',
  en: 'Nobody leaves before they came.',
};
const NOT_YET: Rule = {
  description: 'It has not happened yet; that somebody did not come is known when the shift is over (尚未发生).',
  zh: '尚未到该时间,不能登记。',
  en: 'This has not happened yet.',
};

const APPEALED: Rule = {
  description:
    'The volunteer has appealed for their service at the shift: the administration says what it was (服务记录已申诉).',
  zh: '您已对该班次的服务记录提出申诉,以学校管理员的复核为准。',
  en: 'You have appealed for your service at this shift: the administration says what it was.',
};

const REJECTED: Rule = {
  description: 'Service of theirs at the shift was rejected: they can appeal against that (服务记录未通过).',
  zh: '您在该班次的服务记录未通过,如有异议请提出申诉。',
  en: 'Your service at this shift was rejected: you can appeal against that.',
};

export enum CheckInBlocker {
  NOT_SIGNED_UP = 'NOT_SIGNED_UP',
  NOT_ELIGIBLE = 'NOT_ELIGIBLE',
  TOO_EARLY = 'TOO_EARLY',
  OVER = 'OVER',
}

registerEnum(CheckInBlocker, 'CheckInBlocker', 'Why somebody cannot check in (不能签到的原因).', {
  NOT_SIGNED_UP,
  NOT_ELIGIBLE,
  TOO_EARLY,
  OVER,
});

export enum CheckOutBlocker {
  NOT_SIGNED_UP = 'NOT_SIGNED_UP',
  NOT_CHECKED_IN = 'NOT_CHECKED_IN',
  BEFORE_CHECK_IN = 'BEFORE_CHECK_IN',
}

registerEnum(CheckOutBlocker, 'CheckOutBlocker', 'Why somebody cannot check out (不能签退的原因).', {
  NOT_SIGNED_UP,
  NOT_CHECKED_IN,
  BEFORE_CHECK_IN,
});

export const SHOW_CODE_RULES = {
  CANCELLED: {
    description: 'The shift does not take place (班次未排定).',
    zh: '该班次未发布或已取消。',
    en: 'This shift is not published, or was called off.',
  },
  TOO_EARLY: { ...TOO_EARLY, zh: '尚未到出示签到码的时间。', en: 'It is too early to show the code.' },
  OVER: { ...OVER, zh: '班次已结束,请用名单登记。', en: 'This shift is over: keep the list instead.' },
} as const satisfies Rules;

export const CHECK_IN_RULES = { CODE_NOT_VALID, NOT_SIGNED_UP, NOT_ELIGIBLE, TOO_EARLY, OVER } as const satisfies Rules<
  CheckInBlocker | 'CODE_NOT_VALID'
>;
export const CHECK_OUT_RULES = {
  CODE_NOT_VALID,
  NOT_SIGNED_UP,
  NOT_CHECKED_IN,
  BEFORE_CHECK_IN,
  APPEALED,
  REJECTED,
} as const satisfies Rules<CheckOutBlocker | 'CODE_NOT_VALID' | 'APPEALED' | 'REJECTED'>;

export const REPORT_RULES = {
  ...CHECK_IN_RULES,
  ...CHECK_OUT_RULES,
  NONCE_USED: {
    description: 'The nonce was used for something else (随机数已使用).',
    zh: '该记录编号已用于另一条记录。',
    en: 'This nonce was used for something else.',
  },
  TOO_LATE: {
    description: 'The time for sending it is over: ask the organiser (已过补传时限).',
    zh: '已过补传时限,请联系组织者登记。',
    en: 'It is too late to send this: ask the organiser.',
  },
} as const satisfies Rules;

export const RECORD_RULES = {
  NOT_SIGNED_UP,
  NOT_ELIGIBLE,
  NOT_CHECKED_IN,
  NOT_YET,
  BEFORE_CHECK_IN: {
    ...BEFORE_CHECK_IN,
    zh: '签退时间不能早于签到时间,请检查两个时间是否填反。',
    en: 'Nobody leaves before they came: see whether the two times are the wrong way round.',
  },
  TOO_EARLY: {
    ...TOO_EARLY,
    description: 'The check-in lies before the shift is open for it (签到早于开放时间).',
    zh: '签到时间不在该班次内:早于开放签到的时间,请核对日期和时间。',
    en: 'The check-in lies outside the shift: it was not open for it yet. Look at the day and the time.',
  },
  OVER: {
    ...OVER,
    description: 'The check-in lies after the end of the shift (签到晚于班次结束).',
    zh: '签到时间不在该班次内:须早于班次结束时间,请核对日期和时间。',
    en: 'The check-in lies outside the shift, which had ended by then. Look at the day and the time.',
  },
  OWN: ownCase({
    description: 'Nobody keeps their own attendance (不能登记本人考勤).',
    zh: '不能登记本人的考勤,请由其他管理人员登记。',
    en: 'Somebody else must note your own attendance.',
  }),
  EXCUSED: {
    description:
      'They asked to be let go and had no answer, did not confirm a new time, or had no right to the place while the shift ran: who does not come then is excused (应作请假处理).',
    zh: '该志愿者的取消申请未获答复、未再次确认新时间,或班次进行时不在适用范围内,不能登记缺勤,请登记请假。',
    en: 'Their request to be let go was not answered, the new time not confirmed, or the shift was not for them while it ran: note them as excused.',
  },
  CAME: {
    description:
      'They have checked in: who has shown so by the code of the shift is noted as missing, and whoever came as excused, only where the check-in is withdrawn on purpose, with withdrawsCheckIn (已签到).',
    zh: '该志愿者已签到;如签到有误,请同时选择撤回签到(withdrawsCheckIn: true),再登记缺勤或请假。',
    en: 'They have checked in: if that is wrong, withdraw the check-in as you note it (withdrawsCheckIn: true).',
  },
  SERVED: {
    description: 'Service of theirs at the shift was approved: it is rejected first (已有通过的服务记录).',
    zh: '该志愿者在此班次已有通过的服务记录,须先审核不通过。',
    en: 'Their service at this shift was approved: reject that first.',
  },
  BY_ANOTHER: {
    description:
      'The volunteer has appealed for the service: it is corrected by an administrator other than whoever had rejected it (须由其他管理员更正).',
    zh: '该志愿者已对服务记录提出申诉,其结果须由原审核人以外的学校管理员更正。',
    en: 'The volunteer has appealed for this service: an administrator other than the one who had rejected it corrects what was decided.',
  },
  REJECTED_BY_ANOTHER: {
    description:
      'Somebody else has rejected the service: they correct it, or an administrator does; the volunteer can appeal (须由审核人或学校管理员更正).',
    zh: '该服务记录已由他人审核不通过,须由原审核人或学校管理员更正;志愿者本人可以申诉。',
    en: 'Somebody else has rejected this service: they correct it, or an administrator does, and the volunteer can appeal.',
  },
  CERTIFIED: {
    description: 'A valid certificate rests on the service: it is revoked first (已出具证明).',
    zh: '该服务时长已出具证明,须先撤销证明。',
    en: 'A certificate rests on this service: revoke it first.',
  },
} as const satisfies Rules;
