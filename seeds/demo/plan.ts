import { DISTRICTS } from '../fiction/school-names.ts';
import type { DistrictPlan } from '../generator/index.ts';

/** Small enough to load while somebody waits, large enough that pages have a second one. */
export const DEMO_PLAN: DistrictPlan = {
  ...DISTRICTS[0],
  first: true,
  schools: [
    { name: '青槐里小学', kind: 'PRIMARY', classesPerGrade: 2 },
    { name: '银杏桥中学', kind: 'JUNIOR', classesPerGrade: 2 },
    { name: '松鹤园学校', kind: 'NINE_YEAR', classesPerGrade: 1 },
  ],
  volumes: {
    students: 300,
    households: 225,
    guardians: 345,
    classMeetings: 42,
    wideMeetings: 10,
    invitations: 700,
    replies: 500,
    activities: 20,
    shifts: 60,
    rolesPerShift: 2,
    signups: 240,
    volunteerRecords: 12,
    documents: 24,
    policyEditions: 40,
    segments: 560,
    lectures: 10,
    lecturers: 8,
    courses: 12,
    courseEditions: 16,
    lessonsPerEdition: 8,
  },
};
