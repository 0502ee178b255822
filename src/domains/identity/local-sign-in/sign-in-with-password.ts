import { optionalText, PartlyDone, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf, type Rules } from '../../../platform/errors/index.ts';
import { AccountStatus } from '../account.entity.ts';
import { beginSession, LONGEST_CLIENT, type SessionTokens } from '../sessions/begin-session.ts';
import { SignInMethod } from '../sessions/session.entity.ts';
import { StaffIdentityStatus } from '../staff-identities/staff-identity.entity.ts';
import {
  NOT_APPROVED,
  prove,
  PROOF_RULES,
  type CheckedPassword,
  type ProofRefusal,
  type Proven,
  type SecondFactor,
} from './proof.ts';

export type PasswordSignInRefusal = ProofRefusal | 'NOT_APPROVED' | 'NO_ROLE' | 'ACCOUNT_DISABLED';

/** The last three are told to whoever has proven who they are. */
export const SIGN_IN_RULES: Rules<PasswordSignInRefusal> = {
  ...PROOF_RULES,
  NOT_APPROVED,
  NO_ROLE: {
    description: 'The person has no role that holds today (今日无任职).',
    zh: '您目前没有有效的任职,请联系管理员。',
    en: 'You have no role that holds today: ask an administrator.',
  },
  ACCOUNT_DISABLED: {
    description: 'The account is shut (账号已停用).',
    zh: '账号已停用,请联系管理员。',
    en: 'The account is shut: ask an administrator.',
  },
};

/** Begins a session of a member of staff, as the identity provider or WeChat would. What was tried stays counted, and a code that was right is used up. */
export async function signInWithPassword(
  tx: Transaction,
  input: SecondFactor & { readonly client: string | null },
  checked: CheckedPassword,
): Promise<SessionTokens | PartlyDone<Partial<SessionTokens>>> {
  const client = optionalText(input.client, { path: ['client'], longest: LONGEST_CLIENT });
  const proven = await prove(tx, checked, input);
  const refusal = typeof proven === 'string' ? proven : refusalOf(proven);
  if (typeof proven !== 'string') tx.notes['account'] = proven.accountId;
  if (typeof proven === 'string' || refusal !== null)
    return new PartlyDone({}, [violationOf(SIGN_IN_RULES, refusal as PasswordSignInRefusal)]);
  return beginSession(tx, { accountId: proven.accountId, method: SignInMethod.PASSWORD, client });
}

function refusalOf({ accountStatus, status, worksToday }: Proven): PasswordSignInRefusal | null {
  if (accountStatus !== AccountStatus.ACTIVE) return 'ACCOUNT_DISABLED';
  if (status !== StaffIdentityStatus.ACTIVE) return 'NOT_APPROVED';
  return worksToday ? null : 'NO_ROLE';
}
