import type { HeldTo } from '../support/held-to.ts';
import { noticesPlants, noticesRefusals } from './held-to/plants.ts';
import { noticesLists } from './held-to/lists.ts';

export const heldTo: HeldTo = {
  reachedBy: {
    // Each sees what they were told themself, and in this world that is the parent.
    Notice: ['parent'],
    // Nothing waits for anybody in this world.
    Task: [],
  },
  plants: noticesPlants,
  refusals: noticesRefusals,
  leftStanding: {
    'notices.deciders': {
      plant: `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id, waiting)
      select gen_random_uuid(), $1::timestamptz, gua.person_id, 'people.guardianship-asked', '{}', 'guardianship', tie.id, true
      from guardianship tie join guardian gua on gua.id = tie.guardian_id where tie.status = 'PENDING' order by tie.id limit 1 returning id`,
      stands: `select 1 from notice where id = $1 and waiting and created_at <= $2`,
    },
  },
  lists: noticesLists,
};
