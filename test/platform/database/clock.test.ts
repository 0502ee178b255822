import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf, HubClock, type ClockReading } from '../../../src/platform/database/index.ts';

/** A process whose clock is ahead of the database's by so much, and a network with ways of these lengths. */
function reading(process: { now: number }, ahead: number, there: number, back: number): ClockReading {
  const askedAt = process.now;
  process.now += there;
  const told = process.now - ahead;
  process.now += back;
  return { askedAt, answeredAt: process.now, told };
}

const start = Date.UTC(2026, 10, 29);

describe('the clock of the hub', () => {
  it.each([90_000, -90_000, 6_000])(
    'is that of the database, where the clock of the process is off by %d ms',
    (ahead) => {
      const process = { now: start };
      const clock = new HubClock(() => process.now);
      clock.note(reading(process, ahead, 4, 6));
      expect(Math.abs(clock.now().getTime() - (process.now - ahead))).toBeLessThanOrEqual(5);
      expect(clock.error).toBeLessThan(10);
    },
  );

  it('is that of the process, where both agree as far as can be told', () => {
    const process = { now: start };
    const clock = new HubClock(() => process.now);
    clock.note(reading(process, 20, 3, 400));
    expect(clock.now().getTime()).toBe(process.now);
  });

  it('is wrong by no more than it says, whatever the ways there and back, and follows a clock that is set', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            ahead: fc.constantFrom(0, 90_000, -3_000),
            there: fc.nat(2_000),
            back: fc.nat(2_000),
            pause: fc.nat(60_000),
          }),
          { minLength: 1, maxLength: 20 },
        ),
        (readings) => {
          const process = { now: start };
          const clock = new HubClock(() => process.now);
          for (const { ahead, there, back, pause } of readings) {
            process.now += pause;
            clock.note(reading(process, ahead, there, back));
            const wrong = Math.abs(clock.now().getTime() - (process.now - ahead));
            // Below what can be told from the way, the clock of the process is left as it is.
            expect(wrong).toBeLessThanOrEqual(2 * (clock.error + (there + back) / 2) + 101);
          }
        },
      ),
    );
  });

  it('may be wrong by any amount before it is measured, and by more the longer that was ago', () => {
    const process = { now: start };
    const clock = new HubClock(() => process.now);
    expect(clock.error).toBe(Infinity);
    clock.note(reading(process, 0, 5, 5));
    const before = clock.error;
    process.now += 60_000;
    expect(clock.error).toBeGreaterThan(before);
    clock.note(reading(process, 0, 6_000, 6_000));
    expect(clock.error).toBeLessThan(5_000);
  });

  it('is that of the database from the first question on, for a task that ends soon', async () => {
    const told = start - 3_600_000;
    const { now } = await clockOf({ read: () => Promise.resolve([[told]]) });
    expect(Math.abs(now().getTime() - told)).toBeLessThan(60_000);
  });
});
