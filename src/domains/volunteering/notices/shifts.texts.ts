import { families, staff, forVolunteers, type NoticeText } from './notice-text.ts';

/** Told of shifts and their series, to volunteers and to whoever runs them. */
export const SHIFTS = {
  SHIFT_CANCELLED: forVolunteers(
    'shift',
    '班次已取消',
    'Shift called off',
    '“{shift}”{when}已取消:{reason}',
    '“{shift}”{when} does not take place: {reason}',
  ),
  SHIFT_BACK: families(
    'shift',
    '班次已恢复',
    'Shift takes place after all',
    '此前取消的“{shift}”({at})恢复进行;原报名和候补不会自动恢复,如需参加,请重新报名。',
    '“{shift}”, {at}, had been called off and takes place after all: what you had signed up or waited for is not given back by itself. Sign up anew where you can come.',
  ),
  SHIFT_MOVED: forVolunteers(
    'shift',
    '班次时间已调整',
    'Shift moved',
    '“{shift}”{was}改为{at}{where}开始,请在{until}前再次确认,否则报名将失效。',
    '“{shift}”{was} now begins at {at}{where}: confirm again before {until}, or your sign-up ends.',
  ),
  SHIFT_MOVED_WAITING: families(
    'shift',
    '候补班次时间已调整',
    'Shift moved',
    '您候补的“{shift}”{was}改为{at}{where}开始。',
    '“{shift}”{was}, for which you wait, now begins at {at}{where}.',
  ),
  SHIFT_MOVED_CLASH: forVolunteers(
    'shift',
    '报名已取消',
    'Your sign-up has ended',
    '“{shift}”{was}改为{at}开始,与您的其他安排冲突,报名已取消。',
    '“{shift}”{was} was moved to {at}, when something else occupied your time: your sign-up has ended.',
  ),
  SHIFT_PLACE_CHANGED: forVolunteers(
    'shift',
    '班次地点已调整',
    'Shift meets elsewhere',
    '“{shift}”{when}的集合地点改为:{place}。',
    '“{shift}”{when} now meets here: {place}.',
  ),
  SHIFT_SOON: forVolunteers(
    'signup',
    '志愿服务提醒',
    'Your shift is soon',
    '您报名的“{shift}”将于{at}在{place}开始,请准时到岗。',
    '“{shift}”, for which you have signed up, begins at {at}, {place}.',
  ),
  VOLUNTEERS_GONE: staff(
    'shift',
    '志愿者变动',
    'Volunteers have gone',
    '“{shift}”{when}等班次有{count}项报名因志愿者不再符合适用范围而结束。',
    'From “{shift}”{when} on {count, sign-up has, sign-ups have} ended, for the activity is not for whoever had signed up any more.',
  ),
  ORGANISER_NAMED: staff(
    'volunteer-activity',
    '您已成为活动组织者',
    'You organise an activity',
    '您已被指定为“{shift}”的组织者。',
    'You were named the organiser of “{shift}”.',
  ),
  ORGANISER_GONE: staff(
    'shift',
    '活动缺少组织者',
    'Activities without an organiser',
    '以下即将开展的志愿活动已没有组织者(共{count}项),请指定:{activities}。',
    'Nobody organises {count, activity, activities} to come any more, please name somebody: {activities}.',
  ),
  SERIES_OFF_CALENDAR: staff(
    'shift-series',
    '班次与校历冲突',
    'Shifts on days without school',
    '“{shift}”以下日期按校历不再安排,请确认取消:{dates}。',
    '“{shift}” has shifts on days for which the calendar has no place any more, please call them off: {dates}.',
  ),
} as const satisfies Readonly<Record<string, NoticeText>>;
