import { Field, ID, InputType, Int } from 'type-graphql';
import { permission } from '../../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../platform/graphql/index.ts';
import { ORGANISER_RULES } from '../activities/activity.rules.ts';
import { ORGANISE } from '../volunteering.access.ts';
import { addShiftRole } from './add-shift-role.ts';
import { removeShiftRole } from './remove-shift-role.ts';
import { ShiftRole } from './shift-role.entity.ts';
import { Shift } from './shift.entity.ts';
import { CHANGE_ROLE_RULES, REMOVE_ROLE_RULES, ROLE_RULES, STARTED_RULE } from './shift.rules.ts';
import { updateShiftRole } from './update-shift-role.ts';

@InputType({ description: 'A role to add to a shift (新增岗位).' })
export class AddShiftRoleInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the shift (班次标识).' })
  readonly shiftId!: string;

  @Field(() => String, { description: 'Name (岗位名称), 30 characters at most, its own within the shift.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'What is to be done (岗位说明), 300 characters at most.' })
  readonly description?: string | null;

  @Field(() => Int, { description: 'Places (名额), 1 to 1000.' })
  readonly capacity!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Volunteers without whom it cannot take place (最少人数).' })
  readonly minimum!: number;

  @Field(() => Boolean, { defaultValue: false, description: 'The organiser confirms each sign-up (需审核).' })
  readonly approvalRequired!: boolean;

  @Field(() => String, { nullable: true, description: 'Qualification that a volunteer must have on record (资质要求).' })
  readonly qualification?: string | null;
}

@InputType({ description: 'What to change of a role (修改岗位); what is left out stays.' })
export class UpdateShiftRoleInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the role (岗位标识).' })
  readonly roleId!: string;

  @Field(() => String, { nullable: true, description: 'Name (岗位名称), 30 characters at most.' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'What is to be done (岗位说明); null takes it away.' })
  readonly description?: string | null;

  @Field(() => Int, { nullable: true, description: 'Places (名额): more go to the waiting list first; fewer are taken from held offers, never from who has a place.' })
  readonly capacity?: number | null;

  @Field(() => Int, { nullable: true, description: 'Volunteers without whom it cannot take place (最少人数).' })
  readonly minimum?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'The organiser confirms each sign-up (需审核); only while nobody has signed up or waits.' })
  readonly approvalRequired?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Qualification that a volunteer must have (资质要求), null takes it away; only while nobody has signed up or waits.' })
  readonly qualification?: string | null;
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
    rules: { ...ROLE_RULES, ...STARTED_RULE, ALREADY_CANCELLED },
    answer: { role: { to: ShiftRole, description: 'The new role (岗位); null where nothing was done.' }, shift: { ...shift, otherwise: 'shiftId' } },
    run: (tx, { idempotencyKey: _, ...wanted }) => addShiftRole(tx, wanted),
  }),
  mutation('updateShiftRole', {
    description: 'Changes a role (修改岗位); of two organisers the last one has the word.',
    access: permission(ORGANISE),
    input: UpdateShiftRoleInput,
    ids: { roleId: ShiftRole },
    rules: { CAPACITY_RANGE: ROLE_RULES.CAPACITY_RANGE, ...CHANGE_ROLE_RULES, ...STARTED_RULE, ALREADY_CANCELLED },
    answer: { role: { to: ShiftRole, otherwise: 'roleId', description: 'The role as it now is (岗位).' }, shift },
    run: (tx, change) => updateShiftRole(tx, change),
  }),
  mutation('removeShiftRole', {
    description: 'Takes out of a shift what nobody has ever signed up for (删除岗位).',
    access: permission(ORGANISE),
    input: RemoveShiftRoleInput,
    ids: { roleId: ShiftRole },
    rules: { ...REMOVE_ROLE_RULES, ...STARTED_RULE, ALREADY_CANCELLED },
    answer: { shift },
    run: (tx, { roleId }) => removeShiftRole(tx, { roleId }),
  }),
];
