import { Forbidden } from '../errors/index.ts';
import type { Sql } from '../reading/index.ts';
import { service } from '../request/index.ts';
import type { Transaction } from './transaction.ts';

/** What whoever calls acts by, read at this moment and locked against its end; others who act by the same do not wait. */
export interface RightsAtWork {
  /** Those roles of the viewer that hold still, of the very person who calls. */
  readonly roles: Sql;
  /** The service token, where it is good still and made by whom it was made before. */
  readonly token: Sql;
}

export const RIGHTS_AT_WORK = service<RightsAtWork>('rights at work');

/**
 * Who decides for others decides by the tables: the viewer was read before the transaction. It is the first lock of every command
 * that is called by somebody with a role, or by a client that acts by a role of theirs, and stays to its end: a command that ends or
 * changes roles of others takes those before anything that their holders' commands take. Whoever ends the role, revokes the token
 * or makes one person of the caller and somebody else comes before the call, or after what it writes: what is nobody's own case here does
 * not become one meanwhile. Whoever acts for themself has a lock of their own, on the person.
 * @throws Forbidden where a right has ended since the viewer was read, though another was given meanwhile, or the caller is another person now
 */
export async function holdRightsAtWork(tx: Transaction): Promise<void> {
  const { serviceTokenId, roleIds } = tx.viewer;
  if (roleIds.length === 0) return;
  const { roles, token } = tx.services.get(RIGHTS_AT_WORK);
  const ended =
    (await tx.query<object>(roles)).length < roleIds.length ||
    (serviceTokenId !== null && (await tx.query<object>(token)).length === 0);
  if (ended)
    throw new Forbidden({
      zh: '您的岗位刚刚发生变动,请重新操作。',
      en: 'A role of yours has just ended: please do this anew.',
    });
}
