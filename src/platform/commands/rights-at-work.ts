import { Forbidden } from '../errors/index.ts';
import type { Sql } from '../reading/index.ts';
import { service } from '../request/index.ts';
import type { Transaction } from './transaction.ts';

/**
 * Reads the roles that whoever calls holds by their work at this moment, and locks them against their end: whoever ends one of
 * them comes before the call, or after what it writes. Others who work by the same role do not wait.
 */
export const ROLES_AT_WORK = service<Sql>('roles at work');

/**
 * Who decides for others decides by the tables: the viewer was read before the transaction. It is the first lock of every command
 * that somebody of the staff calls, and stays to its end: a command that ends or changes roles of others takes those before
 * anything that their holders' commands take. Families have their own, on the person.
 * @throws Forbidden where a role has ended since the viewer was read
 */
export async function holdRolesAtWork(tx: Transaction): Promise<void> {
  const { staffId, assignments } = tx.viewer;
  if (staffId === null || assignments.length === 0) return;
  const held = await tx.query<object>(tx.services.get(ROLES_AT_WORK));
  if (held.length < assignments.length) throw new Forbidden({ zh: '您的岗位刚刚发生变动,请重新操作。', en: 'A role of yours has just ended: please do this anew.' });
}
