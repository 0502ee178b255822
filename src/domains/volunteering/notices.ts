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
