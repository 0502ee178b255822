import { expect, it } from 'vitest';
import { CONNECTIONS, runFaults } from './faults.ts';

/** `npm run faults`: the full form, with figures. The short one asserts counts, and times that are ten times as long as they should be. */
const FULL = process.env['FAULTS'] === 'full';

it(
  'a hub under load whose PostgreSQL is restarted, whose backends end in the middle, and whose connections fall silent: all comes back, and nothing is doubled or lost',
  async () => {
    const tell = FULL ? (line: string) => process.stdout.write(`${line}\n`) : () => undefined;
    const times = FULL ? { restarts: 10, kills: 5, silences: 5 } : { restarts: 2, kills: 1, silences: 1 };
    const { counts, connections, signups, pauses, struck, calibration } = await runFaults({
      ...times,
      callers: 16,
      goodWithinMs: 30_000,
      tell,
    });
    tell(
      `without any fault: a good answer after ${Math.round(calibration)} ms; longest pauses: ${JSON.stringify(Object.fromEntries(Object.entries(pauses).map(([fault, each]) => [fault, Math.round(Math.max(...each))])))} ms`,
    );
    tell(JSON.stringify({ counts, struck, connections, signups }));
    expect(Object.keys(pauses)).toEqual([
      'restart',
      'killed at BEGIN',
      'killed at statement',
      'killed at COMMIT',
      'killed at ROLLBACK',
      'silence',
    ]);
    for (const [moment, ended] of Object.entries(struck)) expect(ended, moment).toBeGreaterThan(0);
    expect(counts.others).toEqual([]);
    expect(connections).toBe(CONNECTIONS);
    // Told is done; done is audited once, and nobody was noted as refused whom the database kept waiting.
    expect(signups).toMatchObject({ audited: signups.stored, faults: 0 });
  },
  FULL ? 900_000 : 180_000,
);
