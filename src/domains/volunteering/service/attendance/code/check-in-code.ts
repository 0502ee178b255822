import type { Transaction } from '../../../../../platform/commands/index.ts';
import { SEALS } from '../../../../../platform/request/index.ts';

const AUDIENCE = 'volunteering/check-in';
const WINDOW_MS = 30_000;
/** From the look at the code to its arrival, and between the clocks of phones. */
const TOLERANCE_SECONDS = 15;

export interface CheckInCode {
  readonly token: string;
  readonly expiresAt: Date;
}

/** The code of a shift in this half minute: everybody who shows it shows the same, and the code itself is stored nowhere. */
export async function codeOf(tx: Transaction, shiftId: string): Promise<CheckInCode> {
  const from = new Date(Math.floor(tx.now.getTime() / WINDOW_MS) * WINDOW_MS);
  const expiresAt = new Date(from.getTime() + WINDOW_MS);
  return {
    token: await tx.services.get(SEALS).seal(AUDIENCE, { shift: shiftId }, { from, until: expiresAt }),
    expiresAt,
  };
}

/** The shift whose code this was at that moment, by bare id; null where it was none. */
export async function shiftOfCode(tx: Transaction, token: string, at: Date): Promise<string | null> {
  const statement = await tx.services.get(SEALS).open(AUDIENCE, token, { at, toleranceSeconds: TOLERANCE_SECONDS });
  return typeof statement?.['shift'] === 'string' ? statement['shift'] : null;
}
