import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { anyone, permission, signedIn } from '../../../platform/auth/index.ts';
import {
  ErrorPolicyField,
  mutation,
  MutationInput,
  type ErrorPolicy,
  type MutationDeclaration,
} from '../../../platform/graphql/index.ts';
import { Staff } from '../../people/index.ts';
import { MANAGE_STAFF_IDENTITIES } from '../identity.access.ts';
import { SIGN_IN_ATTEMPT, sessionTokens } from '../sessions/sessions.graphql.ts';
import { StaffIdentity } from '../staff-identities/staff-identity.entity.ts';
import {
  CHANGE_AUTHENTICATOR_RULES,
  CHANGE_PASSWORD_RULES,
  changeSignIn,
  createRecoveryCodes,
  readyAsIs,
  readyNewAuthenticator,
  readyNewPassword,
  RECOVERY_CODE_RULES,
} from './change-sign-in.ts';
import { createSignInLinks, SIGN_IN_LINK_RULES } from './create-sign-in-links.ts';
import { OFFER_AUTHENTICATOR_RULES, offerAuthenticator } from './offer-authenticator.ts';
import { checkPassword } from './proof.ts';
import { readySignIn, SET_UP_RULES, setUpSignIn } from './set-up-sign-in.ts';
import { SIGN_IN_RULES, signInWithPassword } from './sign-in-with-password.ts';

@ObjectType({
  description:
    'A link by which somebody sets up a password and an authenticator (登录设置链接): told once, and good once.',
})
export class SignInLink {
  @Field(() => ID, { description: 'Global id of the member of staff (教职工标识).' })
  readonly staffId!: string;

  @Field(() => String, { description: 'The address, to be handed to them and to nobody else (链接).' })
  readonly address!: string;

  @Field(() => GraphQLDateTime, { description: 'Until when it can be used (有效期至), exclusive.' })
  readonly expiresAt!: Date;
}

@InputType({ description: 'For whom to make links (生成登录设置链接).' })
export class CreateSignInLinksInput extends MutationInput {
  @Field(() => [ID], { description: 'Global ids of members of staff, 100 at most (教职工标识).' })
  readonly staffIds!: string[];

  @ErrorPolicyField()
  readonly errorPolicy!: ErrorPolicy;
}

@InputType({ description: 'For whom a new authenticator is (获取身份验证器密钥).' })
export class OfferAuthenticatorInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The last part of the address of the link that was handed out, from hubl_ on; left out by whoever is signed in and takes a new one (链接).',
  })
  readonly link?: string | null;
}

@InputType({ description: 'A password and an authenticator, by a link (设置密码登录).' })
export class SetUpSignInInput {
  @Field(() => String, { description: 'The last part of the address of the link, from hubl_ on (链接).' })
  readonly link!: string;

  @Field(() => String, { description: 'What offerAuthenticator told beside the secret (设置凭证).' })
  readonly setUp!: string;

  @Field(() => String, { description: 'A password of 12 to 128 characters; a sentence will do (密码).' })
  readonly password!: string;

  @Field(() => String, { description: 'What the authenticator shows, six digits (验证码).' })
  readonly code!: string;
}

/** The second factor: one of the two. */
@InputType()
abstract class SecondFactorInput {
  @Field(() => String, {
    nullable: true,
    description: 'What the authenticator shows, six digits, each good once (验证码).',
  })
  readonly code?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In the place of the code: one of the recovery codes, each good once (恢复码).',
  })
  readonly recoveryCode?: string | null;
}

@InputType({ description: 'Number, password and code of a member of staff (密码登录).' })
export class SignInWithPasswordInput extends SecondFactorInput {
  @Field(() => String, { description: 'The own staff number (工号).' })
  readonly staffNumber!: string;

  @Field(() => String, { description: 'The password (密码).' })
  readonly password!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the client is, for the list of sessions, 100 characters at most (客户端说明), e.g. 办公电脑.',
  })
  readonly client?: string | null;
}

@InputType({ description: 'A new password, by the present one (修改密码).' })
export class ChangePasswordInput extends SecondFactorInput {
  @Field(() => String, { description: 'The present password (原密码).' })
  readonly password!: string;

  @Field(() => String, { description: 'The new one, of 12 to 128 characters (新密码).' })
  readonly newPassword!: string;
}

@InputType({ description: 'A new authenticator in the place of the present one (更换身份验证器).' })
export class ChangeAuthenticatorInput extends SecondFactorInput {
  @Field(() => String, { description: 'The password (密码).' })
  readonly password!: string;

  @Field(() => String, { description: 'What offerAuthenticator told beside the new secret (设置凭证).' })
  readonly setUp!: string;

  @Field(() => String, { description: 'What the new authenticator shows, six digits (新验证码).' })
  readonly newCode!: string;
}

@InputType({ description: 'New recovery codes in the place of those of before (重新生成恢复码).' })
export class CreateRecoveryCodesInput extends SecondFactorInput {
  @Field(() => String, { description: 'The password (密码).' })
  readonly password!: string;
}

const recoveryCodes = {
  type: () => [String],
  secret: true,
  description: 'Ten codes, told this once, each good once in the place of a code of the authenticator (恢复码).',
} as const;
const staffIdentity = { to: StaffIdentity, description: 'The sign-in (登录方式).' };
const PROOF = { code: 'MATCHED', recoveryCode: 'MATCHED', password: 'MATCHED' } as const;
const guessed = { kind: SIGN_IN_ATTEMPT, missed: ['NOT_RIGHT', 'TOO_MANY_ATTEMPTS'] } as const;
const guessedLink = { kind: SIGN_IN_ATTEMPT, missed: ['LINK_NOT_VALID'] } as const;
/** What it takes and what it tells is secret: nothing of it is remembered. */
const SECRET = { ownCase: 'OWN_NAME', remembered: false } as const;

export const setUpSignInMutation: MutationDeclaration = mutation('setUpSignIn', {
  ...SECRET,
  description:
    'Sets a password and an authenticator by a link that was handed out (设置密码登录), which is then used. ' +
    'Where another administrator has made it, a second one approves what was set up before anybody signs in by it.',
  access: anyone,
  input: SetUpSignInInput,
  texts: { link: 'MATCHED', setUp: 'MATCHED', password: 'MATCHED', code: 'MATCHED' },
  rules: SET_UP_RULES,
  answer: {
    recoveryCodes,
    needsApproval: {
      type: () => Boolean,
      description: 'Whether a second administrator has to approve it first (是否待复核).',
    },
  },
  attempt: guessedLink,
  prepare: readySignIn,
  run: (tx, _input, ready) => setUpSignIn(tx, ready),
});

export const localSignInMutations: readonly MutationDeclaration[] = [
  mutation('createSignInLinks', {
    description:
      'Makes links by which members of staff set up a password and an authenticator, for the first time or anew (生成登录设置链接): told once. ' +
      'What they had set up before is over at once. What is set up by it is good once another administrator has approved it, where it is not of oneself.',
    access: permission(MANAGE_STAFF_IDENTITIES),
    input: CreateSignInLinksInput,
    ids: { staffIds: Staff },
    ownCase: 'WAITS',
    rules: SIGN_IN_LINK_RULES,
    answer: {
      staffIdentities: {
        to: StaffIdentity,
        several: true,
        description: 'The sign-ins that are to be set up (登录方式).',
      },
      links: { type: () => [SignInLink], secret: true, description: 'The links, each for one of them (链接清单).' },
    },
    run: (tx, input) => createSignInLinks(tx, input),
  }),
  mutation('offerAuthenticator', {
    ...SECRET,
    description:
      'Offers a secret for an authenticator (获取身份验证器密钥), to whoever was handed a link, or has a password and takes a new telephone. Nothing changes by it.',
    access: anyone,
    audited: false,
    input: OfferAuthenticatorInput,
    texts: { link: 'MATCHED' },
    rules: OFFER_AUTHENTICATOR_RULES,
    answer: {
      staffNumber: { type: () => String, description: 'The number by which they sign in (工号).' },
      name: { type: () => String, description: 'Who it is, all but the first character withheld (姓名).' },
      secret: { type: () => String, secret: true, description: 'The secret in Base32, to be typed (密钥).' },
      address: {
        type: () => String,
        secret: true,
        description: 'The same as otpauth://…, for a QR code (二维码内容).',
      },
      setUp: {
        type: () => String,
        secret: true,
        description: 'To be sent back with a code, within an hour (设置凭证).',
      },
    },
    attempt: guessedLink,
    prepare: (context, { link }) => offerAuthenticator(context, link ?? null),
    run: (_tx, _input, offered) => Promise.resolve(offered),
  }),
  setUpSignInMutation,
  mutation('signInWithPassword', {
    ...SECRET,
    description:
      'Begins a session of a member of staff by number, password and a code of the authenticator (密码登录). ' +
      'After some wrong tries in a row further ones have to wait, of whoever they are.',
    access: anyone,
    input: SignInWithPasswordInput,
    texts: { ...PROOF, staffNumber: 'MATCHED', client: 'LINE' },
    rules: SIGN_IN_RULES,
    answer: sessionTokens,
    attempt: guessed,
    prepare: checkPassword,
    run: (tx, input, checked) => signInWithPassword(tx, { ...input, client: input.client ?? null }, checked),
  }),
  mutation('changePassword', {
    ...SECRET,
    description: 'Changes the own password (修改密码): sessions that were begun by the old one elsewhere are over.',
    access: signedIn,
    input: ChangePasswordInput,
    texts: { ...PROOF, newPassword: 'MATCHED' },
    rules: CHANGE_PASSWORD_RULES,
    answer: { staffIdentity },
    attempt: guessed,
    prepare: readyNewPassword,
    run: changeSignIn,
  }),
  mutation('changeAuthenticator', {
    ...SECRET,
    description:
      'Puts a new authenticator in the place of the own one (更换身份验证器): sessions that were begun by a password elsewhere are over.',
    access: signedIn,
    input: ChangeAuthenticatorInput,
    texts: { ...PROOF, setUp: 'MATCHED', newCode: 'MATCHED' },
    rules: CHANGE_AUTHENTICATOR_RULES,
    answer: { staffIdentity },
    attempt: guessed,
    prepare: readyNewAuthenticator,
    run: changeSignIn,
  }),
  mutation('createRecoveryCodes', {
    ...SECRET,
    description: 'Ten new recovery codes (重新生成恢复码): those of before are good for nothing any more.',
    access: signedIn,
    input: CreateRecoveryCodesInput,
    texts: PROOF,
    rules: RECOVERY_CODE_RULES,
    answer: { recoveryCodes, staffIdentity },
    attempt: guessed,
    prepare: readyAsIs,
    run: createRecoveryCodes,
  }),
];
