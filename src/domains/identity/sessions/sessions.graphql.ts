import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { anyone, signedIn } from '../../../platform/auth/index.ts';
import type { AttemptKind } from '../../../platform/config/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../platform/graphql/index.ts';
import { askWechat, signInWithWechat, WECHAT_RULES } from '../wechat/sign-in-with-wechat.ts';
import { NO_SESSION_RULES, REVOKE_SESSION_RULES, revokeOtherSessions, revokeSession, signOut } from './end-sessions.ts';
import { REFRESH_RULES, refreshSession } from './refresh-session.ts';
import { Session } from './session.entity.ts';

/** Whoever signs in, by whichever way, or goes on with it. */
export const SIGN_IN_ATTEMPT: AttemptKind = { name: 'signIn', variable: 'RATE_SIGN_INS_PER_MINUTE', perMinute: 600 };

@InputType({ description: 'A code of wx.login (微信登录).' })
export class SignInWithWechatInput {
  @Field(() => String, { description: 'What wx.login gave the client, good for one call (登录凭证).' })
  readonly code!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the client is, for the list of sessions, 100 characters at most (客户端说明), e.g. 手机.',
  })
  readonly client?: string | null;
}

@InputType({ description: 'A session to go on with (续期).' })
export class RefreshSessionInput {
  @Field(() => String, { description: 'The refresh token that was given last (刷新令牌).' })
  readonly refreshToken!: string;
}

@InputType({ description: 'To end the session of this request (退出登录).' })
export class SignOutInput extends MutationInput {}

@InputType({ description: 'A session to end (移除会话).' })
export class RevokeSessionInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the session (会话标识).' })
  readonly sessionId!: string;
}

@InputType({ description: 'To end all sessions but that of this request (移除其他会话).' })
export class RevokeOtherSessionsInput extends MutationInput {}

export const sessionTokens = {
  accessToken: { type: () => String, secret: true, description: 'Bearer token for the next minutes (访问令牌).' },
  accessTokenExpiresAt: { type: () => GraphQLDateTime, description: 'When it is good no longer (访问令牌失效时间).' },
  refreshToken: {
    type: () => String,
    secret: true,
    description: 'For refreshSession, once: keep the latest alone (刷新令牌).',
  },
  refreshTokenExpiresAt: {
    type: () => GraphQLDateTime,
    description: 'When the session ends unless it is refreshed before (刷新令牌失效时间).',
  },
} as const;

const session = { to: Session, description: 'The session as it now is (会话).' };

export const sessionMutations: readonly MutationDeclaration[] = [
  mutation('signInWithWechat', {
    description:
      'Begins a session with a code of wx.login (微信登录); who comes for the first time is given an account. ' +
      'A code is good once: where the answer was lost, call wx.login again instead of retrying with the same code.',
    access: anyone,
    input: SignInWithWechatInput,
    texts: { code: 'MATCHED', client: 'LINE' },
    ownCase: 'OWN_NAME',
    rules: WECHAT_RULES,
    answer: sessionTokens,
    remembered: false,
    attempt: { kind: SIGN_IN_ATTEMPT, missed: ['INVALID_CODE', 'CODE_USED'] },
    prepare: askWechat,
    run: (tx, { client }, person) => signInWithWechat(tx, { client: client ?? null }, person),
  }),
  mutation('refreshSession', {
    description:
      'Goes on with a session (续期): both tokens are new, and the one that was used is not to be used again. ' +
      'A retry within seconds answers the same refresh token; later use of an old one ends the session.',
    access: anyone,
    input: RefreshSessionInput,
    texts: { refreshToken: 'MATCHED' },
    ownCase: 'OWN_NAME',
    rules: REFRESH_RULES,
    answer: sessionTokens,
    remembered: false,
    audited: false,
    attempt: { kind: SIGN_IN_ATTEMPT, missed: ['UNAUTHENTICATED'] },
    run: (tx, { refreshToken }) => refreshSession(tx, { refreshToken }),
  }),
  mutation('signOut', {
    description: 'Ends the session of this request (退出登录): its tokens are good for nothing at once.',
    access: signedIn,
    input: SignOutInput,
    ownCase: 'OWN_NAME',
    rules: NO_SESSION_RULES,
    answer: { session },
    run: (tx) => signOut(tx),
  }),
  mutation('revokeSession', {
    description: 'Ends a session of the own account, on another client for one (移除会话).',
    access: signedIn,
    input: RevokeSessionInput,
    ids: { sessionId: Session },
    ownCase: 'OWN_NAME',
    rules: REVOKE_SESSION_RULES,
    answer: { session: { ...session, otherwise: 'sessionId' } },
    run: (tx, { sessionId }) => revokeSession(tx, { sessionId }),
  }),
  mutation('revokeOtherSessions', {
    description: 'Ends every session of the own account but that of this request (移除其他会话).',
    access: signedIn,
    input: RevokeOtherSessionsInput,
    ownCase: 'OWN_NAME',
    rules: NO_SESSION_RULES,
    answer: { revokedCount: { type: () => Int, description: 'How many sessions were going on (移除数).' } },
    run: (tx) => revokeOtherSessions(tx),
  }),
];
