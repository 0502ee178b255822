import { now, sql } from '../../../../platform/reading/index.ts';
import { leftToTheDistrict, type DecisionQueue } from '../../../people/index.ts';
import { asking } from '../../notices/index.ts';
import { OF_SHIFT, whoDecides } from '../../model/index.ts';
import { startOfSignup, takenInByAnother } from './signup.facts.ts';

const OWN = sql`array[sgn.person_id]`;
const ORGANISES = sql`asg.staff_id = act.organiser_id`;

export const signupsWaiting: DecisionQueue = {
  kind: 'volunteering.signup-to-decide',
  description:
    'The sign-up of somebody who runs the shift themself, or of a school at which nobody runs it, waits for another who may; whoever runs the shift finds those of others on its list.',
  things: sql`signup sgn join shift sft on sft.id = sgn.shift_id ${OF_SHIFT}`,
  id: sql`sgn.id`,
  schoolId: sql`sft.school_id`,
  districtId: sql`sft.district_id`,
  waits: sql`sgn.status = 'PENDING' and sft.status = 'SCHEDULED' and sft.starts_at > ${now} and (${takenInByAnother({ personId: sql`sgn.person_id` })}
    or sft.school_id is not null and ${leftToTheDistrict({ schoolId: sql`sft.school_id`, districtId: sql`sft.district_id`, first: ORGANISES, but: OWN })})`,
  deciders: whoDecides(OWN),
  under: { table: 'shift_role', id: sql`sgn.role_id` },
  dueAt: startOfSignup,
  ask: asking('SIGNUP_TO_DECIDE'),
};
