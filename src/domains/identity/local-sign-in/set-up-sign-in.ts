import type { Transaction } from '../../../platform/commands/index.ts';
import { violationOf, type Rules } from '../../../platform/errors/index.ts';
import { now, prepare, sql } from '../../../platform/reading/index.ts';
import type { RequestContext } from '../../../platform/request/index.ts';
import { INBOX } from '../../people/index.ts';
import { IDENTITY } from '../services.ts';
import { tellOfLinks } from '../staff-identities/links.notices.ts';
import { StaffIdentityStatus } from '../staff-identities/staff-identity.entity.ts';
import { offeredSecret, stepOf } from './authenticator.ts';
import { hashOfLink } from './hand-out-link.ts';
import { passwordHashed } from './hashing.ts';
import { PASSWORD_RULES, requirePassword, type Owner, type PasswordRefusal } from './passwords.ts';
import { markOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';

export type AuthenticatorRefusal = 'SET_UP_OVER' | 'CODE_WRONG';

export const AUTHENTICATOR_RULES: Rules<AuthenticatorRefusal> = {
  SET_UP_OVER: {
    description: 'The secret was offered more than an hour ago, or to somebody else: ask for a new one (设置已超时).',
    zh: '设置已超时,请用身份验证器重新扫描二维码。',
    en: 'This took too long: scan the new code with your authenticator.',
  },
  CODE_WRONG: {
    description:
      'The code is not one of this secret at this moment: is the clock of the telephone right? (验证码不正确).',
    zh: '验证码不正确:请输入身份验证器当前显示的 6 位数字,并确认手机时间准确。',
    en: 'The code is not right: enter the six digits that the authenticator shows now, and see whether the clock of the telephone is right.',
  },
};

export const NO_SUCH_LINK: Rules<'LINK_NOT_VALID'> = {
  LINK_NOT_VALID: {
    description: 'The link was used, has expired, or was replaced by another one: ask for a new one (链接无效).',
    zh: '链接无效、已使用或已过期,请向管理员索取新的链接。',
    en: 'This link is not valid any more, or was used: ask an administrator for a new one.',
  },
};

export type SetUpRefusal = PasswordRefusal | AuthenticatorRefusal | 'LINK_NOT_VALID';

export const SET_UP_RULES: Rules<SetUpRefusal> = { ...NO_SUCH_LINK, ...PASSWORD_RULES, ...AUTHENTICATOR_RULES };

/** Whom a link was handed out for. */
export interface Invited extends Owner {
  readonly name: string;
}

/** Null for whatever is wrong with the link. */
export async function invitedBy(context: RequestContext, link: string): Promise<Invited | null> {
  const hash = hashOfLink(link);
  if (hash === null) return null;
  const { text, values } =
    prepare(sql`select per.name, per.name_key, stf.staff_number from local_credential crd join staff_identity sid on sid.id = crd.identity_id
    join account acc on acc.id = sid.account_id join person per on per.id = acc.person_id join staff stf on stf.person_id = per.id
    where crd.link_hash = ${hash} and crd.link_expires_at > ${now}`);
  const [row] = (await context.loaders.read({ reads: 'LocalCredential', text, values: values(context) })) as [
    string,
    string,
    string,
  ][];
  return row ? { name: row[0], nameKey: row[1], staffNumber: row[2] } : null;
}

export interface WantedSignIn {
  readonly link: string;
  readonly setUp: string;
  readonly password: string;
  readonly code: string;
}

/** What is ready to be written when the link is still good then. */
export interface ReadySignIn {
  readonly linkHash: string;
  readonly passwordHash: string;
  readonly secret: string;
  readonly step: number;
}

/** The secret that was offered, of which the code is. @throws RuleViolation SET_UP_OVER, CODE_WRONG */
export async function confirmedSecret(
  context: RequestContext,
  {
    setUp,
    code,
    whose,
    field,
  }: { readonly setUp: string; readonly code: string; readonly whose: string; readonly field: string },
): Promise<{ secret: string; step: number }> {
  const secret = await offeredSecret(setUp, whose, context);
  if (secret === null) throw violationOf(AUTHENTICATOR_RULES, 'SET_UP_OVER', ['setUp']);
  const step = stepOf(code, secret, context.now);
  if (step === null) throw violationOf(AUTHENTICATOR_RULES, 'CODE_WRONG', [field]);
  return { secret, step };
}

/** Looks at all of it before the password is hashed, which takes a while: of a link that is good for nothing none is. @throws RuleViolation, TryLater */
export async function readySignIn(context: RequestContext, wanted: WantedSignIn): Promise<ReadySignIn> {
  const invited = await invitedBy(context, wanted.link);
  if (!invited) throw violationOf(NO_SUCH_LINK, 'LINK_NOT_VALID', ['link']);
  const password = requirePassword(wanted.password, invited, 'password');
  const linkHash = hashOfLink(wanted.link)!;
  const confirmed = await confirmedSecret(context, { ...wanted, whose: linkHash, field: 'code' });
  return { linkHash, passwordHash: await passwordHashed(context, password), ...confirmed };
}

/**
 * Sets a password and an authenticator by a link, which is used up by it. Where somebody else has handed it out, a second administrator is
 * asked now. The code that was entered is used up as well: to sign in takes the next one.
 * @throws RuleViolation LINK_NOT_VALID
 */
export async function setUpSignIn(
  tx: Transaction,
  { linkHash, passwordHash, secret, step }: ReadySignIn,
): Promise<{ recoveryCodes: string[]; needsApproval: boolean }> {
  const noLink = (): Error => violationOf(NO_SUCH_LINK, 'LINK_NOT_VALID', ['link']);
  // As whoever hands out a link: first the sign-in, then what it is made of.
  const [identity] = await tx.query<{ id: string; account_id: string; linked_alone: boolean; person_id: string }>(sql`
    select sid.id, sid.account_id, sid.linked_alone, acc.person_id from staff_identity sid join account acc on acc.id = sid.account_id
    where sid.id = (select crd.identity_id from local_credential crd where crd.link_hash = ${linkHash}) for no key update of sid`);
  if (!identity) throw noLink();
  const [credential] = await tx.query<{ id: string }>(
    sql`select crd.id from local_credential crd where crd.identity_id = ${identity.id} and crd.link_hash = ${linkHash} and crd.link_expires_at > ${now} for no key update`,
  );
  if (!credential) throw noLink();
  const { vault } = tx.services.get(IDENTITY);
  const codes = newRecoveryCodes();
  const marks = codes.map((code) => markOfRecoveryCode(vault, code, credential.id)!);
  await tx.query(sql`update local_credential set link_hash = null, link_expires_at = null, password_hash = ${passwordHash}, totp_secret = ${vault.lock(secret, credential.id)},
    totp_step = ${step}, recovery_marks = ${marks}::text[], set_up_at = ${now}, last_used_at = null where id = ${credential.id}`);
  const status = identity.linked_alone ? StaffIdentityStatus.ACTIVE : StaffIdentityStatus.PENDING;
  await tx.query(sql`update staff_identity set status = ${status} where id = ${identity.id}`);
  await tx.services.get(INBOX).askDeciders(tx, [identity.id]);
  await tellOfLinks(tx, [{ to: identity.person_id, what: 'SET_UP', link: identity.id }]);
  tx.notes['staffIdentity'] = identity.id;
  tx.notes['linkedAccount'] = identity.account_id;
  return { recoveryCodes: codes, needsApproval: !identity.linked_alone };
}
