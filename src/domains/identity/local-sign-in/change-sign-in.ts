import { PartlyDone, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf, type Rules } from '../../../platform/errors/index.ts';
import { prepare, sql, type Sql } from '../../../platform/reading/index.ts';
import type { RequestContext } from '../../../platform/request/index.ts';
import { mine } from '../../people/index.ts';
import { IDENTITY } from '../services.ts';
import { endPasswordSessions } from '../sessions/end-sessions.ts';
import { StaffIdentityStatus } from '../staff-identities/staff-identity.entity.ts';
import { tellOfLinks } from '../staff-identities/links.notices.ts';
import { passwordHashed } from './hashing.ts';
import { PASSWORD_RULES, requirePassword, type PasswordRefusal } from './passwords.ts';
import {
  checkPassword,
  NOT_APPROVED,
  prove,
  PROOF_RULES,
  type CheckedPassword,
  type ProofRefusal,
  type SecondFactor,
} from './proof.ts';
import { markOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { AUTHENTICATOR_RULES, confirmedSecret, type AuthenticatorRefusal, type Invited } from './set-up-sign-in.ts';

type NoOwnSignIn = 'NO_PASSWORD' | 'NOT_APPROVED';

export const NO_OWN_SIGN_IN: Rules<NoOwnSignIn> = {
  NO_PASSWORD: {
    description: 'The caller has set up no password here: an administrator hands out a link for that (未设置密码登录).',
    zh: '您尚未设置密码登录,请向管理员索取设置链接。',
    en: 'You have set up no password here: ask an administrator for a link.',
  },
  NOT_APPROVED,
};

export const CHANGE_PASSWORD_RULES: Rules<NoOwnSignIn | ProofRefusal | PasswordRefusal> = {
  ...NO_OWN_SIGN_IN,
  ...PROOF_RULES,
  ...PASSWORD_RULES,
};
export const CHANGE_AUTHENTICATOR_RULES: Rules<NoOwnSignIn | ProofRefusal | AuthenticatorRefusal> = {
  ...NO_OWN_SIGN_IN,
  ...PROOF_RULES,
  ...AUTHENTICATOR_RULES,
};
export const RECOVERY_CODE_RULES: Rules<NoOwnSignIn | ProofRefusal> = { ...NO_OWN_SIGN_IN, ...PROOF_RULES };

/**
 * Who the caller is to what they have set up. What waits for a second administrator stays as it is until then: that is what they approve.
 * @throws RuleViolation NO_PASSWORD, NOT_APPROVED
 */
export async function ownSignIn(context: RequestContext): Promise<Invited> {
  const { text, values } =
    prepare(sql`select per.name, per.name_key, stf.staff_number, sid.status from account acc join person per on per.id = acc.person_id join staff stf on stf.person_id = per.id
    join staff_identity sid on sid.account_id = acc.id join local_credential crd on crd.identity_id = sid.id
    where acc.id = ${mine.accountId} and crd.set_up_at is not null`);
  const [row] = (await context.loaders.read({ reads: 'LocalCredential', text, values: values(context) })) as [
    string,
    string,
    string,
    string,
  ][];
  if (!row) throw violationOf(NO_OWN_SIGN_IN, 'NO_PASSWORD');
  if (row[3] !== StaffIdentityStatus.ACTIVE) throw violationOf(NO_OWN_SIGN_IN, 'NOT_APPROVED');
  return { name: row[0], nameKey: row[1], staffNumber: row[2] };
}

/** What is ready to be written when it was them. */
export interface ReadyChange {
  readonly checked: CheckedPassword;
  /** Left out where it stays. */
  readonly passwordHash?: string;
  readonly authenticator?: { readonly secret: string; readonly step: number };
}

/** @throws RuleViolation, TryLater */
export async function readyNewPassword(
  context: RequestContext,
  input: SecondFactor & { readonly password: string; readonly newPassword: string },
): Promise<ReadyChange> {
  const own = await ownSignIn(context);
  const password = requirePassword(input.newPassword, own, 'newPassword');
  const checked = await checkOwn(context, own, input);
  return { checked, passwordHash: await passwordHashed(context, password) };
}

/** @throws RuleViolation, TryLater */
export async function readyNewAuthenticator(
  context: RequestContext,
  input: SecondFactor & { readonly password: string; readonly setUp: string; readonly newCode: string },
): Promise<ReadyChange> {
  const own = await ownSignIn(context);
  const whose = context.viewer.accountId!;
  const authenticator = await confirmedSecret(context, {
    setUp: input.setUp,
    code: input.newCode,
    whose,
    field: 'newCode',
  });
  return { checked: await checkOwn(context, own, input), authenticator };
}

/** @throws RuleViolation, TryLater */
export async function readyAsIs(
  context: RequestContext,
  input: SecondFactor & { readonly password: string },
): Promise<ReadyChange> {
  return { checked: await checkOwn(context, await ownSignIn(context), input) };
}

/** Tries are counted by the account. */
const checkOwn = (
  context: RequestContext,
  { staffNumber }: Invited,
  { password, code, recoveryCode }: SecondFactor & { readonly password: string },
): Promise<CheckedPassword> =>
  checkPassword(context, { staffNumber, password, code, recoveryCode }, context.viewer.accountId!);

/**
 * Changes the own password or authenticator, by the present ones: a session that was left open is not enough. What was begun by them
 * elsewhere is over.
 */
export async function changeSignIn(
  tx: Transaction,
  second: SecondFactor,
  { checked, passwordHash, authenticator }: ReadyChange,
): Promise<PartlyDone<{ staffIdentity: string | null }>> {
  const { vault } = tx.services.get(IDENTITY);
  const done = await proven(tx, second, checked, (id) =>
    authenticator
      ? sql`totp_secret = ${vault.lock(authenticator.secret, id)}, totp_step = ${authenticator.step}`
      : sql`password_hash = ${passwordHash!}`,
  );
  if (done.result.staffIdentity !== null) await endPasswordSessions(tx, [tx.viewer.accountId!]);
  return done;
}

/** Ten new codes; those of before are good for nothing. */
export async function createRecoveryCodes(
  tx: Transaction,
  second: SecondFactor,
  { checked }: ReadyChange,
): Promise<PartlyDone<{ recoveryCodes: string[] | null; staffIdentity: string | null }>> {
  const { vault } = tx.services.get(IDENTITY);
  const recoveryCodes = newRecoveryCodes();
  const { result, refused } = await proven(
    tx,
    second,
    checked,
    (id) => sql`recovery_marks = ${recoveryCodes.map((code) => markOfRecoveryCode(vault, code, id)!)}::text[]`,
  );
  return new PartlyDone({ ...result, recoveryCodes: result.staffIdentity === null ? null : recoveryCodes }, refused);
}

async function proven(
  tx: Transaction,
  second: SecondFactor,
  checked: CheckedPassword,
  change: (credentialId: string) => Sql,
): Promise<PartlyDone<{ staffIdentity: string | null }>> {
  const found = await prove(tx, checked, second);
  if (typeof found === 'string') return new PartlyDone({ staffIdentity: null }, [violationOf(PROOF_RULES, found)]);
  const { credentialId, identityId, personId } = found;
  await tx.query(sql`update local_credential set ${change(credentialId)} where id = ${credentialId}`);
  await tellOfLinks(tx, [{ to: personId, what: 'CHANGED', link: identityId }]);
  return new PartlyDone({ staffIdentity: identityId }, []);
}
