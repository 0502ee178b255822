import {
  type AccountJoin,
  type LocalCredential,
  type ServiceToken,
  ServiceRole,
  type Session,
  SignInMethod,
  type SignInMiss,
  type StaffIdentity,
  StaffIdentityStatus,
  type WechatIdentity,
} from '../../../src/domains/identity/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, daysAfter, type Given, type GivenWith, nextNumber, stored, WRITTEN_AT } from '../given.ts';

export type SessionRecord = RecordOf<Session>;
export type WechatIdentityRecord = RecordOf<WechatIdentity>;
export type StaffIdentityRecord = RecordOf<StaffIdentity>;
export type LocalCredentialRecord = RecordOf<LocalCredential>;
export type SignInMissRecord = RecordOf<SignInMiss>;
export type AccountJoinRecord = RecordOf<AccountJoin>;
export type ServiceTokenRecord = RecordOf<ServiceToken>;

/** The hash of nothing that anybody knows. */
const NO_SECRET = 'nobody-knows-what-this-is-the-hash-of-00000';

/** Goes on for thirty days from its beginning. */
export function aSession(given: GivenWith<Session, 'account'>): SessionRecord {
  const startedAt = given.startedAt ?? WRITTEN_AT;
  return completed<SessionRecord>(
    {
      ...stored(given),
      account: '',
      method: SignInMethod.WECHAT,
      client: null,
      startedAt,
      lastUsedAt: startedAt,
      expiresAt: daysAfter(startedAt, 30),
      endedAt: null,
      ending: null,
      refreshHash: NO_SECRET,
    },
    given,
  );
}

export function aWechatIdentity(given: GivenWith<WechatIdentity, 'account'>): WechatIdentityRecord {
  return completed<WechatIdentityRecord>(
    {
      ...stored(given),
      account: '',
      appId: 'wx0000000000000000',
      openid: given.openid ?? `openid-${nextNumber()}`,
      unionid: null,
    },
    given,
  );
}

/** Linked before it took two. */
export function aStaffIdentity(given: GivenWith<StaffIdentity, 'account'>): StaffIdentityRecord {
  return completed<StaffIdentityRecord>(
    {
      ...stored(given),
      account: '',
      issuer: 'https://id.district.example',
      subject: given.subject ?? `subject-${nextNumber()}`,
      linkedAt: WRITTEN_AT,
      status: StaffIdentityStatus.ACTIVE,
      linkedBy: null,
      approvedBy: null,
      approvedAt: null,
      linkedAlone: true,
    },
    given,
  );
}

/** A link that nobody has used yet. */
export function aLocalCredential(given: GivenWith<LocalCredential, 'identity'>): LocalCredentialRecord {
  return completed<LocalCredentialRecord>(
    {
      ...stored(given),
      identity: '',
      linkHash: given.linkHash ?? `hash-${nextNumber()}`,
      linkExpiresAt: daysAfter(WRITTEN_AT, 3),
      passwordHash: null,
      totpSecret: null,
      totpStep: null,
      recoveryMarks: [],
      knownNetworks: [],
      setUpAt: null,
      lastUsedAt: null,
    },
    given,
  );
}

export function aSignInMiss(given: Given<SignInMiss> = {}): SignInMissRecord {
  return completed<SignInMissRecord>(
    {
      ...stored(given),
      login: given.login ?? `login-${nextNumber()}`,
      misses: 1,
      missedAt: WRITTEN_AT,
      waitsUntil: WRITTEN_AT,
      toldAt: null,
    },
    given,
  );
}

/** A code that nobody has entered yet. */
export function anAccountJoin(given: GivenWith<AccountJoin, 'account'>): AccountJoinRecord {
  return completed<AccountJoinRecord>(
    {
      ...stored(given),
      account: '',
      hash: given.hash ?? `hash-${nextNumber()}`,
      expiresAt: daysAfter(WRITTEN_AT, 1),
      askedBy: null,
      askedAt: null,
      joinedAt: null,
    },
    given,
  );
}

/** For an analyst's programs, ninety days; good where it is said which role it rests on. */
export function aServiceToken(given: GivenWith<ServiceToken, 'district' | 'createdBy'>): ServiceTokenRecord {
  const issuedAt = given.issuedAt ?? WRITTEN_AT;
  return completed<ServiceTokenRecord>(
    {
      ...stored(given),
      name: '数据看板',
      role: ServiceRole.ANALYST,
      district: '',
      school: null,
      permissions: [],
      createdBy: '',
      restsOn: null,
      issuedAt,
      expiresAt: daysAfter(issuedAt, 90),
      takenOverAt: null,
      lastUsedAt: null,
      revokedAt: null,
      revokedBy: null,
      revokeReason: null,
      secretHash: NO_SECRET,
    },
    given,
  );
}
