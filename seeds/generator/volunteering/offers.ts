import { ActivityKind } from '../../../src/domains/volunteering/index.ts';
import type { TopicCode } from '../../reference/index.ts';

export interface Offer {
  readonly kind: ActivityKind;
  readonly titles: readonly string[];
  readonly purpose: string;
  readonly riskNotice: string;
  readonly place: string;
  readonly roles: readonly string[];
  readonly topic: TopicCode;
  /** Minutes of the day at which shifts begin; two of them take turns. */
  readonly begins: readonly number[];
  readonly minutes: number;
}

const HOUR = 60;

/** All of them before the evening, when meetings are held. */
export const OFFERS: readonly Offer[] = [
  {
    kind: ActivityKind.GATE_DUTY,
    titles: ['秋季学期护学岗', '早间护学岗', '放学护学岗'],
    place: '学校东门',
    purpose: '上学和放学时段在校门口引导学生安全通行。',
    riskNotice: '在道路旁活动，请穿反光背心，听从民警与教师的安排。',
    roles: ['引导员', '秩序员'],
    topic: 'home-school-community',
    begins: [7 * HOUR, 16 * HOUR + 10],
    minutes: 60,
  },
  {
    kind: ActivityKind.LIBRARY,
    titles: ['图书馆整理日', '午间借阅服务', '好书漂流'],
    place: '图书馆',
    purpose: '整理图书，陪伴学生借阅。',
    riskNotice: '搬运图书时注意防止砸伤。',
    roles: ['借阅员', '整理员'],
    topic: 'education-quality',
    begins: [11 * HOUR + 40],
    minutes: 80,
  },
  {
    kind: ActivityKind.EVENT_SUPPORT,
    titles: ['运动会志愿服务', '科技节志愿服务', '校园开放日志愿服务'],
    place: '操场',
    purpose: '协助组织校园活动，维持秩序，拍摄记录。',
    riskNotice: '户外活动，请注意防晒与补水；拍摄须经学校同意。',
    roles: ['签到员', '摄影员'],
    topic: 'home-school-community',
    begins: [9 * HOUR + 30, 13 * HOUR + 40],
    minutes: 120,
  },
  {
    kind: ActivityKind.PARENT_LECTURE,
    titles: ['家长讲堂：我的职业', '家长讲堂：让家长走进校园', '家长讲堂：传统手艺'],
    place: '阶梯教室',
    purpose: '家长走进课堂，向学生介绍自己的职业与爱好。',
    riskNotice: '如需携带器材，请提前告知学校。',
    roles: ['主讲家长', '课堂助教'],
    topic: 'family-education',
    begins: [15 * HOUR],
    minutes: 60,
  },
  {
    kind: ActivityKind.OTHER,
    titles: ['课后服务值守', '校园菜地照管', '失物招领整理'],
    place: '教学楼大厅',
    purpose: '在课后服务时段协助教师照看学生。',
    riskNotice: '请勿单独与学生处于封闭空间。',
    roles: ['值守员', '联络员'],
    topic: 'after-school-service',
    begins: [16 * HOUR + 20, 8 * HOUR + 10],
    minutes: 60,
  },
];

export const CONTACTS: readonly string[] = ['德育处', '教导处', '家长学校办公室', '少先队大队部'];
export const CANCELLED_ACTIVITY = '活动安排调整';
export const CANCELLED_SHIFT: readonly string[] = ['天气原因', '与学校活动时间冲突'];
export const SIGNUP_OF_CANCELLED_SHIFT = '班次取消';
export const TAKEN_BACK: readonly string[] = ['临时加班', '孩子生病', '行程有变'];
export const REJECTED: readonly string[] = ['名额有限，优先未参加过的家庭', '与岗位要求不符'];

export const QUALIFICATIONS = [
  { qualification: '红十字救护员证', role: '急救员' },
  { qualification: '心理咨询师证', role: '倾听员' },
] as const;
