import { Guardian } from '../../../people/index.ts';
import { Engagement } from '../../../timetable/index.ts';

/** Fields that a refusal for lack of time tells besides its reason: nothing of other families. */
export const INSTEAD = {
  clashes: {
    to: Engagement,
    several: true,
    description: "What of the caller's own time stands in the way (时间冲突); empty where nothing does.",
  },
  freeGuardians: {
    to: Guardian,
    several: true,
    description:
      'Where the caller has no time: other guardians of the same family who could come (可代替的同家庭家长).',
  },
} as const;
