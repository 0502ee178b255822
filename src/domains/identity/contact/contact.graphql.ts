import { Field, InputType } from 'type-graphql';
import { permission } from '../../../platform/auth/index.ts';
import type { AttemptKind } from '../../../platform/config/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../platform/graphql/index.ts';
import { Guardian, KEEP_OWN_CONTACT } from '../../people/index.ts';
import { OWN_CONTACT_RULES, WECHAT_CONTACT_RULES } from './contact.rules.ts';
import { askWechatForPhone, updateMyContact, updateMyContactByWechat } from './update-my-contact.ts';

/** Each number that WeChat tells is paid for. */
const PHONE_ATTEMPT: AttemptKind = { name: 'phone', variable: 'RATE_PHONES_PER_MINUTE', perMinute: 120 };

@InputType({ description: 'How the school reaches the caller (修改联系方式).' })
export class UpdateMyContactInput extends MutationInput {
  @Field(() => String, {
    description:
      'Mobile number of the mainland; +86, blanks, hyphens and full width do not matter (手机号), e.g. 138 0000 0001.',
  })
  readonly phone!: string;
}

@InputType({ description: "The caller's own number, as WeChat knows it (用微信手机号修改联系方式)." })
export class UpdateMyContactByWechatInput extends MutationInput {
  @Field(() => String, {
    description:
      'The code that the button of WeChat for telephone numbers gave the client, good for one call (手机号 code).',
  })
  readonly code!: string;
}

const answer = {
  guardian: { to: Guardian, description: 'The caller as a guardian, with the number as it is told: masked (家长).' },
} as const;

export const contactMutations: readonly MutationDeclaration[] = [
  mutation('updateMyContact', {
    description: 'Enters or changes the own mobile number (修改联系方式), by which the school reaches the guardian.',
    access: permission(KEEP_OWN_CONTACT),
    input: UpdateMyContactInput,
    texts: { phone: 'MATCHED' },
    ownCase: 'OWN_NAME',
    rules: OWN_CONTACT_RULES,
    attempt: { kind: PHONE_ATTEMPT, missed: [] },
    answer,
    run: updateMyContact,
  }),
  mutation('updateMyContactByWechat', {
    description:
      'The same with the code of the button of WeChat for telephone numbers, which the hub exchanges there (用微信手机号修改联系方式): the number is then marked as verified. ' +
      'A code is good once: where the answer was lost, ask for the number again instead of retrying with the same code.',
    access: permission(KEEP_OWN_CONTACT),
    input: UpdateMyContactByWechatInput,
    texts: { code: 'MATCHED' },
    ownCase: 'OWN_NAME',
    rules: WECHAT_CONTACT_RULES,
    attempt: { kind: PHONE_ATTEMPT, missed: ['INVALID_CODE', 'CODE_USED'] },
    answer,
    prepare: askWechatForPhone,
    run: (tx, _input, phone) => updateMyContactByWechat(tx, phone),
  }),
];
