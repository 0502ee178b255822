export const TOPICS = [
  { code: 'double-reduction', name: '双减' },
  { code: 'standardised-schooling', name: '规范办学行为' },
  { code: 'lighter-burden', name: '减轻学生负担' },
  { code: 'education-quality', name: '提高教育质量' },
  { code: 'homework', name: '作业管理' },
  { code: 'after-school-service', name: '课后服务' },
  { code: 'off-campus-training', name: '校外培训治理' },
  { code: 'family-education', name: '家庭教育' },
  { code: 'life-education', name: '生命教育' },
  { code: 'sleep-and-health', name: '睡眠与健康' },
  { code: 'parent-child-talk', name: '亲子沟通' },
  { code: 'home-school-community', name: '家校社协同' },
] as const;

export type TopicCode = (typeof TOPICS)[number]['code'];
