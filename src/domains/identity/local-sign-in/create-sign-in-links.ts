import {
  checkNamedOnce,
  decideOnEach,
  PartlyDone,
  type ErrorPolicy,
  type Transaction,
} from '../../../platform/commands/index.ts';
import type { Rules } from '../../../platform/errors/index.ts';
import { sql, toGlobalId } from '../../../platform/reading/index.ts';
import { PUBLIC_URL } from '../../../platform/request/index.ts';
import { IDENTITY } from '../services.ts';
import { accountsOfStaff, LINK_ROW_RULES, type StaffOnRecord } from '../staff-identities/accounts-of-staff.ts';
import { handOutLinks } from './hand-out-link.ts';
import { signInAddress } from './sign-in-address.ts';

export type SignInLinkRule = 'NOT_FOUND' | 'ROLE_ELSEWHERE' | 'SET_UP_ALREADY';

export const SIGN_IN_LINK_RULES: Rules<SignInLinkRule> = {
  NOT_FOUND: LINK_ROW_RULES.NOT_FOUND,
  ROLE_ELSEWHERE: LINK_ROW_RULES.ROLE_ELSEWHERE,
  SET_UP_ALREADY: {
    description:
      'The caller has a password already: they change it themselves, and another administrator sets it anew (已设置密码登录).',
    zh: '您已设置密码登录,可自行修改;如已遗失,请由其他管理员重置。',
    en: 'You have a password already: change it yourself, or have another administrator reset it.',
  },
};

/** A link as it is handed out. */
export interface SignInLinkTold {
  readonly staffId: string;
  readonly address: string;
  readonly expiresAt: Date;
}

/**
 * Links by which members of staff set up a password and an authenticator, for the first time or anew. Whoever makes a link can use it:
 * what was set up by that of somebody else is good once another administrator has approved it. Oneself one sets up alone, where
 * nothing is set up: by a session that was left open nobody takes over a password.
 * @param staffIds bare ids of staff who work, or are to work, in a district that the caller administers
 * @throws RuleViolation, BadUserInput
 */
export async function createSignInLinks(
  tx: Transaction,
  { staffIds, errorPolicy }: { readonly staffIds: readonly string[]; readonly errorPolicy: ErrorPolicy },
): Promise<PartlyDone<{ staffIdentities: string[]; links: SignInLinkTold[] }>> {
  checkNamedOnce(staffIds, 'staffIds', { zh: '教职工', en: 'members of staff' });
  const found = await accountsOfStaff(tx, staffIds);
  const isSetUp = await ownIsSetUp(tx);
  const { done, refused } = await decideOnEach<StaffOnRecord, Exclude<SignInLinkRule, 'NOT_FOUND'>, StaffOnRecord>(
    staffIds,
    {
      field: 'staffIds',
      policy: errorPolicy,
      rules: SIGN_IN_LINK_RULES,
      found,
      blocker: ({ staffId, elsewhere }) =>
        elsewhere ? 'ROLE_ELSEWHERE' : staffId === tx.viewer.staffId && isSetUp ? 'SET_UP_ALREADY' : null,
      decide: (staff) => staff,
    },
  );
  const handedOut = await handOutLinks(
    tx,
    tx.services.get(IDENTITY).signInLinkHours,
    done.map(({ staffId, accountId, personId }) => ({
      staffId,
      accountId: accountId!,
      personId,
      by: tx.viewer.staffId,
      alone: staffId === tx.viewer.staffId,
    })),
  );
  return new PartlyDone(
    {
      staffIdentities: handedOut.map(({ identityId }) => identityId),
      links: handedOut.map(({ staffId, token, expiresAt }) => ({
        staffId: toGlobalId('staff', staffId),
        address: signInAddress(tx.services.get(PUBLIC_URL), token),
        expiresAt,
      })),
    },
    refused,
  );
}

/** Under the lock of the own member of staff, where they are among those that are named. */
async function ownIsSetUp(tx: Transaction): Promise<boolean> {
  const found =
    await tx.query(sql`select 1 from staff_identity sid join local_credential crd on crd.identity_id = sid.id
    where sid.account_id = ${tx.viewer.accountId}::uuid and crd.set_up_at is not null`);
  return found.length > 0;
}
