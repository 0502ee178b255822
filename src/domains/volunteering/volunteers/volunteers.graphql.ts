import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { permission } from '../../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../platform/graphql/index.ts';
import { District, Guardian, School } from '../../people/index.ts';
import { grantQualification } from './grant-qualification.ts';
import { liftSuspension } from './lift-suspension.ts';
import { revokeQualification } from './revoke-qualification.ts';
import { setVolunteeringPolicy } from './set-volunteering-policy.ts';
import { suspendVolunteer } from './suspend-volunteer.ts';
import { VolunteerQualification, VolunteerSuspension } from '../model/index.ts';
import { MANAGE_VOLUNTEERS, SET_POLICY } from './volunteers.access.ts';
import {
  GRANT_RULES,
  LIFT_RULES,
  POLICY_RULES,
  REVOKE_QUALIFICATION_RULES,
  SUSPEND_RULES,
} from './volunteers.rules.ts';

@InputType({ description: 'Whom to suspend, where and until when (暂停报名资格).' })
export class SuspendVolunteerInput extends MutationInput {
  @Field(() => ID, {
    description: 'Global id of the guardian (家长标识), who has a child at the school or in the district.',
  })
  readonly guardianId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the school at which it holds (学校标识); name this or a district.',
  })
  readonly schoolId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the district in the whole of which it holds (区标识).',
  })
  readonly districtId?: string | null;

  @Field(() => GraphQLDateTime, { description: 'Until when (截止时间), exclusive; 1000 days ahead at most.' })
  readonly until!: Date;

  @Field(() => String, { description: 'The reason, as the volunteer is told it, 200 characters at most (原因).' })
  readonly reason!: string;
}

@InputType({ description: 'Which suspension to end early (解除暂停).' })
export class LiftSuspensionInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the suspension (暂停标识).' })
  readonly suspensionId!: string;

  @Field(() => String, { description: 'Why, 200 characters at most (解除原因).' })
  readonly reason!: string;
}

@InputType({ description: 'What to put on record for whom (登记资质).' })
export class GrantQualificationInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the guardian (家长标识).' })
  readonly guardianId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "Global id of the district that keeps the record (区标识); only where the guardian's children go to school in several.",
  })
  readonly districtId?: string | null;

  @Field(() => String, { description: 'Name, as roles ask for it, 50 characters at most (资质名称).' })
  readonly name!: string;

  @Field(() => GraphQLDate, { description: 'First day on which it holds (生效日期).' })
  readonly validFrom!: string;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'Last day on which it holds (失效日期); left out where it has no end.',
  })
  readonly validTo?: string | null;
}

@InputType({ description: 'Which qualification to take back (撤销资质).' })
export class RevokeQualificationInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the qualification (资质标识).' })
  readonly qualificationId!: string;

  @Field(() => String, { description: 'Why, 200 characters at most (撤销原因).' })
  readonly reason!: string;
}

@InputType({ description: 'Rules of volunteering to set; those left out stay (志愿服务规则).' })
export class SetVolunteeringPolicyInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the district (区标识).' })
  readonly districtId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'For how many minutes a free place is held for the next one on a waiting list, 1 to 10080 (候补保留分钟数).',
  })
  readonly offerMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'So many shifts missed suspend a volunteer, 1 to 100 (缺勤几次暂停).',
  })
  readonly noShowLimit?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Shifts missed within so many days count together, 1 to 1000 (缺勤统计天数).',
  })
  readonly noShowWindowDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many days a volunteer is suspended then, 1 to 1000 (暂停天数).',
  })
  readonly suspensionDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many minutes before the start one can check in, 0 to 240 (提前签到分钟数).',
  })
  readonly checkInEarlyMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Within how many hours after the end check-ins noted without a network may be sent, 1 to 720 (补传时限,小时).',
  })
  readonly reportWithinHours?: number | null;
}

export const volunteerMutations: readonly MutationDeclaration[] = [
  mutation('suspendVolunteer', {
    description:
      'Keeps a guardian from signing up for a time (暂停报名资格), at a school or in the whole district; what they have signed up for stays theirs.',
    access: permission(MANAGE_VOLUNTEERS),
    input: SuspendVolunteerInput,
    ids: { guardianId: Guardian, schoolId: School, districtId: District },
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    rules: SUSPEND_RULES,
    answer: {
      suspension: { to: VolunteerSuspension, description: 'The suspension (暂停); null where nothing was done.' },
    },
    run: (tx, { schoolId, districtId, ...rest }) =>
      suspendVolunteer(tx, { ...rest, schoolId: schoolId ?? null, districtId: districtId ?? null }),
  }),
  mutation('liftSuspension', {
    description:
      'Ends a suspension early (解除暂停): one of a school by the school or the district, one of the district by the district.',
    access: permission(MANAGE_VOLUNTEERS),
    input: LiftSuspensionInput,
    ids: { suspensionId: VolunteerSuspension },
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    rules: LIFT_RULES,
    answer: {
      suspension: {
        to: VolunteerSuspension,
        otherwise: 'suspensionId',
        description: 'The suspension as it now is (暂停).',
      },
    },
    run: (tx, input) => liftSuspension(tx, input),
  }),
  mutation('grantQualification', {
    description:
      'Puts a qualification of a guardian on record (登记资质), which opens roles that ask for it in the whole district.',
    access: permission(MANAGE_VOLUNTEERS),
    input: GrantQualificationInput,
    ids: { guardianId: Guardian, districtId: District },
    texts: { name: 'TITLE' },
    ownCase: 'REFUSED',
    rules: GRANT_RULES,
    answer: {
      qualification: {
        to: VolunteerQualification,
        description: 'The qualification (资质); null where nothing was done.',
      },
    },
    run: (tx, { guardianId, districtId, name, validFrom, validTo }) =>
      grantQualification(tx, { guardianId, districtId: districtId ?? null, name, validFrom, validTo: validTo ?? null }),
  }),
  mutation('revokeQualification', {
    description:
      'Takes a qualification back (撤销资质); sign-ups that it opened stand until their organisers, who are told, decide otherwise.',
    access: permission(MANAGE_VOLUNTEERS),
    input: RevokeQualificationInput,
    ids: { qualificationId: VolunteerQualification },
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    rules: REVOKE_QUALIFICATION_RULES,
    answer: {
      qualification: {
        to: VolunteerQualification,
        otherwise: 'qualificationId',
        description: 'The qualification as it now is (资质).',
      },
    },
    run: (tx, input) => revokeQualification(tx, input),
  }),
  mutation('setVolunteeringPolicy', {
    description:
      'Sets rules of volunteering of a district (设置志愿服务规则); they hold from now on, for what is decided from now on.',
    access: permission(SET_POLICY),
    input: SetVolunteeringPolicyInput,
    ids: { districtId: District },
    ownCase: 'OFFERED_TO_ALL',
    rules: POLICY_RULES,
    answer: {
      district: {
        to: District,
        otherwise: 'districtId',
        description: 'The district with its rules as they now are (区).',
      },
    },
    run: (tx, input) => setVolunteeringPolicy(tx, input),
  }),
];
