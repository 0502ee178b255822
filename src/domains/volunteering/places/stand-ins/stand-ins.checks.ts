import type { Check } from '../../../../platform/graphql/index.ts';
import { OPEN_STAND_IN } from '../../model/index.ts';

export const standInChecks: readonly Check[] = [
  {
    name: 'volunteering.stand-in-of-signup',
    description: 'An offer to stand in names the role and the shift of its sign-up, and the person of whom it asks.',
    sql: `select i.id from stand_in i join signup s on s.id = i.signup_id left join guardian g on g.id = i.to_id
      where i.role_id <> s.role_id or i.shift_id <> s.shift_id or g.person_id is distinct from i.to_person_id`,
  },
  {
    name: 'volunteering.stand-in-of-place',
    description: 'A place is offered to somebody only as long as the volunteer has it.',
    sql: `select i.id from stand_in i join signup s on s.id = i.signup_id where i.status in ${OPEN_STAND_IN} and s.status <> 'CONFIRMED'`,
  },
  {
    name: 'volunteering.stand-in-until-start',
    description: 'An offer to stand in that is open can be answered until its shift begins.',
    sql: `select i.id from stand_in i join shift t on t.id = i.shift_id where i.status in ${OPEN_STAND_IN} and i.expires_at <> t.starts_at`,
  },
  {
    name: 'volunteering.stand-in-done',
    description:
      'A place that was handed over is the place of one: the first has it no more, and the other took it over.',
    sql: `select i.id from stand_in i join signup s on s.id = i.signup_id join signup r on r.id = i.replacement_id
      where s.status <> 'CANCELLED' or r.stands_in_for_id is distinct from s.id or r.role_id <> s.role_id or r.person_id is distinct from i.to_person_id`,
  },
];
