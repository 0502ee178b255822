import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { ActivityTopic, Shift, ShiftRole, ShiftSeries, VolunteerActivity } from '../../model/index.ts';
import { shiftMutations } from './shifts.graphql.ts';
import { readables, roots, shiftAggregates, shiftRelations } from './shifts.relations.ts';

/** Activities with their occasions (班次), and the tables of what there is to do in each (岗位). */
export const shifts: DomainPart = {
  entities: [VolunteerActivity, ActivityTopic, ShiftSeries, Shift, ShiftRole],
  readables,
  relations: shiftRelations,
  aggregates: shiftAggregates,
  roots,
  mutations: shiftMutations,
};
