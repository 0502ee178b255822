import { PolicyLevel } from '../../src/domains/policy/index.ts';
import type { TopicCode } from '../reference/index.ts';

export interface PolicyTitle {
  readonly title: string;
  readonly level: PolicyLevel;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly topics: readonly TopicCode[];
}

/** Titles that the source documents or the public record name; their text here is made up, and says so. */
export const NATIONAL_TITLES: readonly PolicyTitle[] = [
  {
    title: '关于进一步减轻义务教育阶段学生作业负担和校外培训负担的意见',
    level: PolicyLevel.NATIONAL,
    issuer: '中共中央办公厅、国务院办公厅',
    issuedOn: '2021-07-24',
    topics: ['double-reduction', 'lighter-burden', 'off-campus-training'],
  },
  {
    title: '关于加强义务教育学校作业管理的通知',
    level: PolicyLevel.NATIONAL,
    issuer: '教育部办公厅',
    issuedOn: '2021-04-08',
    topics: ['homework'],
  },
  {
    title: '关于进一步加强中小学生睡眠管理工作的通知',
    level: PolicyLevel.NATIONAL,
    issuer: '教育部办公厅',
    issuedOn: '2021-03-30',
    topics: ['sleep-and-health'],
  },
  {
    title: '校外培训机构学费资金管理暂行办法',
    level: PolicyLevel.CITY,
    issuer: '市教育委员会',
    issuedOn: '2021-10-12',
    topics: ['off-campus-training'],
  },
  {
    title: '关于加强校外培训机构风险防控措施',
    level: PolicyLevel.CITY,
    issuer: '市教育委员会',
    issuedOn: '2021-11-02',
    topics: ['off-campus-training'],
  },
];

/** Those of the district, whose name stands before them. */
export const DISTRICT_TITLES: readonly Pick<PolicyTitle, 'title' | 'issuedOn' | 'topics'>[] = [
  {
    title: '义务教育学校“双减”工作评估要点',
    issuedOn: '2021-09-15',
    topics: ['double-reduction', 'standardised-schooling'],
  },
  {
    title: '义务教育学校课后服务评估要点',
    issuedOn: '2021-09-22',
    topics: ['after-school-service', 'double-reduction'],
  },
  { title: '义务教育阶段学科作业设计与实施指导意见', issuedOn: '2021-10-20', topics: ['homework', 'lighter-burden'] },
  {
    title: '义务教育阶段课后服务课程建设指导意见',
    issuedOn: '2021-11-18',
    topics: ['after-school-service', 'education-quality'],
  },
  { title: '家长学校建设与管理办法', issuedOn: '2022-03-10', topics: ['family-education', 'home-school-community'] },
  { title: '中小学规范办学行为负面清单', issuedOn: '2022-05-06', topics: ['standardised-schooling'] },
];

interface Matter {
  readonly name: string;
  readonly topic: TopicCode;
}

const MATTERS: readonly Matter[] = [
  { name: '作业管理', topic: 'homework' },
  { name: '课后服务', topic: 'after-school-service' },
  { name: '学生睡眠管理', topic: 'sleep-and-health' },
  { name: '家校协同育人', topic: 'home-school-community' },
  { name: '家庭教育指导', topic: 'family-education' },
  { name: '课堂教学改进', topic: 'education-quality' },
  { name: '体质健康监测', topic: 'sleep-and-health' },
  { name: '校外培训治理', topic: 'off-campus-training' },
  { name: '生命教育', topic: 'life-education' },
  { name: '“双减”督导', topic: 'double-reduction' },
  { name: '规范办学行为', topic: 'standardised-schooling' },
  { name: '减轻学生负担', topic: 'lighter-burden' },
  { name: '志愿服务', topic: 'home-school-community' },
];

const FORMS = ['指导意见', '实施细则', '工作方案', '管理办法', '工作规程', '若干措施', '评估标准'] as const;
const FIELDS = ['中小学', '义务教育阶段', '小学', '初中'] as const;

/** Titles of papers that nobody has written, each for another number up to some hundreds. */
export function inventedPolicy(number: number): { readonly title: string; readonly topic: TopicCode } {
  const matter = MATTERS[number % MATTERS.length]!;
  const form = FORMS[number % FORMS.length]!;
  const field = FIELDS[Math.floor(number / (MATTERS.length * FORMS.length)) % FIELDS.length]!;
  return { title: `${field}${matter.name}${form}`, topic: matter.topic };
}
