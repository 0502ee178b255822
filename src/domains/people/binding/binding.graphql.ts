import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { permission } from '../../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../platform/graphql/index.ts';
import { Guardian } from '../families/guardian.entity.ts';
import { GuardianRelation, Guardianship } from '../families/guardianship.entity.ts';
import { Household } from '../families/household.entity.ts';
import { Student } from '../families/student.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { BIND_CHILD, BLOCK_GUARDIAN, DECIDE_GUARDIANSHIP, ISSUE_BINDING_CODES } from '../people.permissions.ts';
import { approveGuardianship } from './approve-guardianship.ts';
import { bindChild } from './bind-child.ts';
import { BindingCode } from './binding-code.entity.ts';
import { BINDING_CODE_ATTEMPT } from './binding.codes.ts';
import {
  BIND_RULES,
  CODE_DAYS,
  CORRECT_NAME_RULES,
  DECIDE_RULES,
  ISSUE_CODE_RULES,
  PRINT_RULES,
  REVOKE_CODE_RULES,
  TIE_RULES,
} from './binding.rules.ts';
import { blockGuardian, endGuardianship, unblockGuardian } from './change-guardianship.ts';
import { correctGuardianName } from './guardian-names.ts';
import { issueBindingCodes } from './issue-binding-codes.ts';
import { printBindingCodes } from './print-binding-codes.ts';
import { rejectGuardianship } from './reject-guardianship.ts';
import { revokeBindingCode } from './revoke-binding-code.ts';

@ObjectType({
  description:
    'A code as it is handed out (已发放的绑定码), to be handed out: told once, and printed by `printBindingCodes`.',
})
export class IssuedBindingCode {
  /** Id that the declared field of the same name hangs on. */
  readonly student!: string;

  @Field(() => String, { description: 'The code (绑定码), e.g. 7K3Q-0XWD-92HM.' })
  readonly code!: string;

  @Field(() => GraphQLDateTime, { description: 'Until when it can be used (有效期至), exclusive.' })
  readonly expiresAt!: Date;
}

@InputType({ description: 'For whom to issue binding codes (发放绑定码): pupils by name, or all of a class.' })
export class IssueBindingCodesInput extends MutationInput {
  @Field(() => [ID], { defaultValue: [], description: 'Global ids of pupils, a hundred at most (学生标识).' })
  readonly studentIds!: string[];

  @Field(() => ID, { nullable: true, description: 'Global id of a class, where no pupils are named (班级标识).' })
  readonly classId?: string | null;

  @Field(() => Int, {
    defaultValue: CODE_DAYS.usual,
    description: `For how many days, ${CODE_DAYS.most} at most (有效天数).`,
  })
  readonly validDays!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Leave earlier codes of the pupils in force, for a second guardian (保留原有绑定码).',
  })
  readonly keepEarlier!: boolean;
}

@InputType({ description: 'Of which class (打印绑定码).' })
export class PrintBindingCodesInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the class (班级标识).' })
  readonly classId!: string;
}

@InputType({ description: 'Which code to revoke (作废绑定码).' })
export class RevokeBindingCodeInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the code (绑定码标识).' })
  readonly bindingCodeId!: string;
}

@InputType({ description: 'A code, and who enters it (绑定孩子).' })
export class BindChildInput extends MutationInput {
  @Field(() => String, {
    description: 'The code that the school handed out; case, spaces and hyphens do not matter (绑定码).',
  })
  readonly code!: string;

  @Field(() => GuardianRelation, { description: 'What the caller is to the pupil (与学生关系).' })
  readonly relation!: GuardianRelation;

  @Field(() => String, {
    nullable: true,
    description:
      "The caller's own name, 40 characters at most; must be told the first time, and becomes theirs once the first request is approved (姓名).",
  })
  readonly name?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'The caller lives apart from the guardians who are bound already (父母分开居住).',
  })
  readonly livesApart!: boolean;
}

@InputType({ description: 'Which request to approve, and how (通过监护关系申请).' })
export class ApproveGuardianshipInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the guardianship (监护关系标识).' })
  readonly guardianshipId!: string;

  @Field(() => Boolean, { defaultValue: true, description: 'Guardian before the law (法定监护人).' })
  readonly legal!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'First to be called (主要联系人).' })
  readonly primaryContact!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the household to join, where the pupil lives in two (家庭标识).',
  })
  readonly householdId?: string | null;
}

@InputType()
abstract class GuardianshipAndReason extends MutationInput {
  @Field(() => ID, { description: 'Global id of the guardianship (监护关系标识).' })
  readonly guardianshipId!: string;

  @Field(() => String, { description: 'Why, 200 characters at most; kept on record (原因).' })
  readonly reason!: string;
}

@InputType({ description: 'Which request to decline, and why (不通过监护关系申请).' })
export class RejectGuardianshipInput extends GuardianshipAndReason {}

@InputType({ description: 'Whom to block, and why (屏蔽家长).' })
export class BlockGuardianInput extends GuardianshipAndReason {}

@InputType({ description: 'Whose block to take back, and why (解除屏蔽).' })
export class UnblockGuardianInput extends GuardianshipAndReason {}

@InputType({ description: 'Which guardianship to end, and why (结束监护关系).' })
export class EndGuardianshipInput extends GuardianshipAndReason {}

@InputType({ description: 'What a guardian is called (更正家长姓名).' })
export class CorrectGuardianNameInput extends MutationInput {
  @Field(() => ID, {
    description: 'Global id of the guardian, approved for a pupil in the care of the caller (家长标识).',
  })
  readonly guardianId!: string;

  @Field(() => String, { description: 'The right name, 40 characters at most (姓名).' })
  readonly name!: string;
}

const tie = {
  to: Guardianship,
  otherwise: 'guardianshipId',
  description: 'The guardianship as it now is (监护关系).',
} as const;
const named = { guardianshipId: Guardianship } as const;

export const bindingMutations: readonly MutationDeclaration[] = [
  mutation('issueBindingCodes', {
    description:
      'Issues binding codes for pupils in the care of the caller (发放绑定码). The codes are told once; a retry tells none.',
    access: permission(ISSUE_BINDING_CODES),
    input: IssueBindingCodesInput,
    ids: { studentIds: Student, classId: SchoolClass },
    ownCase: 'OPENS_A_REQUEST',
    rules: ISSUE_CODE_RULES,
    answer: {
      bindingCodes: { to: BindingCode, several: true, description: 'What is on record of them (绑定码记录).' },
      issued: {
        type: () => [IssuedBindingCode],
        secret: true,
        description: 'The codes, to be printed and handed out (绑定码清单).',
      },
    },
    run: (tx, { studentIds, classId, validDays, keepEarlier }) =>
      issueBindingCodes(tx, { studentIds, classId: classId ?? null, days: validDays, keepEarlier }),
  }),
  mutation('printBindingCodes', {
    description: 'A link to the binding codes of a class that are in force, as slips to be cut out (打印绑定码).',
    access: permission(ISSUE_BINDING_CODES),
    input: PrintBindingCodesInput,
    ids: { classId: SchoolClass },
    ownCase: 'OPENS_A_REQUEST',
    rules: PRINT_RULES,
    answer: {
      path: {
        type: () => String,
        secret: true,
        description: 'Path of the PDF on this server (下载路径): good for five minutes, for the caller alone.',
      },
    },
    run: printBindingCodes,
  }),
  mutation('revokeBindingCode', {
    description: 'Ends a binding code that nobody has used (作废绑定码).',
    access: permission(ISSUE_BINDING_CODES),
    input: RevokeBindingCodeInput,
    ids: { bindingCodeId: BindingCode },
    ownCase: 'GIVES_UP',
    rules: REVOKE_CODE_RULES,
    answer: {
      bindingCode: { to: BindingCode, otherwise: 'bindingCodeId', description: 'The code as it now is (绑定码).' },
    },
    run: revokeBindingCode,
  }),
  mutation('bindChild', {
    description:
      'Asks for the guardianship of the child that the code was issued for (绑定孩子); the homeroom teacher approves.',
    access: permission(BIND_CHILD),
    input: BindChildInput,
    texts: { code: 'MATCHED', name: 'NAME' },
    ownCase: 'OWN_NAME',
    rules: BIND_RULES,
    attempt: { kind: BINDING_CODE_ATTEMPT, missed: ['CODE_INVALID'] },
    answer: {
      guardianship: { to: Guardianship, description: 'The request (监护关系申请); null where nothing was done.' },
    },
    run: (tx, { code, relation, name, livesApart }) =>
      bindChild(tx, { code, relation, name: name ?? null, livesApart }),
  }),
  mutation('approveGuardianship', {
    description: 'Puts a guardianship in force (通过监护关系申请), and the guardian into a household of the child.',
    access: permission(DECIDE_GUARDIANSHIP),
    input: ApproveGuardianshipInput,
    ids: { ...named, householdId: Household },
    ownCase: 'REFUSED',
    rules: DECIDE_RULES,
    answer: {
      guardianship: tie,
      household: {
        to: Household,
        description: 'The household that the guardian belongs to (家庭); null where nothing was done.',
      },
    },
    run: (tx, { guardianshipId, legal, primaryContact, householdId }) =>
      approveGuardianship(tx, { guardianshipId, legal, primaryContact, householdId: householdId ?? null }),
  }),
  mutation('rejectGuardianship', {
    description: 'Declines a request for a guardianship (不通过监护关系申请).',
    access: permission(DECIDE_GUARDIANSHIP),
    input: RejectGuardianshipInput,
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    ids: named,
    rules: DECIDE_RULES,
    answer: { guardianship: tie },
    run: rejectGuardianship,
  }),
  mutation('blockGuardian', {
    description:
      'Blocks a guardian for a child (屏蔽家长): they see nothing of it from the next request on, and no code binds them.',
    access: permission(BLOCK_GUARDIAN),
    input: BlockGuardianInput,
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    ids: named,
    rules: TIE_RULES,
    answer: { guardianship: tie },
    run: blockGuardian,
  }),
  mutation('unblockGuardian', {
    description: 'Takes a block back (解除屏蔽).',
    access: permission(BLOCK_GUARDIAN),
    input: UnblockGuardianInput,
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    ids: named,
    rules: TIE_RULES,
    answer: { guardianship: tie },
    run: unblockGuardian,
  }),
  mutation('endGuardianship', {
    description: 'Ends a guardianship (结束监护关系).',
    access: permission(BLOCK_GUARDIAN),
    input: EndGuardianshipInput,
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    ids: named,
    rules: TIE_RULES,
    answer: { guardianship: tie },
    run: endGuardianship,
  }),
  mutation('correctGuardianName', {
    description:
      'Corrects the name of a guardian who was approved (更正家长姓名); what bears the name from then on bears the new one.',
    access: permission(DECIDE_GUARDIANSHIP),
    input: CorrectGuardianNameInput,
    ids: { guardianId: Guardian },
    texts: { name: 'NAME' },
    ownCase: 'REFUSED',
    rules: CORRECT_NAME_RULES,
    answer: {
      guardian: { to: Guardian, otherwise: 'guardianId', description: 'The guardian as they are now called (家长).' },
    },
    run: correctGuardianName,
  }),
];
