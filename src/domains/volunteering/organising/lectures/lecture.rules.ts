import { ownCase, type Rules } from '../../../../platform/errors/index.ts';
import { registerEnum } from '../../../../platform/graphql/index.ts';
import type { ParentLectureStatus } from '../../model/index.ts';

export enum ProposeLectureBlocker {
  NOT_IN_CLASS = 'NOT_IN_CLASS',
  CLASS_OVER = 'CLASS_OVER',
  SUSPENDED = 'SUSPENDED',
  TOO_MANY = 'TOO_MANY',
}

/** The mutation's error codes are the same. */
export const PROPOSE_RULES: Rules<ProposeLectureBlocker> = {
  NOT_IN_CLASS: {
    description: 'No child of the caller is in the class (孩子不在该班).',
    zh: '只能向孩子所在班级申请。',
    en: 'You can propose a lecture only to a class that a child of yours is in.',
  },
  CLASS_OVER: {
    description: 'The school year of the class is over (班级学年已结束).',
    zh: '该班级的学年已结束。',
    en: 'The school year of this class is over.',
  },
  SUSPENDED: {
    description: 'The volunteer may not take on anything for the time being (暂停报名资格).',
    zh: '您的报名资格已暂停,暂不能申请。',
    en: 'You may not take on anything for the time being.',
  },
  TOO_MANY: {
    description: 'Three proposals to the class are open already (待处理申请过多).',
    zh: '您已有三份申请等待处理。',
    en: 'Three of your proposals wait for an answer already.',
  },
};

registerEnum(
  ProposeLectureBlocker,
  'ProposeLectureBlocker',
  'Why the caller cannot propose a lecture to a class (不能申请家长讲堂的原因).',
  PROPOSE_RULES,
);

export interface ProposeFacts {
  readonly inClass: boolean;
  readonly over: boolean;
  readonly suspended: boolean;
  /** Proposals to the class that are not decided, or accepted and not scheduled. */
  readonly open: number;
}

const MOST_OPEN = 3;

export function proposeBlockersFor({ inClass, over, suspended, open }: ProposeFacts): ProposeLectureBlocker[] {
  const blockers: ProposeLectureBlocker[] = [];
  if (!inClass) blockers.push(ProposeLectureBlocker.NOT_IN_CLASS);
  if (over) blockers.push(ProposeLectureBlocker.CLASS_OVER);
  if (suspended) blockers.push(ProposeLectureBlocker.SUSPENDED);
  if (open >= MOST_OPEN) blockers.push(ProposeLectureBlocker.TOO_MANY);
  return blockers;
}

export enum ParentLectureAction {
  WITHDRAW = 'WITHDRAW',
  ACCEPT = 'ACCEPT',
  DECLINE = 'DECLINE',
  SCHEDULE = 'SCHEDULE',
  CANCEL = 'CANCEL',
}

registerEnum(
  ParentLectureAction,
  'ParentLectureAction',
  'What somebody may do with a parent lecture (家长讲堂可用操作).',
  {
    WITHDRAW: 'Take it back: the own one, until it is scheduled (撤回).',
    ACCEPT: 'Say that the class wants it; a time is found later (采纳).',
    DECLINE: 'Decline it (不采纳).',
    SCHEDULE: 'Give it a time and a place (排定).',
    CANCEL: 'Cancel it before it begins (取消).',
  },
);

export interface LectureFacts {
  readonly now: Date;
  readonly status: ParentLectureStatus;
  readonly own: boolean;
  readonly decides: boolean;
  /** The start of its shift, where it has one. */
  readonly startsAt: Date | null;
}

interface StageActions {
  /** Of the guardian whose own it is. */
  readonly own: readonly ParentLectureAction[];
  /** Of whoever decides. */
  readonly decides: readonly ParentLectureAction[];
  /** They decide no more once it has begun. */
  readonly endsAtStart?: true;
}

const { WITHDRAW, ACCEPT, DECLINE, SCHEDULE, CANCEL } = ParentLectureAction;
const OVER: StageActions = { own: [], decides: [] };

const ACTIONS: Readonly<Record<ParentLectureStatus, StageActions>> = {
  PROPOSED: { own: [WITHDRAW], decides: [ACCEPT, DECLINE, SCHEDULE] },
  ACCEPTED: { own: [WITHDRAW], decides: [DECLINE, SCHEDULE] },
  SCHEDULED: { own: [], decides: [CANCEL], endsAtStart: true },
  DECLINED: OVER,
  WITHDRAWN: OVER,
  CANCELLED: OVER,
};

/** Nobody decides on their own lecture, though they teach the class. */
export function actionsFor({ now, status, own, decides, startsAt }: LectureFacts): readonly ParentLectureAction[] {
  const actions = ACTIONS[status];
  if (own) return actions.own;
  return decides && (!actions.endsAtStart || (startsAt !== null && now < startsAt)) ? actions.decides : [];
}

/** It stands where the action is no longer, or not yet, possible. */
export const STATUS_RULES: Rules<'WRONG_STATUS'> = {
  WRONG_STATUS: {
    description: 'It stands where this cannot be done (当前状态不允许此操作).',
    zh: '当前状态不允许此操作,请刷新后再看。',
    en: 'This cannot be done as it now stands: look again.',
  },
};

/** The same for whoever decides, who is never the parent. */
export const DECIDE_LECTURE_RULES: Rules<'WRONG_STATUS' | 'OWN'> = {
  ...STATUS_RULES,
  OWN: ownCase({
    description: 'Nobody decides on their own lecture (不能审核本人的家长讲堂).',
    zh: '不能处理本人申请的家长讲堂,请由其他老师处理。',
    en: 'Somebody else must decide on your own lecture.',
  }),
};

export const SCHEDULE_RULES: Rules<
  'WRONG_STATUS' | 'OWN' | 'PAST' | 'TIMES' | 'LEFT' | 'SUSPENDED' | 'OVERLAP' | 'ROOM_TAKEN' | 'CLASS_TAKEN'
> = {
  ...DECIDE_LECTURE_RULES,
  PAST: {
    description: 'It would begin in the past (开始时间已过).',
    zh: '开始时间应晚于现在。',
    en: 'It must begin in the future.',
  },
  TIMES: {
    description: 'It would end before it begins, or last longer than four hours (起止时间不当).',
    zh: '结束时间应晚于开始时间,且不超过四小时。',
    en: 'It must end after it begins, within four hours.',
  },
  LEFT: {
    description: 'The guardian no longer has a child in the class, or its school year is over (孩子已不在该班).',
    zh: '该家长的孩子已不在该班。',
    en: 'The guardian no longer has a child in this class.',
  },
  SUSPENDED: {
    description: 'The volunteer may not take on anything for the time being (暂停报名资格).',
    zh: '该家长目前不能承担志愿服务。',
    en: 'This guardian may not take on anything for the time being.',
  },
  OVERLAP: {
    description: 'Something else occupies the time of the guardian (家长时间冲突).',
    zh: '该时段与家长的其他安排冲突。',
    en: 'The guardian is engaged at that time.',
  },
  ROOM_TAKEN: {
    description: 'The room is taken at that time (场地已被占用).',
    zh: '该时段场地已被占用。',
    en: 'The room is taken at that time.',
  },
  CLASS_TAKEN: {
    description: 'The class has another lecture at that time (班级已有讲堂).',
    zh: '该班级在该时段已有家长讲堂。',
    en: 'The class has another lecture at that time.',
  },
};
