import { Field, ID, InputType } from 'type-graphql';
import { permission } from '../../../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../../platform/graphql/index.ts';
import { ShiftRole, Signup, WAIT, WaitlistEntry } from '../../model/index.ts';
import { INSTEAD } from '../signups/instead.graphql.ts';
import { acceptOffer } from './accept-offer.ts';
import { joinWaitlist } from './join-waitlist.ts';
import { declineOffer, leaveWaitlist } from './leave-waitlist.ts';
import { ACCEPT_OFFER_RULES, LEAVE_RULES, OFFER_RULES, WAITLIST_RULES } from './waitlist.rules.ts';

@InputType({ description: 'Which waiting list to join (加入候补).' })
export class JoinWaitlistInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the role (岗位标识).' })
  readonly roleId!: string;
}

@InputType({ description: 'Which waiting list to leave (退出候补).' })
export class LeaveWaitlistInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the entry (候补标识).' })
  readonly entryId!: string;
}

@InputType({ description: 'Which place to take (接受候补名额).' })
export class AcceptOfferInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the entry (候补标识).' })
  readonly entryId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "The volunteer has read and accepts the activity's risk notice (已阅读并确认风险告知).",
  })
  readonly acceptRiskNotice!: boolean;
}

@InputType({ description: 'Which place not to take (放弃候补名额).' })
export class DeclineOfferInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the entry (候补标识).' })
  readonly entryId!: string;
}

const answer = {
  waitlistEntry: { to: WaitlistEntry, otherwise: 'entryId', description: 'The entry as it now is (候补).' },
  role: { to: ShiftRole, description: 'The role with its places as they now are (岗位); null where nothing was done.' },
} as const;

export const waitingListMutations: readonly MutationDeclaration[] = [
  mutation('joinWaitlist', {
    description: 'Puts the caller on the waiting list of a role that is full (加入候补).',
    access: permission(WAIT),
    input: JoinWaitlistInput,
    ids: { roleId: ShiftRole },
    ownCase: 'OWN_NAME',
    rules: WAITLIST_RULES,
    answer: {
      waitlistEntry: { to: WaitlistEntry, description: 'The entry (候补); null where nothing was done.' },
      role: { to: ShiftRole, otherwise: 'roleId', description: 'The role with its places as they now are (岗位).' },
      ...INSTEAD,
    },
    run: (tx, { roleId }) => joinWaitlist(tx, { roleId }),
  }),
  mutation('leaveWaitlist', {
    description:
      'Takes the caller off a waiting list (退出候补); a place that is held for them goes to the next in line.',
    access: permission(WAIT),
    input: LeaveWaitlistInput,
    ids: { entryId: WaitlistEntry },
    ownCase: 'OWN_NAME',
    rules: LEAVE_RULES,
    answer,
    run: (tx, { entryId }) => leaveWaitlist(tx, { entryId }),
  }),
  mutation('acceptOffer', {
    description:
      'Takes the place that is held for the caller (接受候补名额): confirmed at once, or pending where the organiser confirms. Where it is refused, the offer stays until it expires.',
    access: permission(WAIT),
    input: AcceptOfferInput,
    ids: { entryId: WaitlistEntry },
    ownCase: 'OWN_NAME',
    rules: ACCEPT_OFFER_RULES,
    answer: {
      ...answer,
      signup: { to: Signup, description: 'The sign-up (报名); null where nothing was done.' },
      ...INSTEAD,
    },
    run: (tx, { entryId, acceptRiskNotice }) => acceptOffer(tx, { entryId, acceptRiskNotice }),
  }),
  mutation('declineOffer', {
    description:
      'Does not take the place that is held for the caller (放弃候补名额), which goes to the next in line; they wait no longer.',
    access: permission(WAIT),
    input: DeclineOfferInput,
    ids: { entryId: WaitlistEntry },
    ownCase: 'OWN_NAME',
    rules: OFFER_RULES,
    answer,
    run: (tx, { entryId }) => declineOffer(tx, { entryId }),
  }),
];
