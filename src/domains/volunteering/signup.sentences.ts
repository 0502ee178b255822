import type { Message } from '../../platform/errors/index.ts';
import type { CancelSignupBlocker, SignupBlocker } from './signup.blockers.ts';

/** What a volunteer is told who cannot sign up. */
export const signupSentences: Readonly<Record<SignupBlocker, Message>> = {
  CANCELLED: { zh: '该班次已取消。', en: 'This shift does not take place.' },
  STARTED: { zh: '该班次已经开始,不能再报名。', en: 'This shift has begun already.' },
  CLOSED: { zh: '报名已截止。', en: 'Signing up has ended.' },
  NOT_OPEN: { zh: '报名尚未开始。', en: 'Signing up has not begun yet.' },
  ALREADY_SIGNED_UP: { zh: '您已报名该班次,不能重复报名。', en: 'You have signed up for this shift already.' },
  NOT_ELIGIBLE: { zh: '该活动面向其他家庭,您不在适用范围内。', en: 'This activity is for other families.' },
  SUSPENDED: { zh: '您的报名资格已暂停,请联系组织者。', en: 'You may not sign up for the time being: ask the organiser.' },
  NOT_QUALIFIED: { zh: '该岗位要求的资质尚未登记。', en: 'This role wants a qualification that is not on record for you.' },
  OVERLAP: { zh: '该时段与您的其他安排冲突。', en: 'Something else occupies your time then.' },
  FULL: { zh: '名额已满。', en: 'All places are taken.' },
};

/** What a volunteer is told who cannot take a sign-up back. */
export const cancelSentences: Readonly<Record<CancelSignupBlocker, Message>> = {
  NOT_YOURS: { zh: '只能取消本人的报名。', en: 'You can take back only what you have signed up for yourself.' },
  NOT_ACTIVE: { zh: '该报名已取消或未通过。', en: 'This sign-up was taken back or declined already.' },
  TOO_LATE: { zh: '已过自由取消时间,请联系组织者。', en: 'It is too late to cancel by yourself: ask the organiser.' },
};
