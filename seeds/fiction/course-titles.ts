import type { TopicCode } from '../reference/index.ts';

export interface CourseTitle {
  readonly title: string;
  readonly summary: string;
  readonly topics: readonly TopicCode[];
}

/** The first two are those that the source documents name. */
const COURSES: readonly CourseTitle[] = [
  {
    title: '国家和北京市“双减”政策分析',
    summary: '逐条梳理国家与北京市的政策，说明对家庭意味着什么。',
    topics: ['double-reduction', 'lighter-burden'],
  },
  {
    title: '家校社联动做好生命守望者',
    summary: '家庭、学校与社区怎样一起守护孩子的生命与心理健康。',
    topics: ['life-education', 'home-school-community'],
  },
  {
    title: '九小时睡眠怎样安排',
    summary: '从作息、作业与屏幕时间谈起，给出可以照着做的一周计划。',
    topics: ['sleep-and-health'],
  },
  {
    title: '陪写作业的分寸',
    summary: '什么时候陪、什么时候退，怎样与教师配合。',
    topics: ['homework', 'family-education'],
  },
  { title: '听懂孩子的话', summary: '亲子沟通的常见误区与练习方法。', topics: ['parent-child-talk'] },
  { title: '课后服务怎么选', summary: '认识课后服务的菜单，按孩子的兴趣来选择。', topics: ['after-school-service'] },
  { title: '校外培训的红线', summary: '预付费、资质与合同：报名之前要看清什么。', topics: ['off-campus-training'] },
  {
    title: '幼小衔接第一课',
    summary: '入学前后的三个月，家长可以做些什么。',
    topics: ['family-education', 'education-quality'],
  },
  { title: '青春期的边界', summary: '与初中孩子谈隐私、手机与交友。', topics: ['parent-child-talk', 'life-education'] },
  {
    title: '家庭里的劳动课',
    summary: '从整理书包到做一顿饭，让劳动成为习惯。',
    topics: ['family-education', 'lighter-burden'],
  },
  {
    title: '运动让大脑更聪明',
    summary: '体质健康监测怎么看，怎样练。',
    topics: ['sleep-and-health', 'education-quality'],
  },
  { title: '走进学校的家长', summary: '家长讲堂与志愿服务的故事与方法。', topics: ['home-school-community'] },
  { title: '看懂学业质量报告', summary: '等级、增值与建议：一份报告怎么读。', topics: ['education-quality'] },
  {
    title: '规范办学，家长怎么监督',
    summary: '哪些事学校必须公开，哪些渠道可以反映。',
    topics: ['standardised-schooling'],
  },
];

const SERIES = [
  '',
  '（小学低年级版）',
  '（小学中高年级版）',
  '（初中版）',
  '（隔代教育版）',
  '（案例篇）',
  '（答疑篇）',
  '（实践篇）',
] as const;
const ROUNDS = ['', '·第二季', '·第三季', '·第四季', '·第五季', '·第六季'] as const;

export function courseTitle(number: number): CourseTitle {
  const course = COURSES[number % COURSES.length]!;
  const round = Math.floor(number / COURSES.length);
  return {
    ...course,
    title: `${course.title}${SERIES[round % SERIES.length]!}${ROUNDS[Math.floor(round / SERIES.length) % ROUNDS.length]!}`,
  };
}

const LESSONS = [
  '从一个故事说起',
  '为什么会这样',
  '先看看数据',
  '常见的三个误区',
  '可以照着做的方法',
  '和老师怎样配合',
  '低年级怎么做',
  '高年级怎么做',
  '家长问答',
  '小结与练习',
  '专家观点',
  '一周计划',
  '案例讨论',
] as const;
const CHAPTERS = ['认识问题', '方法与步骤', '实践与答疑'] as const;

export const lessonTitle = (number: number): string => LESSONS[number % LESSONS.length]!;
export const chapterTitle = (number: number): string =>
  `第${'一二三四五'[number % 5]!}章 ${CHAPTERS[number % CHAPTERS.length]!}`;

const LECTURES: readonly { readonly title: string; readonly topics: readonly TopicCode[] }[] = [
  { title: '“双减”政策深度解读', topics: ['double-reduction', 'lighter-burden'] },
  { title: '作业总量怎样控制', topics: ['homework'] },
  { title: '课后服务评估要点解读', topics: ['after-school-service'] },
  { title: '睡眠、手机与体质健康：五项管理解读', topics: ['sleep-and-health'] },
  { title: '家庭教育促进法与家长学校', topics: ['family-education', 'home-school-community'] },
  { title: '校外培训治理问答', topics: ['off-campus-training'] },
  { title: '规范办学行为负面清单解读', topics: ['standardised-schooling'] },
  { title: '义务教育质量评价指南解读', topics: ['education-quality'] },
];

export function lectureTitle(number: number): { readonly title: string; readonly topics: readonly TopicCode[] } {
  const lecture = LECTURES[number % LECTURES.length]!;
  const round = Math.floor(number / LECTURES.length);
  return round === 0 ? lecture : { ...lecture, title: `${lecture.title}（第${round + 1}讲）` };
}

export const LECTURER_TITLES = [
  '正高级教师',
  '高级教师',
  '特级教师',
  '研究员',
  '心理咨询师',
  '主任医师',
  '校长',
] as const;
export const ORGANISATIONS = [
  '区教育研修学院',
  '区家庭教育指导中心',
  '区青少年心理健康中心',
  '区教委',
  '师范大学教育学部',
  '区妇幼保健院',
  '区少年宫',
] as const;
