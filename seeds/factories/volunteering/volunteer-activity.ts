import {
  ActivityKind,
  ActivityStatus,
  type ActivityTopic,
  type VolunteerActivity,
  WaitlistPriority,
} from '../../../src/domains/volunteering/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type GivenWith, nextNumber, stored, WRITTEN_AT } from '../given.ts';

export type VolunteerActivityRecord = RecordOf<VolunteerActivity>;
export type ActivityTopicRecord = RecordOf<ActivityTopic>;

/** Published; the district's unless a school is named. */
export function aVolunteerActivity(
  given: GivenWith<VolunteerActivity, 'district' | 'audience' | 'organiser'>,
): VolunteerActivityRecord {
  const status = given.status ?? ActivityStatus.PUBLISHED;
  const cancelled = status === ActivityStatus.CANCELLED;
  return completed<VolunteerActivityRecord>(
    {
      ...stored(given),
      district: '',
      school: null,
      kind: ActivityKind.GATE_DUTY,
      title: `第${nextNumber()}期护学岗`,
      purpose: '上学和放学时段在校门口引导学生安全通行。',
      riskNotice: '在道路旁活动，请听从民警与教师的安排。',
      contactName: '德育处',
      contactPhone: '010-00000000',
      audience: '',
      organiser: '',
      waitlistPriority: WaitlistPriority.NONE,
      status,
      publishedAt: status === ActivityStatus.DRAFT ? null : WRITTEN_AT,
      cancelledAt: cancelled ? WRITTEN_AT : null,
      cancelReason: cancelled ? '活动安排调整' : null,
      selective: false,
      runBy: [],
      revision: 0,
    },
    given,
  );
}

export function anActivityTopic(given: GivenWith<ActivityTopic, 'activity' | 'topic'>): ActivityTopicRecord {
  return completed<ActivityTopicRecord>({ ...stored(given), activity: '', topic: '' }, given);
}
