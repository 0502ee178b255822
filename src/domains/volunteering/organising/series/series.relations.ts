import { GraphQLDate } from 'graphql-scalars';
import {
  computed,
  expression,
  readable,
  relations,
  toMany,
  toOne,
  type Readable,
  type Relations,
} from '../../../../platform/reading/index.ts';
import { isOffCalendar, missingDates } from './calendar/off-calendar.ts';
import { type RoleTemplate, Shift, ShiftSeries, visibleSeries, VolunteerActivity } from '../../model/index.ts';

export const readables: readonly Readable[] = [
  readable(ShiftSeries, {
    prefix: 'shift-series',
    visible: visibleSeries,
    defaultOrder: [{ by: 'firstDate', direction: 'ASC' }],
  }),
];

export const seriesRelations: readonly Relations[] = [
  relations(ShiftSeries, {
    activity: toOne(VolunteerActivity, { by: 'activity', description: 'What its shifts are occasions of (志愿活动).' }),
    continues: toOne(ShiftSeries, {
      by: 'continues',
      nullable: true,
      description: 'The series that this one goes on from, with another rule (承接的重复班次).',
    }),
    roleNames: computed<{ roles: readonly RoleTemplate[] }>(() => [String], {
      description: 'Names of what its shifts offer, as it makes them from now on (岗位名称), in their order.',
      facts: { roles: 'roles' },
      value: ({ roles }) => roles.map(({ name }) => name),
    }),
    shifts: toMany(Shift, { by: 'series', description: 'Its shifts, the earliest first (班次).' }),
    shiftsOffCalendar: toMany(Shift, {
      by: 'series',
      where: (row) => isOffCalendar(row),
      description:
        'Shifts to come that the school calendar has no place for any more, e.g. on a holiday that was entered later (与校历冲突的班次): they stand until `alignShiftSeries` calls them off.',
    }),
    missingDates: expression(() => [GraphQLDate], {
      description:
        'Days to come for which it has made no shift, though the school calendar asks for one now, e.g. a make-up day that was entered later (校历新增的日期).',
      sql: missingDates,
    }),
  }),
  relations(VolunteerActivity, {
    series: toMany(ShiftSeries, {
      by: 'activity',
      description: 'The rules by which its shifts recur, for its organisers (重复班次).',
    }),
  }),
  relations(Shift, {
    series: toOne(ShiftSeries, {
      by: 'series',
      nullable: true,
      description: 'The rule that made it (重复班次), for its organisers.',
    }),
  }),
];
