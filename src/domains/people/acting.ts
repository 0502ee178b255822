import type { Transaction } from '../../platform/commands/index.ts';
import { Forbidden, NotSignedIn } from '../../platform/errors/index.ts';
import { sql, type Sql } from '../../platform/reading/index.ts';
import { service } from '../../platform/request/index.ts';
import { Person } from './families/person.entity.ts';
import { Staff } from './staff/staff.entity.ts';
import { mine } from './viewer/mine.facts.ts';

/** A row where the caller's account stands still and the session of the request goes on, read at this moment. */
export const OWN_STANDING = service<Sql>('own standing');

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

/**
 * Whoever acts for themself, under the lock of their person. The viewer was read before: who was found to be somebody else meanwhile, so that
 * their account was joined with another one and their sessions have ended, does nothing any more in the name of a person who is nobody.
 * It is asked by a statement of its own, for the one that waited for the lock sees what stood when it began to wait.
 * @throws NotSignedIn
 */
export async function holdMyself(tx: Transaction): Promise<{ readonly name: string }> {
  const [person] = await tx.query<{ name: string }>(
    sql`select per.name from person per where per.id = ${mine.personId} for no key update`,
  );
  const [stands] = await tx.query<object>(tx.services.get(OWN_STANDING));
  if (!person || !stands) throw new NotSignedIn();
  return person;
}
