import type { TopicCode } from '../../reference/index.ts';

export interface Theme {
  readonly title: string;
  readonly summary: string;
  readonly topics: readonly TopicCode[];
}

export const MEETING_THEMES: readonly Theme[] = [
  {
    title: '期中家长会',
    summary: '介绍半学期来的学习与班级情况，听取家长的意见。',
    topics: ['education-quality', 'home-school-community'],
  },
  {
    title: '“规范办学行为”专题家长会',
    summary: '通报学校规范办学的各项承诺，请家长监督。',
    topics: ['standardised-schooling'],
  },
  {
    title: '“减轻学生负担”专题家长会',
    summary: '说明作业总量控制与课后服务安排，一起减轻孩子的负担。',
    topics: ['lighter-burden', 'double-reduction'],
  },
  {
    title: '“提高教育质量”专题家长会',
    summary: '介绍课堂教学改进的做法，说明质量监测怎样看。',
    topics: ['education-quality'],
  },
  {
    title: '作业设计说明会',
    summary: '各学科教师说明作业怎样设计、怎样批改、怎样分层。',
    topics: ['homework', 'lighter-burden'],
  },
  { title: '课后服务说明会', summary: '介绍本学期课后服务的课程菜单与报名办法。', topics: ['after-school-service'] },
  { title: '新学期家长会', summary: '介绍新学期的安排与各科任课教师。', topics: ['home-school-community'] },
];

export const SALON_THEMES: readonly Theme[] = [
  {
    title: '家长沙龙：亲子沟通的语言',
    summary: '十几位家长围坐一起，谈谈怎样听孩子说话。',
    topics: ['parent-child-talk', 'family-education'],
  },
  { title: '家长沙龙：睡眠与健康', summary: '从作息谈起：九小时睡眠怎样安排出来。', topics: ['sleep-and-health'] },
  {
    title: '家长沙龙：陪孩子写作业',
    summary: '陪与不陪之间，分享各家的办法。',
    topics: ['homework', 'family-education'],
  },
  {
    title: '家长沙龙：看见孩子的情绪',
    summary: '心理教师与家长一起做生命守望者。',
    topics: ['life-education', 'parent-child-talk'],
  },
];

export const AGENDA: readonly string[] = [
  '学校工作介绍',
  '班主任介绍本学期情况',
  '任课教师交流',
  '作业与作息安排说明',
  '家长委员会发言',
  '自由交流与答疑',
  '优秀家庭经验分享',
  '安全教育提醒',
];

export const CANCEL_REASONS: readonly string[] = ['天气原因，另行通知时间', '与全区活动时间冲突', '主讲教师临时有公务'];

export const NOTES: readonly string[] = [
  '孩子爷爷一同参加。',
  '可能晚到十分钟。',
  '想了解作业时间的安排。',
  '当天需要值班，请假一次。',
];
