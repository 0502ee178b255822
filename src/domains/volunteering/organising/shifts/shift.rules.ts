import type { Rules } from '../../../../platform/errors/index.ts';

/** Rules for the times of a shift, whoever sets them. */
export const TIME_RULES = {
  STARTS_IN_PAST: {
    description: 'It would have begun already (开始时间已过).',
    zh: '开始时间已过。',
    en: 'It would have begun already.',
  },
  ENDS_BEFORE_START: {
    description: 'It would end before it begins (结束早于开始).',
    zh: '结束时间应晚于开始时间。',
    en: 'It must end after it begins.',
  },
  TOO_LONG: {
    description: 'It would last more than a day (时长超过一天).',
    zh: '一个班次最长24小时。',
    en: 'A shift lasts a day at most.',
  },
  SIGNUP_WINDOW: {
    description:
      'Signing up would end before it opens, or signing up or free cancelling after the start (报名时间不合理).',
    zh: '报名应先开放后截止,报名和自由取消都应在开始前截止。',
    en: 'Signing up opens before it ends, and both signing up and free cancelling end by the start.',
  },
} satisfies Rules;

/** A shift is changed until it begins, and no longer. */
export const STARTED_RULE = {
  STARTED: {
    description: 'It has begun or is over (已开始).',
    zh: '该班次已经开始,不能再修改。',
    en: 'This shift has begun already.',
  },
} satisfies Rules;

export const PUBLISH_RULES = {
  ACTIVITY_NOT_PUBLISHED: {
    description: 'Its activity is still a draft (活动未发布).',
    zh: '请先发布活动。',
    en: 'Publish the activity first.',
  },
} satisfies Rules;

/** Rules for the roles of a shift. */
export const ROLE_RULES = {
  CAPACITY_RANGE: {
    description: 'Places are 1 to 1000, and the minimum is at most as many (名额或最少人数不合理).',
    zh: '名额应为1到1000,最少人数不能超过名额。',
    en: 'A role has 1 to 1000 places, and a minimum of at most as many.',
  },
  TOO_MANY_ROLES: {
    description: 'A shift has ten roles at most (岗位过多).',
    zh: '一个班次最多10个岗位。',
    en: 'A shift has ten roles at most.',
  },
} satisfies Rules;

export const CHANGE_ROLE_RULES = {
  CAPACITY_BELOW_CONFIRMED: {
    description: 'More volunteers than that have a place already (少于已确认人数).',
    zh: '名额不能少于已确认的人数。',
    en: 'More volunteers than that have a place already.',
  },
  HAS_SIGNUPS: {
    description: 'Somebody has signed up under what it says now (已有人报名).',
    zh: '已有人报名或候补,不能修改此项。',
    en: 'Somebody has signed up for it or waits for it already.',
  },
} satisfies Rules;

export const REMOVE_ROLE_RULES = {
  HAS_SIGNUPS: CHANGE_ROLE_RULES.HAS_SIGNUPS,
  LAST_ROLE: {
    description: 'A shift needs a role (最后一个岗位).',
    zh: '班次至少要有一个岗位。',
    en: 'A shift needs at least one role.',
  },
} satisfies Rules;
