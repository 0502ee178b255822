import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { permission } from '../../../../platform/auth/index.ts';
import {
  ErrorPolicyField,
  mutation,
  MutationInput,
  type ErrorPolicy,
  type MutationDeclaration,
} from '../../../../platform/graphql/index.ts';
import { ServiceRecord, Signup } from '../../model/index.ts';
import { appealServiceRecord } from './appeal-service-record.ts';
import { approveServiceRecords } from './approve-service-records.ts';
import { rejectServiceRecords } from './reject-service-records.ts';
import { APPEAL_SERVICE, DECIDE_SERVICE, SUPPLEMENT_SERVICE } from './service-record.access.ts';
import { APPEAL_RULES, APPROVE_RULES, REJECT_RULES, SUPPLEMENT_RULES } from './service-record.rules.ts';
import { supplementService } from './supplement-service.ts';

@InputType({ description: 'Service that was not checked in (补录服务).' })
export class SupplementServiceInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the sign-up (报名标识).' })
  readonly signupId!: string;

  @Field(() => GraphQLDateTime, { description: 'Start, within the shift (开始时间).' })
  readonly startsAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'End, within the shift and past (结束时间).' })
  readonly endsAt!: Date;

  @Field(() => String, {
    description: 'What was done, and why it was not checked in, 500 characters at most (补录说明).',
  })
  readonly description!: string;
}

@InputType({ description: 'Which service to approve (审核通过).' })
export class ApproveServiceRecordsInput extends MutationInput {
  @Field(() => [ID], { description: 'Global ids of the records, 100 at most (服务记录标识).' })
  readonly recordIds!: string[];

  @ErrorPolicyField()
  readonly errorPolicy!: ErrorPolicy;
}

@InputType({ description: 'Which service to reject, and why (审核不通过).' })
export class RejectServiceRecordsInput extends MutationInput {
  @Field(() => [ID], { description: 'Global ids of the records, 100 at most (服务记录标识).' })
  readonly recordIds!: string[];

  @Field(() => String, { description: 'Why, as the volunteers are told it, 200 characters at most (原因).' })
  readonly reason!: string;

  @ErrorPolicyField()
  readonly errorPolicy!: ErrorPolicy;
}

@InputType({ description: 'What to decide again, and why (申诉).' })
export class AppealServiceRecordInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the record (服务记录标识).' })
  readonly recordId!: string;

  @Field(() => String, { description: 'What the volunteer says to the decision, 500 characters at most (申诉理由).' })
  readonly text!: string;
}

const decided = {
  serviceRecords: { to: ServiceRecord, several: true, description: 'The records that were decided on (服务记录).' },
} as const;

export const hoursMutations: readonly MutationDeclaration[] = [
  mutation('supplementService', {
    description:
      'Writes down service within a shift that was not checked in (补录服务); it counts when somebody else than the volunteer approves it.',
    access: permission(SUPPLEMENT_SERVICE),
    input: SupplementServiceInput,
    ids: { signupId: Signup },
    texts: { description: 'PARAGRAPHS' },
    ownCase: 'WAITS',
    rules: SUPPLEMENT_RULES,
    answer: {
      serviceRecord: { to: ServiceRecord, description: 'The record, pending (服务记录); null where nothing was done.' },
      signup: { to: Signup, otherwise: 'signupId', description: 'The sign-up with its service as it now is (报名).' },
    },
    run: (tx, input) => supplementService(tx, input),
  }),
  mutation('approveServiceRecords', {
    description: 'Approves service that waits, or that was appealed for (审核通过服务记录).',
    access: permission(DECIDE_SERVICE),
    input: ApproveServiceRecordsInput,
    ids: { recordIds: ServiceRecord },
    ownCase: 'REFUSED',
    rules: APPROVE_RULES,
    answer: decided,
    run: (tx, input) => approveServiceRecords(tx, input),
  }),
  mutation('rejectServiceRecords', {
    description:
      'Rejects service with a reason (审核不通过服务记录): what waits, and what was approved as long as no valid certificate rests on it.',
    access: permission(DECIDE_SERVICE),
    input: RejectServiceRecordsInput,
    ids: { recordIds: ServiceRecord },
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    rules: REJECT_RULES,
    answer: decided,
    run: (tx, input) => rejectServiceRecords(tx, input),
  }),
  mutation('appealServiceRecord', {
    description:
      "Asks the administration, once and within 30 days, to decide again on the caller's rejected service (申诉).",
    access: permission(APPEAL_SERVICE),
    input: AppealServiceRecordInput,
    ids: { recordId: ServiceRecord },
    texts: { text: 'PARAGRAPHS' },
    ownCase: 'OWN_NAME',
    rules: APPEAL_RULES,
    answer: {
      serviceRecord: { to: ServiceRecord, otherwise: 'recordId', description: 'The record as it now is (服务记录).' },
    },
    run: (tx, input) => appealServiceRecord(tx, input),
  }),
];
