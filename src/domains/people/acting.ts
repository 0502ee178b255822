import type { Transaction } from '../../platform/commands/index.ts';
import { Forbidden } from '../../platform/errors/index.ts';
import { sql } from '../../platform/reading/index.ts';
import { Person } from './families/person.entity.ts';
import { Staff } from './staff/staff.entity.ts';

/** The person who answers for what is noted: the caller, or the holder of a service token's role. @throws Forbidden where nobody does */
export function answeringPerson({ em, viewer: { answeredForBy } }: Pick<Transaction, 'em' | 'viewer'>): Person {
  if (answeredForBy === null) throw new Forbidden();
  return em.getReference(Person, answeredForBy);
}

/** The member of the staff who answers for it: the caller, or whoever holds the role that a service token rests on. @throws Forbidden where nobody does */
export async function answeringStaff(tx: Transaction): Promise<Staff> {
  const staffId =
    tx.viewer.staffId ??
    (
      await tx.query<{ id: string }>(
        sql`select stf.id from staff stf where stf.person_id = ${tx.viewer.answeredForBy}::uuid`,
      )
    )[0]?.id;
  if (staffId === undefined) throw new Forbidden();
  return tx.em.getReference(Staff, staffId);
}

/** The member of the staff in whose name something is decided. @throws Forbidden for whoever is none, whatever they were granted */
export function actingStaff({ em, viewer: { staffId } }: Pick<Transaction, 'em' | 'viewer'>): Staff {
  if (staffId === null) throw new Forbidden();
  return em.getReference(Staff, staffId);
}

/** The person in whose name something is decided. @throws Forbidden for a client without a person, whatever it was granted */
export function actingPerson({ em, viewer: { personId } }: Pick<Transaction, 'em' | 'viewer'>): Person {
  if (personId === null) {
    throw new Forbidden({
      zh: '此操作须由本人决定,服务令牌不能代为决定。',
      en: 'A person must decide this: no service token does it in their place.',
    });
  }
  return em.getReference(Person, personId);
}
