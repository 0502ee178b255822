import { isPasswordOf } from '../../../platform/auth/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { BadUserInput, type Rules } from '../../../platform/errors/index.ts';
import { now, prepare, raw, sql, type Sql } from '../../../platform/reading/index.ts';
import type { RequestContext } from '../../../platform/request/index.ts';
import { assignmentHolds } from '../../people/index.ts';
import type { AccountStatus } from '../account.entity.ts';
import { IDENTITY } from '../services.ts';
import type { StaffIdentityStatus } from '../staff-identities/staff-identity.entity.ts';
import { tellOfLinks } from '../staff-identities/links.notices.ts';
import { stepOf } from './authenticator.ts';
import { asPassword } from './passwords.ts';
import { markOfRecoveryCode } from './recovery-codes.ts';
import { countSignInMiss, forgetMisses, missesOf } from './sign-in-misses.ts';

export type ProofRefusal = 'NOT_RIGHT' | 'TOO_MANY_ATTEMPTS';

/** One reason for whatever is wrong: a guesser must not learn what, or whether there is such a number. */
export const PROOF_RULES: Rules<ProofRefusal> = {
  NOT_RIGHT: {
    description:
      'Number, password and code do not fit, or the code was used already: whatever is wrong with them (工号、密码或验证码不正确).',
    zh: '工号、密码或验证码不正确;每个验证码只能使用一次,请等待下一个验证码。',
    en: 'The number, the password or the code is not right. A code is good once: wait for the next one.',
  },
  TOO_MANY_ATTEMPTS: {
    description:
      'Too many in a row were wrong, for whoever this number is or is not: wait some minutes, or take a recovery code in place of one of the authenticator (尝试过多).',
    zh: '错误次数过多,请过几分钟再试,或改用恢复码登录。',
    en: 'Too many in a row were wrong: try again in some minutes, or take a recovery code instead.',
  },
};

/** The second of two: of the authenticator or, where that is lost, one of those on paper. */
export interface SecondFactor {
  readonly code?: string | null;
  readonly recoveryCode?: string | null;
}

/** What was found of a password before anything was locked: nothing waits for it in a transaction. */
export interface CheckedPassword {
  readonly staffNumber: string;
  readonly credentialId: string | null;
  readonly hash: string | null;
  readonly right: boolean;
}

export interface Proven {
  readonly credentialId: string;
  readonly identityId: string;
  readonly status: StaffIdentityStatus;
  readonly accountId: string;
  readonly accountStatus: AccountStatus;
  readonly personId: string;
  readonly worksToday: boolean;
}

const OF_STAFF: Sql = sql`staff stf join account acc on acc.person_id = stf.person_id join staff_identity sid on sid.account_id = acc.id
  join local_credential crd on crd.identity_id = sid.id`;

/**
 * Compares a password with what is stored for a number, in the same time whatever is found. The request holds no turn of others meanwhile.
 * @throws TryLater where too many ask at once
 */
export async function checkPassword(
  context: RequestContext,
  { staffNumber, password }: { readonly staffNumber: string; readonly password: string },
): Promise<CheckedPassword> {
  const asTyped = staffNumber.normalize('NFC').trim();
  const number = asTyped.normalize('NFKC');
  const { text, values } = prepare(sql`select crd.id, crd.password_hash from ${OF_STAFF}
    where stf.staff_number in (${asTyped}, ${number}) and crd.password_hash is not null order by stf.staff_number = ${asTyped} desc limit 1`);
  const [found] = (await context.loaders.read({ reads: 'LocalCredential', text, values: values(context) })) as [
    string,
    string,
  ][];
  const [credentialId, hash] = found ?? [null, null];
  context.permit?.release();
  const { passwordCost } = context.services.get(IDENTITY);
  return {
    staffNumber: number,
    credentialId,
    hash,
    right: await isPasswordOf(hash, asPassword(password), passwordCost),
  };
}

/**
 * Whether it was them: the password, and a second factor, which is used up by it. While there is a wait for those who were wrong too often, a
 * code on paper alone is looked at, which nobody can guess: no stranger shuts anybody out.
 * @throws BadUserInput where there are two second factors, or none
 */
export async function prove(
  tx: Transaction,
  checked: CheckedPassword,
  second: SecondFactor,
): Promise<Proven | ProofRefusal> {
  if (((second.code ?? null) === null) === ((second.recoveryCode ?? null) === null))
    throw new BadUserInput(
      { zh: 'code 与 recoveryCode 须填且只填一项。', en: 'Send either a code or a recoveryCode.' },
      ['input', 'code'],
    );
  const misses = await missesOf(tx, checked.staffNumber);
  if (misses.waits && second.recoveryCode == null) return 'TOO_MANY_ATTEMPTS';
  const found = checked.credentialId === null ? null : await lockCredential(tx, checked.credentialId);
  // The password may have been changed while it was compared.
  if (found && checked.right && found.password_hash === checked.hash && (await useUp(tx, found, second))) {
    await forgetMisses(tx, misses);
    return provenOf(found);
  }
  if (found) tx.notes['tried'] = found.account_id;
  if (misses.waits) return 'NOT_RIGHT';
  if ((await countSignInMiss(tx, misses)) && found)
    await tellOfLinks(tx, [{ to: found.person_id, what: 'TRIED', link: found.identity_id }]);
  return 'NOT_RIGHT';
}

interface Locked {
  readonly id: string;
  readonly password_hash: string | null;
  readonly totp_secret: string | null;
  readonly totp_step: number | null;
  readonly identity_id: string;
  readonly status: StaffIdentityStatus;
  readonly account_id: string;
  readonly account_status: AccountStatus;
  readonly person_id: string;
  readonly works_today: boolean;
}

async function lockCredential(tx: Transaction, id: string): Promise<Locked | null> {
  await tx.query(sql`select crd.id from local_credential crd where crd.id = ${id} for no key update`);
  const [found] = await tx.query<Locked>(sql`
    select crd.id, crd.password_hash, crd.totp_secret, crd.totp_step, sid.id as identity_id, sid.status, acc.id as account_id, acc.status as account_status, acc.person_id,
      exists (select 1 from staff_assignment asg where asg.staff_id = stf.id and ${assignmentHolds(raw('asg'))}) as works_today
    from ${OF_STAFF} where crd.id = ${id}`);
  return found ?? null;
}

const provenOf = (found: Locked): Proven => ({
  credentialId: found.id,
  identityId: found.identity_id,
  status: found.status,
  accountId: found.account_id,
  accountStatus: found.account_status,
  personId: found.person_id,
  worksToday: found.works_today,
});

/** Under the lock of the credential: of two at once with one code the second finds it used. */
async function useUp(tx: Transaction, found: Locked, { code, recoveryCode }: SecondFactor): Promise<boolean> {
  const { vault } = tx.services.get(IDENTITY);
  if (recoveryCode != null) {
    const mark = markOfRecoveryCode(vault, recoveryCode, found.id);
    if (mark === null) return false;
    const used =
      await tx.query(sql`update local_credential set recovery_marks = array_remove(recovery_marks, ${mark}), last_used_at = ${now}
      where id = ${found.id} and ${mark} = any(recovery_marks) returning id`);
    return used.length > 0;
  }
  const secret = found.totp_secret === null ? null : vault.unlock(found.totp_secret, found.id);
  const step = secret === null ? null : stepOf(code!, secret, tx.now);
  if (step === null || step <= found.totp_step!) return false;
  await tx.query(sql`update local_credential set totp_step = ${step}, last_used_at = ${now} where id = ${found.id}`);
  return true;
}
