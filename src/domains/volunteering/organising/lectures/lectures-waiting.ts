import { sql } from '../../../../platform/reading/index.ts';
import type { DecisionQueue } from '../../../people/index.ts';
import { tellEach } from '../../notices/index.ts';
import { whoDecidesOnLecturesOf } from './lecture-people.ts';

export const lecturesWaiting: DecisionQueue = {
  kind: 'volunteering.lecture-proposed',
  description:
    'A lecture that is proposed waits for whoever heads the class, else for the administrators: never for who gives it.',
  things: sql`parent_lecture plc join school_class cls on cls.id = plc.school_class_id join school sch on sch.id = cls.school_id`,
  id: sql`plc.id`,
  schoolId: sql`cls.school_id`,
  districtId: sql`sch.district_id`,
  waits: sql`plc.status = 'PROPOSED'`,
  deciders: whoDecidesOnLecturesOf(sql`plc.person_id`),
  under: { table: 'parent_lecture', id: sql`plc.id` },
  ask: async (tx, all) => {
    const titles = new Map(
      (
        await tx.query<{ id: string; title: string }>(
          sql`select plc.id, plc.title from parent_lecture plc where plc.id = any(${all.map(({ about }) => about)}::uuid[])`,
        )
      ).map(({ id, title }) => [id, title]),
    );
    await tellEach(
      tx,
      'LECTURE_PROPOSED',
      all.map(({ about, to }) => ({ about, to, params: { lecture: titles.get(about)! }, waiting: true })),
    );
  },
};
