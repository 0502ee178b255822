import type { ComparedPassword } from '../../../platform/auth/index.ts';
import { typedNumber, type Transaction } from '../../../platform/commands/index.ts';
import { BadUserInput, type Rule, type Rules } from '../../../platform/errors/index.ts';
import { now, prepare, raw, sql, type Sql } from '../../../platform/reading/index.ts';
import type { RequestContext } from '../../../platform/request/index.ts';
import { assignmentHolds } from '../../people/index.ts';
import type { AccountStatus } from '../account.entity.ts';
import { IDENTITY } from '../services.ts';
import type { StaffIdentityStatus } from '../staff-identities/staff-identity.entity.ts';
import { tellOfLinks } from '../staff-identities/links.notices.ts';
import { stepOf } from './authenticator.ts';
import { passwordCompared } from './hashing.ts';
import { asPassword } from './passwords.ts';
import { markOfRecoveryCode } from './recovery-codes.ts';
import {
  accountGuessed,
  countSignInMiss,
  forgetMisses,
  missesOf,
  numberGuessed,
  waitsAlready,
  type GuessedAt,
} from './sign-in-misses.ts';

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
      'Too many in a row were wrong from this network, or from anywhere where the number has not signed in lately, for whoever it is or is not: wait some minutes, or take a recovery code in place of one of the authenticator (尝试过多).',
    zh: '错误次数过多,请过几分钟再试,或改用恢复码登录。',
    en: 'Too many in a row were wrong: try again in some minutes, or take a recovery code instead.',
  },
};

/** Told to whoever has proven who they are, or is signed in otherwise. */
export const NOT_APPROVED: Rule = {
  description: 'Set up, and not yet approved by a second administrator (待复核).',
  zh: '登录已设置,尚待另一位管理员复核。',
  en: 'This sign-in waits for a second administrator to approve it.',
};

/** The second of two: of the authenticator or, where that is lost, one of those on paper. */
export interface SecondFactor {
  readonly code?: string | null | undefined;
  readonly recoveryCode?: string | null | undefined;
}

/** What was found of a password before anything was locked: nothing waits for it in a transaction. */
export interface CheckedPassword {
  readonly guessed: GuessedAt;
  readonly credentialId: string | null;
  readonly hash: string | null;
  /** What was compared; null where those who were wrong too often have to wait, who cost nothing. */
  readonly compared: ComparedPassword | null;
  /** The mark of the network, by which it is known again; null where nothing is kept for the number. */
  readonly network: string | null;
  /** They have signed in from there lately. */
  readonly isKnown: boolean;
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

/** Whose password it is: of the number that was typed or, where somebody changes what is their own, of the caller. */
export interface Claim extends SecondFactor {
  readonly staffNumber: string;
  readonly password: string;
}

/**
 * Compares a password with what is stored for a number, in the same time whatever is found. While there is a wait it is compared for whoever
 * shows a code on paper alone.
 * @param own of whoever is signed in, whom no stranger holds up
 * @throws TryLater where too many ask at once
 */
export async function checkPassword(
  context: RequestContext,
  { staffNumber, password, recoveryCode }: Claim,
  own: string | null = null,
): Promise<CheckedPassword> {
  const { vault } = context.services.get(IDENTITY);
  const number = typedNumber(staffNumber);
  const { text, values } =
    prepare(sql`select crd.id, crd.password_hash, array_to_string(crd.recovery_marks, ' '), array_to_string(crd.known_networks, ' ') from ${OF_STAFF}
    where stf.staff_number = ${number} and crd.password_hash is not null limit 1`);
  const [found] = (await context.loaders.read({ reads: 'LocalCredential', text, values: values(context) })) as [
    string,
    string,
    string,
    string,
  ][];
  const [credentialId, hash, recoveryMarks, networks] = found ?? [null, null, '', ''];
  const network = credentialId === null ? null : vault.markOf(context.network, credentialId);
  const isKnown = network !== null && networks.split(' ').includes(network);
  const guessed = own === null ? numberGuessed(vault, number, context.network) : accountGuessed(vault, own);
  const mark =
    recoveryCode == null || credentialId === null ? null : markOfRecoveryCode(vault, recoveryCode, credentialId);
  const mayBeCompared =
    !(await waitsAlready(context, guessed, isKnown)) || (mark !== null && recoveryMarks.split(' ').includes(mark));
  const compared = mayBeCompared ? await passwordCompared(context, hash, asPassword(password)) : null;
  return { guessed, credentialId, hash, compared, network, isKnown };
}

/**
 * Whether it was them: the password, and a second factor, which is used up by it. A code on paper is used up whatever the password was: whoever
 * has found one guesses once by it. While there is a wait for those who were wrong too often it is looked at alone, for nobody can guess it: no
 * stranger shuts anybody out.
 * @throws BadUserInput where there are two second factors, or none
 */
export async function prove(
  tx: Transaction,
  checked: CheckedPassword,
  second: SecondFactor,
): Promise<Proven | ProofRefusal> {
  const hasPaper = second.recoveryCode != null;
  if (((second.code ?? null) === null) !== hasPaper)
    throw new BadUserInput(
      { zh: 'code 与 recoveryCode 须填且只填一项。', en: 'Send either a code or a recoveryCode.' },
      ['input', 'code'],
    );
  const { guessed, compared } = checked;
  const misses = await missesOf(tx, guessed, checked.isKnown);
  if ((misses.waits || !compared) && !hasPaper) return 'TOO_MANY_ATTEMPTS';
  const found = checked.credentialId === null ? null : await lockCredential(tx, checked.credentialId);
  // The password may have been changed while it was compared.
  const isRight = found !== null && compared?.right === true && found.password_hash === checked.hash;
  const isUsed = found !== null && compared !== null && (hasPaper || isRight) && (await useUp(tx, found, second));
  if (isRight && isUsed) {
    await forgetMisses(tx, guessed, misses);
    await keepKnown(tx, found.id, checked);
    return provenOf(found);
  }
  if (found) tx.notes['tried'] = found.account_id;
  if (misses.waits && !isUsed) return 'NOT_RIGHT';
  if ((await countSignInMiss(tx, guessed, misses)) && found)
    await tellOfLinks(tx, [{ to: found.person_id, what: 'TRIED', link: found.identity_id }]);
  return 'NOT_RIGHT';
}

/** So many networks of each are known again, the latest. */
const KNOWN_NETWORKS = 5;

/** From where they have signed in, and what is stored of the password where it was hashed at another cost before. */
const keepKnown = (tx: Transaction, id: string, { network, compared }: CheckedPassword): Promise<unknown> =>
  tx.query(sql`update local_credential set password_hash = coalesce(${compared?.renewed ?? null}::text, password_hash),
    known_networks = (array_prepend(${network}::text, array_remove(known_networks, ${network}::text)))[1:${raw(String(KNOWN_NETWORKS))}] where id = ${id}`);

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
