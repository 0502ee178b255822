import { v7 } from 'uuid';
import { optionalText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf, type Rules } from '../../../platform/errors/index.ts';
import { sql, type Sql } from '../../../platform/reading/index.ts';
import type { RequestContext } from '../../../platform/request/index.ts';
import { WechatRefused, type WechatPerson, type WechatRefusal } from '../../../platform/wechat/index.ts';
import { Guardian, Person } from '../../people/index.ts';
import { Account, AccountStatus } from '../account.entity.ts';
import { lockName } from '../lock-name.ts';
import { IDENTITY } from '../services.ts';
import { beginSession, LONGEST_CLIENT, type SessionTokens } from '../sessions/begin-session.ts';
import { SignInMethod } from '../sessions/session.entity.ts';
import { WechatIdentity } from './wechat-identity.entity.ts';

export type WechatSignInRefusal = WechatRefusal | 'NOT_CONFIGURED' | 'ACCOUNT_DISABLED';

export const WECHAT_RULES: Rules<WechatSignInRefusal> = {
  INVALID_CODE: {
    description: 'WeChat does not know the code, or it is too old: call wx.login again (code 无效).',
    zh: '登录凭证无效,请重新登录。',
    en: 'The code is not valid: call wx.login again.',
  },
  CODE_USED: {
    description:
      'The code was exchanged before, by a call whose answer was lost perhaps: call wx.login again (code 已被使用).',
    zh: '登录凭证已被使用,请重新登录。',
    en: 'The code was used before: call wx.login again.',
  },
  RATE_LIMITED: {
    description: 'Too many sign-ins: wait a minute (频率限制).',
    zh: '登录过于频繁,请一分钟后再试。',
    en: 'Too many sign-ins: try again in a minute.',
  },
  BLOCKED: {
    description: 'WeChat holds the user for a risk and lets nobody sign in as them (高风险用户).',
    zh: '微信限制了该用户登录。',
    en: 'WeChat does not let this user sign in.',
  },
  BUSY: {
    description: 'WeChat does not answer: call wx.login again and retry a little later (微信系统繁忙).',
    zh: '微信服务繁忙,请稍后重试。',
    en: 'WeChat does not answer: try again a little later.',
  },
  NOT_CONFIGURED: {
    description: 'This hub is not connected to WeChat (未配置微信登录).',
    zh: '尚未配置微信登录。',
    en: 'This hub is not connected to WeChat.',
  },
  ACCOUNT_DISABLED: {
    description: 'The account is shut (账号已停用).',
    zh: '账号已停用,请联系学校。',
    en: 'The account is shut: ask the school.',
  },
};

/** Until a guardian binds to a child nobody knows who it is, and WeChat does not tell. */
const NOBODY_KNOWN = '微信用户';

/** The request holds no turn of others while WeChat is asked. @throws RuleViolation with a WechatSignInRefusal */
export async function askWechat(
  { services, permit }: Pick<RequestContext, 'services' | 'permit'>,
  { code }: { readonly code: string },
): Promise<WechatPerson> {
  const { codeToSession } = services.get(IDENTITY);
  if (!codeToSession) throw violationOf(WECHAT_RULES, 'NOT_CONFIGURED');
  permit?.release();
  try {
    return await codeToSession(code);
  } catch (error) {
    throw error instanceof WechatRefused ? violationOf(WECHAT_RULES, error.refusal, ['code']) : error;
  }
}

/**
 * Signs somebody in whom WeChat has named; whoever comes for the first time is given an account as a guardian of nobody,
 * who binds to a child later.
 * @throws RuleViolation ACCOUNT_DISABLED, BadUserInput
 */
export async function signInWithWechat(
  tx: Transaction,
  input: { readonly client: string | null },
  person: WechatPerson,
): Promise<SessionTokens> {
  const client = optionalText(input.client, { path: ['client'], longest: LONGEST_CLIENT });
  const account = (await accountOf(tx, person)) ?? (await accountOfNewcomer(tx, person));
  tx.notes['account'] = account.id;
  if (account.status !== AccountStatus.ACTIVE) throw violationOf(WECHAT_RULES, 'ACCOUNT_DISABLED');
  return beginSession(tx, { accountId: account.id, method: SignInMethod.WECHAT, client });
}

/** The identity is under lock: who gives it to another account, as `recoverGuardian` does, comes before and is found, or after and ends the session. */
async function accountOf(tx: Transaction, { appId, openid, unionid }: WechatPerson): Promise<Account | null> {
  const identity = await lockIdentity(tx, sql`wid.app_id = ${appId} and wid.openid = ${openid}`);
  if (!identity) return null;
  if (unionid !== null)
    await tx.query(
      sql`update wechat_identity set unionid = ${unionid} where id = ${identity.id} and unionid is distinct from ${unionid}`,
    );
  return tx.em.findOneOrFail(Account, identity.account_id);
}

async function lockIdentity(tx: Transaction, which: Sql): Promise<{ id: string; account_id: string } | undefined> {
  const [identity] = await tx.query<{ id: string; account_id: string }>(
    sql`select wid.id, wid.account_id from wechat_identity wid where ${which} order by wid.id limit 1 for no key update`,
  );
  return identity;
}

/** Two first sign-ins of one person at once: the second waits for the first, and finds what it has made. */
async function accountOfNewcomer(tx: Transaction, person: WechatPerson): Promise<Account> {
  const { appId, openid, unionid } = person;
  await lockName(tx, `wechat/${appId}/${openid}`);
  if (unionid !== null) await lockName(tx, `wechat/${unionid}`);
  const meanwhile = await accountOf(tx, person);
  if (meanwhile) return meanwhile;
  const elsewhere = unionid === null ? undefined : await lockIdentity(tx, sql`wid.unionid = ${unionid}`);
  const account = elsewhere ? await tx.em.findOneOrFail(Account, elsewhere.account_id) : newGuardian(tx);
  tx.em.create(WechatIdentity, { account, appId, openid, unionid, createdAt: tx.now });
  return account;
}

function newGuardian(tx: Transaction): Account {
  const person = tx.em.create(Person, { name: NOBODY_KNOWN, phone: null, createdAt: tx.now });
  tx.em.create(Guardian, { person, createdAt: tx.now });
  const id = v7();
  return tx.em.create(Account, { id, person, name: `wechat-${id}`, status: AccountStatus.ACTIVE, createdAt: tx.now });
}
