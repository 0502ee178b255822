import type { Domain } from '../../platform/graphql/index.ts';
import { NOTICE_KINDS } from '../notice-kinds/index.ts';
import { DECISION_QUEUES } from '../people/index.ts';
import { Account } from './account.entity.ts';
import { auditRelations, auditRoots, readables as auditReadables } from './audit/audit.relations.ts';
import { contactMutations } from './contact/contact.graphql.ts';
import { permissions } from './identity.access.ts';
import { checks } from './identity.checks.ts';
import { identityRelations, readables, roots } from './identity.relations.ts';
import { AccountJoin } from './joining/account-join.entity.ts';
import { joinAsked } from './joining/joining.notices.ts';
import { joinsWaiting } from './joining/joins-waiting.ts';
import { joiningMutations } from './joining/joining.graphql.ts';
import { joiningRelations, readables as joiningReadables } from './joining/joining.relations.ts';
import { forgetSignInMisses } from './local-sign-in/forget-sign-in-misses.ts';
import { LocalCredential } from './local-sign-in/local-credential.entity.ts';
import { localSignInMutations, setUpSignInMutation } from './local-sign-in/local-sign-in.graphql.ts';
import { SignInMiss } from './local-sign-in/sign-in-miss.entity.ts';
import { signInPage } from './local-sign-in/sign-in.page.ts';
import { recoveryMutations } from './recovery/recovery.graphql.ts';
import { signInRecovered } from './recovery/recovery.notices.ts';
import { ServiceToken } from './service-tokens/service-token.entity.ts';
import { serviceTokenMutations } from './service-tokens/service-tokens.graphql.ts';
import { tokensWaiting, tokenWaits } from './service-tokens/tokens-waiting.ts';
import { forgetJoins } from './joining/forget-joins.ts';
import { forgetSessions } from './sessions/forget-sessions.ts';
import { Session } from './sessions/session.entity.ts';
import { sessionMutations } from './sessions/sessions.graphql.ts';
import { linksRest } from './staff-identities/end-links.ts';
import { linksWaiting } from './staff-identities/links-waiting.ts';
import { linkAsked, linkSettled } from './staff-identities/links.notices.ts';
import { staffIdentityMutations } from './staff-identities/staff-identities.graphql.ts';
import { StaffIdentity } from './staff-identities/staff-identity.entity.ts';
import { RightsVersion } from './viewers/rights-version.entity.ts';
import { WechatIdentity } from './wechat/wechat-identity.entity.ts';

export { Account, AccountStatus } from './account.entity.ts';
export { AccountJoin } from './joining/account-join.entity.ts';
export { JOIN_REFUSALS } from './joining/join-refusal.ts';
export { createAuthentication } from './authenticate.ts';
export { CannotBegin, createFirstAdministrator, type FirstAdministrator } from './create-first-administrator.ts';
export { Viewer } from './viewer.graphql.ts';
export { loadViewer } from './viewers/load-viewer.ts';
export { ownStanding } from './sessions/own-standing.ts';
export { tokenAtWork } from './service-tokens/footing.ts';
export { hashingInTurn } from './local-sign-in/hashing.ts';
export { IDENTITY, offerIdentity } from './services.ts';
export { ServiceRole, ServiceToken, ServiceTokenStanding } from './service-tokens/service-token.entity.ts';
export { decideRefresh, expiryOf, LOST_ANSWER_MS, type RefreshFacts } from './sessions/refreshing.ts';
export { Session, SESSION_DAYS, SessionEnding, SignInMethod } from './sessions/session.entity.ts';
export { LocalCredential } from './local-sign-in/local-credential.entity.ts';
export { signInAddress } from './local-sign-in/sign-in-address.ts';
export { SignInMiss } from './local-sign-in/sign-in-miss.entity.ts';
export { StaffIdentity, StaffIdentityStatus } from './staff-identities/staff-identity.entity.ts';
export { askWechatForPhone } from './contact/update-my-contact.ts';
export { askWechat } from './wechat/sign-in-with-wechat.ts';
export { WechatIdentity } from './wechat/wechat-identity.entity.ts';

export const identity: Domain = {
  name: 'identity',
  entities: [
    Account,
    RightsVersion,
    Session,
    WechatIdentity,
    StaffIdentity,
    LocalCredential,
    SignInMiss,
    ServiceToken,
    AccountJoin,
  ],
  readables: [...readables, ...auditReadables, ...joiningReadables],
  relations: [...identityRelations, ...auditRelations, ...joiningRelations],
  roots: { ...roots, ...auditRoots },
  mutations: [
    ...sessionMutations,
    ...staffIdentityMutations,
    ...localSignInMutations,
    ...serviceTokenMutations,
    ...joiningMutations,
    ...contactMutations,
    ...recoveryMutations,
  ],
  resolvers: [],
  permissions,
  checks,
  rightDependents: [linksRest],
  contributions: [
    NOTICE_KINDS.with([joinAsked, linkAsked, linkSettled, tokenWaits, signInRecovered]),
    DECISION_QUEUES.with([linksWaiting, joinsWaiting, tokensWaiting]),
  ],
  pages: [signInPage(setUpSignInMutation)],
  jobs: [forgetSessions, forgetSignInMisses, forgetJoins],
};
