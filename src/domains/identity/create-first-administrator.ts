import type { EntityManager } from '@mikro-orm/postgresql';
import { dayOf, District, Grade, Person, Staff, StaffAssignment, StaffRole, Stage } from '../people/index.ts';
import { Account, AccountStatus } from './account.entity.ts';
import { Session, SignInMethod } from './sessions/session.entity.ts';

export interface FirstAdministrator {
  readonly districtCode: string;
  readonly districtName: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly accountName: string;
  /** For how long the session that they begin with goes on: it cannot be refreshed. */
  readonly sessionSeconds: number;
}

export interface Begun {
  readonly accountId: string;
  readonly sessionId: string;
}

const GRADE_NAMES = ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级', '七年级', '八年级', '九年级'];

/**
 * Makes the district, its nine grades and its first administrator; afterwards administrators make one another.
 * @returns the administrator's account, and the session that they begin with
 * @throws where the database has a district administrator already
 */
export async function createFirstAdministrator(em: EntityManager, wanted: FirstAdministrator, now: Date): Promise<Begun> {
  return em.fork().transactional(async (tx) => {
    // Two calls at once must not both find the place empty.
    await tx.getConnection().execute('lock table staff_assignment in share row exclusive mode', [], 'run', tx.getTransactionContext());
    if ((await tx.count(StaffAssignment, { role: StaffRole.DISTRICT_ADMIN })) > 0) {
      throw new Error('There is a district administrator already.');
    }
    const district = (await tx.findOne(District, { code: wanted.districtCode }))
      ?? tx.create(District, { code: wanted.districtCode, name: wanted.districtName, createdAt: now });
    if ((await tx.count(Grade)) === 0) {
      for (const [index, name] of GRADE_NAMES.entries()) {
        tx.create(Grade, { number: index + 1, name, stage: index < 6 ? Stage.PRIMARY : Stage.JUNIOR_MIDDLE, createdAt: now });
      }
    }
    const person = tx.create(Person, { name: wanted.name, phone: null, createdAt: now });
    const staff = tx.create(Staff, { person, staffNumber: wanted.staffNumber, createdAt: now });
    tx.create(StaffAssignment, {
      staff, district, role: StaffRole.DISTRICT_ADMIN, school: null, grade: null, schoolClass: null, subject: null,
      validFrom: dayOf(now), validTo: null, createdAt: now,
    });
    const account = tx.create(Account, { person, name: wanted.accountName, status: AccountStatus.ACTIVE, createdAt: now });
    const session = tx.create(Session, {
      account, method: SignInMethod.ADMINISTRATION, client: 'admin:create', startedAt: now, lastUsedAt: now,
      expiresAt: new Date(now.getTime() + wanted.sessionSeconds * 1000), endedAt: null, ending: null, refreshHash: null, createdAt: now,
    });
    await tx.flush();
    return { accountId: account.id, sessionId: session.id };
  });
}
