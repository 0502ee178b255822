import { expect } from 'vitest';
import type { FamilyGuardian, ShiftOnOffer } from '../../../seeds/scenario/index.ts';
import type { Desk } from '../desk.ts';

/** What stands at a desk with more who want a place than there are places. */
export function crowdsBefore(desk: () => Desk) {
  /** A full role and those who wait for it, in the order in which they joined. */
  async function crowded(
    waiting: number,
    capacity = 1,
    options: Parameters<Desk['full']>[1] = {},
  ): Promise<ShiftOnOffer & { inside: FamilyGuardian[]; queue: FamilyGuardian[] }> {
    const offered = await desk().full(capacity, options);
    const queue = await desk().parents(waiting);
    for (const each of queue) expect((await desk().join(each, offered)).codes).toEqual([]);
    return { ...offered, queue };
  }

  /** Somebody's time is taken by another shift at the same time. */
  async function busy(who: FamilyGuardian): Promise<ShiftOnOffer> {
    const other = await desk().offer();
    expect((await desk().signUp(who, other)).codes).toEqual([]);
    return other;
  }

  /** The one who is inside asks to be let go, when it is too late to go. */
  async function asked(offered: ShiftOnOffer & { inside: FamilyGuardian[] }): Promise<string> {
    const id = `signup_${await desk().signupOf(offered.inside[0]!, offered)}`;
    expect((await desk().requestCancellation(offered.inside[0]!, id)).codes).toEqual([]);
    return id;
  }

  return { crowded, busy, asked };
}
