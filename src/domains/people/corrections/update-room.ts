import { flushOr, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { roomIAdminister } from '../administration/administration.nodes.ts';
import { UPDATE_ROOM_RULES } from './corrections.rules.ts';

export interface RoomChange {
  readonly roomId: string;
  /** Null leaves a value as it is. */
  readonly name: string | null;
  readonly capacity: number | null;
}

/** Seats that somebody may count on are never fewer than before. @throws NotFound, RuleViolation, BadUserInput */
export async function updateRoom(tx: Transaction, { roomId, name, capacity }: RoomChange): Promise<{ room: string }> {
  const called = name === null ? null : requiredText(name, { path: ['name'], longest: 60, form: 'TITLE' });
  if (capacity !== null && capacity < 1) throw violationOf(UPDATE_ROOM_RULES, 'CAPACITY', ['capacity']);
  const room = await roomIAdminister(tx, roomId);
  if (called !== null) room.name = called;
  if (capacity !== null) {
    if (capacity < room.capacity) throw violationOf(UPDATE_ROOM_RULES, 'CAPACITY_FALLS', ['capacity']);
    room.capacity = capacity;
  }
  await flushOr(tx, { room_name_unique: () => violationOf(UPDATE_ROOM_RULES, 'TAKEN', ['name']) });
  return { room: room.id };
}
