import type { Transaction } from '../../platform/commands/index.ts';
import type { Message } from '../../platform/errors/index.ts';

/** What a volunteer or an organiser is told, with `{name}` where a parameter goes. */
export interface NoticeText {
  readonly title: Message;
  readonly body: Message;
}

const text = (zhTitle: string, enTitle: string, zhBody: string, enBody: string): NoticeText =>
  ({ title: { zh: zhTitle, en: enTitle }, body: { zh: zhBody, en: enBody } });

/** All that this domain tells people. `{shift}` is the title of the activity and the role, `{at}` a moment, `{reason}` why. */
export const NOTICES = {
  PLACE_OFFERED: text('候补名额', 'A place for you', '“{shift}”有一个名额为您保留至{at},请尽快确认。', 'A place in “{shift}” is held for you until {at}.'),
  OFFER_EXPIRED: text('候补名额已过期', 'Offer expired', '为您保留的“{shift}”名额已于{at}过期。', 'The place in “{shift}” that was held for you until {at} has gone to the next one.'),
  OFFER_WITHDRAWN: text('候补名额已收回', 'Offer taken back', '“{shift}”名额减少,为您保留的名额已收回;您的候补顺序不变。', '“{shift}” has fewer places: the one held for you was taken back. You keep your turn.'),
  WAITLIST_SKIPPED: text('候补轮空', 'Passed over', '“{shift}”有名额,但您当时不能报名,名额已顺延。您仍在候补。', 'A place in “{shift}” went to the next one, because you could not have it then. You still wait.'),
  WAITLIST_CLOSED: text('候补已结束', 'Waiting list ended', '“{shift}”的候补已结束。', 'The waiting list of “{shift}” has ended.'),
  CANCELLATION_REQUESTED: text('申请取消报名', 'Asks to be let go', '一位志愿者申请取消“{shift}”的报名。', 'A volunteer asks to be let go from “{shift}”.'),
  CANCELLATION_GRANTED: text('已同意取消', 'You are let go', '组织者已同意您取消“{shift}”的报名。', 'The organiser lets you go from “{shift}”.'),
  CANCELLATION_DECLINED: text('未同意取消', 'You are still expected', '组织者未同意您取消“{shift}”的报名:{reason}', 'The organiser still counts on you in “{shift}”: {reason}'),
  STAND_IN_ASKED: text('请您替班', 'Could you stand in?', '家人请您替班“{shift}”,请在{at}前答复。', 'Somebody of your family asks you to take over “{shift}”: answer before {at}.'),
  STAND_IN_DONE: text('已替班', 'Somebody stands in for you', '已有人接替您在“{shift}”的岗位。', 'Somebody has taken over your place in “{shift}”.'),
  STAND_IN_DECLINED: text('替班未成', 'Nobody stands in', '对方未接受“{shift}”的替班,您的报名仍然有效。', 'Your offer to hand over “{shift}” was declined: your sign-up stands.'),
  STAND_IN_TO_DECIDE: text('替班待审核', 'A stand-in to decide on', '“{shift}”有一项替班申请待审核。', 'A stand-in for “{shift}” waits for your decision.'),
  STAND_IN_REJECTED: text('替班未通过', 'Stand-in not approved', '组织者未同意“{shift}”的替班:{reason}', 'The organiser did not approve the stand-in for “{shift}”: {reason}'),
  SHIFT_CANCELLED: text('班次已取消', 'Shift called off', '“{shift}”已取消:{reason}', '“{shift}” does not take place: {reason}'),
  SHIFT_MOVED: text('班次时间已调整', 'Shift moved', '“{shift}”改为{at}开始,请在{until}前再次确认,否则名额将释放。', '“{shift}” now begins at {at}: confirm again before {until}, or your place goes to somebody else.'),
  SHIFT_MOVED_WAITING: text('候补班次时间已调整', 'Shift moved', '您候补的“{shift}”改为{at}开始。', '“{shift}”, for which you wait, now begins at {at}.'),
  SHIFT_MOVED_CLASH: text('报名已取消', 'Your sign-up has ended', '“{shift}”改为{at}开始,与您的其他安排冲突,报名已取消。', '“{shift}” now begins at {at}, when something else occupies your time: your sign-up has ended.'),
  SHIFT_PLACE_CHANGED: text('班次地点已调整', 'Shift meets elsewhere', '“{shift}”的集合地点改为:{place}', '“{shift}” now meets here: {place}'),
  SIGNUP_APPROVED: text('报名已通过', 'You are in', '您报名的“{shift}”已通过审核。', 'The organiser confirms your place in “{shift}”.'),
  SIGNUP_REJECTED: text('报名未通过', 'Not this time', '您报名的“{shift}”未通过:{reason}', 'The organiser declined your sign-up for “{shift}”: {reason}'),
  SIGNUP_RELEASED: text('名额已释放', 'Your place has gone', '您未在{until}前再次确认“{shift}”,名额已释放。', 'You did not confirm “{shift}” again before {until}: your place has gone to somebody else.'),
  VOLUNTEER_SUSPENDED: text('报名资格暂停', 'You may not sign up', '您的报名资格暂停至{at}:{reason}。已报名的班次不受影响。', 'You may not sign up until {at}: {reason}. What you have signed up for stays yours.'),
  SUSPENSION_LIFTED: text('报名资格恢复', 'You may sign up again', '您的报名资格已恢复:{reason}', 'You may sign up again: {reason}'),
  LECTURE_PROPOSED: text('家长讲堂申请', 'A lecture is proposed', '一位家长申请讲“{lecture}”,请审核。', 'A parent proposes the lecture “{lecture}”: please decide.'),
  LECTURE_ACCEPTED: text('家长讲堂已采纳', 'Your lecture is wanted', '班级希望您来讲“{lecture}”,时间待定。', 'The class would like to hear “{lecture}”; the time is to be found.'),
  LECTURE_DECLINED: text('家长讲堂未采纳', 'Lecture declined', '“{lecture}”未采纳:{reason}', '“{lecture}” was declined: {reason}'),
  LECTURE_SCHEDULED: text('家长讲堂已排定', 'Your lecture has a time', '“{lecture}”定于{at}在{place}进行。', '“{lecture}” takes place at {at}, {place}.'),
  NO_SHOW_NOTED: text('缺勤登记', 'Noted as missing', '您被登记为“{shift}”缺勤;如有误,请联系组织者更正。', 'You were noted as missing at “{shift}”: ask the organiser if that is wrong.'),
  SERVICE_TO_DECIDE: text('服务记录待审核', 'Service to decide on', '“{shift}”有一条服务记录待审核。', 'A service record of “{shift}” waits for your decision.'),
  SERVICE_APPROVED: text('服务记录已通过', 'Your service counts', '您在“{shift}”的服务记录已通过。', 'Your service at “{shift}” was approved.'),
  SERVICE_REJECTED: text('服务记录未通过', 'Service not approved', '您在“{shift}”的服务记录未通过:{reason}', 'Your service at “{shift}” was not approved: {reason}'),
  CERTIFICATE_REVOKED: text('证明已撤销', 'Certificate revoked', '您的志愿服务记录证明{number}已撤销:{reason}', 'Your certificate {number} was revoked: {reason}'),
} as const satisfies Readonly<Record<string, NoticeText>>;

export type NoticeKind = keyof typeof NOTICES;

export interface Telling {
  /** Bare ids of the persons who are told. */
  readonly to: readonly string[];
  readonly params?: Readonly<Record<string, string | Date | null>>;
  /** Bare id of the row that it is about. */
  readonly about: string;
}

/**
 * The one place where notices of volunteering are written: with what they tell of, in one transaction. Nothing collects
 * them yet.
 */
export function tell(_tx: Transaction, _kind: NoticeKind, _telling: Telling): Promise<void> {
  return Promise.resolve();
}
