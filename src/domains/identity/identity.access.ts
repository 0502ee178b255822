import { inPerson, type Permissions } from '../../platform/auth/index.ts';
import { assignmentStands, oneselfAsStaff, hasRole, mine } from '../people/index.ts';
import { anyOf, sql, table, type Condition, type Sql } from '../../platform/reading/index.ts';

export const MANAGE_STAFF_IDENTITIES = 'identity.staff-identity.manage';
export const READ_AUDIT = 'identity.audit.read';
export const MANAGE_SERVICE_TOKENS = 'identity.service-token.manage';

/** A program never decides who may act here. */
export const permissions: Permissions = {
  [MANAGE_STAFF_IDENTITIES]: {
    description: 'Say who staff are to the identity provider (绑定统一身份).',
    heldBy: inPerson(hasRole('DISTRICT_ADMIN')),
  },
  [MANAGE_SERVICE_TOKENS]: {
    description: 'Give access to clients without a person (管理服务令牌).',
    heldBy: inPerson(hasRole('SCHOOL_ADMIN', 'DISTRICT_ADMIN')),
  },
  [READ_AUDIT]: {
    description: 'Read the log of the own school or district (查看审计日志).',
    heldBy: inPerson(hasRole('SCHOOL_ADMIN', 'DISTRICT_ADMIN', 'PRIVACY_OFFICER')),
  },
};

/** An account is for its own eyes, and so are its sessions. */
export const visibleAccounts: Condition = (row) => sql`${row}.id = ${mine.accountId}`;
export const visibleSessions: Condition = (row) => sql`${row}.account_id = ${mine.accountId}`;

/** The member of staff works, or is to work, in a district that the viewer administers; whoever has left it is theirs no more. */
export const worksForMe = (
  staffId: Sql,
): Sql => sql`exists (select 1 from ${table('staff_assignment')} asg where asg.staff_id = ${staffId} and ${assignmentStands(sql`asg`)}
  and asg.district_id = any(${mine.districtIds}))`;

/** They work, or are to work, in a district of somebody else. */
export const worksElsewhere = (
  staffId: Sql,
): Sql => sql`exists (select 1 from staff_assignment els where els.staff_id = ${staffId} and ${assignmentStands(sql`els`)}
  and els.district_id <> all(${mine.districtIds}))`;

/** One's own, and those of the staff of the districts that the viewer administers. */
export const visibleStaffIdentities: Condition = (row, viewer) =>
  anyOf([
    sql`${row}.account_id = ${mine.accountId}`,
    viewer.district &&
      sql`exists (select 1 from ${table('account')} acc join ${table('staff')} stf on stf.person_id = acc.person_id
      where acc.id = ${row}.account_id and ${worksForMe(sql`stf.id`)})`,
  ]);

/** Staff of whom the viewer sees every identity. */
export const identitiesKnown: Condition = (row, viewer) =>
  anyOf([oneselfAsStaff(row, viewer), viewer.district && worksForMe(sql`${row}.id`)]);

export const visibleServiceTokens: Condition = (row, viewer) =>
  anyOf([
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
  ]);
