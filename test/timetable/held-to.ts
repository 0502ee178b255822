import type { HeldTo } from '../support/held-to.ts';
import { timetablePlants, timetableRefusals } from './held-to/plants.ts';

export const heldTo: HeldTo = {
  reachedBy: {
    Engagement: ['parent'],
  },
  plants: timetablePlants,
  refusals: timetableRefusals,
  shapes: {
    engagement_ended: [
      "update engagement set status = 'ENDED' where status = 'ACTIVE'",
      "update engagement set ended_at = starts_at where status = 'ACTIVE'",
    ],
    engagement_times: ['update engagement set ends_at = starts_at'],
    engagement_subject: ['update engagement set person_id = p.id, room_id = r.id from person p, room r'],
  },
};
