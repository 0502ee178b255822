import { now, sql, table } from '../../../../platform/reading/index.ts';
import type { DecisionQueue } from '../../../people/index.ts';
import { asking } from '../../notices/index.ts';
import { OF_SHIFT, whoDecides } from '../../model/index.ts';

export const standInsWaiting: DecisionQueue = {
  kind: 'volunteering.stand-in-to-decide',
  description:
    'Somebody who has agreed to stand in waits for whoever runs the shift: neither for the one nor for the other of the two.',
  things: sql`stand_in sti join signup sgn on sgn.id = sti.signup_id join shift sft on sft.id = sti.shift_id ${OF_SHIFT}`,
  id: sql`sti.id`,
  schoolId: sql`sft.school_id`,
  districtId: sql`sft.district_id`,
  waits: sql`sti.status = 'PENDING' and sti.expires_at > ${now}`,
  deciders: whoDecides(sql`array[sti.to_person_id, sgn.person_id]`),
  under: { table: 'shift_role', id: sql`sti.role_id` },
  dueAt: (id) => sql`(select sti.expires_at from ${table('stand_in')} sti where sti.id = ${id})`,
  ask: asking('STAND_IN_TO_DECIDE'),
};
