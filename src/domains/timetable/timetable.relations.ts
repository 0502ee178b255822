import {
  readable,
  relations,
  sql,
  toMany,
  toOne,
  type Alias,
  type Condition,
  type Readable,
  type Relations,
} from '../../platform/reading/index.ts';
import { Guardian, oneselfAsGuardian, oneselfAsStaff, Room, roomsKnown, Staff } from '../people/index.ts';
import { Engagement } from './engagement.entity.ts';
import { visibleEngagements } from './timetable.access.ts';

const active: Condition = (row) => sql`${row}.status = 'ACTIVE'`;

export const readables: readonly Readable[] = [
  readable(Engagement, {
    prefix: 'engagement',
    visible: visibleEngagements,
    filters: { startsAt: ['gte', 'lt'] },
    orders: { STARTS_AT: 'startsAt' },
    defaultOrder: [{ by: 'startsAt', direction: 'ASC' }],
  }),
];

const samePerson = (parent: Alias, child: Alias) => sql`${child}.person_id = ${parent}.person_id`;

export const timetableRelations: readonly Relations[] = [
  relations(Engagement, {
    room: toOne(Room, {
      by: 'room',
      nullable: true,
      description: 'The room that is taken (场地), where it is a room.',
    }),
  }),
  relations(Guardian, {
    timetable: toMany(Engagement, {
      via: samePerson,
      where: active,
      countedWhere: oneselfAsGuardian,
      description: "Occupied time (时间安排), as a guardian or in any other part; only one's own is seen.",
    }),
  }),
  relations(Staff, {
    timetable: toMany(Engagement, {
      via: samePerson,
      where: active,
      countedWhere: oneselfAsStaff,
      description: "Occupied time (时间安排), as staff or in any other part; only one's own is seen.",
    }),
  }),
  relations(Room, {
    timetable: toMany(Engagement, {
      by: 'room',
      where: active,
      countedWhere: roomsKnown,
      description: 'When the room is taken, for the staff of its school and the district (场地占用).',
    }),
  }),
];
