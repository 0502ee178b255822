import { Field, ID, InputType } from 'type-graphql';
import { permission } from '../../../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../../platform/graphql/index.ts';
import { ORGANISER_RULES } from '../activities/activity.rules.ts';
import { ORGANISE, Shift, ShiftRole } from '../../model/index.ts';
import { addShiftRole } from './add-shift-role.ts';
import { removeShiftRole } from './remove-shift-role.ts';
import { changingRole, describingRole } from './role-input.graphql.ts';
import { CHANGE_ROLE_RULES, REMOVE_ROLE_RULES, ROLE_RULES, STARTED_RULE } from '../shifts/shift.rules.ts';
import { updateShiftRole } from './update-shift-role.ts';

@InputType({ description: 'A role to add to a shift (新增岗位).' })
export class AddShiftRoleInput extends describingRole(MutationInput) {
  @Field(() => ID, { description: 'Global id of the shift (班次标识).' })
  readonly shiftId!: string;
}

@InputType({ description: 'What to change of a role (修改岗位); what is left out stays.' })
export class UpdateShiftRoleInput extends changingRole(MutationInput) {
  @Field(() => ID, { description: 'Global id of the role (岗位标识).' })
  readonly roleId!: string;
}

@InputType({ description: 'A role to take out of its shift (删除岗位).' })
export class RemoveShiftRoleInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the role (岗位标识).' })
  readonly roleId!: string;
}

const { ALREADY_CANCELLED } = ORGANISER_RULES;
const shift = { to: Shift, description: 'The shift as it now is (班次); null where nothing was done.' } as const;

export const roleMutations: readonly MutationDeclaration[] = [
  mutation('addShiftRole', {
    description: 'Adds something to do to a shift (新增岗位).',
    access: permission(ORGANISE),
    input: AddShiftRoleInput,
    ids: { shiftId: Shift },
    texts: { name: 'TITLE', description: 'PARAGRAPHS', qualification: 'TITLE' },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ...ROLE_RULES, ...STARTED_RULE, ALREADY_CANCELLED },
    answer: {
      role: { to: ShiftRole, description: 'The new role (岗位); null where nothing was done.' },
      shift: { ...shift, otherwise: 'shiftId' },
    },
    run: (tx, { idempotencyKey: _, ...wanted }) => addShiftRole(tx, wanted),
  }),
  mutation('updateShiftRole', {
    description: 'Changes a role (修改岗位); of two organisers the last one has the word.',
    access: permission(ORGANISE),
    input: UpdateShiftRoleInput,
    ids: { roleId: ShiftRole },
    texts: { name: 'TITLE', description: 'PARAGRAPHS', qualification: 'TITLE' },
    ownCase: 'OFFERED_TO_ALL',
    rules: { CAPACITY_RANGE: ROLE_RULES.CAPACITY_RANGE, ...CHANGE_ROLE_RULES, ...STARTED_RULE, ALREADY_CANCELLED },
    answer: { role: { to: ShiftRole, otherwise: 'roleId', description: 'The role as it now is (岗位).' }, shift },
    run: (tx, change) => updateShiftRole(tx, change),
  }),
  mutation('removeShiftRole', {
    description: 'Takes out of a shift what nobody has ever signed up for (删除岗位).',
    access: permission(ORGANISE),
    input: RemoveShiftRoleInput,
    ids: { roleId: ShiftRole },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ...REMOVE_ROLE_RULES, ...STARTED_RULE, ALREADY_CANCELLED },
    answer: { shift },
    run: (tx, { roleId }) => removeShiftRole(tx, { roleId }),
  }),
];
