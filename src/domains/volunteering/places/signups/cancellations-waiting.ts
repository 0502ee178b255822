import { now, sql } from '../../../../platform/reading/index.ts';
import type { DecisionQueue } from '../../../people/index.ts';
import { asking } from '../../notices/index.ts';
import { OF_SHIFT, whoDecides, isActiveSignup } from '../../model/index.ts';
import { startOfSignup } from './signup.facts.ts';

export const cancellationsWaiting: DecisionQueue = {
  kind: 'volunteering.cancellation-requested',
  description:
    'A volunteer who asks to be let go waits for whoever runs the shift, until it begins: never for themself.',
  things: sql`signup sgn join shift sft on sft.id = sgn.shift_id ${OF_SHIFT}`,
  id: sql`sgn.id`,
  schoolId: sql`sft.school_id`,
  districtId: sql`sft.district_id`,
  waits: sql`sgn.cancel_requested_at is not null and ${isActiveSignup(sql`sgn`)} and sft.status = 'SCHEDULED' and sft.starts_at > ${now}`,
  deciders: whoDecides(sql`array[sgn.person_id]`),
  under: { table: 'shift_role', id: sql`sgn.role_id` },
  dueAt: startOfSignup,
  ask: asking('CANCELLATION_REQUESTED'),
};
