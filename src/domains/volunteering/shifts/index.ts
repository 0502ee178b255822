import type { DomainPart } from '../../../platform/graphql/index.ts';
import { ShiftRole } from './shift-role.entity.ts';
import { ShiftSeries } from './shift-series.entity.ts';
import { Shift } from './shift.entity.ts';
import { shiftMutations } from './shifts.graphql.ts';
import { readables, roots, shiftRelations } from './shifts.relations.ts';
import { ActivityTopic, VolunteerActivity } from './volunteer-activity.entity.ts';

/** Activities with their occasions (班次), and the tables of what there is to do in each (岗位). */
export const shifts: DomainPart = {
  entities: [VolunteerActivity, ActivityTopic, ShiftSeries, Shift, ShiftRole],
  readables,
  relations: shiftRelations,
  roots,
  mutations: shiftMutations,
};
