import { Field, ID, InputType } from 'type-graphql';
import { permission } from '../../../../platform/auth/index.ts';
import type { AttemptKind } from '../../../../platform/config/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../../platform/graphql/index.ts';
import { Guardian } from '../../../people/index.ts';
import { DECIDE_ON_LEAVING, ShiftRole, Signup, STAND_IN, StandIn } from '../../model/index.ts';
import { INSTEAD } from '../signups/instead.graphql.ts';
import { acceptStandIn } from './accept-stand-in.ts';
import { decideStandIn } from './decide-stand-in.ts';
import { declineStandIn, withdrawStandIn } from './end-stand-in.ts';
import { offerStandIn } from './offer-stand-in.ts';
import {
  ACCEPT_STAND_IN_RULES,
  DECIDE_STAND_IN_RULES,
  END_STAND_IN_RULES,
  OFFER_STAND_IN_RULES,
} from './stand-in.rules.ts';

const STAND_IN_CODE_ATTEMPT: AttemptKind = {
  name: 'standInCode',
  variable: 'RATE_STAND_IN_CODES_PER_MINUTE',
  perMinute: 120,
};

@InputType({
  description:
    'Which place to offer, and to whom (找人替班): a code for anybody, unless a guardian or the waiting list is named.',
})
export class OfferStandInInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the sign-up (报名标识).' })
  readonly signupId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of another guardian of the same family (同一家庭的家长标识).',
  })
  readonly guardianId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Offer it to the waiting list (转给候补名单): the volunteer keeps the place until somebody takes it.',
  })
  readonly toWaitlist!: boolean;
}

@InputType({ description: 'Which place to take over (接受替班): by the id of an offer to the caller, or by a code.' })
export class AcceptStandInInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: 'Global id of the offer (替班标识).' })
  readonly standInId?: string | null;

  @Field(() => String, { nullable: true, description: 'The code that the volunteer passed on (替班码).' })
  readonly code?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "The volunteer has read and accepts the activity's risk notice (已阅读并确认风险告知).",
  })
  readonly acceptRiskNotice!: boolean;
}

@InputType({ description: 'Which place not to take over (拒绝替班).' })
export class DeclineStandInInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the offer (替班标识).' })
  readonly standInId!: string;
}

@InputType({ description: 'Which offer to take back (撤回替班).' })
export class WithdrawStandInInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the offer (替班标识).' })
  readonly standInId!: string;
}

@InputType({ description: 'Which stand-in to decide on (审批替班).' })
export class DecideStandInInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the offer (替班标识).' })
  readonly standInId!: string;

  @Field(() => Boolean, { description: 'Whether the other comes instead (是否同意).' })
  readonly approve!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why, for both, 200 characters at most (审批意见); required where it is declined.',
  })
  readonly reason?: string | null;
}

const standIn = { to: StandIn, otherwise: 'standInId', description: 'The offer as it now is (替班).' } as const;
const role = { to: ShiftRole, description: 'The role (岗位); null where nothing was done.' } as const;

export const standInMutations: readonly MutationDeclaration[] = [
  mutation('offerStandIn', {
    description:
      'Offers the place of the caller to somebody else (找人替班), also when it is too late to cancel; they keep it until the other has it.',
    access: permission(STAND_IN),
    input: OfferStandInInput,
    ids: { signupId: Signup, guardianId: Guardian },
    ownCase: 'OWN_NAME',
    rules: OFFER_STAND_IN_RULES,
    answer: {
      standIn: { to: StandIn, description: 'The offer (替班); null where nothing was done.' },
      signup: { to: Signup, otherwise: 'signupId', description: 'The sign-up, which stands (报名).' },
      code: {
        type: () => String,
        secret: true,
        description:
          'What to pass on to whoever shall come (替班码): good once, until the shift begins; null where somebody is named.',
      },
    },
    run: (tx, { signupId, guardianId, toWaitlist }) =>
      offerStandIn(tx, { signupId, guardianId: guardianId ?? null, toWaitlist }),
  }),
  mutation('acceptStandIn', {
    description:
      'Takes over the place that the caller is offered (接受替班): at once, or once the organiser agrees where the role wants it.',
    access: permission(STAND_IN),
    input: AcceptStandInInput,
    ids: { standInId: StandIn },
    texts: { code: 'MATCHED' },
    ownCase: 'OWN_NAME',
    rules: ACCEPT_STAND_IN_RULES,
    attempt: { kind: STAND_IN_CODE_ATTEMPT, missed: ['CODE_INVALID'] },
    answer: {
      standIn,
      role,
      signup: {
        to: Signup,
        description: 'The sign-up of the caller (报名); null where the organiser has yet to agree.',
      },
      ...INSTEAD,
    },
    run: (tx, { standInId, code, acceptRiskNotice }) =>
      acceptStandIn(tx, { standInId: standInId ?? null, code: code ?? null, acceptRiskNotice }),
  }),
  mutation('declineStandIn', {
    description: 'Does not take over the place that the caller is offered (拒绝替班); the volunteer keeps it.',
    access: permission(STAND_IN),
    input: DeclineStandInInput,
    ids: { standInId: StandIn },
    ownCase: 'OWN_NAME',
    rules: END_STAND_IN_RULES,
    answer: { standIn },
    run: (tx, { standInId }) => declineStandIn(tx, { standInId }),
  }),
  mutation('withdrawStandIn', {
    description:
      'Takes back an offer of the caller (撤回替班), also while the organiser has yet to decide; they keep the place.',
    access: permission(STAND_IN),
    input: WithdrawStandInInput,
    ids: { standInId: StandIn },
    ownCase: 'OWN_NAME',
    rules: END_STAND_IN_RULES,
    answer: { standIn },
    run: (tx, { standInId }) => withdrawStandIn(tx, { standInId }),
  }),
  mutation('decideStandIn', {
    description: 'Agrees that somebody else comes, or does not (审批替班).',
    access: permission(DECIDE_ON_LEAVING),
    input: DecideStandInInput,
    ids: { standInId: StandIn },
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    rules: DECIDE_STAND_IN_RULES,
    answer: {
      standIn,
      role,
      signup: { to: Signup, description: 'The sign-up of the other (报名); null where nothing was agreed.' },
    },
    run: (tx, { standInId, approve, reason }) => decideStandIn(tx, { standInId, approve, reason: reason ?? null }),
  }),
];
