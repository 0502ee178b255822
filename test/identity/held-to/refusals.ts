import {
  aLocalCredential,
  anAccountJoin,
  aSignInMiss,
  aStaffIdentity,
  aWechatIdentity,
} from '../../../seeds/factories/index.ts';
import {
  AccountJoin,
  LocalCredential,
  SignInMiss,
  StaffIdentity,
  WechatIdentity,
} from '../../../src/domains/identity/index.ts';
import type { Refusal } from '../../checks/plant.ts';

export const identityRefusals: readonly Refusal[] = [
  {
    constraint: 'wechat_identity_openid_unique',
    how: 'one openid, two accounts',
    write: ({ row }, { wechat: { appId, openid }, second }) =>
      row(WechatIdentity, aWechatIdentity({ account: second.parent.account, appId, openid })),
  },
  {
    constraint: 'staff_identity_subject_unique',
    how: 'one subject, two accounts',
    write: ({ row }, { staffIdentity: { issuer, subject }, schoolAdmin }) =>
      row(StaffIdentity, aStaffIdentity({ account: schoolAdmin.account, issuer, subject })),
  },
  {
    constraint: 'staff_identity_second',
    how: 'good by one administrator alone',
    write: ({ run }, { staffIdentity, schoolAdmin }) =>
      run(
        'update staff_identity set linked_by_id = $2, linked_alone = false, approved_by_id = $2, approved_at = now() where id = $1',
        staffIdentity.id,
        schoolAdmin.staff.id,
      ),
  },
  {
    constraint: 'local_credential_identity_unique',
    how: 'two passwords of one sign-in',
    async write({ row }, { staffIdentity }) {
      await row(LocalCredential, aLocalCredential({ identity: staffIdentity }));
      await row(LocalCredential, aLocalCredential({ identity: staffIdentity }));
    },
  },
  {
    constraint: 'local_credential_link_unique',
    how: 'one link for two',
    async write({ row }, { staffIdentity, schoolAdmin }) {
      const other = aStaffIdentity({ account: schoolAdmin.account });
      await row(StaffIdentity, other);
      await row(LocalCredential, aLocalCredential({ identity: staffIdentity, linkHash: 'one-link' }));
      await row(LocalCredential, aLocalCredential({ identity: other, linkHash: 'one-link' }));
    },
  },
  {
    constraint: 'local_credential_link',
    how: 'a link and no end of it',
    write: ({ row }, { staffIdentity }) =>
      row(LocalCredential, aLocalCredential({ identity: staffIdentity, linkExpiresAt: null })),
  },
  {
    constraint: 'local_credential_set_up',
    how: 'a password without an authenticator',
    write: ({ row }, { staffIdentity }) =>
      row(LocalCredential, aLocalCredential({ identity: staffIdentity, passwordHash: 'hash' })),
  },
  {
    constraint: 'sign_in_miss_login_unique',
    how: 'two counts of one number',
    async write({ row }) {
      await row(SignInMiss, aSignInMiss({ login: 'one' }));
      await row(SignInMiss, aSignInMiss({ login: 'one' }));
    },
  },
  {
    constraint: 'account_joined',
    how: 'joined into another, and in use',
    write: ({ run }, { schoolAdmin, first }) =>
      run('update account set joined_into_id = $2 where id = $1', schoolAdmin.accountId, first.parent.accountId),
  },
  {
    constraint: 'account_joined_at',
    how: 'at a moment, and into nobody',
    write: ({ run }, { schoolAdmin }) =>
      run('update account set joined_at = now() where id = $1', schoolAdmin.accountId),
  },
  {
    constraint: 'account_join_two',
    how: 'with oneself',
    write: ({ row }, { schoolAdmin }) =>
      row(
        AccountJoin,
        anAccountJoin({ account: schoolAdmin.account, askedBy: schoolAdmin.account.id, askedAt: new Date() } as never),
      ),
  },
  {
    constraint: 'account_join_asked',
    how: 'joined with nobody',
    write: ({ row }, { schoolAdmin }) =>
      row(AccountJoin, anAccountJoin({ account: schoolAdmin.account, joinedAt: new Date() })),
  },
  {
    constraint: 'service_token_rests',
    how: "the district's token rests on the role of a school",
    write: ({ run }, { analystToken, schoolAdmin }) =>
      run('update service_token set rests_on_id = $2 where id = $1', analystToken.id, schoolAdmin.assignment.id),
  },
  {
    constraint: 'service_token_revoked',
    how: 'somebody has revoked what is good',
    write: ({ run }, { analystToken, schoolAdmin }) =>
      run('update service_token set revoked_by_id = $2 where id = $1', analystToken.id, schoolAdmin.staff.id),
  },
  {
    constraint: 'audit_record_one_actor',
    how: 'a person and a program have called at once',
    write: ({ run }, { first, analystToken }) =>
      run(
        `insert into audit_record (id, account, service_token, mutation, outcome, subjects)
      values (gen_random_uuid(), $1, $2, 'signUpForShift', 'SUCCEEDED', '{}')`,
        first.parent.accountId,
        analystToken.id,
      ),
  },
  {
    constraint: 'rights_version_sole',
    how: 'a second count of changes of rights',
    write: ({ run }) => run('insert into rights_version (id, sole) values (gen_random_uuid(), false)'),
  },
];
