import { ownCase, type Rules } from '../../../platform/errors/index.ts';

export const SUSPEND_RULES: Rules<'OWN' | 'PAST' | 'TOO_LONG' | 'ALREADY_SUSPENDED'> = {
  OWN: ownCase({
    description: 'Nobody suspends themself (不能暂停本人).',
    zh: '不能暂停本人的报名资格。',
    en: 'You cannot suspend yourself.',
  }),
  PAST: {
    description: 'It would be over already (截止时间已过).',
    zh: '截止时间应晚于现在。',
    en: 'It must end in the future.',
  },
  TOO_LONG: {
    description: 'It would last more than 1000 days (期限过长).',
    zh: '暂停期限最长 1000 天。',
    en: 'It may last 1000 days at most.',
  },
  ALREADY_SUSPENDED: {
    description: 'A decision of this school or district holds already: lift it first (已被暂停).',
    zh: '该志愿者在此范围内已被暂停,请先解除原决定。',
    en: 'This volunteer is suspended there already: lift that first.',
  },
};

export const LIFT_RULES: Rules<'OWN' | 'OVER' | 'NO_SHOWS'> = {
  OWN: ownCase({
    description: 'Nobody lifts their own suspension (不能解除本人的暂停).',
    zh: '不能解除本人的暂停。',
    en: 'You cannot lift your own suspension.',
  }),
  OVER: {
    description: 'It is over or was lifted already (已结束或已解除).',
    zh: '该暂停已结束或已解除。',
    en: 'This suspension is over already.',
  },
  NO_SHOWS: {
    description: 'It follows from absences: a school corrects these, and the district alone lifts it (因缺勤暂停).',
    zh: '该暂停由缺勤记录产生:如缺勤有误,请更正考勤,暂停随之解除;其他情况请联系区管理员。',
    en: 'This suspension follows from absences: correct the attendance where it is wrong, and it is lifted with that; otherwise ask the district.',
  },
};

export const GRANT_RULES: Rules<'OWN' | 'DATES' | 'EXPIRED' | 'ALREADY_ON_RECORD'> = {
  OWN: ownCase({
    description: 'Nobody puts their own qualification on record (不能登记本人资质).',
    zh: '不能登记本人的资质,请由他人办理。',
    en: 'Somebody else must put your qualification on record.',
  }),
  DATES: {
    description: 'It would end before it begins (起止日期颠倒).',
    zh: '失效日期不能早于生效日期。',
    en: 'It cannot end before it begins.',
  },
  EXPIRED: {
    description: 'It would have expired already (资质已过期).',
    zh: '该资质已经过期。',
    en: 'This qualification has expired already.',
  },
  ALREADY_ON_RECORD: {
    description: 'One of this name is on record for a part of that time (已登记同名资质).',
    zh: '该时段内已登记同名资质。',
    en: 'A qualification of this name is on record for that time already.',
  },
};

export const REVOKE_QUALIFICATION_RULES: Rules<'OWN' | 'ALREADY_REVOKED'> = {
  OWN: ownCase({
    description: 'Nobody decides on their own qualification (不能处理本人资质).',
    zh: '不能撤销本人的资质,请由他人办理。',
    en: 'Somebody else must decide on your qualification.',
  }),
  ALREADY_REVOKED: {
    description: 'It was revoked already (资质已撤销).',
    zh: '该资质已撤销。',
    en: 'This qualification was revoked already.',
  },
};

export const POLICY_RULES: Rules<'OUT_OF_RANGE'> = {
  OUT_OF_RANGE: {
    description: 'The value is not one that a district may set (超出允许范围).',
    zh: '该值超出允许范围。',
    en: 'This value is out of range.',
  },
};
