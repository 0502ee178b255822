import { flushOr, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { Room } from '../organisation/room.entity.ts';
import { schoolIAdminister } from './administration.nodes.ts';
import { SCHOOL_ROOM_RULES } from './administration.rules.ts';

/** @throws NotFound, RuleViolation, BadUserInput */
export async function createRoom(
  tx: Transaction,
  wanted: { readonly schoolId: string; readonly name: string; readonly capacity: number },
): Promise<{ room: string }> {
  const name = requiredText(wanted.name, { path: ['name'], longest: 60, form: 'TITLE' });
  if (wanted.capacity < 1) throw violationOf(SCHOOL_ROOM_RULES, 'CAPACITY', ['capacity']);
  const school = await schoolIAdminister(tx, wanted.schoolId);
  const room = tx.em.create(Room, { school, name, capacity: wanted.capacity, createdAt: tx.now });
  await flushOr(tx, { room_name_unique: () => violationOf(SCHOOL_ROOM_RULES, 'TAKEN', ['name']) });
  return { room: room.id };
}
