import { Field, InputType, Int } from 'type-graphql';
import { permission } from '../../../../platform/auth/index.ts';
import { mutation, type MutationDeclaration } from '../../../../platform/graphql/index.ts';
import { ORGANISER_RULES } from '../activities/activity.rules.ts';
import { changingRole, describingRole } from '../roles/role-input.graphql.ts';
import { ORGANISE, Shift, ShiftSeries } from '../../model/index.ts';
import { CHANGE_ROLE_RULES, REMOVE_ROLE_RULES, ROLE_RULES } from '../shifts/shift.rules.ts';
import { addShiftSeriesRole } from './add-shift-series-role.ts';
import { removeShiftSeriesRole } from './remove-shift-series-role.ts';
import { SeriesPartInput } from './series-part.graphql.ts';
import { AHEAD_RULES, SERIES_ROLE_RULES } from './series.rules.ts';
import { updateShiftSeriesRole } from './update-shift-series-role.ts';

@InputType({ description: 'A role to add to the shifts of a series (重复班次新增岗位).' })
export class AddShiftSeriesRoleInput extends describingRole(SeriesPartInput) {}

@InputType({ description: 'What to change of a role of a series (修改重复班次岗位); what is left out stays.' })
export class UpdateShiftSeriesRoleInput extends changingRole(SeriesPartInput) {
  @Field(() => String, { description: 'Name of the role as the series has it now (现岗位名称).' })
  readonly roleName!: string;
}

@InputType({ description: 'A role to take out of the shifts of a series (删除重复班次岗位).' })
export class RemoveShiftSeriesRoleInput extends SeriesPartInput {
  @Field(() => String, { description: 'Name of the role as the series has it now (岗位名称).' })
  readonly roleName!: string;
}

const { ALREADY_CANCELLED, CONFLICT } = ORGANISER_RULES;
const answer = {
  series: {
    to: ShiftSeries,
    otherwise: 'seriesId',
    description: 'The series that has the roles now (重复班次): the same one, or the one that goes on from it.',
  },
  changedShiftCount: { type: () => Int, description: 'How many shifts are different now (已修改班次数).' },
  refusedShifts: {
    to: Shift,
    several: true,
    description:
      'Which shifts stand in the way, where nothing was done for that reason (不能修改的班次); a hundred at most.',
  },
} as const;

export const seriesRoleMutations: readonly MutationDeclaration[] = [
  mutation('addShiftSeriesRole', {
    description:
      'Adds something to do to the shifts to come of a series (重复班次新增岗位), and to those that it will make; shifts that have a role of this name already keep theirs.',
    access: permission(ORGANISE),
    input: AddShiftSeriesRoleInput,
    ids: { seriesId: ShiftSeries },
    texts: { name: 'TITLE', description: 'PARAGRAPHS', qualification: 'TITLE' },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ...ROLE_RULES, ...AHEAD_RULES, ALREADY_CANCELLED, CONFLICT },
    answer,
    run: (tx, { idempotencyKey: _, ...wanted }) => addShiftSeriesRole(tx, wanted),
  }),
  mutation('updateShiftSeriesRole', {
    description:
      'Changes a role in the shifts to come of a series (修改重复班次岗位), and in those that it will make; what was changed for one shift alone stays.',
    access: permission(ORGANISE),
    input: UpdateShiftSeriesRoleInput,
    ids: { seriesId: ShiftSeries },
    texts: { name: 'TITLE', description: 'PARAGRAPHS', qualification: 'TITLE', roleName: 'MATCHED' },
    ownCase: 'OFFERED_TO_ALL',
    rules: {
      CAPACITY_RANGE: ROLE_RULES.CAPACITY_RANGE,
      ...CHANGE_ROLE_RULES,
      ...SERIES_ROLE_RULES,
      ...AHEAD_RULES,
      ALREADY_CANCELLED,
      CONFLICT,
    },
    answer,
    run: (tx, { idempotencyKey: _, ...change }) => updateShiftSeriesRole(tx, change),
  }),
  mutation('removeShiftSeriesRole', {
    description:
      'Takes a role out of the shifts to come of a series (删除重复班次岗位), and out of those that it will make, where nobody has ever signed up for it.',
    access: permission(ORGANISE),
    input: RemoveShiftSeriesRoleInput,
    ids: { seriesId: ShiftSeries },
    texts: { roleName: 'MATCHED' },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ...REMOVE_ROLE_RULES, ...AHEAD_RULES, ALREADY_CANCELLED, CONFLICT },
    answer,
    run: (tx, { seriesId, revision, scope, from, roleName }) =>
      removeShiftSeriesRole(tx, { seriesId, revision, scope, from: from ?? null, roleName }),
  }),
];
