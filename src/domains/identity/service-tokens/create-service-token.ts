import { v7 } from 'uuid';
import { newServiceSecret } from '../../../platform/auth/index.ts';
import { requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { BadUserInput, NotFound, RuleViolation, violationOf, type Rules } from '../../../platform/errors/index.ts';
import { District, INBOX, School, StaffAssignment } from '../../people/index.ts';
import { Account } from '../account.entity.ts';
import { IDENTITY } from '../services.ts';
import { myFootingFor } from './footing.ts';
import { holdsPermissions, openToPrograms, type ServiceGrant } from './service-grant.ts';
import { SERVICE_TOKEN_DAYS, ServiceRole, ServiceToken } from './service-token.entity.ts';

export type ServiceTokenRefusal = 'MORE_THAN_YOURS' | 'NODE_DOES_NOT_FIT' | 'NOT_FOR_PROGRAMS';

export const SERVICE_TOKEN_RULES: Rules<ServiceTokenRefusal> = {
  MORE_THAN_YOURS: {
    description: 'The caller does not hold all of it (超出本人权限).',
    zh: '不能授予超出本人权限的内容。',
    en: 'Nobody gives away more than they hold.',
  },
  NOT_FOR_PROGRAMS: {
    description:
      'No program of the role may hold one of the permissions: the message names those that it may (该权限不能授予程序).',
    zh: '所选权限不能授予该角色的程序。',
    en: 'A program of this role may not hold all of these permissions.',
  },
  NODE_DOES_NOT_FIT: {
    description: 'A school administrator is one of a school, the other roles are of the district (角色与范围不符).',
    zh: '学校管理员须指定学校,其他角色须指定区。',
    en: 'A school administrator needs a school, every other role the district alone.',
  },
};

export interface WantedServiceToken {
  readonly name: string;
  readonly role: ServiceRole;
  readonly districtId: string;
  readonly schoolId: string | null;
  readonly permissions: readonly string[];
  readonly validDays: number;
}

const LONGEST_NAME = 100;
const MOST_PERMISSIONS = 100;
const DAY = 86_400_000;

/**
 * Makes access for a client without a person; the secret is told this once. It rests on the role of its maker and ends with that. What
 * the administrator of a school sees is not the district's to give: a token that the district makes for a school of its own is good for
 * nothing until somebody there takes it over, who is told its secret then.
 * @throws RuleViolation with a ServiceTokenRefusal, NotFound, BadUserInput
 */
export async function createServiceToken(
  tx: Transaction,
  wanted: WantedServiceToken,
): Promise<{ serviceToken: string; secret: string | null }> {
  const name = requiredText(wanted.name, { path: ['name'], longest: LONGEST_NAME, form: 'TITLE' });
  if (wanted.validDays < 1 || wanted.validDays > SERVICE_TOKEN_DAYS) {
    throw new BadUserInput(
      { zh: `有效期应为 1 到 ${SERVICE_TOKEN_DAYS} 天。`, en: `validDays must be from 1 to ${SERVICE_TOKEN_DAYS}.` },
      ['input', 'validDays'],
    );
  }
  if (wanted.permissions.length > MOST_PERMISSIONS) {
    throw new BadUserInput(
      { zh: `权限最多 ${MOST_PERMISSIONS} 项。`, en: `permissions may list ${MOST_PERMISSIONS} names at most.` },
      ['input', 'permissions'],
    );
  }
  const grant = await grantOf(tx, wanted);
  const restsOn = await footingFor(tx, grant);
  const secret = newServiceSecret(v7());
  tx.em.create(ServiceToken, {
    id: secret.id,
    name,
    role: grant.role,
    permissions: [...grant.permissions],
    secretHash: secret.hash,
    district: tx.em.getReference(District, grant.districtId),
    school: grant.schoolId === null ? null : tx.em.getReference(School, grant.schoolId),
    createdBy: tx.em.getReference(Account, tx.viewer.accountId!),
    restsOn: restsOn === null ? null : tx.em.getReference(StaffAssignment, restsOn),
    issuedAt: tx.now,
    expiresAt: new Date(tx.now.getTime() + wanted.validDays * DAY),
    lastUsedAt: null,
    revokedAt: null,
    createdAt: tx.now,
  });
  if (restsOn === null) await tx.services.get(INBOX).askDeciders(tx, [secret.id]);
  return { serviceToken: secret.id, secret: restsOn === null ? null : secret.text };
}

/** @throws RuleViolation NOT_FOR_PROGRAMS, which names what the program could be given */
function requireOpenToPrograms(tx: Transaction, grant: ServiceGrant): void {
  const open = openToPrograms(grant, tx.services.get(IDENTITY).permissions);
  if (grant.permissions.every((name) => open.includes(name))) return;
  const { zh, en } = SERVICE_TOKEN_RULES.NOT_FOR_PROGRAMS;
  const names = [...open].sort();
  throw new RuleViolation(
    'NOT_FOR_PROGRAMS',
    {
      zh: `${zh}可授予:${names.join('、') || '无'}。`,
      en: `${en} It may hold: ${names.join(', ') || 'none'}.`,
    },
    ['permissions'],
  );
}

/** The caller's role that the token rests on; null where it waits for a school. @throws RuleViolation MORE_THAN_YOURS, NOT_FOR_PROGRAMS */
async function footingFor(tx: Transaction, grant: ServiceGrant): Promise<string | null> {
  requireOpenToPrograms(tx, grant);
  const footing = await myFootingFor(tx, grant);
  const may =
    footing === null
      ? grant.role === ServiceRole.SCHOOL_ADMIN && tx.viewer.districtIds.includes(grant.districtId)
      : holdsPermissions(tx.viewer, grant);
  if (!may) throw violationOf(SERVICE_TOKEN_RULES, 'MORE_THAN_YOURS', ['role']);
  return footing;
}

/** @throws NotFound for a district or school that the caller administers nothing of, or a school outside the district */
async function grantOf(
  tx: Transaction,
  { role, districtId, schoolId, permissions }: WantedServiceToken,
): Promise<ServiceGrant> {
  const { districtIds, assignments, schoolIds } = tx.viewer;
  const administersDistrict = districtIds.includes(districtId);
  if (
    !administersDistrict &&
    !assignments.some((each) => each.role === 'SCHOOL_ADMIN' && each.districtId === districtId)
  )
    throw new NotFound();
  if ((role === ServiceRole.SCHOOL_ADMIN) !== (schoolId !== null))
    throw violationOf(SERVICE_TOKEN_RULES, 'NODE_DOES_NOT_FIT', ['schoolId']);
  if (schoolId !== null && !administersDistrict && !schoolIds.includes(schoolId)) throw new NotFound();
  if (schoolId !== null && (await tx.em.count(School, { id: schoolId, district: districtId })) === 0)
    throw new NotFound();
  return { role, districtId, schoolId, permissions: [...new Set(permissions)] };
}
