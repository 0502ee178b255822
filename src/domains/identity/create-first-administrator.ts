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
  /** One more, where the district has fewer than two: its roles take two. */
  readonly second?: boolean;
}

export interface Begun {
  readonly accountId: string;
  readonly sessionId: string;
}

const GRADE_NAMES = ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级', '七年级', '八年级', '九年级'];

/**
 * Makes the district, its nine grades and its first administrator, and in a second call, where it is asked for, another one;
 * afterwards two administrators make a third.
 * @returns the administrator's account, and the session that they begin with
 * @throws where the database has a district administrator already, or the district two
 */
export async function createFirstAdministrator(em: EntityManager, wanted: FirstAdministrator, now: Date): Promise<Begun> {
  return em.fork().transactional(async (tx) => {
    // Two calls at once must not both find the place empty.
    await tx.getConnection().execute('lock table staff_assignment in share row exclusive mode', [], 'run', tx.getTransactionContext());
    const known = await tx.findOne(District, { code: wanted.districtCode });
    if (wanted.second) await requireFewerThanTwo(tx, known, now);
    else if ((await tx.count(StaffAssignment, { role: StaffRole.DISTRICT_ADMIN })) > 0) {
      throw new Error('There is a district administrator already: --second makes another one, where the district has fewer than two.');
    }
    const district = known ?? tx.create(District, { code: wanted.districtCode, name: wanted.districtName, createdAt: now });
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

/** Counted are those who hold the role today and whose account is open: a district that has lost all but one is not shut out. */
async function requireFewerThanTwo(tx: EntityManager, district: District | null, now: Date): Promise<void> {
  if (!district) throw new Error('There is no such district: its first administrator is made without --second.');
  const [{ n }] = (await tx.getConnection().execute<[{ n: number }]>(`select count(distinct asg.staff_id)::int as n
    from staff_assignment asg join staff stf on stf.id = asg.staff_id left join account acc on acc.person_id = stf.person_id
    where asg.role = 'DISTRICT_ADMIN' and asg.district_id = ? and asg.ended_at is null and asg.valid_from <= ?::date and (asg.valid_to is null or asg.valid_to >= ?::date)
      and acc.status is distinct from 'DISABLED'`, [district.id, dayOf(now), dayOf(now)], 'all', tx.getTransactionContext()));
  if (n >= 2) throw new Error('The district has two administrators: they make others themselves.');
}
