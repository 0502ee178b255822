import { GraphQLInt } from 'graphql';
import { anyone, isGuest, permission } from '../../platform/auth/index.ts';
import {
  computed,
  connectionOf,
  expression,
  now,
  objectOf,
  readable,
  relations,
  sql,
  table,
  toMany,
  toOne,
  type Alias,
  type Condition,
  type Readable,
  type Relations,
  type Roots,
  type Sql,
} from '../../platform/reading/index.ts';
import { District, Guardian, School, Staff, StaffAssignment, mine } from '../people/index.ts';
import { Account } from './account.entity.ts';
import {
  MANAGE_SERVICE_TOKENS,
  MANAGE_STAFF_IDENTITIES,
  identitiesKnown,
  visibleAccounts,
  visibleServiceTokens,
  visibleSessions,
  visibleStaffIdentities,
} from './identity.access.ts';
import { hasFooting } from './service-tokens/footing.ts';
import { ServiceToken, ServiceTokenStanding } from './service-tokens/service-token.entity.ts';
import { Session } from './sessions/session.entity.ts';
import { StaffIdentity } from './staff-identities/staff-identity.entity.ts';
import { Viewer } from './viewer.graphql.ts';

export const readables: readonly Readable[] = [
  readable(Account, {
    prefix: 'account',
    visible: visibleAccounts,
    defaultOrder: [{ by: 'createdAt', direction: 'ASC' }],
  }),
  readable(Session, {
    prefix: 'session',
    visible: visibleSessions,
    defaultOrder: [{ by: 'lastUsedAt', direction: 'DESC' }],
  }),
  readable(StaffIdentity, {
    prefix: 'staff-identity',
    visible: visibleStaffIdentities,
    filters: { status: ['eq', 'in'], linkedAt: ['gte', 'lt'] },
    defaultOrder: [{ by: 'linkedAt', direction: 'ASC' }],
  }),
  readable(ServiceToken, {
    prefix: 'service-token',
    visible: visibleServiceTokens,
    filters: {
      name: ['contains'],
      role: ['eq', 'in'],
      district: ['eq', 'in'],
      school: ['eq', 'in'],
      expiresAt: ['gte', 'lt'],
      revokedAt: ['isNull'],
    },
    orders: { ISSUED_AT: 'issuedAt', EXPIRES_AT: 'expiresAt' },
    defaultOrder: [{ by: 'issuedAt', direction: 'DESC' }],
  }),
];

/** Of the password that is kept of a sign-in, if there is one. */
const ofCredential = (row: Alias, what: Sql): Sql =>
  sql`(select ${what} from ${table('local_credential')} crd where crd.identity_id = ${row}.id)`;

/** A moment that is kept of it. */
const momentOf = (what: Sql, description: string) =>
  computed<{ at: string | null }>(() => Date, {
    nullable: true,
    description,
    facts: { at: (row) => sql`select to_json(${ofCredential(row, what)}) #>> '{}'` },
    value: ({ at }) => (at === null ? null : new Date(at)),
  });

const goingOn: Condition = (row) => sql`${row}.ended_at is null and ${row}.expires_at > ${now}`;

export const identityRelations: readonly Relations[] = [
  relations(Viewer as never, {
    account: toOne(Account, {
      by: 'account',
      nullable: true,
      description: 'The account; null for a guest and for a client without a person (账号).',
    }),
    session: toOne(Session, {
      by: 'session',
      nullable: true,
      description: 'The session of this request; null where its token belongs to none (当前会话).',
    }),
    guardian: toOne(Guardian, {
      by: 'guardian',
      nullable: true,
      description: 'The caller as a guardian, with children and households (家长身份).',
    }),
    staff: toOne(Staff, {
      by: 'staff',
      nullable: true,
      description: 'The caller as a staff member, with assignments (教职工身份).',
    }),
  }),
  relations(Account, {
    sessions: toMany(Session, {
      by: 'account',
      where: goingOn,
      description: 'Where the account is signed in now, the latest used first (登录会话).',
    }),
  }),
  relations(Session, {
    current: expression(() => Boolean, {
      description: 'Whether this request belongs to it (是否当前会话).',
      sql: (row) => sql`${row}.id is not distinct from ${mine.sessionId}`,
    }),
  }),
  relations(Staff, {
    identities: toMany(StaffIdentity, {
      via: (staff, identity) =>
        sql`${identity}.account_id = (select acc.id from ${table('account')} acc where acc.person_id = ${staff}.person_id)`,
      countedWhere: identitiesKnown,
      description: 'By what the person signs in at work, for their own eyes and the district (登录方式).',
    }),
  }),
  relations(StaffIdentity, {
    setUpAt: momentOf(
      sql`crd.set_up_at`,
      'When a password was set; null where none is, and of the identity provider (密码设置时间).',
    ),
    linkExpiresAt: momentOf(
      sql`crd.link_expires_at`,
      'Until when the link can be used by which a password is set; null where none is out (设置链接有效期至).',
    ),
    lastUsedAt: momentOf(
      sql`crd.last_used_at`,
      'When somebody proved by the password who they are last; null before, and of the identity provider (最近使用时间).',
    ),
    recoveryCodesLeft: expression(() => GraphQLInt, {
      nullable: true,
      description: 'How many recovery codes are left, for the own eyes; null where no password is set (剩余恢复码).',
      sql: (row) =>
        sql`case when ${row}.account_id = ${mine.accountId} then ${ofCredential(row, sql`case when crd.set_up_at is not null then cardinality(crd.recovery_marks) end`)} end`,
    }),
    staff: toOne(Staff, {
      via: (identity, staff) =>
        sql`${staff}.id = (select stf.id from ${table('account')} acc join ${table('staff')} stf on stf.person_id = acc.person_id where acc.id = ${identity}.account_id)`,
      nullable: true,
      description: 'Who is linked (教职工); null where the caller may not see them.',
    }),
    linkedBy: toOne(Staff, {
      by: 'linkedBy',
      nullable: true,
      description: 'Who linked it (绑定人); null where that was not noted, or the caller may not see them.',
    }),
    approvedBy: toOne(Staff, {
      by: 'approvedBy',
      nullable: true,
      description: 'The second administrator (复核人); null where there was none, or the caller may not see them.',
    }),
  }),
  relations(ServiceToken, {
    district: toOne(District, { by: 'district', description: 'The district that it is for (区).' }),
    school: toOne(School, {
      by: 'school',
      nullable: true,
      description: 'The school that it is for; null where it is for the district (学校).',
    }),
    active: expression(() => Boolean, {
      description: 'Whether it is good at this moment (是否有效).',
      sql: (row) => sql`${row}.revoked_at is null and ${row}.expires_at > ${now} and ${hasFooting(row)}`,
    }),
    standing: expression(() => ServiceTokenStanding, {
      description: 'Where it stands at this moment (状态).',
      sql: (
        row,
      ) => sql`case when ${row}.revoked_at is not null then 'REVOKED' when ${row}.expires_at <= ${now} then 'EXPIRED'
        when ${row}.rests_on_id is null then 'WAITING' when ${hasFooting(row)} then 'ACTIVE' else 'ENDED' end`,
    }),
    restsOn: toOne(StaffAssignment, {
      by: 'restsOn',
      nullable: true,
      description:
        'The role that it rests on, and whose it is (所依任职): when, and by whom, that was ended is told there.',
    }),
    revokedBy: toOne(Staff, {
      by: 'revokedBy',
      nullable: true,
      description: 'Who revoked it (撤销人); null where the caller may not see them.',
    }),
  }),
];

export const roots: Roots = {
  staffIdentities: connectionOf(StaffIdentity, {
    access: permission(MANAGE_STAFF_IDENTITIES),
    description:
      'By what staff of the districts that the caller administers sign in: those that wait for a second administrator by `where: {status: {eq: PENDING}}` (登录方式).',
  }),
  serviceTokens: connectionOf(ServiceToken, {
    access: permission(MANAGE_SERVICE_TOKENS),
    description:
      'Access of clients without a person to the schools and districts that the caller administers, the latest first (服务令牌).',
  }),
  viewer: objectOf(Viewer, {
    access: anyone,
    description: 'The caller (当前用户).',
    value: ({ viewer }) => ({
      id: `viewer_${viewer.accountId ?? viewer.serviceTokenId ?? 'guest'}`,
      signedIn: !isGuest(viewer),
      permissions: viewer.permissions,
      account: viewer.accountId,
      session: viewer.sessionId,
      guardian: viewer.guardianId,
      staff: viewer.staffId,
      person: viewer.personId,
    }),
  }),
};
