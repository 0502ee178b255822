import type { Rules } from '../../../../platform/errors/index.ts';

/** A term of every day of the week is less. */
export const MOST_SHIFTS = 200;

export const SERIES_RULES = {
  TOO_MANY_SHIFTS: {
    description: `The rule asks for more than ${MOST_SHIFTS} shifts (班次过多).`,
    zh: `一次最多安排 ${MOST_SHIFTS} 个班次。`,
    en: `A series has ${MOST_SHIFTS} shifts at most.`,
  },
  NO_OCCURRENCES: {
    description: 'No day to come fits the rule (没有符合规则的日期).',
    zh: '没有符合规则的日期(节假日已跳过)。',
    en: 'No day to come fits the rule; holidays are left out.',
  },
  ENDS_BEFORE_START: {
    description: 'It would end before it begins (结束早于开始).',
    zh: '结束应晚于开始。',
    en: 'It must end after it begins.',
  },
  SIGNUP_WINDOW: {
    description: 'Signing up would end before it opens, or after the start (报名时间不合理).',
    zh: '报名应先开放后截止,并在开始前截止。',
    en: 'Signing up opens before it ends, and ends by the start.',
  },
  DATES_TOO_LONG: {
    description: 'The dates span more than 400 days (日期跨度过长).',
    zh: '重复班次最长跨400天。',
    en: 'A series spans 400 days at most.',
  },
} satisfies Rules;

/** Rules for changing a series that has been split. */
export const PARTS_RULES = {
  GOES_ON: {
    description: 'The series goes on from there by another rule, which is changed by itself (与后续安排重叠).',
    zh: '该重复班次此后已有后续安排:请在后续安排开始之前结束,或修改后续安排。',
    en: 'From then on this series goes on by another rule: end it before, or change what goes on.',
  },
} satisfies Rules;

export const AHEAD_RULES = {
  NOTHING_AHEAD: {
    description: 'No shift of the series that could be changed is still to come (没有可修改的后续班次).',
    zh: '没有可修改的后续班次。',
    en: 'No shift of this series that could be changed is still to come.',
  },
} satisfies Rules;

export const SERIES_ROLE_RULES = {
  NAME_TAKEN: {
    description: 'Another role of a shift has this name already (岗位重名).',
    zh: '班次中已有同名的其他岗位。',
    en: 'Another role has this name already.',
  },
} satisfies Rules;
