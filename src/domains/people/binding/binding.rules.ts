import { ownCase, type Rules } from '../../../platform/errors/index.ts';

/** How long a code is good, in days, where nothing else is said, and at most. */
export const CODE_DAYS = { usual: 14, most: 60 } as const;
/** Pupils for whom one call issues codes. */
export const MOST_CODES = 100;

/** A pupil who has left goes to no school that could answer for a new guardian; guardians they have are dealt with as before. */
const LEFT_SCHOOL = {
  description: 'The pupil has left the school, which gives nobody a right to them any more (学生已离校).',
  zh: '该学生已离校,不能再新增家长。',
  en: 'The pupil has left the school: nobody new can be bound to them.',
};

/** Guardian of the pupil, or asks to be one, or is kept from it. */
const OWN_CHILD = ownCase({
  description:
    "The pupil is the caller's own child, or the caller asks to be their guardian or is kept from them: somebody else decides who else is one (不能处理本人子女的其他家长).",
  zh: '您本人是该学生的家长,或与该学生的监护关系由学校处理,不能处理其他家长,请由其他老师处理。',
  en: 'This is about your own child, or one whose guardian you ask to be or may not be: somebody else must decide.',
});

export const ISSUE_CODE_RULES: Rules<'NO_STUDENTS' | 'TOO_MANY' | 'LEFT_SCHOOL'> = {
  NO_STUDENTS: {
    description: 'There is nobody to issue a code for (没有学生).',
    zh: '没有可发放绑定码的学生。',
    en: 'There are no pupils to issue codes for.',
  },
  TOO_MANY: {
    description: 'More than a hundred pupils at once (一次过多).',
    zh: `一次最多为 ${MOST_CODES} 名学生发放。`,
    en: `At most ${MOST_CODES} pupils at a time.`,
  },
  LEFT_SCHOOL,
};

export const REVOKE_CODE_RULES: Rules<'NOT_IN_FORCE'> = {
  NOT_IN_FORCE: {
    description: 'It was used, revoked or has expired (绑定码已失效).',
    zh: '该绑定码已使用、作废或过期。',
    en: 'This code was used, revoked or has expired.',
  },
};

export const PRINT_RULES: Rules<'NO_CODES'> = {
  NO_CODES: {
    description: 'No code of the class is in force (没有有效的绑定码).',
    zh: '该班级没有有效的绑定码,请先发放。',
    en: 'No code of this class is in force: issue some first.',
  },
};

export type BindRule = 'CODE_INVALID' | 'TOO_MANY_ATTEMPTS' | 'ALREADY_BOUND' | 'BLOCKED' | 'NAME_NEEDED';

export const BIND_RULES: Rules<BindRule> = {
  CODE_INVALID: {
    description: 'No code in force: mistyped, used, revoked or expired (绑定码无效).',
    zh: '绑定码无效:可能输入有误、已使用、已作废或已过期。',
    en: 'This is no code in force: it may be mistyped, used, revoked or expired.',
  },
  TOO_MANY_ATTEMPTS: {
    description: 'Too many wrong codes within 24 hours (尝试次数过多).',
    zh: '绑定码错误次数过多,请 24 小时后再试,或联系班主任。',
    en: 'Too many wrong codes: try again in 24 hours, or ask the homeroom teacher.',
  },
  ALREADY_BOUND: {
    description: 'Bound to this child already, or the request waits for approval (已绑定或待审核).',
    zh: '您已绑定该学生,或申请正在审核。',
    en: 'You are bound to this child already, or your request waits for approval.',
  },
  BLOCKED: {
    description: 'The school has blocked the caller for this child (已被限制).',
    zh: '学校已限制您与该学生的绑定,请联系学校。',
    en: 'The school does not allow this: ask the school.',
  },
  NAME_NEEDED: {
    description: 'The caller has not told their name yet (缺少姓名).',
    zh: '请填写您的姓名。',
    en: 'Tell your name.',
  },
};

export type DecideRule =
  | 'NOT_PENDING'
  | 'OWN_REQUEST'
  | 'OWN_CHILD'
  | 'HOUSEHOLD_NEEDED'
  | 'HOUSEHOLD_OF_OTHERS'
  | 'TOO_MANY_HOUSEHOLDS'
  | 'LEFT_SCHOOL';

export const DECIDE_RULES: Rules<DecideRule> = {
  NOT_PENDING: {
    description: 'It was decided already (已处理).',
    zh: '该申请已处理。',
    en: 'This was decided already.',
  },
  OWN_REQUEST: ownCase({
    description: "The caller's own request: somebody else decides (不能审核本人申请).",
    zh: '不能审核本人的申请,请由其他老师处理。',
    en: 'This is your own request: somebody else must decide.',
  }),
  OWN_CHILD,
  HOUSEHOLD_NEEDED: {
    description: 'The pupil lives in two households: say which one the guardian joins (请指定家庭).',
    zh: '该学生属于两个家庭,请指定家长加入哪一个。',
    en: 'The pupil lives in two households: say which one the guardian joins.',
  },
  HOUSEHOLD_OF_OTHERS: {
    description: 'The pupil does not live in that household (不是该学生的家庭).',
    zh: '该学生不属于所指定的家庭。',
    en: 'The pupil does not live in that household.',
  },
  TOO_MANY_HOUSEHOLDS: {
    description: 'The pupil lives in two households already (家庭已达上限).',
    zh: '该学生已属于两个家庭。',
    en: 'The pupil lives in two households already.',
  },
  LEFT_SCHOOL,
};

export type TieRule = 'NOT_ACTIVE' | 'NOT_BLOCKED' | 'OWN' | 'OWN_CHILD';

export const TIE_RULES: Rules<TieRule> = {
  NOT_ACTIVE: {
    description: 'The guardianship is not in force (监护关系未生效).',
    zh: '该监护关系未生效或已结束。',
    en: 'This guardianship is not in force.',
  },
  NOT_BLOCKED: {
    description: 'The guardian is not blocked (未屏蔽).',
    zh: '该家长未被屏蔽。',
    en: 'This guardian is not blocked.',
  },
  OWN: ownCase({
    description: "The caller's own guardianship: somebody else decides (不能处理本人的监护关系).",
    zh: '不能处理本人的监护关系,请由其他老师处理。',
    en: 'This is your own guardianship: somebody else must decide.',
  }),
  OWN_CHILD,
};

export const CORRECT_NAME_RULES: Rules<'OWN' | 'OWN_CHILD' | 'OF_STAFF'> = {
  OWN: ownCase({
    description: "The caller's own name: somebody else corrects it (不能更正本人姓名).",
    zh: '不能更正本人的姓名,请由其他老师处理。',
    en: 'This is your own name: somebody else must correct it.',
  }),
  OWN_CHILD,
  OF_STAFF: {
    description: 'They are of the staff: their name is in the staff record (教职工姓名在教职工档案中更正).',
    zh: '该家长是教职工,请在教职工档案中更正姓名。',
    en: 'They are of the staff: correct the name in the staff record.',
  },
};
